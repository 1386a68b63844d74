#include "engines/dispatch/format/problem_json.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/point.h"
#include "engines/dispatch/format/json_reader.h"

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

constexpr std::size_t k_most_visits = 50'000;
constexpr std::int64_t k_most_carers_of_visit = 9;
constexpr std::int64_t k_farthest_m = 50'000'000;
constexpr std::int64_t k_highest_level = 1000;
constexpr std::int64_t k_longest_way_s = 100'000'000;

Ids number_texts(const std::vector<std::string>& texts) {
  Ids ids;
  for (std::size_t i = 0; i < texts.size(); ++i) ids.emplace(texts[i], static_cast<int>(i));
  return ids;
}

class ProblemReader {
 public:
  explicit ProblemReader(const json::value& root) : root_(root) {}

  CheckedResult<Problem> read() {
    JsonReader reader(root_, "", refusals_);
    reader.head("laoyou.dispatch.problem");
    places_ = gather_ids(root_, "places", refusals_);
    modes_ = gather_ids(root_, "modes", refusals_);
    persons_ = gather_ids(root_, "persons", refusals_);
    carers_ = gather_ids(root_, "carers", refusals_);
    problem_.skills = reader.text_list("skills");
    problem_.traits = reader.text_list("traits");
    skills_ = number_texts(problem_.skills);
    traits_ = number_texts(problem_.traits);
    reader.each("places", [this](const auto& value, const auto& path) { read_place(value, path); });
    reader.each("modes", [this](const auto& value, const auto& path) { read_mode(value, path); });
    reader.each("persons", [this](const auto& value, const auto& path) { read_person(value, path); });
    reader.each("carers", [this](const auto& value, const auto& path) { read_carer(value, path); });
    reader.each("visits", [this](const auto& value, const auto& path) { read_visit(value, path); });
    reader.each("links", [this](const auto& value, const auto& path) { read_link(value, path); });
    reader.each("shifts", [this](const auto& value, const auto& path) { read_shift(value, path); });
    read_objective(reader);
    reader.finish();
    project_places();
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(problem_);
  }

 private:
  void read_place(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Place place{reader.text("id"), 0, 0};
    Point point;
    if (reader.has("longitude") || reader.has("latitude")) {
      const auto read = Point::create(reader.real("longitude"), reader.real("latitude"));
      if (read) point = *read;
      if (!read) refusals_.push_back(at(path, read.error()));
      ++on_earth_;
    } else {
      place.x_m = reader.integer_within("x_m", 0, -k_farthest_m, k_farthest_m);
      place.y_m = reader.integer_within("y_m", 0, -k_farthest_m, k_farthest_m);
    }
    points_.push_back(point);
    problem_.places.push_back(std::move(place));
    reader.finish();
  }

