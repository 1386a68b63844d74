#include "engines/linkage/growing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "engines/linkage/invented_test.h"

namespace laoyou::linkage {
namespace {

using Present = std::map<std::string, std::array<std::string, 4>>;

/// What a full run over the records that are there says, as sets of ids.
std::set<std::set<std::string>> full_run(const Map& map, const Present& present, const Growing& growing, const Model& model) {
  Records records(map);
  for (const auto& [id, cells] : present) records.add(id, views_of(cells), false);
  const Linked linked = link_with(records, carried_over(model, growing.records(), records));
  std::map<Row, std::set<std::string>> groups;
  for (Row row = 0; row < records.size(); ++row) groups[linked.cluster[row]].insert(std::string(records.id(row)));
  std::set<std::set<std::string>> clusters;
  for (const auto& [head, ids] : groups) clusters.insert(ids);
  return clusters;
}

std::set<std::set<std::string>> grown(const Growing& growing) {
  std::map<ClusterId, std::set<std::string>> groups;
  for (Row row = 0; row < growing.records().size(); ++row)
    if (growing.is_present(row)) groups[growing.cluster(row)].insert(std::string(growing.records().id(row)));
  std::set<std::set<std::string>> clusters;
  for (const auto& [id, ids] : groups) clusters.insert(ids);
  return clusters;
}

int histories() {
  const char* const asked = std::getenv("LAOYOU_HISTORIES");
  return asked == nullptr ? 150 : std::atoi(asked);
}

TEST(Growing, after_any_history_the_clusters_are_those_of_a_full_run) {
  const Map map = small_map();
  for (int history = 0; history < histories(); ++history) {
    SeededRandom random(static_cast<std::uint64_t>(history));
    Records begun(map);
    Present present;
    for (int i = 0; i < 8; ++i) {
      const auto cells = small_person(random);
      begun.add("r" + std::to_string(i), views_of(cells), false);
      present["r" + std::to_string(i)] = cells;
    }
    const Model model = small_model(begun);
    Growing growing(begun, model);
    for (int step = 0; step < 40; ++step) {
      const std::string id = "r" + std::to_string(random.below(24));
      if (random.below(4) == 0) {
        growing.remove(id, false);
        present.erase(id);
      } else {
        present[id] = small_person(random);
        growing.put(id, views_of(present[id]), false);
      }
      if (step % 13 == 12) {
        ASSERT_EQ(grown(growing), full_run(map, present, growing, model)) << "history " << history << ", step " << step;
      }
    }
    ASSERT_EQ(grown(growing), full_run(map, present, growing, model)) << "history " << history;
  }
}

TEST(Growing, numbers_change_only_by_the_merges_and_splits_that_are_told) {
  const Map map = small_map(50);
  SeededRandom random(7);
  Records none(map);
  Growing growing(none, small_model(none));
  for (int step = 0; step < 600; ++step) {
    std::map<Row, ClusterId> before;
    for (Row row = 0; row < growing.records().size(); ++row)
      if (growing.is_present(row)) before[row] = growing.cluster(row);
    const std::string id = "r" + std::to_string(random.below(30));
    const Change change = random.below(4) == 0 ? growing.remove(id, false) : growing.put(id, views_of(small_person(random)), false);
    for (const auto& [row, was] : before) {
      const ClusterId is = growing.cluster(row);
      if (!growing.is_present(row) || is == was || growing.records().id(row) == id) continue;
      const bool told = std::count(change.merges.begin(), change.merges.end(), Change::Merge{was, is}) + std::count(change.splits.begin(), change.splits.end(), Change::Split{was, is}) > 0;
      EXPECT_TRUE(told) << was << " became " << is;
    }
  }
}

TEST(Growing, a_record_between_two_clusters_merges_them_and_its_removal_splits_them_again) {
  const Map map = small_map(50);
  Records records(map);
  records.add("a", std::vector<std::string_view>{"张伟", "1950-01-02", "", "13800000001"}, false);
  records.add("b", std::vector<std::string_view>{"", "1950-01-02", "11010519491231002X", ""}, false);
  Growing growing(records, small_model(records));
  const ClusterId a = growing.cluster(0), b = growing.cluster(1);
  ASSERT_NE(a, b);
  const Change merged = growing.put("c", std::vector<std::string_view>{"张伟", "1950-01-02", "11010519491231002X", "13800000001"}, false);
  ASSERT_EQ(growing.cluster(0), growing.cluster(1));
  EXPECT_EQ(merged.merges.size(), 1U);
  const Change split = growing.remove("c", false);
  EXPECT_NE(growing.cluster(0), growing.cluster(1));
  EXPECT_EQ(split.splits.size(), 1U);
  EXPECT_TRUE(growing.cluster(0) == a || growing.cluster(1) == b);
}

}  // namespace
}  // namespace laoyou::linkage
