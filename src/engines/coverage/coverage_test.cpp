#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "base/random.h"
#include "engines/coverage/cut_off.h"
#include "engines/coverage/floating_catchment.h"
#include "engines/coverage/isochrone.h"
#include "engines/coverage/reach_summary.h"
#include "engines/coverage/travel_matrix.h"

namespace laoyou::coverage {
namespace {

using streets::k_closed;
using streets::Street;
using streets::StreetNetwork;

/// A random network: junctions in a square kilometre, streets between them with their own times in both directions, some closed one way.
StreetNetwork random_network(SeededRandom& random, std::int32_t junctions, int streets_each) {
  StreetNetwork network;
  for (std::int32_t junction = 0; junction < junctions; ++junction) network.junctions.push_back({116 + random.unit() * 0.01, 36 + random.unit() * 0.01});
  for (std::int32_t street = 0; street < junctions * streets_each; ++street) {
    const auto from = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(junctions)));
    const auto to = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(junctions)));
    const auto time = [&] { return random.below(5) == 0 ? k_closed : static_cast<std::int32_t>(random.below(60'000)); };
    network.add({from, to, 1000, time(), time()}, {});
  }
  return network;
}

std::vector<Position> random_positions(SeededRandom& random, const StreetNetwork& network, int count) {
  std::vector<Position> positions;
  for (int at = 0; at < count; ++at) {
    positions.push_back({static_cast<std::int32_t>(random.below(network.streets.size())), static_cast<float>(random.below(101)) / 100, static_cast<float>(random.below(50))});
  }
  return positions;
}

/// Every shortest time by relaxing all streets until nothing changes.
std::vector<std::vector<std::int64_t>> all_times(const StreetNetwork& network) {
  constexpr std::int64_t k_never = std::numeric_limits<std::int64_t>::max() / 4;
  const std::size_t junctions = network.junctions.size();
  std::vector<std::vector<std::int64_t>> times(junctions, std::vector<std::int64_t>(junctions, k_never));
  for (std::size_t junction = 0; junction < junctions; ++junction) times[junction][junction] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Street& street : network.streets) {
      const auto from = static_cast<std::size_t>(street.from), to = static_cast<std::size_t>(street.to);
      for (auto& row : times) {
        if (street.forward_ms >= 0 && row[from] + street.forward_ms < row[to]) {
          row[to] = row[from] + street.forward_ms;
          changed = true;
        }
        if (street.backward_ms >= 0 && row[to] + street.backward_ms < row[from]) {
          row[from] = row[to] + street.backward_ms;
          changed = true;
        }
      }
    }
  }
  return times;
}

TEST(BoundedSearch, agrees_with_plain_relaxation_in_both_directions_and_any_limit) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SeededRandom random(seed);
    const StreetNetwork network = random_network(random, 2 + static_cast<std::int32_t>(random.below(40)), 2);
    const TravelGraph graph(network);
    const auto times = all_times(network);
    BoundedSearch along(graph.out, graph.longest_arc_ms), against(graph.against, graph.longest_arc_ms);
    for (int round = 0; round < 5; ++round) {
      const auto source = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(graph.junctions())));
      const auto limit_ms = static_cast<std::int32_t>(random.below(200'000));
      along.start();
      along.add_source(source, 0);
      along.run(limit_ms);
      against.start();
      against.add_source(source, 0);
      against.run(limit_ms);
      for (std::int32_t junction = 0; junction < graph.junctions(); ++junction) {
        const std::int64_t there = times[static_cast<std::size_t>(source)][static_cast<std::size_t>(junction)];
        const std::int64_t back = times[static_cast<std::size_t>(junction)][static_cast<std::size_t>(source)];
        ASSERT_EQ(along.reached(junction), there <= limit_ms) << seed;
        ASSERT_EQ(against.reached(junction), back <= limit_ms) << seed;
        ASSERT_TRUE(!along.reached(junction) || along.time_ms(junction) == there) << seed;
        ASSERT_TRUE(!against.reached(junction) || against.time_ms(junction) == back) << seed;
      }
    }
  }
}

