// Coverage on real streets, in CPU seconds of one run: import against one pass of libosmium, bounded searches against a plain Dijkstra,
// a whole-city matrix against as many plain searches, a million people against five hundred places.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/visitor.hpp>
#include <span>
#include <sstream>
#include <string>

#include "base/random.h"
#include "engines/coverage/travel_matrix.h"
#include "engines/streets/osm_import.h"
#include "engines/streets/street_csv.h"
#include "plain_dijkstra.h"

namespace {

using namespace laoyou;

double cpu_s() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double wall_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) std::fprintf(stderr, "cannot read %s\n", path.c_str());
  return text.str();
}

struct Counter : osmium::handler::Handler {
  long nodes = 0, ways = 0;
  void node(const osmium::Node&) { ++nodes; }
  void way(const osmium::Way&) { ++ways; }
};

/// The quickest of several runs, in CPU seconds.
template <class Work>
double quickest(int runs, const Work& work) {
  double best = 1e9;
  for (int run = 0; run < runs; ++run) {
    const double start = cpu_s();
    work();
    best = std::min(best, cpu_s() - start);
  }
  return best;
}

streets::StreetNetwork import(const std::string& path, const streets::TravelProfile& profile) {
  const std::string bytes = text_of(path);
  const double pass = quickest(5, [&] {
    Counter counter;
    osmium::io::Reader reader(osmium::io::File(bytes.data(), bytes.size(), "pbf"));
    osmium::apply(reader, counter);
    reader.close();
  });
  const double import = quickest(5, [&] { (void)streets::import_osm(bytes, profile).value(); });
  std::printf("  import %.0f ms, one libosmium pass %.0f ms, ratio %.2f (limit 3)\n", import * 1e3, pass * 1e3, import / pass);
  return streets::import_osm(bytes, profile)->network;
}

void measure_searches(const coverage::TravelGraph& graph) {
  constexpr std::int32_t k_limit_ms = 15 * 60 * 1000;
  constexpr int k_sources = 1000;
  SeededRandom random(1);
  std::vector<std::int32_t> sources;
  for (int at = 0; at < k_sources; ++at) sources.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(graph.junctions()))));
  coverage::BoundedSearch search(graph.against, graph.longest_arc_ms);
  std::size_t reached = 0;
  const double bounded = quickest(5, [&] {
    reached = 0;
    for (const std::int32_t source : sources) {
      search.start();
      search.add_source(source, 0);
      search.run(k_limit_ms);
      reached += search.reached_junctions().size();
    }
  });
  long plain_reached = 0;
  const double plain = quickest(2, [&] {
    plain_reached = 0;
    for (const std::int32_t source : sources) {
      for (const std::int32_t time : bench::plain_dijkstra(graph.against, source, k_limit_ms)) plain_reached += time <= k_limit_ms ? 1 : 0;
    }
  });
  if (plain_reached != static_cast<long>(reached)) std::printf("  DIFFERENT ANSWERS %ld %zu\n", plain_reached, reached);
  std::printf("  15 minutes: %.4f ms a search (%zu junctions), plain Dijkstra %.4f ms, ratio %.1f\n", bounded / k_sources * 1e3, reached / k_sources,
              plain / k_sources * 1e3, plain / bounded);
}

void measure_matrix(const coverage::ReachIndex& index) {
  constexpr int k_places = 2800;
  SeededRandom random(2);
  std::vector<coverage::Position> places;
  for (int at = 0; at < k_places; ++at) {
    places.push_back({static_cast<std::int32_t>(random.below(index.network().streets.size())), static_cast<float>(random.unit()), 0});
  }
  double start = cpu_s();
  const coverage::Hierarchy hierarchy = coverage::build_hierarchy(index.graph());
  const double build = cpu_s() - start;
  coverage::TravelMatrix matrix;
  const double rows = quickest(5, [&] { matrix = coverage::travel_matrix(index, hierarchy, places, places, {}); });
  constexpr int k_plain = 50;
  start = cpu_s();
  for (int at = 0; at < k_plain; ++at) {
    const auto& street = index.network().streets[static_cast<std::size_t>(places[static_cast<std::size_t>(at)].street)];
    (void)bench::plain_dijkstra(index.graph().out, street.from, 1 << 29);
  }
  const double plain = (cpu_s() - start) / k_plain * k_places;
  std::printf("  matrix 2800 x 2800: %.0f ms after a hierarchy of %.0f ms; plain Dijkstra %.0f ms, ratio %.0f\n", rows * 1e3, build * 1e3, plain * 1e3, plain / rows);
}

