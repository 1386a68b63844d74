#include "engines/linkage/link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engines/linkage/explain.h"
#include "engines/linkage/invented_test.h"
#include "engines/linkage/quality.h"

namespace laoyou::linkage {
namespace {

Records read(const Map& map, std::string_view csv, Truth* truth = nullptr) {
  Records records(map);
  const auto refusal = read_records(csv, false, records, truth);
  EXPECT_FALSE(refusal) << refusal->code << refusal->place;
  return records;
}

Linked link_small(const Records& records) { return link_with(records, small_model(records)); }

TEST(Link, two_valid_numbers_are_never_one_person_whatever_else_is_equal) {
  const Map map = small_map();
  const Records records = read(map, "id,name,birth,number,phone\na,张伟,1950-01-02,11010519491231002X,13800000001\nb,张伟,1950-01-02,440524188001010014,13800000001\n"
                                    "c,张伟,1950-01-02,,13800000001\n");
  const Linked linked = link_small(records);
  EXPECT_NE(linked.cluster[0], linked.cluster[1]);  // not even by way of c, which is like both
  ASSERT_EQ(linked.held_apart.size(), 1U);
  EXPECT_EQ(map.against[static_cast<std::size_t>(linked.held_apart[0].against)].name, "number=differs");
}

TEST(Link, a_mistyped_number_does_not_hold_a_person_apart) {
  const Map map = small_map();
  const Records records = read(map, "id,name,birth,number,phone\na,张伟,1950-01-02,11010519491231002X,13800000001\nb,张伟,1950-01-02,110105194912310028,13800000001\n");
  EXPECT_EQ(link_small(records).cluster[1], 0U);
}

TEST(Link, twins_with_their_parents_phone_are_two) {
  const Map map = small_map();
  const Records records = read(map, "id,name,birth,number,phone\na,张伟,2019-05-06,,13800000001\nb,张强,2019-05-06,,13800000001\n");
  EXPECT_EQ(link_small(records).cluster[1], 1U);
}

TEST(Link, the_order_of_rows_means_nothing) {
  const Map map = small_map(50);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SeededRandom random(seed);
    std::vector<std::array<std::string, 4>> people;
    for (int i = 0; i < 20; ++i) people.push_back(small_person(random));
    Records forward(map), backward(map);
    for (std::size_t i = 0; i < people.size(); ++i) forward.add("r" + std::to_string(i), views_of(people[i]), false);
    for (std::size_t i = people.size(); i-- > 0;) backward.add("r" + std::to_string(i), views_of(people[i]), false);
    EXPECT_EQ(clusters_by_id(forward, link_small(forward)), clusters_by_id(backward, link_small(backward)));
  }
}

/// Every pair of rows that shares a key which is not crowded, found by looking at all.
std::set<std::pair<Row, Row>> pairs_by_looking(const Records& records) {
  const Keys keys(records);
  std::set<std::pair<Row, Row>> pairs;
  for (std::size_t rule = 0; rule < records.map().rules.size(); ++rule)
    for (Row a = 0; a < records.size(); ++a) {
      int sharing = 0;
      for (Row other = 0; other < records.size(); ++other) sharing += keys.key(rule, other) == keys.key(rule, a) ? 1 : 0;
      for (Row b = a + 1; b < records.size(); ++b)
        if (keys.key(rule, a) != 0 && keys.key(rule, a) == keys.key(rule, b) && sharing <= records.map().key_limit) pairs.emplace(a, b);
    }
  return pairs;
}

TEST(Link, candidates_are_the_pairs_that_looking_at_all_finds) {
  const Map map = small_map(6);
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SeededRandom random(seed);
    Records records(map);
    for (int i = 0; i < 30; ++i) records.add(std::to_string(i), views_of(small_person(random)), false);
    std::set<std::pair<Row, Row>> found;
    for (const Candidate& pair : find_candidates(records, Keys(records), Comparer(records)).pairs) EXPECT_TRUE(found.emplace(pair.a, pair.b).second) << "twice";
    EXPECT_EQ(found, pairs_by_looking(records));
  }
}

