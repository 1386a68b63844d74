#include "app/siting_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_travel =
    "cost,place,client,people,price_fen\n"
    "1,甲,a,10,500\n9,甲,b,20,500\n9,甲,c,5,500\n"
    "9,乙,a,10,300\n1,乙,b,20,300\n9,乙,c,5,300\n"
    "9,丙,a,10,400\n9,丙,b,20,400\n1,丙,c,5,400\n";

std::vector<std::string> solve(const std::string& file, const std::vector<std::string>& more) {
  std::vector<std::string> words{"solve", file, "--format", "matrix", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(SitingCommand, prints_the_choice_with_its_bound_and_the_order_of_building) {
  const CommandRun run;
  const auto ended = run.run(siting_command, solve(run.file("travel.csv", k_travel), {"--problem", "mclp", "--radius", "1", "--p", "2"}));
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  EXPECT_EQ(answer.at("value"), 30);
  EXPECT_EQ(answer.at("bound"), 30);
  EXPECT_EQ(answer.at("gap"), 0.0);
  EXPECT_EQ(answer.at("proved"), true);
  EXPECT_EQ(answer.at("places"), (boost::json::array{"甲", "乙"}));
  EXPECT_EQ(answer.at("order"), (boost::json::array{"乙", "甲"}));
  EXPECT_TRUE(answer.contains("seconds"));
}

TEST(SitingCommand, heeds_fixed_places_and_the_budget) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", k_travel);
  const auto fixed = run.run(siting_command, solve(file, {"--problem", "mclp", "--radius", "1", "--p", "2", "--fixed", "丙"})).json();
  EXPECT_EQ(fixed.at("places"), (boost::json::array{"乙", "丙"}));
  const auto cheap = run.run(siting_command, solve(file, {"--problem", "mclp", "--radius", "1", "--budget", "7元"})).json();
  EXPECT_EQ(cheap.at("places"), (boost::json::array{"乙", "丙"}));
}

TEST(SitingCommand, answers_every_problem_of_the_family) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", k_travel);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "pmedian", "--p", "2"})).json().at("value"), 10 + 20 + 45);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "pcenter", "--p", "3"})).json().at("value"), 1);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "lscp", "--radius", "1", "--budget", "100元"})).json().at("value"), 1200);
  const auto small = run.run(siting_command, solve(file, {"--problem", "pmedian", "--p", "3", "--least-use", "15"}));
  EXPECT_EQ(small.json().at("places").as_array().size(), 2U) << small.out;
}

TEST(SitingCommand, reads_the_instances_of_the_literature) {
  const CommandRun run;
  const auto median = run.run(siting_command, {"solve", run.file("line.txt", "4 3 1\n1 2 1\n2 3 1\n3 4 1\n"), "--format", "orlib-pmed", "--json"}).json();
  EXPECT_EQ(median.at("value"), 4);
  run.file("demand-SJC3.dat", "5\n7\n9\n");
  const auto cover = run.run(siting_command, {"solve", run.file("SJC3.txt", "3\n0 0\n3 4\n100 0\n"), "--format", "sjc", "--problem", "mclp", "--radius", "5", "--p", "1", "--json"});
  EXPECT_EQ(cover.json().at("value"), 12) << cover.err;
  const auto store = run.run(siting_command, {"solve", run.file("cap.txt", "2 1\n10 5\n10 3\n4 12 15\n"), "--format", "orlib-cap", "--json"});
  EXPECT_EQ(store.json().at("value"), 17);
}

TEST(SitingCommand, says_which_requirement_cannot_be_met) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", k_travel);
  const auto ended = run.run(siting_command, solve(file, {"--problem", "lscp", "--radius", "1", "--p", "2"}));
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(ended.err, "siting.no_choice_fits: 没有一种选法能满足全部要求\nsiting.met_without_most_places: 若不限点数则可以满足\n");
  const std::string free_of_charge = run.file("free.csv", "cost,place,client\n1,甲,a\n1,乙,b\n1,丙,c\n");
  EXPECT_EQ(run.run(siting_command, solve(free_of_charge, {"--problem", "lscp", "--radius", "1", "--p", "2"})).err, "siting.too_few_places: 至少需要 3 处，只允许 2 处\n");
}

TEST(SitingCommand, a_broken_file_is_named_by_its_line_and_column) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", "cost,place,client\nfar,甲,a\n");
  const auto ended = run.run(siting_command, solve(file, {"--problem", "pmedian", "--p", "1"}));
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_TRUE(ended.err.starts_with("table.number_expected " + file + ":2:1: ")) << ended.err;
  EXPECT_TRUE(run.run(siting_command, solve(run.path("none.csv"), {})).err.starts_with("file.unreadable " + run.path("none.csv")));
}

TEST(SitingCommand, messages_use_the_files_names_and_the_options_name) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", k_travel);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "lscp", "--radius", "0"})).err, "siting.client_out_of_reach: 有 3 个需求点够不到任何备选点，第一个是 a\n");
  EXPECT_TRUE(run.run(siting_command, solve(file, {"--p", "-1"})).err.starts_with("streets.out_of_range --p: "));
  EXPECT_TRUE(run.run(siting_command, solve(file, {"--p", "1.5"})).err.starts_with("number.not_whole --p: "));
  EXPECT_TRUE(run.run(siting_command, solve(file, {"--p", "99999999999"})).err.starts_with("number.too_large --p: "));
  EXPECT_TRUE(run.run(siting_command, solve(file, {"--radius", "-3"})).err.starts_with("streets.out_of_range --radius: "));
  const auto small = run.run(siting_command, solve(file, {"--p", "1", "--problem", "pmedian", "--capacity", "5", "--least-use", "8"}));
  EXPECT_TRUE(small.err.starts_with("siting.input 甲: ")) << small.err;
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "mclp", "--radius", "1", "--p", "2", "--fixed", " 丙"})).exit_code, 0);
}

TEST(SitingCommand, wrong_words_are_told_apart_from_wrong_values) {
  const CommandRun run;
  const std::string file = run.file("travel.csv", k_travel);
  EXPECT_EQ(run.run(siting_command, {"guess", file}).exit_code, 2);
  EXPECT_EQ(run.run(siting_command, {"solve", file, "--radios", "1"}).exit_code, 2);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--problem", "tsp"})).exit_code, 1);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--p", "two"})).exit_code, 1);
  EXPECT_EQ(run.run(siting_command, solve(file, {"--seconds", "nan"})).exit_code, 1);
  EXPECT_TRUE(run.run(siting_command, solve(file, {"--p", "1", "--fixed", "丁"})).err.starts_with("siting.unknown_place --fixed"));
}

}  // namespace
}  // namespace laoyou::app
