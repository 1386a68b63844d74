// Small invented records for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include <array>
#include <string>
#include <vector>

#include "base/random.h"
#include "engines/linkage/link.h"
#include "engines/linkage/read_records.h"

namespace laoyou::linkage {

/// A map with two keys, evidence against, and a key limit so small that tests crowd it.
inline Map small_map(int key_limit = 5) {
  auto map = read_map("use,name,kind,column\nid,,,id\nfield,name,chinese_name,name\nfield,birth,date,birth\nfield,number,id_number,number\nfield,phone,phone,phone\n"
                      "key,number,,\nkey,name:sound,,\nkey,birth,,\nkey,phone,,\nagainst,number=differs,,\nagainst,name=differs|faint+birth=exact+phone=exact+number=missing,,\n"
                      "set,certain,0.9,\nset,possible,0.2,\n");
  EXPECT_TRUE(map);
  map->key_limit = key_limit;
  return *map;
}

/// Four cells of a person out of few values, so that many are alike.
inline std::array<std::string, 4> small_person(SeededRandom& random) {
  constexpr std::array names = {"张伟", "張偉", "张为", "李娜", "李那", "Zhang Wei", ""};
  constexpr std::array births = {"1950-01-02", "1950-02-01", "1961-07-30", ""};
  constexpr std::array numbers = {"11010519491231002X", "440524188001010014", "44052418800101001", "", ""};
  constexpr std::array phones = {"13800000001", "13800000002", ""};
  const auto one_of = [&random](const auto& texts) { return std::string(texts[random.below(texts.size())]); };
  return {one_of(names), one_of(births), one_of(numbers), one_of(phones)};
}

inline std::vector<std::string_view> views_of(const std::array<std::string, 4>& cells) { return {cells.begin(), cells.end()}; }

/// Weights as if learned; those of a handful of records would be chance.
inline Model small_model(const Records& records) {
  Model model;
  model.prior = 0.02;
  for (int field = 0; field < 4; ++field) {
    FieldModel learned;
    learned.among_matches = {0.05, 0.04, 0.03, 0.08, 0.04, 0.02, 0.02, 0.72};
    learned.among_others = {0.9, 0.05, 0.01, 0.005, 0.004, 0.001, 0.001, 0.029};
    learned.known = 100;
    learned.counts.assign(records.values(field).size(), 3);
    model.fields.push_back(learned);
  }
  return model;
}

/// Each record's cluster as the id of the cluster's first record.
inline std::vector<std::pair<std::string, std::string>> clusters_by_id(const Records& records, const Linked& linked) {
  std::vector<std::pair<std::string, std::string>> clusters;
  for (Row row = 0; row < records.size(); ++row) clusters.emplace_back(records.id(row), records.id(linked.cluster[row]));
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

}  // namespace laoyou::linkage