TEST(Link, a_crowded_key_is_reported_and_forms_no_pairs) {
  const Map map = small_map(10);
  Records records(map);
  for (int i = 0; i < 65000; ++i) records.add(std::to_string(i), std::vector<std::string_view>{"", "1950-01-01", "", ""}, false);
  const Candidates candidates = find_candidates(records, Keys(records), Comparer(records));
  EXPECT_TRUE(candidates.pairs.empty());
  ASSERT_EQ(candidates.crowded.size(), 1U);
  EXPECT_EQ(candidates.crowded[0].records, 65000U);
  EXPECT_EQ(map.rules[candidates.crowded[0].rule].name, "birth");
}

TEST(Link, of_two_files_that_hold_nobody_twice_each_record_has_one_partner) {
  Map map = small_map();
  map.one_to_one = true;
  Records records(map);
  records.expect_two_files();
  records.add("a", std::vector<std::string_view>{"张伟", "1950-01-02", "", "13800000001"}, false);
  records.add("a", std::vector<std::string_view>{"张伟", "1950-01-02", "", "13800000001"}, true);
  records.add("b", std::vector<std::string_view>{"张为", "1950-01-02", "", "13800000001"}, true);
  const Linked linked = link_small(records);
  EXPECT_EQ(linked.cluster[1], 0U);
  EXPECT_EQ(linked.cluster[2], 2U);
}

TEST(Link, an_explanation_adds_up_to_the_pair) {
  const Map map = small_map(50);
  SeededRandom random(3);
  Records records(map);
  for (int i = 0; i < 30; ++i) records.add(std::to_string(i), views_of(small_person(random)), false);
  const Model model = small_model(records);
  const Comparer comparer(records);
  const Weights weights(model, records);
  for (const Edge& edge : link_with(records, model).edges) {
    const Explanation why = explain(comparer, weights, records, edge.a, edge.b);
    double sum = why.prior_bits;
    for (const FieldReason& reason : why.fields) sum += reason.bits;
    EXPECT_NEAR(sum, edge.weight, 1e-9);
    EXPECT_NEAR(why.probability, probability_of(edge.weight), 1e-9);
  }
}

TEST(Link, a_rare_value_says_more_than_a_common_one) {
  const Map map = small_map(50);
  Records records(map);
  records.add("a", std::vector<std::string_view>{"张伟", "", "", ""}, false);
  records.add("b", std::vector<std::string_view>{"令狐冲", "", "", ""}, false);
  Model model = small_model(records);
  model.fields[0].counts = {0, 50, 1};
  const Weights weights(model, records);
  EXPECT_GT(weights.of_field(0, Level::exact, 2, 2), weights.of_field(0, Level::exact, 1, 1) + 5);
}

TEST(Link, weights_are_learned_without_labels) {
  const Map map = small_map(50);
  std::string csv = "id,person,name,birth,number,phone\n";
  SeededRandom random(1);
  for (int i = 0; i < 400; ++i) {
    const std::string person = "p" + std::to_string(i) + "," + std::string(1, static_cast<char>('a' + i % 26)) + "ng" + std::to_string(i) + ",19" + std::to_string(10 + i % 80) + "-0" +
                               std::to_string(1 + random.below(9)) + "-1" + std::to_string(random.below(10)) + ",,1380000" + std::to_string(1000 + i);
    csv += "x" + std::to_string(i) + "," + person + "\ny" + std::to_string(i) + "," + person + "\n";
  }
  Truth truth;
  truth.column = "person";
  const Records records = read(map, csv, &truth);
  const Linked linked = link(records, 1);
  const Judgement judged = judge(records, Comparer(records), Weights(linked.model, records), linked.edges, truth.of_row, linked.certain_weight);
  EXPECT_EQ(judged.clusters.chosen.f1(), 1);
  EXPECT_EQ(judged.pairs.chosen.there, 400U);
}

}  // namespace
}  // namespace laoyou::linkage
