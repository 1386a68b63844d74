#include "engines/dispatch/format/public_series.h"

#include <boost/json.hpp>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

constexpr std::int64_t k_mandatory = 1'000'000;  // a prize no travel outweighs; it stands in a level of its own besides
constexpr std::size_t k_most_places = 3000;

/// Thrown inside this file alone, where a value is not what the series promises; becomes a refusal at its door.
struct Unexpected {
  std::string what;
};

const json::value& member(const json::value& value, const char* name) {
  const auto* object = value.if_object();
  const auto* found = object ? object->if_contains(name) : nullptr;
  if (found == nullptr) throw Unexpected{name};
  return *found;
}

const json::array& list(const json::value& value, const char* name) {
  const auto* array = value.if_array();
  if (array == nullptr || array->size() > k_most_places) throw Unexpected{name};
  return *array;
}

std::string text(const json::value& value, const char* name) {
  if (!value.is_string()) throw Unexpected{name};
  return std::string(value.as_string());
}

/// A number of the file, scaled and rounded to whole units.
std::int64_t number(const json::value& value, const char* name, double scale) {
  boost::system::error_code failed;
  const double plain = value.to_number<double>(failed);
  if (failed || !(std::abs(plain) <= 1e7)) throw Unexpected{name};
  return std::llround(plain * scale);
}

std::vector<std::int32_t> square(const json::value& value, const char* name, double scale) {
  const auto& rows = list(value, name);
  std::vector<std::int32_t> cells;
  for (const auto& row : rows) {
    const auto& numbers = list(row, name);
    if (numbers.size() != rows.size()) throw Unexpected{name};
    for (const auto& cell : numbers) {
      const std::int64_t whole = number(cell, name, scale);
      if (whole < 0 || whole > 1'000'000'000) throw Unexpected{name};
      cells.push_back(static_cast<std::int32_t>(whole));
    }
  }
  return cells;
}

Result<json::value> parse(std::istream& in, const char* code) {
  const std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  boost::system::error_code failed;
  json::value value = json::parse(all, failed);
  if (failed) return refuse(code, {failed.message()});
  return value;
}

Level level_with(std::initializer_list<Term> terms) {
  Level level;
  for (Term term : terms) level.weight[static_cast<std::size_t>(term)] = 1;
  return level;
}

void add_places(Problem& problem, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) problem.places.push_back({std::to_string(i), 0, 0});
}

class HomeCare {
 public:
  explicit HomeCare(const json::value& file) : file_(file) {}

  Problem read() {
    const auto& patients = list(member(file_, "patients"), "patients");
    problem_.modes.push_back({"road", square(member(file_, "distances"), "distances", k_scale), 0});
    add_places(problem_, list(member(file_, "distances"), "distances").size());
    if (problem_.places.size() < patients.size() + 1) throw Unexpected{"distances"};
    for (const auto& service : list(member(file_, "services"), "services")) {
      const std::string id = text(member(service, "id"), "id");
      skills_.emplace(id, static_cast<int>(problem_.skills.size()));
      problem_.skills.push_back(id);
    }
    int place = 0;
    for (const auto& patient : patients) read_patient(patient, ++place);
    for (const auto& caregiver : list(member(file_, "caregivers"), "caregivers")) read_caregiver(caregiver);
    problem_.objective.levels = {level_with({Term::unserved}), level_with({Term::travel, Term::lateness, Term::worst_lateness})};
    return std::move(problem_);
  }

 private:
  static constexpr double k_scale = k_hhcrsp_scale;
  static constexpr Seconds k_endless = 1'000'000'000'000;  // the series knows neither shifts nor latest starts

  int skill(const json::value& value) const {
    const auto found = skills_.find(text(value, "service"));
    if (found == skills_.end()) throw Unexpected{"service"};
    return found->second;
  }

  void read_patient(const json::value& patient, int place) {
    const auto& window = list(member(patient, "time_window"), "time_window");
    const auto& services = list(member(patient, "required_caregivers"), "required_caregivers");
    if (window.size() != 2 || services.empty() || services.size() > 2) throw Unexpected{"time_window"};
    const int first = static_cast<int>(problem_.visits.size());
    const std::string id = text(member(patient, "id"), "id");
    if (!patient_ids_.insert(id).second) throw Unexpected{"id"};
    for (const auto& service : services) {
      Visit visit;
      visit.id = id + (services.size() == 1 ? "" : ":" + text(member(service, "service"), "service"));
      if (first < static_cast<int>(problem_.visits.size()) && problem_.visits.back().id == visit.id) visit.id += "#2";
      visit.place = place;
      visit.length_s = number(member(service, "duration"), "duration", k_scale);
      visit.windows = {{number(window[0], "time_window", k_scale), number(window[1], "time_window", k_scale)}};
      if (visit.length_s < 0 || visit.windows[0].opens_s > visit.windows[0].closes_s) throw Unexpected{"time_window"};
      visit.lateness_limit_s = k_endless;
      visit.skills = {{skill(member(service, "service")), 1}};
      visit.prize = k_mandatory;
      problem_.visits.push_back(std::move(visit));
    }
    if (services.size() == 2) read_link(member(patient, "synchronization"), first);
  }