TEST(TravelMatrix, agrees_with_bounded_searches_on_random_networks) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SeededRandom random(seed + 1000);
    const StreetNetwork network = random_network(random, 2 + static_cast<std::int32_t>(random.below(60)), 2);
    const ReachIndex index(network);
    const Hierarchy hierarchy = build_hierarchy(index.graph());
    const auto sources = random_positions(random, network, 1 + static_cast<int>(random.below(40)));
    const auto targets = random_positions(random, network, 1 + static_cast<int>(random.below(40)));
    ReachOptions options;
    options.limit_ms = 1 << 29;
    const TravelMatrix matrix = travel_matrix(index, hierarchy, sources, targets, options);
    std::vector<std::int32_t> expected(sources.size() * targets.size(), k_not_reached);
    for (const TravelPair& pair : index.travel_pairs(sources, targets, options)) {
      expected[static_cast<std::size_t>(pair.person) * targets.size() + static_cast<std::size_t>(pair.place)] = pair.time_ms;
    }
    ASSERT_EQ(matrix.time_ms, expected) << seed;
  }
}

TEST(Reach, the_nearest_place_is_the_quickest_pair_on_any_number_of_threads) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SeededRandom random(seed + 2000);
    const StreetNetwork network = random_network(random, 2 + static_cast<std::int32_t>(random.below(40)), 2);
    const ReachIndex index(network);
    const auto people = random_positions(random, network, 50);
    const auto places = random_positions(random, network, 1 + static_cast<int>(random.below(8)));
    ReachOptions options;
    options.limit_ms = static_cast<std::int32_t>(random.below(150'000));
    options.direction = random.below(2) == 0 ? Direction::to_places : Direction::from_places;
    std::vector<NearestPlace> expected(people.size());
    for (const TravelPair& pair : index.travel_pairs(people, places, options)) {
      NearestPlace& best = expected[static_cast<std::size_t>(pair.person)];
      if (best.place < 0 || pair.time_ms < best.time_ms) best = {pair.place, pair.time_ms};
    }
    ASSERT_EQ(index.nearest_places(people, places, options), expected) << seed;
    const auto pairs = index.travel_pairs(people, places, options);
    options.threads = 3;
    ASSERT_EQ(index.nearest_places(people, places, options), expected) << seed;
    ASSERT_EQ(index.travel_pairs(people, places, options), pairs) << seed;
  }
}

