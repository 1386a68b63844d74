#include "engines/siting/instance_reader.h"

#include <gtest/gtest.h>

namespace laoyou::siting {
namespace {

TEST(InstanceReader, the_last_of_repeated_edges_counts) {
  const auto instance = read_orlib_pmed("2 2 1\n1 2 5\n2 1 9\n");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->problem.travel.cost, (std::vector<double>{0, 9, 9, 0}));
}

TEST(InstanceReader, travel_is_the_shortest_path) {
  const auto instance = read_orlib_pmed("3 3 1  1 2 1  2 3 1  1 3 5");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->problem.travel.cost[2], 2);
}

void expect_refused(const Result<SitingInstance>& instance, const std::string& code, const std::string& place) {
  ASSERT_FALSE(instance);
  EXPECT_EQ(instance.error().code, code);
  EXPECT_EQ(instance.error().place, place);
}

TEST(InstanceReader, a_broken_file_is_named_by_line_and_column) {
  expect_refused(read_orlib_pmed("2 1 1\n1 x 5\n"), "instance.number_expected", "2:3");
  expect_refused(read_orlib_pmed("2 1 1\n1 2"), "instance.ends_early", "2:4");
  expect_refused(read_orlib_pmed("2 1 1\n1 3 5"), "instance.out_of_range", "2:3");
  expect_refused(read_orlib_pmed("2 1 1\n1 2 5\n7"), "instance.trailing_text", "3:1");
  expect_refused(read_orlib_pmed("3 2 1\n1 2 5\n1 2 5\n"), "instance.not_connected", "1:1");
  expect_refused(read_orlib_pmed(""), "instance.ends_early", "1:1");
  expect_refused(read_orlib_cap("1 1\n10 5\n0 3"), "instance.out_of_range", "3:1");
  expect_refused(read_sjc("1\n0 0\n", ""), "instance.ends_early", "demand:1:1");
}

TEST(InstanceReader, capacitated_costs_are_those_of_the_whole_demand) {
  const auto instance = read_orlib_cap("1 1\n10 5.\n4 12");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->problem.travel.cost[0] * instance->problem.people[0], 12);
  EXPECT_EQ(instance->problem.places[0].opening_cost, 5);
}

TEST(InstanceReader, a_travel_table_may_be_sparse_and_name_its_columns_as_spopt_does) {
  const auto instance = read_travel_csv("distance,name,DestinationName,demand\n5,A,x,10\n7,B,x,10\n3,B,y,4\n");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->place_names, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(instance->problem.people, (std::vector<double>{10, 4}));
  EXPECT_EQ(instance->problem.travel.first, (std::vector<std::int64_t>{0, 2, 3}));
}

TEST(InstanceReader, a_travel_table_says_what_places_cost_and_can_serve) {
  const auto instance = read_travel_csv("cost,place,client,price_fen,opening_cost,capacity,least_use,existing\n5,A,x,900719925474099,2.5,20,8,1\n7,B,x,,,,,\n");
  ASSERT_TRUE(instance);
  const CandidatePlace stated{.price_fen = 900'719'925'474'099, .opening_cost = 2.5, .capacity = 20, .least_use = 8, .existing = true};
  EXPECT_EQ(instance->problem.places, (std::vector<CandidatePlace>{stated, CandidatePlace{}}));
}

TEST(InstanceReader, money_is_whole_fen) {
  expect_refused(read_travel_csv("cost,place,client,price_fen\n5,A,x,12.5\n"), "table.number_expected", "2:7");
  expect_refused(read_travel_csv("cost,place,client,price_fen\n5,A,x,-1\n"), "table.out_of_range", "2:7");
  expect_refused(read_travel_csv("cost,place,client,capacity,least_use\n5,A,x,3,4\n"), "table.out_of_range", "2:9");
}

TEST(InstanceReader, a_travel_table_that_contradicts_itself_is_refused) {
  expect_refused(read_travel_csv("cost,place,client,people\n5,A,x,10\n5,B,x,11\n"), "instance.contradiction", "3:7");
  expect_refused(read_travel_csv("cost,place\n5,A\n"), "table.column_missing", "1:1");
  expect_refused(read_travel_csv("cost,place,client\nfar,A,x\n"), "table.number_expected", "2:1");
}

TEST(InstanceReader, people_are_read_by_each_of_their_names_and_no_column_is_passed_over) {
  for (const char* const name : {"people", "population", "count", "demand", "weight", "人数", "人口"}) {
    const auto instance = read_travel_csv(std::string("cost,place,client,") + name + "\n5,A,x,10\n");
    ASSERT_TRUE(instance) << name;
    EXPECT_EQ(instance->problem.people, std::vector<double>{10}) << name;
  }
  expect_refused(read_travel_csv("cost,place,client,poeple\n5,A,x,10\n"), "table.column_mistyped", "1:19");
  expect_refused(read_travel_csv("cost,place,client,minutes\n5,A,x,10\n"), "table.column_repeated", "1:19");
}

TEST(InstanceReader, a_pair_told_twice_must_cost_the_same) {
  expect_refused(read_travel_csv("cost,place,client\n9,A,x\n5,B,x\n1,A,x\n"), "instance.contradiction", "4:1");
  const auto instance = read_travel_csv("cost,place,client\n9,A,x\n9,A,x\n");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->problem.travel.cost, std::vector<double>{9});
}

TEST(InstanceReader, blanks_around_a_name_are_not_part_of_it) {
  const auto instance = read_travel_csv("cost,place,client\n5, A,x\n6,A ,y\n");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->place_names, std::vector<std::string>{"A"});
}

}  // namespace
}  // namespace laoyou::siting
