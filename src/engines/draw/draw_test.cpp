#include "engines/draw/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/random.h"

namespace laoyou::draw {
namespace {

/// Twelve homes of three grades, five inspectors; sorted as run_draw() wants them.
Lists city() {
  Lists lists;
  lists.strata = {{"home", 5, 2, {}}};
  lists.grades = {{"A", 1, 0}, {"B", 2, 0}, {"C", 4, 0}};
  for (char letter = 'a'; letter < 'm'; ++letter) {
    lists.targets.push_back({std::string(letter < 'g' ? "east-" : "west-") + letter, "", "home", std::string(1, static_cast<char>('A' + letter % 3)), 0, ""});
  }
  for (const char* const id : {"p", "q", "r", "s", "t"}) lists.inspectors.push_back({id, {}, 0});
  return lists;
}

std::vector<std::string> ids(const std::vector<Drawn>& drawn) {
  std::vector<std::string> result;
  for (const Drawn& place : drawn) result.push_back(place.target->id);
  return result;
}

/// Each place with those who were drawn for it.
std::map<std::string, std::vector<std::string>> teams(const std::vector<Drawn>& drawn, bool going = false) {
  std::map<std::string, std::vector<std::string>> result;
  for (const Drawn& place : drawn) result[place.target->id] = going ? place.going : place.drawn;
  return result;
}

TEST(Draw, a_countys_draw_is_the_citys_restricted_to_it_pairs_included) {
  const Lists whole = city();
  for (int round = 0; round < 200; ++round) {
    const std::string seed = std::to_string(round);
    const auto drawn = run_draw(whole, seed, {});
    for (const char* const county_name : {"east", "west"}) {
      const std::string county = county_name;
      Lists part = whole;
      std::erase_if(part.targets, [&county](const Target& target) { return !target.id.starts_with(county); });
      std::vector<std::string> restricted;
      for (const std::string& id : ids(drawn)) {
        if (id.starts_with(county)) restricted.push_back(id);
      }
      part.strata[0].take = static_cast<int>(restricted.size());
      const auto own = run_draw(part, seed, {});
      EXPECT_EQ(ids(own), restricted);
      const auto of_city = teams(drawn);
      for (const auto& [id, team] : teams(own)) EXPECT_EQ(team, of_city.at(id));
    }
  }
}

TEST(Draw, leaving_one_place_out_changes_nothing_else) {
  const Lists whole = city();
  for (int round = 0; round < 100; ++round) {
    const std::string seed = "leave " + std::to_string(round);
    Lists all = whole;
    all.strata[0].take = 12;
    const auto order = ids(run_draw(all, seed, {}));
    for (std::size_t left_out = 0; left_out < whole.targets.size(); ++left_out) {
      Lists without = whole;
      without.targets.erase(without.targets.begin() + static_cast<std::ptrdiff_t>(left_out));
      std::vector<std::string> expected;
      for (const std::string& id : order) {
        if (id != whole.targets[left_out].id && expected.size() < 5) expected.push_back(id);
      }
      const auto drawn = run_draw(without, seed, {});
      EXPECT_EQ(ids(drawn), expected);
      const auto before = teams(run_draw(all, seed, {}));
      for (const auto& [id, team] : teams(drawn)) EXPECT_EQ(team, before.at(id));
      if (round > 5) break;
    }
  }
}

TEST(Draw, an_excluded_place_is_as_one_left_out) {
  Lists excluded = city(), without = city();
  excluded.targets[3].excluded = "closed";
  without.targets.erase(without.targets.begin() + 3);
  for (const char* const seed : {"1", "2", "3", "4"}) EXPECT_EQ(ids(run_draw(excluded, seed, {})), ids(run_draw(without, seed, {})));
}

TEST(Draw, a_place_due_by_its_yearly_minimum_always_comes_in_and_takes_a_place) {
  Lists lists = city();
  lists.grades[2].yearly_minimum = 2;  // four homes are of grade C
  lists.draws_left = 2;
  for (Target& target : lists.targets) target.visits = target.id == "east-b" ? 1 : 0;
  for (int round = 0; round < 50; ++round) {
    const auto drawn = run_draw(lists, std::to_string(round), {});
    ASSERT_EQ(drawn.size(), 5U);
    int due = 0;
    for (const Drawn& place : drawn) {
      EXPECT_EQ(place.due, place.target->grade == "C" && place.target->visits == 0);
      due += place.due ? 1 : 0;
    }
    EXPECT_EQ(due, 3);
    EXPECT_TRUE(std::is_sorted(drawn.begin(), drawn.end(), [](const Drawn& left, const Drawn& right) { return left.ticket < right.ticket; }));
  }
}

TEST(Draw, nobody_goes_in_conflict_twice_to_a_place_or_beyond_the_limit_and_each_power_is_held) {
  Lists lists = city();
  lists.strata[0].powers = {"fire", "food"};
  lists.strata[0].inspectors = 3;
  lists.inspectors = {{"p", {"fire"}, 2}, {"q", {"food"}, 0}, {"r", {"fire", "food"}, 0}, {"s", {}, 0}, {"t", {}, 3}, {"u", {"food"}, 2}, {"v", {}, 0}};
  for (std::size_t target = 0; target < lists.targets.size(); target += 2) lists.conflicts.push_back({target % 4 == 0 ? "q" : "s", lists.targets[target].id});
  std::sort(lists.conflicts.begin(), lists.conflicts.end());
  for (int round = 0; round < 300; ++round) {
    const std::vector<std::string> absent = round % 2 == 0 ? std::vector<std::string>{} : std::vector<std::string>{"q", "s"};
    std::map<std::string, int> visits;
    for (const Drawn& place : run_draw(lists, std::to_string(round), absent)) {
      EXPECT_EQ(place.drawn.size(), 3U);
      for (const auto& team : {place.drawn, place.going}) {
        EXPECT_EQ(std::set<std::string>(team.begin(), team.end()).size(), team.size());
        std::set<std::string> powers;
        for (const std::string& id : team) {
          EXPECT_FALSE(std::binary_search(lists.conflicts.begin(), lists.conflicts.end(), Conflict{id, place.target->id}));
          for (const Inspector& inspector : lists.inspectors) {
            if (inspector.id == id) powers.insert(inspector.powers.begin(), inspector.powers.end());
          }
        }
        if (team.size() == 3) {
          EXPECT_EQ(powers, (std::set<std::string>{"fire", "food"}));
        }
      }
      for (const std::string& id : place.drawn) ++visits[id];
      for (const std::string& id : place.going) EXPECT_EQ(std::count(absent.begin(), absent.end(), id), 0);
    }
    EXPECT_LE(visits["p"], 2);
    EXPECT_LE(visits["t"], 3);
    EXPECT_LE(visits["u"], 2);
  }
}

TEST(Draw, one_who_is_ill_is_replaced_by_the_next_ticket_and_all_others_stay) {
  const Lists lists = city();
  for (int round = 0; round < 100; ++round) {
    const std::string seed = std::to_string(round);
    Lists without = lists;
    without.inspectors.erase(without.inspectors.begin() + 1);
    const auto replaced = run_draw(lists, seed, {"q"});
    auto expected = teams(run_draw(without, seed, {}));
    for (const Drawn& place : replaced) {
      EXPECT_EQ(std::set<std::string>(place.going.begin(), place.going.end()), std::set<std::string>(expected[place.target->id].begin(), expected[place.target->id].end()));
      if (std::find(place.drawn.begin(), place.drawn.end(), "q") == place.drawn.end()) {
        EXPECT_EQ(place.going, place.drawn);
      }
    }
  }
}

TEST(Draw, a_seat_stays_empty_rather_than_going_to_one_without_the_power) {
  Lists lists = city();
  lists.strata[0].powers = {"fire"};
  lists.inspectors[0].powers = {"fire"};
  lists.inspectors[0].most = 2;
  const auto drawn = run_draw(lists, "7", {});
  ASSERT_EQ(drawn.size(), 5U);
  for (std::size_t place = 0; place < drawn.size(); ++place) {
    EXPECT_EQ(drawn[place].drawn.size(), place < 2 ? 2U : 1U);
    EXPECT_EQ(drawn[place].drawn.front() == "p", place < 2);
  }
}

/// Pearson's χ² of counted against expected.
double chi_square(const std::map<std::string, double>& chances, std::map<std::string, int>& counted, int draws) {
  double sum = 0;
  for (const auto& [what, chance] : chances) sum += (counted[what] - chance * draws) * (counted[what] - chance * draws) / (chance * draws);
  return sum;
}

constexpr int k_draws = 100'000;
constexpr double k_bound_19 = 43.82, k_bound_24 = 51.18;  // exceeded by one true draw in a thousand, at 19 and 24 degrees of freedom

TEST(Draw, places_come_first_and_second_as_often_as_their_lots_say) {
  Lists lists;
  lists.strata = {{"home", 2, 1, {}}};
  lists.inspectors = {{"p", {}, 0}};
  const int lots[] = {1, 1, 2, 3, 5};
  for (int place = 0; place < 5; ++place) {
    const std::string name(1, static_cast<char>('a' + place));
    lists.grades.push_back({name, lots[place], 0});
    lists.targets.push_back({name, "", "home", name, 0, ""});
  }
  std::map<std::string, double> chances;
  for (std::size_t first = 0; first < 5; ++first) {
    for (std::size_t second = 0; second < 5; ++second) {
      if (first != second) chances[lists.targets[first].id + lists.targets[second].id] = lots[first] / 12.0 * lots[second] / (12.0 - lots[first]);
    }
  }
  std::map<std::string, int> counted;
  for (int draw = 0; draw < k_draws; ++draw) {
    const auto drawn = run_draw(lists, "inclusion " + std::to_string(draw), {});
    ++counted[drawn[0].target->id + drawn[1].target->id];
  }
  EXPECT_LT(chi_square(chances, counted, k_draws), k_bound_19);
}

TEST(Draw, every_pair_of_inspectors_is_as_likely_and_two_places_are_independent) {
  Lists lists;
  lists.strata = {{"home", 2, 2, {}}};
  lists.grades = {{"A", 1, 0}};
  lists.targets = {{"a", "", "home", "A", 0, ""}, {"b", "", "home", "A", 0, ""}};
  lists.inspectors = city().inspectors;
  std::map<std::string, double> pairs, both;
  for (const Inspector& left : lists.inspectors) {
    for (const Inspector& right : lists.inspectors) {
      if (left.id != right.id) pairs[left.id + right.id] = 1 / 20.0;
      both[left.id + right.id] = 1 / 25.0;
    }
  }
  std::map<std::string, int> counted_pairs, counted_both;
  for (int draw = 0; draw < k_draws; ++draw) {
    auto team = teams(run_draw(lists, "pairing " + std::to_string(draw), {}));
    ++counted_pairs[team["a"][0] + team["a"][1]];
    ++counted_both[team["a"][0] + team["b"][0]];
  }
  EXPECT_LT(chi_square(pairs, counted_pairs, k_draws), k_bound_19);
  EXPECT_LT(chi_square(both, counted_both, k_draws), k_bound_24);
}

}  // namespace
}  // namespace laoyou::draw
