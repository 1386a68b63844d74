#include "app/linkage_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_map = "use,name,kind,column\nid,,,id\nfield,name,chinese_name,name\nfield,birth,date,birth\nfield,phone,phone,phone\nkey,name:sound,,\nkey,phone,,\nset,certain,0.9,\n";

class LinkageCommand : public testing::Test {
 protected:
  /// Sixty people, each in two rows, the second with another character of the same sound.
  std::string people() {
    std::string csv = "id,person,name,birth,phone\n";
    for (int i = 0; i < 60; ++i) {
      const std::string rest = ",19" + std::to_string(30 + i) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 7) + ",1380000" + std::to_string(1000 + 7 * i) + "\n";
      const std::string family = i % 2 == 0 ? "张" : "李", given = i % 3 == 0 ? "伟" : i % 3 == 1 ? "娜" : "强";
      csv += "a" + std::to_string(i) + ",p" + std::to_string(i) + "," + family + given + rest + "b" + std::to_string(i) + ",p" + std::to_string(i) + "," + family + (given == "伟" ? "炜" : given) + rest;
    }
    return run_.file("people.csv", csv);
  }
  CommandRun run_;
};

TEST_F(LinkageCommand, says_how_right_it_is_and_writes_the_clusters) {
  const auto ended = run_.run(linkage_command, {"--left", people(), "--map", run_.file("map.csv", k_map), "--truth", "person", "--json", "--clusters", run_.path("clusters.csv"), "--pairs", run_.path("pairs.csv")});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  for (const char* const part : {"pairs", "clusters"})
    for (const char* const figure : {"precision", "recall", "f1", "best_f1", "threshold"}) EXPECT_TRUE(answer.at(part).as_object().contains(figure));
  EXPECT_EQ(answer.at("records"), 120);
  EXPECT_EQ(answer.at("clusters").at("f1").as_double(), 1);
  EXPECT_NE(run_.text_of("clusters.csv").find("b7,left,a7\n"), std::string::npos);
}

TEST_F(LinkageCommand, explains_a_pair_field_by_field) {
  const auto ended = run_.run(linkage_command, {"--left", people(), "--map", run_.file("map.csv", k_map), "--explain", "a0,b0"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto fields = ended.json().at("fields").as_array();
  ASSERT_EQ(fields.size(), 3U);
  EXPECT_EQ(fields[0].at("level"), "alias");
  EXPECT_EQ(fields[1].at("level"), "exact");
}

TEST_F(LinkageCommand, refuses_what_is_wrong_with_its_place) {
  EXPECT_EQ(run_.run(linkage_command, {"--left", people()}).exit_code, 2);
  const auto no_map = run_.run(linkage_command, {"--left", people(), "--format", "other"});
  EXPECT_NE(no_map.err.find("linkage.format_unknown"), std::string::npos);
  const auto bad_map = run_.run(linkage_command, {"--left", people(), "--map", run_.file("bad.csv", "use,name,kind\nfield,a,colour\n")});
  EXPECT_NE(bad_map.err.find("bad.csv:2:"), std::string::npos) << bad_map.err;
  const auto no_column = run_.run(linkage_command, {"--left", run_.file("short.csv", "id,name\n1,x\n"), "--map", run_.file("map.csv", k_map)});
  EXPECT_NE(no_column.err.find("table.column_missing"), std::string::npos);
  const auto nobody = run_.run(linkage_command, {"--left", people(), "--map", run_.file("map.csv", k_map), "--explain", "a0,zz"});
  EXPECT_NE(nobody.err.find("linkage.record_unknown"), std::string::npos);
}

TEST_F(LinkageCommand, a_sample_is_linked_by_the_map_of_residents) {
  const auto sample = run_.run(linkage_command, {"sample", "--people", "3000"});
  ASSERT_EQ(sample.exit_code, 0);
  const auto ended = run_.run(linkage_command, {"--left", run_.file("sample.csv", sample.out), "--format", "residents", "--truth", "person", "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_GT(ended.json().at("clusters").at("f1").as_double(), 0.97);
}

}  // namespace
}  // namespace laoyou::app