  void read_link(const json::value& value, int first) {
    Link link{first, first + 1, 0, 0, true};
    const std::string type = text(member(value, "type"), "type");
    if (type == "sequential") {
      const auto& distance = member(value, "distance");
      const bool pair = distance.is_array();
      if (pair && distance.as_array().size() != 2) throw Unexpected{"distance"};
      link.least_s = number(pair ? distance.as_array()[0] : member(distance, "min"), "distance", k_scale);
      link.most_s = number(pair ? distance.as_array()[1] : member(distance, "max"), "distance", k_scale);
      if (link.least_s > link.most_s) throw Unexpected{"distance"};
    } else if (type != "simultaneous") {
      throw Unexpected{"type"};
    }
    problem_.links.push_back(link);
  }

  void read_caregiver(const json::value& caregiver) {
    Carer carer;
    carer.id = text(member(caregiver, "id"), "id");
    if (!carer_ids_.insert(carer.id).second) throw Unexpected{"id"};
    for (const auto& ability : list(member(caregiver, "abilities"), "abilities")) carer.skills.push_back({skill(ability), 1});
    Shift day;
    day.carer = static_cast<int>(problem_.carers.size());
    day.ends_s = k_endless;
    day.end_place = 0;
    problem_.carers.push_back(std::move(carer));
    problem_.shifts.push_back(std::move(day));
  }

  const json::value& file_;
  Problem problem_;
  std::map<std::string, int> skills_;
  std::set<std::string> patient_ids_, carer_ids_;
};

Problem synchronised(const json::value& file) {
  Problem problem;
  problem.modes.push_back({"road", square(member(file, "travel"), "travel", 1), 0});
  const auto& service = list(member(file, "service"), "service");
  const auto& earliest = list(member(file, "earliest"), "earliest");
  const auto& latest = list(member(file, "latest"), "latest");
  add_places(problem, list(member(file, "travel"), "travel").size());
  const std::size_t stops = service.size();
  if (stops == 0 || earliest.size() != stops || latest.size() != stops || problem.places.size() != stops) throw Unexpected{"service"};
  for (std::size_t i = 1; i < stops; ++i) {
    Visit visit;
    visit.id = std::to_string(i);
    visit.place = static_cast<int>(i);
    visit.length_s = number(service[i], "service", 1);
    visit.windows = {{number(earliest[i], "earliest", 1), number(latest[i], "latest", 1)}};
    if (visit.length_s < 0 || visit.windows[0].opens_s > visit.windows[0].closes_s) throw Unexpected{"earliest"};
    visit.prize = k_mandatory;
    problem.visits.push_back(std::move(visit));
  }
  const std::int64_t vehicles = number(member(file, "vehicles"), "vehicles", 1);
  if (vehicles < 1 || vehicles > 1000) throw Unexpected{"vehicles"};
  for (std::int64_t i = 0; i < vehicles; ++i) {
    problem.carers.push_back({"c" + std::to_string(i + 1), 0, {}, {}, {}});
    Shift day;
    day.carer = static_cast<int>(i);
    day.ends_s = number(member(file, "horizon"), "horizon", 1);
    day.end_place = 0;
    problem.shifts.push_back(std::move(day));
  }
  for (const auto& pair : list(member(file, "synchronised"), "synchronised")) {
    const auto& ends = list(pair, "synchronised");
    if (ends.size() != 2) throw Unexpected{"synchronised"};
    const auto end = [&](std::size_t i) {
      const std::int64_t index = number(ends[i], "synchronised", 1);
      if (index < 1 || index >= static_cast<std::int64_t>(stops)) throw Unexpected{"synchronised"};
      return static_cast<int>(index - 1);
    };
    problem.links.push_back({end(0), end(1), 0, 0, true});
  }
  problem.objective.levels = {level_with({Term::unserved}), level_with({Term::travel})};
  return problem;
}

}  // namespace

Result<Problem> read_hhcrsp(std::istream& in) {
  constexpr const char* code = "dispatch.hhcrsp.malformed";
  const auto file = parse(in, code);
  if (!file) return file.error();
  try {
    return HomeCare(*file).read();
  } catch (const Unexpected& unexpected) {
    return refuse(code, {unexpected.what});
  }
}

Result<Problem> read_vrptwsyn(std::istream& in) {
  constexpr const char* code = "dispatch.vrptwsyn.malformed";
  const auto file = parse(in, code);
  if (!file) return file.error();
  try {
    return synchronised(*file);
  } catch (const Unexpected& unexpected) {
    return refuse(code, {unexpected.what});
  }
}

}  // namespace laoyou::dispatch
