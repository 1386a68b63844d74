#include "engines/siting/instance_reader.h"

#include <cmath>

#include "engines/siting/number_reader.h"
#include "engines/siting/shortest_paths.h"

namespace laoyou::siting {
namespace {

constexpr std::int64_t k_most_nodes = 20'000;  // the table of all pairs then has 400 million entries
constexpr std::int64_t k_longest_edge = 1'000'000'000;
constexpr double k_largest = 1e12;

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t at = 1; at <= count; ++at) names.push_back(std::to_string(at));
  return names;
}

Result<void> expect_end(NumberReader& reader) {
  if (reader.at_end()) return {};
  return at(reader.place(), refuse("instance.trailing_text"));
}

Result<LengthGraph> read_edges(NumberReader& reader, std::int64_t nodes, std::int64_t edges) {
  LengthGraph graph(static_cast<std::size_t>(nodes));
  for (std::int64_t edge = 0; edge < edges; ++edge) {
    const auto from = reader.whole(1, nodes);
    if (!from) return from.error();
    const auto to = reader.whole(1, nodes);
    if (!to) return to.error();
    const auto length = reader.whole(0, k_longest_edge);
    if (!length) return length.error();
    if (*from != *to) graph.set_edge(static_cast<std::int32_t>(*from - 1), static_cast<std::int32_t>(*to - 1), *length);
  }
  return graph;
}

}  // namespace

Result<SitingInstance> read_orlib_pmed(std::string_view text) {
  NumberReader reader(text);
  const auto nodes = reader.whole(1, k_most_nodes);
  if (!nodes) return nodes.error();
  // Fewer edges than this cannot connect the nodes; a file that claims many nodes must bring the lines for them.
  const auto edges = reader.whole(*nodes - 1, *nodes * *nodes);
  if (!edges) return edges.error();
  const auto most_places = reader.whole(0, *nodes);
  if (!most_places) return most_places.error();
  const auto graph = read_edges(reader, *nodes, *edges);
  if (!graph) return graph.error();
  if (const auto end = expect_end(reader); !end) return end.error();
  SitingInstance instance;
  instance.problem.goal = Goal::least_travel;
  instance.problem.most_places = static_cast<std::int32_t>(*most_places);
  const auto count = static_cast<std::size_t>(*nodes);
  instance.problem.people.assign(count, 1.0);
  instance.problem.places.resize(count);
  instance.place_names = instance.client_names = numbered(count);
  TravelTable& travel = instance.problem.travel;
  for (std::size_t client = 0; client < count; ++client) {
    const std::vector<std::int64_t> lengths = graph->lengths_from(static_cast<std::int32_t>(client));
    for (std::size_t place = 0; place < count; ++place) {
      if (lengths[place] == LengthGraph::k_no_path) return at("1:1", refuse("instance.not_connected", {std::to_string(place + 1)}));
      travel.place.push_back(static_cast<std::int32_t>(place));
      travel.cost.push_back(static_cast<double>(lengths[place]));
    }
    travel.first.push_back(static_cast<std::int64_t>(travel.place.size()));
  }
  return instance;
}

Result<SitingInstance> read_sjc(std::string_view points, std::string_view demand) {
  NumberReader reader(points);
  NumberReader demand_reader(demand);
  const auto count = reader.whole(1, k_most_nodes);
  if (!count) return at("points:", count.error());
  std::vector<double> x, y;
  SitingInstance instance;
  for (std::int64_t point = 0; point < *count; ++point) {
    const auto east = reader.number(-k_largest, k_largest);
    if (!east) return at("points:", east.error());
    const auto north = reader.number(-k_largest, k_largest);
    if (!north) return at("points:", north.error());
    const auto people = demand_reader.number(0, k_largest);
    if (!people) return at("demand:", people.error());
    x.push_back(*east);
    y.push_back(*north);
    instance.problem.people.push_back(*people);
  }
  if (const auto end = expect_end(reader); !end) return at("points:", end.error());
  if (const auto end = expect_end(demand_reader); !end) return at("demand:", end.error());
  instance.problem.places.resize(x.size());
  instance.place_names = instance.client_names = numbered(x.size());
  TravelTable& travel = instance.problem.travel;
  for (std::size_t client = 0; client < x.size(); ++client) {
    for (std::size_t place = 0; place < x.size(); ++place) {
      travel.place.push_back(static_cast<std::int32_t>(place));
      travel.cost.push_back(std::hypot(x[client] - x[place], y[client] - y[place]));
    }
    travel.first.push_back(static_cast<std::int64_t>(travel.place.size()));
  }
  return instance;
}

Result<SitingInstance> read_orlib_cap(std::string_view text) {
  NumberReader reader(text);
  const auto places = reader.whole(1, k_most_nodes);
  if (!places) return places.error();
  const auto clients = reader.whole(1, k_most_nodes);
  if (!clients) return clients.error();
  SitingInstance instance;
  instance.problem.goal = Goal::least_travel;
  for (std::int64_t place = 0; place < *places; ++place) {
    const auto capacity = reader.number(0, k_largest);
    if (!capacity) return capacity.error();
    const auto opening_cost = reader.number(0, k_largest);
    if (!opening_cost) return opening_cost.error();
    instance.problem.places.push_back({.opening_cost = *opening_cost, .capacity = *capacity});
  }
  TravelTable& travel = instance.problem.travel;
  for (std::int64_t client = 0; client < *clients; ++client) {
    const auto people = reader.number(1e-6, k_largest);
    if (!people) return people.error();
    instance.problem.people.push_back(*people);
    for (std::int64_t place = 0; place < *places; ++place) {
      const auto cost = reader.number(0, k_largest);
      if (!cost) return cost.error();
      travel.place.push_back(static_cast<std::int32_t>(place));
      travel.cost.push_back(*cost / *people);
    }
    travel.first.push_back(static_cast<std::int64_t>(travel.place.size()));
  }
  if (const auto end = expect_end(reader); !end) return end.error();
  instance.place_names = numbered(static_cast<std::size_t>(*places));
  instance.client_names = numbered(static_cast<std::size_t>(*clients));
  return instance;
}

}  // namespace laoyou::siting
