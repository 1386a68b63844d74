#include "app/coverage_command.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <cmath>
#include <map>
#include <ostream>
#include <thread>

#include "app/siting_command.h"
#include "base/messages.h"
#include "engines/coverage/floating_catchment.h"
#include "engines/coverage/isochrone.h"
#include "engines/coverage/reach_summary.h"
#include "engines/streets/osm_import.h"
#include "engines/streets/street_csv.h"
#include "engines/streets/street_table.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou coverage --osm FILE|--graph NODES.csv,EDGES.csv --places CSV --people CSV [--minutes 15|--metres 300]\n"
    "  [--mode walk|car] [--metres-per-minute 72] [--direction to|from] [--threads N] [--list] [--scores] [--area CELL_M] [--json]\n";

constexpr double k_farthest_street_m = 1'000;

/// People or places read from a table.
struct Points {
  std::vector<std::string> names, regions, kinds;
  std::vector<Point> points;
  std::vector<std::int64_t> counts;  // people of the row, or what the place holds
};

/// What the words ask for.
struct Question {
  streets::TravelProfile profile;
  coverage::ReachOptions reach;
  bool list = false, scores = false;
  std::optional<double> area_cell_m;
};

const char* either(const streets::StreetTable& table, std::initializer_list<const char*> names) {
  for (const char* const name : names) {
    if (table.has(name)) return name;
  }
  return "";
}

/// A table with a point in each row. `count` names the column of the number that goes with it; 1 where the table has none.
Result<Points> read_points(const std::string& path, const std::vector<const char*>& count_columns) {
  const auto text = read_whole_file(path);
  if (!text) return text.error();
  std::vector<std::string> optional{"id", "name", "longitude", "lon", "latitude", "lat", "region", "kind"};
  optional.insert(optional.end(), count_columns.begin(), count_columns.end());
  const auto table = streets::StreetTable::read(*text, {}, optional);
  if (!table) return at(path + ":", table.error());
  const char* const longitude = either(*table, {"longitude", "lon"});
  const char* const latitude = either(*table, {"latitude", "lat"});
  if (*longitude == 0 || *latitude == 0) return at(path + ":1:1", refuse("streets.column_missing", {*longitude == 0 ? "longitude" : "latitude"}));
  const char* const name = either(*table, {"id", "name"});
  const auto counted = std::find_if(count_columns.begin(), count_columns.end(), [&](const char* column) { return table->has(column); });
  Points points;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto east = table->number(row, longitude, -180, 180);
    if (!east) return at(path + ":", east.error());
    const auto north = table->number(row, latitude, -90, 90);
    if (!north) return at(path + ":", north.error());
    std::int64_t count = 1;
    if (counted != count_columns.end()) {
      const auto given = table->number(row, *counted, 0, 1e9);
      if (!given) return at(path + ":", given.error());
      count = std::llround(*given);
    }
    points.points.push_back({*east, *north});
    points.counts.push_back(count);
    points.names.push_back(*name == 0 ? std::to_string(row + 1) : table->text(row, name));
    points.regions.push_back(table->text(row, "region"));
    points.kinds.push_back(table->text(row, "kind"));
  }
  return points;
}