  /// A city is small enough for a plane touching the earth at its first place.
  void project_places() {
    if (on_earth_ == 0) return;
    if (on_earth_ < points_.size()) refusals_.push_back({"dispatch.json.mixed_places", "/places", {}});
    const Point origin = points_.front();
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double east = distance_m({origin.longitude, origin.latitude}, {points_[i].longitude, origin.latitude});
      const double north = distance_m(origin, {origin.longitude, points_[i].latitude});
      problem_.places[i].x_m = std::llround(points_[i].longitude < origin.longitude ? -east : east);
      problem_.places[i].y_m = std::llround(points_[i].latitude < origin.latitude ? -north : north);
    }
  }

  void read_mode(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Mode mode{reader.text("id"), {}, reader.integer("metres_per_hour", 0)};
    std::size_t rows = 0;
    reader.each("seconds", [&](const json::value& row, const std::string& row_path) {
      ++rows;
      const json::array* cells = row.if_array();
      if (cells == nullptr) return refusals_.push_back({"dispatch.json.not_list", row_path, {}});
      if (cells->size() != problem_.places.size()) return refuse_size(row_path, cells->size());
      for (std::size_t i = 0; i < cells->size(); ++i) mode.seconds.push_back(read_cell((*cells)[i], row_path + "/" + std::to_string(i)));
    });
    if (rows > 0 && rows != problem_.places.size()) refuse_size(path + "/seconds", rows);
    problem_.modes.push_back(std::move(mode));
    reader.finish();
  }

  void refuse_size(const std::string& path, std::size_t size) {
    refusals_.push_back({"dispatch.matrix_size", path, {std::to_string(size), std::to_string(problem_.places.size())}});
  }

  /// Seconds of one way; null where there is none.
  std::int32_t read_cell(const json::value& cell, const std::string& path) {
    if (cell.is_null()) return static_cast<std::int32_t>(k_unreachable_s);
    const auto seconds = whole_number(cell, path, refusals_);
    if (seconds && *seconds < 0) refusals_.push_back({"dispatch.matrix_negative", path, {std::to_string(*seconds)}});
    if (seconds && *seconds > k_longest_way_s) refusals_.push_back({"dispatch.matrix_too_large", path, {std::to_string(*seconds), std::to_string(k_longest_way_s)}});
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(seconds.value_or(0), 0, k_longest_way_s));
  }

  void read_person(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Person person{reader.text("id"), {}};
    person.usual_carers = reader.id_list("usual_carers", carers_);
    problem_.persons.push_back(std::move(person));
    reader.finish();
  }

  std::vector<SkillLevel> read_skills(JsonReader& reader) {
    std::vector<SkillLevel> skills;
    reader.each("skills", [&](const json::value& value, const std::string& path) {
      JsonReader item(value, path, refusals_);
      const int skill = item.required_id("skill", skills_);
      skills.push_back({skill, static_cast<int>(item.integer_within("level", 1, 1, k_highest_level))});
      item.finish();
    });
    return skills;
  }

  void read_carer(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Carer carer;
    carer.id = reader.text("id");
    carer.mode = reader.required_id("mode", modes_);
    carer.skills = read_skills(reader);
    carer.traits = reader.id_list("traits", traits_);
    carer.most_work_s = reader.optional_integer("most_work_s");
    problem_.carers.push_back(std::move(carer));
    reader.finish();
  }

  void read_visit(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Visit visit;
    visit.id = reader.text("id");
    visit.place = reader.required_id("place", places_);
    visit.person = reader.id("person", persons_);
    visit.length_s = reader.integer("length_s");
    reader.each("windows", [&](const json::value& item, const std::string& item_path) {
      JsonReader window(item, item_path, refusals_);
      visit.windows.push_back({window.integer("opens_s"), window.integer("closes_s")});
      window.finish();
    });
    visit.lateness_limit_s = reader.integer("lateness_limit_s", 0);
    visit.skills = read_skills(reader);
    reader.each("wishes", [&](const json::value& item, const std::string& item_path) {
      JsonReader wish(item, item_path, refusals_);
      visit.wishes.push_back({wish.required_id("trait", traits_), wish.boolean("must", false)});
      wish.finish();
    });
    visit.prize = reader.integer("prize", 1);
    visit.preferred_carers = reader.id_list("preferred_carers", carers_);
    visit.excluded_carers = reader.id_list("excluded_carers", carers_);
    visit.pinned_carer = reader.id("pinned_carer", carers_);
    visit.pinned_start_s = reader.optional_integer("pinned_start_s");
    if (const json::value* promise = reader.member("promise")) visit.promise = read_promise(*promise, path + "/promise");
    const std::int64_t carers = reader.integer_within("carers", 1, 1, k_most_carers_of_visit);
    visit.entry = visits_read_++;
    reader.finish();
    add_visit(visit, carers, path);
  }

  void add_visit(const Visit& visit, std::int64_t carers, const std::string& path) {
    const int first = static_cast<int>(problem_.visits.size());
    for (std::int64_t i = 1; i <= carers; ++i) {
      Visit one = visit;
      if (i > 1) one.id += "#" + std::to_string(i);
      const int index = static_cast<int>(problem_.visits.size());
      if (!visits_.emplace(one.id, index).second) refusals_.push_back({"dispatch.json.repeated_id", path + "/id", {one.id}});
      if (i > 1) problem_.links.push_back({first, index, 0, 0, true});
      // Two of a group of three are tied through the first; that all differ needs a link each.
      for (int other = first + 1; other < index; ++other) problem_.links.push_back({other, index, 0, 0, true});
      problem_.visits.push_back(std::move(one));
    }
    if (problem_.visits.size() > k_most_visits) refusals_.push_back({"dispatch.too_many_visits", path, {std::to_string(k_most_visits)}});
  }

  Promise read_promise(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Promise promise;
    promise.carer = reader.id("carer", carers_);
    promise.start_s = reader.optional_integer("start_s");
    promise.tolerance_s = reader.integer("tolerance_s", 0);
    promise.carer_price = reader.integer("carer_price", 0);
    promise.start_price = reader.integer("start_price", 0);
    reader.finish();
    return promise;
  }

  void read_link(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Link link;
    link.first = reader.required_id("first", visits_);
    link.second = reader.required_id("second", visits_);
    link.least_s = reader.integer("least_s", 0);
    link.most_s = reader.integer("most_s", 0);
    link.different_carers = reader.boolean("different_carers", true);
    link.entry = links_read_++;
    problem_.links.push_back(link);
    reader.finish();
  }

  void read_shift(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Shift day;
    day.carer = reader.required_id("carer", carers_);
    day.begins_s = reader.integer("begins_s");
    day.ends_s = reader.integer("ends_s");
    day.overtime_limit_s = reader.integer("overtime_limit_s", 0);
    day.start_place = reader.required_id("start_place", places_);
    day.end_place = reader.id("end_place", places_);
    if (const json::value* rest = reader.member("break")) {
      JsonReader item(*rest, path + "/break", refusals_);
      day.rest = Break{item.integer("opens_s"), item.integer("closes_s"), item.integer("length_s"), item.id("place", places_), item.optional_integer("begun_s")};
      item.finish();
    }
    day.most_work_s = reader.optional_integer("most_work_s");
    day.free_from_s = reader.optional_integer("free_from_s");
    reader.each("locked", [&](const json::value& item, const std::string& item_path) {
      if (!item.is_string()) return refusals_.push_back({"dispatch.json.not_text", item_path, {}});
      const std::string stop(item.as_string());
      const auto found = visits_.find(stop);
      if (stop != "break" && found == visits_.end()) refusals_.push_back({"dispatch.json.unknown_id", item_path, {stop}});
      day.locked.push_back(stop == "break" || found == visits_.end() ? k_break : found->second);
    });
    problem_.shifts.push_back(std::move(day));
    reader.finish();
  }

  void read_objective(JsonReader& reader) {
    problem_.objective = reader.has("objective") ? Objective{} : usual_objective();
    reader.each("objective", [this](const json::value& value, const std::string& path) {
      JsonReader level(value, path, refusals_);
      Level read;
      for (std::size_t term = 0; term < k_terms; ++term) read.weight[term] = level.integer(name_of(static_cast<Term>(term)), 0);
      problem_.objective.levels.push_back(read);
      level.finish();
    });
  }

  const json::value& root_;
  Problem problem_;
  Refusals refusals_;
  Ids places_, modes_, persons_, carers_, visits_, skills_, traits_;
  std::vector<Point> points_;
  int visits_read_ = 0;
  int links_read_ = 0;
  std::size_t on_earth_ = 0;  ///< places with longitude and latitude
};

