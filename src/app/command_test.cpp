// The commands of the program, called as functions.
#include "app/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>

#include "app/open_store.h"
#include "app/options.h"
#include "cases/records.h"
#include "plan/testing/written_plans.h"

namespace laoyou::app {
namespace {

struct Ran {
  int exit_code;
  std::string out, err;
};

Ran run(Command command, const std::vector<std::string>& words, const std::string& input = "") {
  const std::vector<std::string_view> views(words.begin(), words.end());
  std::istringstream in(input);
  std::ostringstream out, err;
  const int code = command(views, in, out, err);
  return {code, out.str(), err.str()};
}

std::string code_of(const std::vector<std::string_view>& words) {
  const auto options = Options::read(words, {"data", "port"}, {"json"});
  return options ? "" : options.error().code;
}

}  // namespace

TEST(Options, ValuesSwitchesAndWordsAreReadApart) {
  const std::vector<std::string_view> words{"check", "--port", "80", "--data=a=b", "plans", "--json"};
  const Options options = Options::read(words, {"data", "port"}, {"json"}).value();
  EXPECT_THAT(options.words(), testing::ElementsAre("check", "plans"));
  EXPECT_EQ(options.value("port"), "80");
  EXPECT_EQ(options.value("data"), "a=b");
  EXPECT_TRUE(options.has("json"));
  EXPECT_FALSE(options.value("key"));
}

TEST(Options, WrongWordsAreRefused) {
  EXPECT_EQ(code_of({"--prt", "80"}), "option.mistyped");
  EXPECT_EQ(code_of({"--colour", "red"}), "option.unknown");
  EXPECT_EQ(code_of({"--port"}), "option.missing_value");
  EXPECT_EQ(code_of({"--port", "80", "--port=81"}), "option.repeated");
  EXPECT_EQ(code_of({"--json=yes"}), "option.takes_no_value");
  EXPECT_EQ(code_of({"--"}), "option.unknown");
}

TEST(PlanCheck, EveryPlanOfTheRepositoryIsClean) {
  for (const char* plan : {"national", "liuzhou", "karamay", "honghe", "guizhou", "shenyang"}) {
    const Ran ran = run(plan_command, {"check", std::string("plans/") + plan});
    EXPECT_EQ(ran.exit_code, 0) << ran.out;
    EXPECT_TRUE(ran.out.starts_with(plan)) << ran.out;
  }
}

TEST(PlanCheck, FaultsAreOneLineEachWithWhatWouldBeRightAndTheExitCodeIsOne) {
  const plan::WrittenPlans plans(plan::with_files(plan::town_files(), "-- town/tasks.csv\nnumber,title,lead,due,group,source\n1,Build,Burau,2025,elderly,3\n2,Teach,Burau,,both,2\n"));
  const std::string tasks = plans.path("town/tasks.csv").string();
  const Ran chinese = run(plan_command, {"check", plans.path("town").string()});
  EXPECT_EQ(chinese.exit_code, 1);
  EXPECT_EQ(chinese.err, "");
  EXPECT_THAT(chinese.out, testing::AllOf(testing::HasSubstr(tasks + ":2:15: "), testing::HasSubstr(tasks + ":3:1: 单位“Burau”不在 units.csv 中，是否指“Bureau”？")));
  EXPECT_EQ(std::count(chinese.out.begin(), chinese.out.end(), '\n'), 2);
  const Ran english = run(plan_command, {"check", "--lang", "en", plans.path("town").string()});
  EXPECT_THAT(english.out, testing::HasSubstr(tasks + ":3:1: the unit “Burau” is not in units.csv; did you mean “Bureau”?"));
}

TEST(PlanCheck, WrongWordsAreAnsweredWithTheUsage) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{}, {"check"}, {"check", "a", "b"}, {"mend", "a"}, {"check", "--lnag", "en", "a"}, {"check", "--lang", "fr", "a"}}) {
    const Ran ran = run(plan_command, words);
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::HasSubstr("laoyou plan check"));
  }
  EXPECT_EQ(run(plan_command, {"check", "plans/nowhere"}).exit_code, 1);
}

TEST(PlanShow, TheStackedPlanIsJsonWithEveryKindOfRow) {
  const Ran ran = run(plan_command, {"show", "plans/karamay", "--json"});
  ASSERT_EQ(ran.exit_code, 0);
  const auto plan = boost::json::parse(ran.out).as_object();
  for (const char* kind : {"indicators", "tasks", "projects", "policies", "standards", "milestones", "figures", "units", "clauses", "instruments"})
    EXPECT_FALSE(plan.at(kind).as_array().empty()) << kind;
  EXPECT_EQ(plan.at("tasks").as_array().size(), 25u) << "22 numbered ones and three arrangements of part four";
  EXPECT_EQ(plan.at("projects").as_array().size(), 26u);
  EXPECT_GE(plan.at("indicators").as_array().size(), 26u);
  EXPECT_EQ(plan.at("tasks").at(0).at("layer"), "karamay");
}