/// A one-way street A → B of 100 s, back over C: B → C 30 s, C → A 50 s.
StreetNetwork one_way_triangle() {
  StreetNetwork network;
  network.junctions = {{116, 36}, {116.01, 36}, {116.005, 36.01}};
  network.add({0, 1, 1000, 100'000, k_closed}, {});
  network.add({1, 2, 1000, 30'000, k_closed}, {});
  network.add({2, 0, 1000, 50'000, k_closed}, {});
  return network;
}

TEST(Reach, both_directions_are_right_where_times_differ) {
  // By hand. Person a quarter along A → B, place three quarters along it. To the place: 50 s along the street. From it: 25 s on to B,
  // 30 s to C, 50 s to A, 25 s to the person: 130 s.
  const StreetNetwork network = one_way_triangle();
  const ReachIndex index(network);
  const std::vector<Position> person{{0, 0.25F, 0}}, place{{0, 0.75F, 0}};
  ReachOptions options;
  EXPECT_EQ(index.nearest_places(person, place, options)[0].time_ms, 50'000);
  options.direction = Direction::from_places;
  EXPECT_EQ(index.nearest_places(person, place, options)[0].time_ms, 130'000);
  EXPECT_EQ(index.travel_pairs(person, place, options)[0].time_ms, 130'000);
  options.limit_ms = 129'999;
  EXPECT_EQ(index.nearest_places(person, place, options)[0].place, -1);
}

TEST(Reach, places_on_one_street_are_kept_apart) {
  StreetNetwork network;
  network.junctions = {{116, 36}, {116.01, 36}};
  network.add({0, 1, 900'000, 750'000, 750'000}, {});
  const ReachIndex index(network);
  const std::vector<Position> people{{0, 0.1F, 0}, {0, 0.9F, 12}}, places{{0, 0.2F, 0}, {0, 0.8F, 0}};
  const auto nearest = index.nearest_places(people, places, {});
  EXPECT_EQ(nearest[0], (NearestPlace{0, 75'000}));
  EXPECT_EQ(nearest[1], (NearestPlace{1, 85'000}));  // 75 s on the street and 12 m to it at 1.2 m/s
}

TEST(Reach, somebody_without_a_street_is_not_reached) {
  const StreetNetwork network = one_way_triangle();
  const std::vector<Position> people{Position{}}, places{{0, 0, 0}};
  EXPECT_EQ(ReachIndex(network).nearest_places(people, places, {})[0].place, -1);
}

TEST(Reach, stops_when_told) {
  const StreetNetwork network = one_way_triangle();
  const std::vector<Position> people{{0, 0, 0}}, places{{0, 0, 0}};
  ReachOptions options;
  options.must_stop = [] { return true; };
  EXPECT_THROW((void)ReachIndex(network).nearest_places(people, places, options), Stopped);
}

TEST(ReachSummary, shares_are_counted_in_people) {
  const std::vector<NearestPlace> nearest{{0, 1}, {-1, k_not_reached}, {2, 5}};
  const std::vector<double> count{10, 30, 60};
  const std::vector<std::string> region{"650202", "650202", "650203"};
  const auto shares = share_by_region(nearest, count, region);
  EXPECT_EQ(shares, (std::vector<RegionReach>{{"650202", 10, 40}, {"650203", 60, 60}, {"", 70, 100}}));
  EXPECT_EQ(not_reached(nearest), (std::vector<std::int32_t>{1}));
}

TEST(ReachSummary, fractions_of_people_are_added_before_anything_is_rounded) {
  const std::vector<NearestPlace> nearest(1'000, NearestPlace{0, 1});
  const std::vector<double> count(1'000, 0.3);
  const std::vector<std::string> region(1'000, "650202");
  const auto shares = share_by_region(nearest, count, region);
  EXPECT_NEAR(shares.back().people, 300, 1e-9);
  EXPECT_EQ(shares.back().share(), 1);
}

TEST(NumberedByPlace, keeps_every_street_and_time) {
  SeededRandom random(5);
  const StreetNetwork network = random_network(random, 50, 2);
  const StreetNetwork other = numbered_by_place(network);
  const auto described = [](const StreetNetwork& all) {
    std::multiset<std::vector<double>> set;
    for (const Street& street : all.streets) {
      const Point &a = all.junctions[static_cast<std::size_t>(street.from)], &b = all.junctions[static_cast<std::size_t>(street.to)];
      set.insert({a.longitude, a.latitude, b.longitude, b.latitude, double(street.forward_ms), double(street.backward_ms)});
    }
    return set;
  };
  EXPECT_EQ(described(network), described(other));
}

TEST(StreetFinder, agrees_with_looking_at_every_street) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SeededRandom random(seed + 3000);
    const StreetNetwork network = random_network(random, 2 + static_cast<std::int32_t>(random.below(60)), 1);
    const StreetFinder finder(network);
    for (int round = 0; round < 50; ++round) {
      const Point point{116 - 0.005 + random.unit() * 0.02, 36 - 0.005 + random.unit() * 0.02};
      const Position found = finder.nearest(point, 300);
      // The distance to every street, sampled finely.
      double nearest_m = 1e9;
      for (const Street& street : network.streets) {
        if (street.forward_ms < 0 && street.backward_ms < 0) continue;
        const Point &a = network.junctions[static_cast<std::size_t>(street.from)], &b = network.junctions[static_cast<std::size_t>(street.to)];
        for (int step = 0; step <= 400; ++step) {
          const double t = step / 400.0;
          nearest_m = std::min(nearest_m, distance_m(point, {a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude)}));
        }
      }
      if (!found.on_street()) {
        ASSERT_GT(nearest_m, 299) << seed;
        continue;
      }
      ASSERT_LE(found.off_m, nearest_m + 0.2) << seed;
      const Street& street = network.streets[static_cast<std::size_t>(found.street)];
      const Point &a = network.junctions[static_cast<std::size_t>(street.from)], &b = network.junctions[static_cast<std::size_t>(street.to)];
      const double t = static_cast<double>(found.share);
      const double there_m = distance_m(point, {a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude)});
      ASSERT_NEAR(there_m, found.off_m, 0.2) << seed;
    }
  }
}

/// The example of PySAL's package access (BSD-3-Clause, hospital example of its tests): three residences of 100, 50 and 10 people, each with a
/// hospital of 15, 20 and 100 doctors at cost 1; the other costs by scenario, symmetric between the first two and not with the third.
/// Pairs of a cost above 60 do not count. Scores worked out from the method's definition for both weights.
struct HospitalScenario {
  double between_first_two, to_third, from_third;
  std::array<double, 3> by_cost;  // weight 1 ÷ cost
  std::array<double, 3> plain;    // weight 1
};
constexpr std::array<HospitalScenario, 4> k_hospital_scenarios = {{
    {80, 40, 40, {0.331444117, 0.579828132, 7.286418170}, {0.761363636, 0.958333333, 1.094696970}},
    {80, 20, 40, {0.435340221, 0.683724236, 5.727976611}, {0.761363636, 0.958333333, 1.094696970}},
    {80, 40, 20, {0.331071913, 0.577857786, 7.299991939}, {0.761363636, 0.958333333, 1.094696970}},
    {40, 20, 20, {0.442568395, 0.666758280, 5.740524646}, {0.843750000, 0.843750000, 0.843750000}},
}};

TEST(FloatingCatchment, agrees_with_the_hospital_example_in_all_its_scenarios) {
  const std::vector<double> people{100, 50, 10}, doctors{15, 20, 100};
  for (const HospitalScenario& scenario : k_hospital_scenarios) {
    const double cost[3][3] = {{1, scenario.between_first_two, scenario.to_third}, {scenario.between_first_two, 1, scenario.to_third}, {scenario.from_third, scenario.from_third, 1}};
    for (const bool by_cost : {true, false}) {
      std::vector<CatchmentPair> pairs;
      for (std::int32_t person = 0; person < 3; ++person) {
        for (std::int32_t place = 0; place < 3; ++place) {
          if (cost[person][place] <= 60) pairs.push_back({person, place, by_cost ? 1 / cost[person][place] : 1});
        }
      }
      const auto access = floating_catchment(people, doctors, pairs);
      ASSERT_TRUE(access);
      double shared = 0;
      for (std::size_t person = 0; person < 3; ++person) {
        EXPECT_NEAR(access->score[person], (by_cost ? scenario.by_cost : scenario.plain)[person], 1e-9) << by_cost << " " << person;
        shared += people[person] * access->score[person];
      }
      EXPECT_NEAR(shared, 135, 1e-9);
    }
  }
}

TEST(FloatingCatchment, an_asymmetric_case_by_hand) {
  // One-way triangle of 100 s, 30 s and 50 s. Eight people live at A, two at B; six beds stand at B, three at C. Within 100 s people at
  // A get to B (100 s), those at B to the place there and to C (30 s).
  const StreetNetwork network = one_way_triangle();
  const ReachIndex index(network);
  const std::vector<Position> people{{0, 0, 0}, {1, 0, 0}}, places{{1, 0, 0}, {2, 0, 0}};
  const std::vector<double> count{8, 2}, beds{6, 3};
  ReachOptions options;
  options.limit_ms = 100'000;
  const std::vector<CatchmentZone> zone{{100'000, 1}};
  const auto to = floating_catchment(count, beds, in_zones(index.travel_pairs(people, places, options), zone));
  // To: B's beds for 10 people, C's for the 2 at B.
  EXPECT_NEAR(to->score[0], 0.6, 1e-12);
  EXPECT_NEAR(to->score[1], 0.6 + 1.5, 1e-12);
  options.direction = Direction::from_places;
  const auto from = floating_catchment(count, beds, in_zones(index.travel_pairs(people, places, options), zone));
  // From: B's beds for 10 people (B to A over C takes 80 s), C's for the 8 at A (C to B takes 150 s).
  EXPECT_NEAR(from->score[0], 0.6 + 0.375, 1e-12);
  EXPECT_NEAR(from->score[1], 0.6, 1e-12);
}

TEST(FloatingCatchment, all_supply_is_shared_out) {
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    SeededRandom random(seed);
    std::vector<double> people, supply;
    for (std::uint64_t at = 0; at < 1 + random.below(20); ++at) people.push_back(static_cast<double>(random.below(500)));
    for (std::uint64_t at = 0; at < 1 + random.below(10); ++at) supply.push_back(static_cast<double>(random.below(100)));
    std::vector<CatchmentPair> pairs;
    for (std::size_t person = 0; person < people.size(); ++person) {
      for (std::size_t place = 0; place < supply.size(); ++place) {
        if (random.below(3) == 0) pairs.push_back({static_cast<std::int32_t>(person), static_cast<std::int32_t>(place), random.unit()});
      }
    }
    const auto result = floating_catchment(people, supply, pairs);
    ASSERT_TRUE(result);
    double shared = result->unused_supply, all = 0;
    for (std::size_t person = 0; person < people.size(); ++person) shared += people[person] * result->score[person];
    for (const double each : supply) all += each;
    ASSERT_NEAR(shared, all, 1e-9 * (1 + all)) << seed;
  }
}

TEST(FloatingCatchment, zones_weigh_by_time_and_end) {
  const std::vector<TravelPair> pairs{{0, 0, 300'000}, {1, 0, 300'001}, {2, 0, 900'001}};
  const std::vector<CatchmentZone> zones{{300'000, 1.0}, {900'000, 0.5}};
  const auto weighted = in_zones(pairs, zones);
  ASSERT_EQ(weighted.size(), 2U);
  EXPECT_EQ(weighted[0].weight, 1.0);
  EXPECT_EQ(weighted[1].weight, 0.5);
}

TEST(FloatingCatchment, refuses_what_is_no_figure) {
  const std::vector<double> people{1}, supply{-1};
  EXPECT_EQ(floating_catchment(people, supply, {}).error().code, "coverage.input");
  const std::vector<CatchmentPair> unknown{{0, 7, 1}};
  EXPECT_EQ(floating_catchment(people, people, unknown).error().words[0], "pair");
}

TEST(Isochrone, draws_a_closed_ring_round_what_is_reached) {
  StreetNetwork network;
  network.junctions = {{116, 36}, {116.02, 36}};  // 1,799 m
  network.add({0, 1, 1'799'000, 1'499'000, 1'499'000}, {});
  const ReachIndex index(network);
  ReachOptions options;
  options.limit_ms = 300'000;  // 360 m of it
  const std::vector<Position> place{{0, 0, 0}};
  const auto rings = reached_area(index, place, options, 40);
  ASSERT_TRUE(rings);
  ASSERT_EQ(rings->size(), 1U);
  EXPECT_FALSE(rings->front().hole);
  EXPECT_EQ(rings->front().points.size(), 4U);
  double east = 0;
  for (const Point& point : rings->front().points) east = std::max(east, point.longitude);
  EXPECT_NEAR(distance_m({116, 36}, {east, 36}), 360, 41);
}

TEST(Isochrone, a_ring_of_streets_leaves_a_hole) {
  StreetNetwork network;
  network.junctions = {{116, 36}, {116.01, 36}, {116.01, 36.01}, {116, 36.01}};
  for (std::int32_t side = 0; side < 4; ++side) network.add({side, (side + 1) % 4, 1'000'000, 1000, 1000}, {});
  const std::vector<Position> place{{0, 0.5F, 0}};
  const auto rings = reached_area(ReachIndex(network), place, {}, 50);
  ASSERT_TRUE(rings);
  ASSERT_EQ(rings->size(), 2U);
  EXPECT_NE((*rings)[0].hole, (*rings)[1].hole);
  EXPECT_FALSE(reached_area(ReachIndex(network), place, {}, 0));
}

TEST(CutOff, is_whoever_stands_by_no_street_or_on_an_island_without_a_place) {
  StreetNetwork network;
  for (int junction = 0; junction < 6; ++junction) network.junctions.push_back({116 + junction * 0.001, 36});
  network.add({0, 1, 90, 60'000, k_closed}, {});  // one-way away from the place: joined all the same
  network.add({2, 1, 90, 60'000, 60'000}, {});
  network.add({3, 4, 90, 60'000, 60'000}, {});
  network.add({4, 5, 90, 60'000, 60'000}, {});
  const std::vector<Position> people{{2, 0.5F, 0}, {0, 1, 0}, {-1, 0, 0}, {3, 0, 0}, {1, 0, 0}};
  const CutOff cut = cut_off(network, people, std::vector<Position>{{0, 0, 0}, {-1, 0, 0}});
  EXPECT_EQ(cut.no_street, std::vector<std::int32_t>{2});
  EXPECT_EQ(cut.islands, (std::vector<std::int32_t>{0, 3}));
  EXPECT_EQ(cut_off(network, people, {}).islands.size(), 4U) << "without any place nobody reaches one";
}

}  // namespace
}  // namespace laoyou::coverage
