#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "base/id_number.h"
#include "engines/linkage/map.h"
#include "engines/linkage/read_records.h"
#include "engines/linkage/sample.h"

namespace laoyou::linkage {
namespace {

bool refuses(std::string_view rows, std::string_view code) {
  const auto map = read_map("use,name,kind,column,with\nfield,a,name,a,\nkey,a,,,\n" + std::string(rows));
  const Refusals wrong = map ? Refusals{} : map.error();
  return std::any_of(wrong.begin(), wrong.end(), [code](const Refusal& refusal) { return refusal.code == code; });
}

TEST(ReadMap, names_what_is_wrong) {
  EXPECT_TRUE(refuses("what,a,,,\n", "linkage.use_unknown"));
  EXPECT_TRUE(refuses("field,b,colour,b,\n", "linkage.kind_unknown"));
  EXPECT_TRUE(refuses("field,a,name,a,\n", "linkage.field_repeated"));
  EXPECT_TRUE(refuses("key,b:first2,,,\n", "linkage.field_unknown"));
  EXPECT_TRUE(refuses("key,a:first,,,\n", "linkage.cut_unknown"));
  EXPECT_TRUE(refuses("key,a:sound3,,,\n", "linkage.cut_unknown"));
  EXPECT_TRUE(refuses("against,a=near,,,\n", "linkage.level_unknown"));
  EXPECT_TRUE(refuses("set,speed,3,,\n", "linkage.setting_unknown"));
  EXPECT_FALSE(read_map("use,name,kind,column,with\n"));
  std::string many;
  for (int i = 0; i < 20; ++i) many += "field,f" + std::to_string(i) + ",name,,\n";
  EXPECT_TRUE(refuses(many, "linkage.too_many"));
}

TEST(ReadMap, the_maps_of_the_program_are_right) {
  for (const char* format : {"febrl", "historical", "residents"}) EXPECT_TRUE(read_map(map_of_format(format))) << format;
  EXPECT_TRUE(map_of_format("other").empty());
}

TEST(ReadRecords, an_id_twice_is_refused_at_its_place) {
  const auto map = read_map("use,name,kind,column\nid,,,id\nfield,a,name,a\nkey,a,,\n");
  Records records(*map);
  const auto refusal = read_records("id,a\n1,x\n2,y\n1,z\n", false, records, nullptr);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, "linkage.id_repeated");
  EXPECT_EQ(refusal->place, "4:1");
}

TEST(ReadRecords, a_file_that_shows_nothing_lacks_its_header) {
  const auto map = read_map("use,name,kind,column\nid,,,id\nfield,a,name,a\nkey,a,,\n");
  for (const char* csv : {"", ",", "\n\n"}) {
    Records records(*map);
    const auto refusal = read_records(csv, false, records, nullptr);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "table.column_missing");
  }
}

TEST(ReadRecords, the_truth_of_febrl_stands_in_its_ids) {
  const auto map = read_map("use,name,kind,column\nid,,,rec_id\nfield,a,name,a\nkey,a,,\n");
  Records records(*map);
  Truth truth;
  truth.in_febrl_id = true;
  ASSERT_FALSE(read_records("rec_id,a\nrec-12-org,x\nrec-12-dup-0,y\nrec-1-org,z\n120,v\n121,w\n", false, records, &truth));
  EXPECT_EQ(truth.of_row[0], truth.of_row[1]);
  EXPECT_NE(truth.of_row[0], truth.of_row[2]);
  EXPECT_EQ(truth.of_row[3], truth.of_row[4]);
}

TEST(Sample, equal_seeds_give_equal_bytes_and_numbers_are_valid) {
  std::ostringstream first, again, other;
  write_sample(500, 1, first);
  write_sample(500, 1, again);
  write_sample(500, 2, other);
  EXPECT_EQ(first.str(), again.str());
  EXPECT_NE(first.str(), other.str());
  std::istringstream lines(first.str());
  int valid = 0, there = 0;
  for (std::string line; std::getline(lines, line);) {
    std::array<std::string, 6> cells;
    std::istringstream row(line);
    for (std::string& cell : cells) std::getline(row, cell, ',');
    if (cells[5].empty() || cells[5] == "id_number") continue;
    ++there;
    valid += IdNumber::parse(cells[5]) ? 1 : 0;
  }
  EXPECT_GT(there, 400);
  EXPECT_GT(valid, there * 9 / 10);  // the others are mistyped on purpose
}

}  // namespace
}  // namespace laoyou::linkage