TEST(PlanShow, APlanWithFaultsIsNotShown) {
  const plan::WrittenPlans plans(plan::with_files(plan::town_files(), "-- town/units.csv\nname,kind,source\nBureau,department,9\n"));
  const Ran ran = run(plan_command, {"show", plans.path("town").string(), "--json"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, testing::HasSubstr("units.csv:2:1: "));
}

TEST(StoreCommands, WrongOptionsAreAnsweredBeforeAnythingIsOpened) {
  const store::TemporaryDirectory directory;
  const std::string data = (directory.path() / "data").string();
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"--data", data, "--seal", "md5"}, {"--data", data, "--cipher", "rot13"}, {"--data", data, "--node", "1024"}, {"--data", data, "--dta", "x"}}) {
    EXPECT_EQ(run(demo_command, words).exit_code, 2) << words.back();
    EXPECT_EQ(run(serve_command, words).exit_code, 2) << words.back();
  }
  EXPECT_EQ(run(serve_command, {"--data", data, "--port", "70000"}).exit_code, 2);
  EXPECT_EQ(run(serve_command, {"--data", data, "--certificate", "a.pem"}).exit_code, 2);
  EXPECT_EQ(run(account_command, {"mend", "--name", "li-si", "--data", data}).exit_code, 2);
  EXPECT_EQ(run(account_command, {}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(data));
}

TEST(StoreCommands, AnAccountIsMadeByCommandAndItsPasswordChanged) {
  const store::TemporaryDirectory directory;
  const std::string data = (directory.path() / "data").string();
  std::filesystem::create_directories(data);
  const std::vector<std::string> create{"create", "--name", "li-si", "--role", "official", "--region", "450200000000", "--data", data};
  EXPECT_EQ(run(account_command, create, "short\n").exit_code, 1);
  const Ran made = run(account_command, create, "right-horse-7\n");
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(run(account_command, create, "right-horse-7\n").exit_code, 1) << "the name is taken";
  EXPECT_EQ(run(account_command, {"password", "--name", "li-si", "--data", data}, "other-horse-8\n").exit_code, 0);
  EXPECT_EQ(run(account_command, {"password", "--name", "nobody", "--data", data}, "other-horse-8\n").exit_code, 1);
  const Ran verified = run(journal_command, {"verify", "--data", data});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_THAT(verified.out, testing::HasSubstr("3 条")) << "the account, its new password, and the notice of that";
}

TEST(StoreCommands, AWrongPlaceIsNamedAndNothingIsPromised) {
  const store::TemporaryDirectory directory;
  const std::string empty = (directory.path() / "empty").string(), file = (directory.path() / "a_file").string();
  std::filesystem::create_directories(empty);
  std::ofstream(file).close();
  const Ran verified = run(journal_command, {"verify", "--data", empty});
  EXPECT_EQ(verified.exit_code, 1);
  EXPECT_THAT(verified.err, testing::AllOf(testing::HasSubstr(empty + "/laoyou.db"), testing::HasSubstr("不存在")));
  const Ran served = run(serve_command, {"--data", file});
  EXPECT_EQ(served.exit_code, 1);
  EXPECT_THAT(served.err, testing::AllOf(testing::HasSubstr(file), testing::Not(testing::HasSubstr("自动恢复"))));
}

TEST(StoreCommands, AnAnchorThatIsNoneIsRefused) {
  const store::TemporaryDirectory directory;
  for (const char* anchor : {"0:zz", "-5:zz", "1:zz", "1", "0:0000000000000000000000000000000000000000000000000000000000000000"}) {
    const Ran ran = run(journal_command, {"verify", "--data", directory.path().string(), "--anchor", anchor});
    EXPECT_EQ(ran.exit_code, 2) << anchor;
  }
}

TEST(StoreCommands, ADemonstrationIsMadeOnceAndASecondRunChangesNothing) {
  const store::TemporaryDirectory directory;
  const std::vector<std::string> words{"--data", directory.path().string(), "--plan", "plans/karamay"};
  const Ran first = run(demo_command, words), second = run(demo_command, words);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(second.exit_code, 0) << second.err;
  EXPECT_THAT(first.out, testing::Not(testing::HasSubstr("装入合成数据 0 条")));
  EXPECT_THAT(second.out, testing::AllOf(testing::HasSubstr("装入合成数据 0 条"), testing::HasSubstr("新建 0 个")));
  const std::vector<std::string> verify{"verify", "--data", directory.path().string()};
  EXPECT_EQ(run(journal_command, verify).exit_code, 0);
}

TEST(StoreCommands, TheDemonstrationHasCasesThatWaitAndOneThatEnded) {
  const store::TemporaryDirectory directory;
  EXPECT_EQ(run(demo_command, {"--data", directory.path().string(), "--plan", "plans"}).exit_code, 0);
  const std::string data = directory.path().string();
  const std::vector<std::string_view> words{"--data", data, "--plan", "plans"};
  std::ostringstream err;
  EXPECT_EQ(with_store(words, {"plan"}, {}, "", err, [](const Options&, store::Store& store) {
    const auto files = store.read([](store::Snapshot& snapshot) { return snapshot.select<cases::CaseFile>(store::Scope::country()); });
    EXPECT_EQ(files.size(), 6u);
    EXPECT_EQ(std::count_if(files.begin(), files.end(), [](const cases::CaseFile& each) { return each.phase == procedures::Phase::ended; }), 1);
    EXPECT_GT(store.read([](store::Snapshot& snapshot) { return snapshot.count<cases::CaseTask>(store::Scope::country()); }), 3);
    return 0;
  }), 0) << err.str();
}

TEST(StoreCommands, TheDemonstrationHasAccountsOfAnInstitutionAFamilyAStreetAndAVillage) {
  const store::TemporaryDirectory directory;
  const std::vector<std::string> words{"--data", directory.path().string(), "--plan", "plans/liuzhou"};
  const Ran ran = run(demo_command, words);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  for (const char* name : {"yufeng-home", "yufeng-family", "yufeng-street", "yufeng-village"}) EXPECT_THAT(ran.out, testing::HasSubstr(name));
}

}  // namespace laoyou::app
