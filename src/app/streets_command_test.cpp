#include "app/streets_command.h"

#include "app/coverage_command.h"
#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const std::vector<std::string> k_files = {"nodes.csv", "edges.csv", "people.csv", "places.csv", "candidates.csv", "areas.csv", "SYNTHETIC.txt"};

TEST(StreetsCommand, equal_seeds_write_equal_files_and_others_do_not) {
  const CommandRun one, same, other;
  ASSERT_EQ(one.run(streets_command, {"synth", "--seed", "7", "--out", one.path("d")}).exit_code, 0);
  ASSERT_EQ(same.run(streets_command, {"synth", "--seed", "7", "--out", same.path("d")}).exit_code, 0);
  ASSERT_EQ(other.run(streets_command, {"synth", "--seed", "8", "--out", other.path("d")}).exit_code, 0);
  for (const std::string& name : k_files) {
    EXPECT_FALSE(one.text_of("d/" + name).empty()) << name;
    EXPECT_EQ(one.text_of("d/" + name), same.text_of("d/" + name)) << name;
    EXPECT_NE(one.text_of("d/" + name), other.text_of("d/" + name)) << name;
  }
}

TEST(StreetsCommand, the_district_is_marked_as_made_up_in_both_languages) {
  const CommandRun run;
  const auto ended = run.run(streets_command, {"synth", "--seed", "1", "--out", run.path("d")});
  EXPECT_NE(ended.out.find("虚构"), std::string::npos);
  EXPECT_NE(run.text_of("d/SYNTHETIC.txt").find("虚构"), std::string::npos);
  EXPECT_NE(run.text_of("d/SYNTHETIC.txt").find("made up"), std::string::npos);
}

TEST(StreetsCommand, coverage_reads_what_it_writes) {
  const CommandRun run;
  ASSERT_EQ(run.run(streets_command, {"synth", "--seed", "3", "--columns", "4", "--rows", "3", "--out", run.path("d")}).exit_code, 0);
  const auto ended = run.run(coverage_command, {"--graph", run.path("d/nodes.csv") + "," + run.path("d/edges.csv"), "--people", run.path("d/people.csv"), "--places",
                                                run.path("d/places.csv"), "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.json().at("kinds").as_array().size(), 2U);
}

TEST(StreetsCommand, refuses_what_it_cannot_do) {
  const CommandRun run;
  EXPECT_EQ(run.run(streets_command, {"synth"}).exit_code, 2);
  EXPECT_EQ(run.run(streets_command, {"draw", "--out", run.path("d")}).exit_code, 2);
  EXPECT_TRUE(run.run(streets_command, {"synth", "--out", run.path("d"), "--rows", "2"}).err.starts_with("streets.out_of_range --rows"));
  EXPECT_TRUE(run.run(streets_command, {"synth", "--out", run.path("d"), "--seed", "x"}).err.starts_with("number.malformed --seed"));
  const std::string in_the_way = run.file("file", "");
  EXPECT_TRUE(run.run(streets_command, {"synth", "--out", in_the_way}).err.starts_with("file.unwritable " + in_the_way));
}

}  // namespace
}  // namespace laoyou::app