class ProblemWriter {
 public:
  explicit ProblemWriter(const Problem& problem) : problem_(problem) {}

  json::object write() {
    json::object root{{"format", "laoyou.dispatch.problem"}, {"version", 1}};
    root["skills"] = json::value_from(problem_.skills);
    root["traits"] = json::value_from(problem_.traits);
    root["places"] = list(problem_.places, [](const Place& place) { return json::object{{"id", place.id}, {"x_m", place.x_m}, {"y_m", place.y_m}}; });
    root["modes"] = list(problem_.modes, [this](const Mode& mode) { return write_mode(mode); });
    root["persons"] = list(problem_.persons, [this](const Person& person) {
      return json::object{{"id", person.id}, {"usual_carers", carers(person.usual_carers)}};
    });
    root["carers"] = list(problem_.carers, [this](const Carer& carer) { return write_carer(carer); });
    root["visits"] = list(problem_.visits, [this](const Visit& visit) { return write_visit(visit); });
    root["links"] = list(problem_.links, [this](const Link& link) {
      return json::object{{"first", visit(link.first)}, {"second", visit(link.second)}, {"least_s", link.least_s}, {"most_s", link.most_s}, {"different_carers", link.different_carers}};
    });
    root["shifts"] = list(problem_.shifts, [this](const Shift& day) { return write_shift(day); });
    root["objective"] = list(problem_.objective.levels, [](const Level& level) {
      json::object weights;
      for (std::size_t term = 0; term < k_terms; ++term)
        if (level.weight[term] != 0) weights[name_of(static_cast<Term>(term))] = level.weight[term];
      return weights;
    });
    return root;
  }

 private:
  template <class Items, class Write>
  static json::array list(const Items& items, const Write& write) {
    json::array array;
    for (const auto& item : items) array.push_back(write(item));
    return array;
  }
  const std::string& place(int index) const { return problem_.places[static_cast<std::size_t>(index)].id; }
  const std::string& carer(int index) const { return problem_.carers[static_cast<std::size_t>(index)].id; }
  const std::string& visit(int index) const { return problem_.visits[static_cast<std::size_t>(index)].id; }
  json::array carers(const std::vector<int>& indices) const { return list(indices, [this](int index) { return json::value(carer(index)); }); }
  json::array skills(const std::vector<SkillLevel>& held) const {
    return list(held, [this](const SkillLevel& one) {
      return json::object{{"skill", problem_.skills[static_cast<std::size_t>(one.skill)]}, {"level", one.level}};
    });
  }

