#include "app/coverage_command.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <ostream>

#include "app/coverage_question.h"
#include "app/engine_command.h"
#include "base/check.h"
#include "base/csv.h"
#include "base/messages.h"
#include "engines/coverage/cut_off.h"
#include "engines/coverage/isochrone.h"
#include "engines/coverage/reach_summary.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou coverage --osm FILE|--graph NODES.csv,EDGES.csv --places CSV --people CSV [--minutes 15|--metres 300]\n"
    "  [--mode walk|car] [--speeds CSV] [--metres-per-minute 72] [--direction to|from] [--threads N] [--list]\n"
    "  [--scores] [--zones 5:1,10:0.5,15:0.2] [--area CELL_M] [--matrix CSV] [--json]\n";

constexpr double k_farthest_street_m = 1'000;

/// A fraction of a person is shown only in the sum.
std::int64_t whole_people(double count) { return std::llround(count); }

std::string shortest(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  CHECK(error == std::errc());
  return {text, end};
}

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
  KindAnswer(const CoverageQuestion& question, const coverage::ReachIndex& index, const Points& people, std::span<const coverage::Position> where)
      : question_(question), index_(index), people_(people), where_(where) {}

  Result<boost::json::object> answer(const std::string& kind, const Points& places, const std::vector<coverage::Position>& positions) const {
    const auto nearest = index_.nearest_places(where_, positions, question_.reach);
    const auto regions = coverage::share_by_region(nearest, people_.counts, people_.regions);
    boost::json::object result{{"kind", kind},
                               {"places", positions.size()},
                               {"people", whole_people(regions.back().people)},
                               {"reached", whole_people(regions.back().reached)},
                               {"share", regions.back().share()}};
    boost::json::array by_region;
    for (std::size_t at_region = 0; at_region + 1 < regions.size(); ++at_region) {
      const coverage::RegionReach& region = regions[at_region];
      by_region.push_back(
          boost::json::object{{"region", region.region}, {"people", whole_people(region.people)}, {"reached", whole_people(region.reached)}, {"share", region.share()}});
    }
    result["regions"] = std::move(by_region);
    result["not_reached"] = names(coverage::not_reached(nearest));
    const coverage::CutOff lost = coverage::cut_off(index_.network(), where_, positions);
    result["no_street"] = counted(lost.no_street);
    result["cut_off"] = counted(lost.islands);
    if (question_.list) result["nearest"] = list(nearest, places);
    if (!question_.zones.empty()) {
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

  /// Who has no row in the travel table, and so is nobody to whoever reads it.
  [[nodiscard]] boost::json::array without_place(const std::vector<coverage::Position>& positions) const {
    return names(coverage::not_reached(index_.nearest_places(where_, positions, question_.reach)));
  }

 private:
  [[nodiscard]] boost::json::array names(std::span<const std::int32_t> people) const {
    boost::json::array result;
    for (const std::int32_t person : people) result.push_back(boost::json::string(people_.names[static_cast<std::size_t>(person)]));
    return result;
  }

  [[nodiscard]] boost::json::object counted(std::span<const std::int32_t> people) const {
    double count = 0;
    for (const std::int32_t person : people) count += people_.counts[static_cast<std::size_t>(person)];
    return boost::json::object{{"people", whole_people(count)}, {"of", names(people)}};
  }

  [[nodiscard]] boost::json::array list(const std::vector<coverage::NearestPlace>& nearest, const Points& places) const {
    boost::json::array rows;
    for (std::size_t person = 0; person < nearest.size(); ++person) {
      if (nearest[person].place < 0) continue;
      rows.push_back(boost::json::object{{"id", people_.names[person]},
                                         {"place", places.names[static_cast<std::size_t>(nearest[person].place)]},
                                         {question_.in_metres ? "metres" : "seconds", static_cast<double>(nearest[person].time_ms) / 1000}});
    }
    return rows;
  }

  /// Two-step floating catchment in the zones asked for; what a place holds is its capacity.
  [[nodiscard]] Result<boost::json::object> scores(const Points& places, const std::vector<coverage::Position>& positions) const {
    coverage::ReachOptions reach = question_.reach;
    reach.limit_ms = question_.zones.back().until_ms;
    const auto pairs = index_.travel_pairs(where_, positions, reach);
    const auto access = coverage::floating_catchment(people_.counts, places.counts, coverage::in_zones(pairs, question_.zones));
    if (!access) return access.error();
    boost::json::array of_people;
    for (std::size_t person = 0; person < people_.counts.size(); ++person) {
      of_people.push_back(boost::json::object{{"id", people_.names[person]}, {"score", access->score[person]}});
    }
    return boost::json::object{{"unused_supply", access->unused_supply}, {"of", std::move(of_people)}};
  }

  const CoverageQuestion& question_;
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

/// The travel table of all pairs within the limit, as `laoyou siting solve --format matrix` reads it: seconds, or metres where the limit is
/// in metres. Somebody without a place in reach has no row.
std::string travel_csv(const coverage::ReachIndex& index, const CoverageQuestion& question, const Points& people, std::span<const coverage::Position> where,
                       const Points& places, std::span<const coverage::Position> positions) {
  std::string text = "cost,place,client,people,price_fen,existing\n";
  for (const coverage::TravelPair& pair : index.travel_pairs(where, positions, question.reach)) {
    const auto person = static_cast<std::size_t>(pair.person), place = static_cast<std::size_t>(pair.place);
    text += std::to_string(pair.time_ms / 1000) + "." + std::to_string(1000 + pair.time_ms % 1000).substr(1) + "," + csv_cell(places.names[place]) + "," +
            csv_cell(people.names[person]) + "," + shortest(people.counts[person]) + "," + std::to_string(places.prices_fen[place]) +
            (places.existing[place] ? ",1\n" : ",0\n");
  }
  return text;
}

Result<boost::json::object> answer(const Options& options) {
  const auto question = read_coverage_question(options);
  if (!question) return question.error();
  auto raw = read_streets(options, question->profile);
  if (!raw) return raw.error();
  const auto people = read_points(*options.value("people"), tables::wanted("people", {"population", "count", "人数", "人口"}), {"over_65", "over_80", "under_3"});
  if (!people) return people.error();
  const auto places = read_points(*options.value("places"), tables::wanted("capacity", {"supply", "容量"}));
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
  boost::json::array rowless;
  if (question->matrix_path) {
    const auto positions = finder.nearest(places->points, k_farthest_street_m, 1);
    if (const auto done = write_whole_file(*question->matrix_path, travel_csv(index, *question, *people, where, *places, positions)); !done) return done.error();
    rowless = answers.without_place(positions);
  }
  boost::json::object result{{"junctions", network.junctions.size()}, {"streets", network.streets.size()}, {"kinds", std::move(kinds)}, {"seconds", seconds.count()}};
  if (question->matrix_path) result["not_in_matrix"] = std::move(rowless);
  return result;
}

/// Those whom no limit would reach, with a few of their names.
void print_part(const boost::json::object& part, std::string_view why, std::ostream& out) {
  constexpr std::size_t k_shown = 5;
  const boost::json::array& names = part.at("of").as_array();
  if (names.empty()) return;
  out << "  其中 " << names.size() << " 处居住点 " << part.at("people") << " 人" << why << "（请核对路网是否完整）：";
  for (std::size_t i = 0; i < std::min(names.size(), k_shown); ++i) out << (i == 0 ? "" : "、") << names[i].as_string().c_str();
  out << (names.size() > k_shown ? "…\n" : "\n");
}

void print_plainly(const boost::json::object& result, std::ostream& out) {
  out << "路网 " << result.at("junctions") << " 个路口，" << result.at("streets") << " 段路\n";
  if (const auto* rowless = result.if_contains("not_in_matrix"); rowless != nullptr && !rowless->as_array().empty())
    out << "出行表中没有 " << rowless->as_array().size() << " 处居住点：限度内到不了任何场所，选址时不会算到他们\n";
  for (const boost::json::value& each : result.at("kinds").as_array()) {
    const boost::json::object& kind = each.as_object();
    const std::string_view name = kind.at("kind").as_string();
    out << (name.empty() ? "各点" : name) << "：" << kind.at("places") << " 处，可达 " << kind.at("reached") << " / " << kind.at("people") << " 人（"
        << 100 * kind.at("share").as_double() << " %），未达 " << kind.at("not_reached").as_array().size() << " 处居住点\n";
    print_part(kind.at("no_street").as_object(), "附近没有路", out);
    print_part(kind.at("cut_off").as_object(), "所在的路与各处场所都不相连", out);
  }
}

}  // namespace

int coverage_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"osm", "graph", "places", "people", "minutes", "metres", "mode", "speeds", "metres-per-minute", "direction", "threads",
                                             "zones", "area", "matrix"},
                                     {"list", "scores", "json"});
  const bool complete = options && options->words().empty() && options->has("osm") != options->has("graph") && !(options->has("minutes") && options->has("metres")) &&
                        options->has("places") && options->has("people");
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