/// From many homes to few places, as r5r's users ask it (its pull request 460 and issue 450 state what it takes there, the network built before).
void measure_homes_to_few(const coverage::ReachIndex& index) {
  constexpr std::size_t k_homes = 1500, k_places = 15;
  SeededRandom random(4);
  std::vector<coverage::Position> places;
  for (std::size_t at = 0; at < k_homes + k_places; ++at) {
    places.push_back({static_cast<std::int32_t>(random.below(index.network().streets.size())), static_cast<float>(random.unit()), 0});
  }
  const std::span all(places);
  const double start = wall_s();
  const coverage::Hierarchy hierarchy = coverage::build_hierarchy(index.graph());
  const double build = wall_s() - start;
  double table = 1e9;
  for (int run = 0; run < 5; ++run) {
    const double begun = wall_s();
    (void)coverage::travel_matrix(index, hierarchy, all.first(k_homes), all.last(k_places), {});
    table = std::min(table, wall_s() - begun);
  }
  std::printf("  1500 homes to 15 places: %.1f ms by the clock after a hierarchy of %.0f ms\n", table * 1e3, build * 1e3);
}

/// Everything asked of a city after its import: people tied to their streets, the nearest of the places for each, reached ones counted. The
/// clock counts, on two threads, the quickest of seven runs; on a machine with two free cores it should be half the CPU.
void measure_people(const coverage::ReachIndex& index) {
  constexpr int k_people = 1'000'000, k_places = 500, k_runs = 7;
  SeededRandom random(3);
  std::vector<Point> people;
  for (int at = 0; at < k_people; ++at) {
    const Point& near = index.network().junctions[random.below(index.network().junctions.size())];
    people.push_back({near.longitude + (random.unit() - 0.5) * 0.004, near.latitude + (random.unit() - 0.5) * 0.004});
  }
  const coverage::StreetFinder finder(index.network());
  coverage::ReachOptions options;
  options.threads = 2;
  double least_wall = 1e9, its_cpu = 0;
  std::size_t reached = 0;
  for (int run = 0; run < k_runs; ++run) {
    const double start = wall_s(), start_cpu = cpu_s();
    const auto where = finder.nearest(people, 1000, options.threads);
    const auto places = finder.nearest(std::span(people).first(k_places), 1000, 1);
    const auto nearest = index.nearest_places(where, places, options);
    reached = 0;
    for (const auto& one : nearest) reached += one.place >= 0 ? 1 : 0;
    const double wall = wall_s() - start;
    if (wall < least_wall) {
      least_wall = wall;
      its_cpu = cpu_s() - start_cpu;
    }
  }
  std::printf("  1,000,000 people x 500 places, two threads: %.2f s by the clock (limit 1), %.2f s of CPU; %zu reached\n", least_wall, its_cpu, reached);
}

void measure(const streets::StreetNetwork& network) {
  const streets::StreetNetwork numbered = coverage::numbered_by_place(network);
  const coverage::ReachIndex index(numbered);
  std::printf("  %d junctions, %zu arcs\n", index.graph().junctions(), index.graph().out.arcs.size());
  measure_searches(index.graph());
  measure_matrix(index);
  measure_homes_to_few(index);
  measure_people(index);
}

}  // namespace

/// coverage_bench HEIDELBERG.osm.pbf JINAN_NODES.csv JINAN_EDGES.csv
int main(int count, char** words) {
  if (count != 4) return 2;
  for (const auto mode : {streets::TravelMode::walk, streets::TravelMode::car}) {
    const streets::TravelProfile profile = streets::default_profile(mode);
    const char* const name = mode == streets::TravelMode::walk ? "walking" : "by car";
    std::printf("Heidelberg, %s\n", name);
    measure(import(words[1], profile));
    std::printf("Jinan, %s\n", name);
    measure(streets::read_street_csv(text_of(words[2]), text_of(words[3]), profile).value());
  }
  return 0;
}