  json::object write_mode(const Mode& mode) const {
    if (mode.seconds.empty()) return {{"id", mode.id}, {"metres_per_hour", mode.metres_per_hour}};
    json::array rows;
    const std::size_t places = problem_.places.size();
    for (std::size_t row = 0; row < places; ++row) {
      json::array cells;
      for (std::size_t cell = 0; cell < places; ++cell) {
        const std::int32_t seconds = mode.seconds[row * places + cell];
        cells.push_back(seconds >= k_unreachable_s ? json::value(nullptr) : json::value(seconds));
      }
      rows.push_back(std::move(cells));
    }
    return {{"id", mode.id}, {"seconds", std::move(rows)}};
  }

  json::object write_carer(const Carer& carer) const {
    json::object object{{"id", carer.id}, {"mode", problem_.modes[static_cast<std::size_t>(carer.mode)].id}, {"skills", skills(carer.skills)}};
    object["traits"] = list(carer.traits, [this](int trait) { return json::value(problem_.traits[static_cast<std::size_t>(trait)]); });
    if (carer.most_work_s) object["most_work_s"] = *carer.most_work_s;
    return object;
  }

  json::object write_visit(const Visit& visit) const {
    json::object object{{"id", visit.id}, {"place", place(visit.place)}, {"length_s", visit.length_s}, {"prize", visit.prize}};
    if (visit.person != k_none) object["person"] = problem_.persons[static_cast<std::size_t>(visit.person)].id;
    object["windows"] = list(visit.windows, [](const Window& window) { return json::object{{"opens_s", window.opens_s}, {"closes_s", window.closes_s}}; });
    if (visit.lateness_limit_s != 0) object["lateness_limit_s"] = visit.lateness_limit_s;
    object["skills"] = skills(visit.skills);
    object["wishes"] = list(visit.wishes, [this](const Wish& wish) {
      return json::object{{"trait", problem_.traits[static_cast<std::size_t>(wish.trait)]}, {"must", wish.must}};
    });
    object["preferred_carers"] = carers(visit.preferred_carers);
    object["excluded_carers"] = carers(visit.excluded_carers);
    if (visit.pinned_carer != k_none) object["pinned_carer"] = carer(visit.pinned_carer);
    if (visit.pinned_start_s) object["pinned_start_s"] = *visit.pinned_start_s;
    if (visit.promise) object["promise"] = write_promise(*visit.promise);
    return object;
  }

  json::object write_promise(const Promise& promise) const {
    json::object object{{"tolerance_s", promise.tolerance_s}, {"carer_price", promise.carer_price}, {"start_price", promise.start_price}};
    if (promise.carer != k_none) object["carer"] = carer(promise.carer);
    if (promise.start_s) object["start_s"] = *promise.start_s;
    return object;
  }

  json::object write_shift(const Shift& day) const {
    json::object object{{"carer", carer(day.carer)}, {"begins_s", day.begins_s}, {"ends_s", day.ends_s}, {"overtime_limit_s", day.overtime_limit_s}, {"start_place", place(day.start_place)}};
    if (day.end_place != k_none) object["end_place"] = place(day.end_place);
    if (day.rest) {
      json::object rest{{"opens_s", day.rest->opens_s}, {"closes_s", day.rest->closes_s}, {"length_s", day.rest->length_s}};
      if (day.rest->place != k_none) rest["place"] = place(day.rest->place);
      if (day.rest->begun_s) rest["begun_s"] = *day.rest->begun_s;
      object["break"] = std::move(rest);
    }
    if (day.most_work_s) object["most_work_s"] = *day.most_work_s;
    if (day.free_from_s) object["free_from_s"] = *day.free_from_s;
    object["locked"] = list(day.locked, [this](int stop) { return json::value(stop == k_break ? std::string("break") : visit(stop)); });
    return object;
  }

  const Problem& problem_;
};

}  // namespace

CheckedResult<Problem> read_problem(const json::value& value) { return ProblemReader(value).read(); }

CheckedResult<Problem> read_problem(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return value.error();
  return read_problem(*value);
}

json::object write_problem(const Problem& problem) { return ProblemWriter(problem).write(); }

}  // namespace laoyou::dispatch
