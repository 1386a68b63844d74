#include "app/coverage_question.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <thread>

#include "app/engine_command.h"
#include "engines/streets/osm_import.h"
#include "engines/streets/street_csv.h"
#include "engines/tables/column_table.h"

namespace laoyou::app {
namespace {

constexpr double k_most_limit = 1'000'000;  // seconds or metres
constexpr double k_longest_minutes = k_most_limit / 60;

Result<streets::TravelProfile> read_profile(const Options& options) {
  const std::string mode = options.value("mode").value_or("walk");
  if (mode != "walk" && mode != "car") return refuse("option.unknown_value", {"mode", mode, "walk, car"});
  streets::TravelProfile profile = streets::default_profile(mode == "car" ? streets::TravelMode::car : streets::TravelMode::walk);
  if (const auto path = options.value("speeds")) {
    const auto text = read_whole_file(*path);
    if (!text) return text.error();
    auto classes = streets::read_street_classes(*text);
    if (!classes) return at(*path + ":", classes.error());
    profile.classes = std::move(*classes);
  }
  const auto speed = number_between<double>(options, "metres-per-minute", 1, 1'000);
  if (!speed) return speed.error();
  if (*speed) profile.walking_speed_m_s = **speed / 60;
  return profile;
}

/// The limit, and for one in metres streets that all take a second for each.
Result<void> read_limit(const Options& options, CoverageQuestion& question) {
  const auto minutes = number_between<double>(options, "minutes", 0, k_longest_minutes);
  if (!minutes) return minutes.error();
  const auto metres = number_between<double>(options, "metres", 0, k_most_limit);
  if (!metres) return metres.error();
  question.in_metres = metres->has_value();
  if (question.in_metres) question.profile.even_speed_m_s = 1;
  question.reach.walking_speed_m_s = question.in_metres ? 1 : question.profile.walking_speed_m_s;
  question.reach.limit_ms = static_cast<std::int32_t>(std::lround((question.in_metres ? **metres : minutes->value_or(15) * 60) * 1000));
  return {};
}

/// "5:1,10:0.5": until 5 minutes (or metres) a place counts wholly, until 10 by half.
Result<std::vector<coverage::CatchmentZone>> read_zones(const std::string& words, bool in_metres) {
  std::vector<coverage::CatchmentZone> zones;
  std::istringstream each(words);
  for (std::string zone; std::getline(each, zone, ',');) {
    std::istringstream numbers(zone);
    double until = 0, weight = 0;
    char colon = 0;
    numbers >> until >> colon >> weight;
    const double seconds = in_metres ? until : until * 60;
    const bool read = !numbers.fail() && numbers.peek() == std::istringstream::traits_type::eof() && colon == ':';
    if (!read || !(seconds >= 0 && seconds <= k_most_limit && weight > 0 && weight <= 1)) return at("--zones", refuse("coverage.zones_malformed", {zone}));
    const auto until_ms = static_cast<std::int32_t>(std::lround(seconds * 1000));
    if (!zones.empty() && (until_ms <= zones.back().until_ms || weight > zones.back().weight)) return at("--zones", refuse("coverage.zones_malformed", {zone}));
    zones.push_back({until_ms, weight});
  }
  if (zones.empty()) return at("--zones", refuse("coverage.zones_malformed", {words}));
  return zones;
}

}  // namespace

Result<CoverageQuestion> read_coverage_question(const Options& options) {
  CoverageQuestion question;
  auto profile = read_profile(options);
  if (!profile) return profile.error();
  question.profile = std::move(*profile);
  if (const auto limit = read_limit(options, question); !limit) return limit.error();
  const std::string direction = options.value("direction").value_or("to");
  if (direction != "to" && direction != "from") return refuse("option.unknown_value", {"direction", direction, "to, from"});
  question.reach.direction = direction == "to" ? coverage::Direction::to_places : coverage::Direction::from_places;
  const auto threads = number_option<unsigned>(options, "threads");
  if (!threads) return threads.error();
  constexpr unsigned k_most_threads = 256;
  question.reach.threads = std::clamp(threads->value_or(std::thread::hardware_concurrency()), 1U, k_most_threads);
  const auto area = number_option<double>(options, "area");
  if (!area) return area.error();
  question.area_cell_m = *area;
  question.list = options.has("list");
  question.matrix_path = options.value("matrix");
  if (options.has("scores")) question.zones = {{question.reach.limit_ms, 1.0}};
  if (const auto words = options.value("zones")) {
    auto zones = read_zones(*words, question.in_metres);
    if (!zones) return zones.error();
    question.zones = std::move(*zones);
  }
  return question;
}

Result<streets::StreetNetwork> read_streets(const Options& options, const streets::TravelProfile& profile) {
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
  if (network->streets.empty()) return at(files, refuse("streets.no_street"));
  return network;
}

Result<Points> read_points(const std::string& path, const tables::KnownColumn& count_column, const std::vector<std::string>& passed_over) {
  using tables::needed, tables::wanted;
  const auto text = read_whole_file(path);
  if (!text) return text.error();
  std::vector<tables::KnownColumn> known{wanted("id", {"编号"}), wanted("name", {"名称"}), needed("longitude", {"lon", "lng", "经度"}), needed("latitude", {"lat", "纬度"}),
                                         count_column, wanted("region", {"区划代码", "地区"}), wanted("kind", {"类型", "类别"}), wanted("price_fen"), wanted("existing", {"已有"})};
  for (const std::string& column : passed_over) known.push_back(wanted(column));
  const auto table = tables::ColumnTable::read(*text, known);
  if (!table) return at(path + ":", table.error());
  const bool counted = table->has(count_column.name);
  for (const std::string& column : passed_over) {
    // Who counts only some of the people must say how many there are.
    if (!counted && table->has(column)) return at(path + ":1:1", refuse("table.column_missing", {count_column.name}));
  }
  const char* const name = table->has("id") ? "id" : "name";
  Points points;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto east = table->number(row, "longitude", -180, 180);
    if (!east) return at(path + ":", east.error());
    const auto north = table->number(row, "latitude", -90, 90);
    if (!north) return at(path + ":", north.error());
    const auto count = counted ? table->number(row, count_column.name, 0, 1e9) : Result<double>(1);
    if (!count) return at(path + ":", count.error());
    const auto price_fen = table->whole_number_or(0, row, "price_fen", 1'000'000'000'000'000);
    if (!price_fen) return at(path + ":", price_fen.error());
    const auto existing = table->whole_number_or(0, row, "existing", 1);
    if (!existing) return at(path + ":", existing.error());
    points.points.push_back({*east, *north});
    points.counts.push_back(*count);
    points.prices_fen.push_back(*price_fen);
    points.existing.push_back(*existing == 1);
    points.names.push_back(table->has(name) ? table->text(row, name) : std::to_string(row + 1));
    points.regions.push_back(table->text(row, "region"));
    points.kinds.push_back(table->text(row, "kind"));
  }
  return points;
}

}  // namespace laoyou::app