Result<Question> read_question(const Options& options) {
  Question question;
  const std::string mode = options.value("mode").value_or("walk");
  if (mode != "walk" && mode != "car") return refuse("option.unknown_value", {"mode", mode, "walk, car"});
  question.profile = streets::default_profile(mode == "car" ? streets::TravelMode::car : streets::TravelMode::walk);
  const auto speed = number_option<double>(options, "metres-per-minute");
  if (!speed) return speed.error();
  if (*speed && !(**speed >= 1 && **speed <= 1'000)) return at("--metres-per-minute", refuse("streets.out_of_range", {*options.value("metres-per-minute"), "1", "1000"}));
  if (*speed) question.profile.walking_speed_m_s = **speed / 60;
  const auto minutes = number_option<double>(options, "minutes");
  if (!minutes) return minutes.error();
  const auto metres = number_option<double>(options, "metres");
  if (!metres) return metres.error();
  double seconds = minutes->value_or(15) * 60;
  if (*metres) {
    // A distance is a time at a speed that steps do not slow.
    for (streets::StreetClass& each : question.profile.classes) each.walk_share = each.walk_share > 0 ? 1 : 0;
    seconds = **metres / question.profile.walking_speed_m_s;
  }
  if (!(seconds >= 0 && seconds <= 1e6)) return at(*metres ? "--metres" : "--minutes", refuse("streets.out_of_range", {std::to_string(seconds), "0", "1000000"}));
  question.reach.limit_ms = static_cast<std::int32_t>(std::lround(seconds * 1000));
  question.reach.walking_speed_m_s = question.profile.walking_speed_m_s;
  const std::string direction = options.value("direction").value_or("to");
  if (direction != "to" && direction != "from") return refuse("option.unknown_value", {"direction", direction, "to, from"});
  question.reach.direction = direction == "to" ? coverage::Direction::to_places : coverage::Direction::from_places;
  const auto threads = number_option<unsigned>(options, "threads");
  if (!threads) return threads.error();
  question.reach.threads = std::clamp(threads->value_or(std::thread::hardware_concurrency()), 1U, 256U);
  const auto area = number_option<double>(options, "area");
  if (!area) return area.error();
  question.area_cell_m = *area;
  question.list = options.has("list");
  question.scores = options.has("scores");
  return question;
}

Result<streets::StreetNetwork> read_network(const Options& options, const streets::TravelProfile& profile) {
  if (const auto extract = options.value("osm")) {
    const auto bytes = read_whole_file(*extract);
    if (!bytes) return bytes.error();
    auto imported = streets::import_osm(*bytes, profile);
    if (!imported) return at(*extract + ":", imported.error());
    return std::move(imported->network);
  }
  const std::string files = *options.value("graph");
  const std::size_t comma = files.find(',');
  if (comma == std::string::npos) return refuse("option.unknown_value", {"graph", files, "NODES.csv,EDGES.csv"});
  const auto nodes = read_whole_file(files.substr(0, comma));
  if (!nodes) return nodes.error();
  const auto edges = read_whole_file(files.substr(comma + 1));
  if (!edges) return edges.error();
  auto network = streets::read_street_csv(*nodes, *edges, profile);
  if (!network) return at(files + ":", network.error());
  return network;
}

double share(const Ratio& people) { return people.whole == 0 ? 0 : static_cast<double>(people.part) / static_cast<double>(people.whole); }

boost::json::array area_of(const std::vector<coverage::Ring>& rings) {
  boost::json::array result;
  for (const coverage::Ring& ring : rings) {
    boost::json::array points;
    for (const Point& point : ring.points) points.push_back(boost::json::array{point.longitude, point.latitude});
    result.push_back(boost::json::object{{"hole", ring.hole}, {"points", std::move(points)}});
  }
  return result;
}

/// Answers the question for the places of one kind.
class KindAnswer {
 public:
  KindAnswer(const Question& question, const coverage::ReachIndex& index, const Points& people, std::span<const coverage::Position> where)
      : question_(question), index_(index), people_(people), where_(where) {}

  Result<boost::json::object> answer(const std::string& kind, const Points& places, const std::vector<coverage::Position>& positions) const {
    const auto nearest = index_.nearest_places(where_, positions, question_.reach);
    const auto regions = coverage::share_by_region(nearest, people_.counts, people_.regions);
    boost::json::object result{{"kind", kind},
                               {"places", positions.size()},
                               {"people", regions.back().people.whole},
                               {"reached", regions.back().people.part},
                               {"share", share(regions.back().people)}};
    boost::json::array by_region;
    for (std::size_t at_region = 0; at_region + 1 < regions.size(); ++at_region) {
      const Ratio& count = regions[at_region].people;
      by_region.push_back(boost::json::object{{"region", regions[at_region].region}, {"people", count.whole}, {"reached", count.part}, {"share", share(count)}});
    }
    result["regions"] = std::move(by_region);
    boost::json::array lost;
    for (const std::int32_t person : coverage::not_reached(nearest)) lost.push_back(boost::json::string(people_.names[static_cast<std::size_t>(person)]));
    result["not_reached"] = std::move(lost);
    if (question_.list) result["nearest"] = list(nearest, places);
    if (question_.scores) {
      auto scored = scores(places, positions);
      if (!scored) return scored.error();
      result["scores"] = std::move(*scored);
    }
    if (question_.area_cell_m) {
      const auto rings = coverage::reached_area(index_, positions, question_.reach, *question_.area_cell_m);
      if (!rings) return at("--area", rings.error());
      result["area"] = area_of(*rings);
    }
    return result;
  }

 private:
  [[nodiscard]] boost::json::array list(const std::vector<coverage::NearestPlace>& nearest, const Points& places) const {
    boost::json::array rows;
    for (std::size_t person = 0; person < nearest.size(); ++person) {
      if (nearest[person].place < 0) continue;
      rows.push_back(boost::json::object{{"id", people_.names[person]},
                                         {"place", places.names[static_cast<std::size_t>(nearest[person].place)]},
                                         {"seconds", static_cast<double>(nearest[person].time_ms) / 1000}});
    }
    return rows;
  }

  /// Two-step floating catchment within the limit; what a place holds is its capacity.
  [[nodiscard]] Result<boost::json::object> scores(const Points& places, const std::vector<coverage::Position>& positions) const {
    const auto pairs = index_.travel_pairs(where_, positions, question_.reach);
    const std::vector<coverage::CatchmentZone> zone{{question_.reach.limit_ms, 1.0}};
    const std::vector<double> count(people_.counts.begin(), people_.counts.end()), supply(places.counts.begin(), places.counts.end());
    const auto access = coverage::floating_catchment(count, supply, coverage::in_zones(pairs, zone));
    if (!access) return access.error();
    boost::json::object of_person;
    for (std::size_t person = 0; person < count.size(); ++person) of_person[people_.names[person]] = access->score[person];
    return boost::json::object{{"unused_supply", access->unused_supply}, {"of", std::move(of_person)}};
  }

  const Question& question_;
  const coverage::ReachIndex& index_;
  const Points& people_;
  std::span<const coverage::Position> where_;
};

/// Places by kind, in the order of their names.
std::map<std::string, Points> by_kind(const Points& places) {
  std::map<std::string, Points> kinds;
  for (std::size_t place = 0; place < places.points.size(); ++place) {
    Points& kind = kinds[places.kinds[place]];
    kind.names.push_back(places.names[place]);
    kind.points.push_back(places.points[place]);
    kind.counts.push_back(places.counts[place]);
  }
  return kinds;
}

Result<boost::json::object> answer(const Options& options) {
  const auto question = read_question(options);
  if (!question) return question.error();
  auto raw = read_network(options, question->profile);
  if (!raw) return raw.error();
  const auto people = read_points(*options.value("people"), {"people", "population", "count"});
  if (!people) return people.error();
  const auto places = read_points(*options.value("places"), {"capacity", "supply"});
  if (!places) return places.error();
  const auto started = std::chrono::steady_clock::now();
  const streets::StreetNetwork network = coverage::numbered_by_place(*raw);
  const coverage::ReachIndex index(network);
  const coverage::StreetFinder finder(network);
  const auto where = finder.nearest(people->points, k_farthest_street_m, question->reach.threads);
  const KindAnswer answers(*question, index, *people, where);
  boost::json::array kinds;
  for (const auto& [kind, of_kind] : by_kind(*places)) {
    auto one = answers.answer(kind, of_kind, finder.nearest(of_kind.points, k_farthest_street_m, 1));
    if (!one) return one.error();
    kinds.push_back(std::move(*one));
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
  return boost::json::object{{"junctions", network.junctions.size()}, {"streets", network.streets.size()}, {"kinds", std::move(kinds)}, {"seconds", seconds.count()}};
}

void print_plainly(const boost::json::object& result, std::ostream& out) {
  out << "路网 " << result.at("junctions") << " 个路口，" << result.at("streets") << " 段路\n";
  for (const boost::json::value& each : result.at("kinds").as_array()) {
    const boost::json::object& kind = each.as_object();
    out << kind.at("kind").as_string().c_str() << "：" << kind.at("places") << " 处，可达 " << kind.at("reached") << " / " << kind.at("people") << " 人（"
        << 100 * kind.at("share").as_double() << " %），未达 " << kind.at("not_reached").as_array().size() << " 处居住点\n";
  }
}

}  // namespace

int coverage_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"osm", "graph", "places", "people", "minutes", "metres", "mode", "metres-per-minute", "direction", "threads", "area"},
                                     {"list", "scores", "json"});
  const bool complete = options && options->words().empty() && options->has("osm") != options->has("graph") && options->has("places") && options->has("people");
  if (!complete) {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  const auto result = answer(*options);
  if (!result) return say_refused({result.error()}, err);
  if (options->has("json")) {
    out << boost::json::serialize(*result) << "\n";
  } else {
    print_plainly(*result, out);
  }
  return 0;
}

}  // namespace laoyou::app
