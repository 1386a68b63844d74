// `laoyou dispatch`, called as a function.
#include "app/dispatch_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace laoyou::app {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

struct Ran {
  int exit_code = 0;
  std::string out, err;

  json::object answer() const { return json::parse(out).as_object(); }
};

/// Files named by a word, in a folder that goes when the test ends.
class Dispatch : public testing::Test {
 protected:
  Dispatch() : folder_(std::filesystem::temp_directory_path() / ("laoyou_dispatch_test_" + std::to_string(getpid()))) { std::filesystem::create_directories(folder_); }
  ~Dispatch() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }
  static Ran run(const std::vector<std::string>& words, const std::string& input = "") {
    const std::vector<std::string_view> views(words.begin(), words.end());
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = dispatch_command(views, in, out, err);
    return {code, out.str(), err.str()};
  }

  static json::object day() {
    return json::parse(R"({"format":"laoyou.dispatch.problem","version":1,"skills":["bathing"],
      "places":[{"id":"depot"},{"id":"a","x_m":1000},{"id":"b","x_m":2000}],"modes":[{"id":"foot","metres_per_hour":3600}],
      "persons":[{"id":"p"}],"carers":[{"id":"c1","mode":"foot","skills":[{"skill":"bathing"}]},{"id":"c2","mode":"foot"}],
      "shifts":[{"carer":"c1","begins_s":28800,"ends_s":57600,"start_place":"depot","end_place":"depot","break":{"opens_s":39600,"closes_s":46800,"length_s":1800}},
                {"carer":"c2","begins_s":28800,"ends_s":57600,"start_place":"depot","end_place":"depot"}],
      "visits":[{"id":"v1","place":"a","person":"p","length_s":1800,"windows":[{"opens_s":32400,"closes_s":36000}],"skills":[{"skill":"bathing"}]},
                {"id":"v2","place":"b","length_s":1800,"windows":[{"opens_s":36000,"closes_s":39600},{"opens_s":46800,"closes_s":50400}]},
                {"id":"both","place":"a","length_s":1800,"carers":2,"windows":[{"opens_s":43200,"closes_s":46800}]}]})")
        .as_object();
  }
  static json::object impossible_day() {
    json::object problem = day();
    problem["visits"].as_array()[1].as_object()["skills"] = json::parse(R"([{"skill":"bathing","level":4}])");
    return problem;
  }
  std::string problem_file() const { return file("day.json", json::serialize(day())); }
  static std::string refused_codes(const Ran& ran) {
    const json::value told = json::parse(ran.err);
    std::string codes;
    for (const auto& one : told.at("refused").as_array()) codes += std::string(one.at("code").as_string()) + " " + std::string(one.at("place").as_string()) + "\n";
    return codes;
  }

 private:
  std::filesystem::path folder_;
};

constexpr const char* k_solomon = R"(tiny

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

    0      0          0          0          0       1000          0
    1      3          4          5          0        900         10
    2      6          8          5          0        900         10
)";
constexpr const char* k_home_care = R"({"patients":[{"id":"p1","location":[1,2],"time_window":[0,100],"required_caregivers":[{"service":"s","duration":2}]}],
  "services":[{"id":"s"}],"caregivers":[{"id":"c","abilities":["s"]}],"distances":[[0,7.5],[7.5,0]]})";
constexpr const char* k_pairs = R"({"horizon":100,"vehicles":2,"service":[0,5,5],"earliest":[0,10,10],"latest":[100,50,50],
  "travel":[[0,4,6],[4,0,1],[6,1,0]],"synchronised":[[1,2]]})";

TEST_F(Dispatch, SolvesAndItsOwnCheckAccepts) {
  const std::string problem = problem_file();
  const Ran solved = run({"solve", problem, "--iterations", "50"});
  ASSERT_EQ(solved.exit_code, 0) << solved.err;
  EXPECT_EQ(solved.answer().at("format"), "laoyou.dispatch.plan");
  EXPECT_TRUE(solved.answer().at("unserved").as_array().empty());
  const Ran checked = run({"check", problem, file("plan.json", solved.out)});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  EXPECT_EQ(checked.answer().at("valid"), true);
  EXPECT_EQ(checked.answer().at("terms"), solved.answer().at("terms"));
}

TEST_F(Dispatch, ReadsStandardInputAndTellsProgressUnlessQuiet) {
  const Ran told = run({"solve", "-", "--iterations", "20"}, json::serialize(day()));
  EXPECT_EQ(told.exit_code, 0);
  EXPECT_THAT(told.err, HasSubstr("\"levels\""));
  const Ran quiet = run({"solve", "-", "--iterations", "20", "--quiet"}, json::serialize(day()));
  EXPECT_EQ(quiet.exit_code, 0);
  EXPECT_EQ(quiet.err, "");
}

TEST_F(Dispatch, TheSameSeedAndStepsGiveTheSameAnswerForEveryNumberOfThreads) {
  const std::string problem = problem_file();
  json::object one = run({"solve", problem, "--iterations", "80", "--seed", "7", "--searches", "2"}).answer();
  json::object two = run({"solve", problem, "--iterations", "80", "--seed", "7", "--searches", "2", "--threads", "2"}).answer();
  one.erase("seconds");
  two.erase("seconds");
  EXPECT_EQ(one, two);
}

TEST_F(Dispatch, APlanOfItsOwnIsAStartThatIsNotLost) {
  const std::string problem = problem_file();
  const Ran solved = run({"solve", problem, "--iterations", "60", "--quiet"});
  const Ran again = run({"solve", problem, "--iterations", "0", "--start", file("plan.json", solved.out), "--quiet"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.answer().at("routes"), solved.answer().at("routes"));
}

TEST_F(Dispatch, SaysWhyAVisitIsUnservedAndWhyOthersHaveTheirCarer) {
  const std::string problem = file("day.json", json::serialize(impossible_day()));
  const json::object answer = run({"solve", problem, "--iterations", "60", "--choices", "--quiet"}).answer();
  const json::object unserved = answer.at("unserved").as_array().at(0).as_object();
  EXPECT_EQ(unserved.at("visit"), "v2");
  EXPECT_EQ(unserved.at("nobody").at("code"), "dispatch.nobody.skill");
  EXPECT_EQ(unserved.at("nobody").at("en"), "nobody has the skill: bathing 4");
  EXPECT_EQ(unserved.at("reasons").at("freed_by").as_array().at(0).at("change"), "grant_skill");
  EXPECT_EQ(answer.at("choices").as_array().size(), 3U);
  const json::object plain = run({"solve", problem, "--iterations", "60", "--reasons", "0", "--quiet"}).answer();
  EXPECT_FALSE(plain.at("unserved").as_array().at(0).as_object().contains("reasons"));
  EXPECT_FALSE(plain.contains("choices"));
}

TEST_F(Dispatch, NamesEveryContradictionAtOnceAndSearchesNothing) {
  json::object problem = day();
  problem["visits"].as_array()[0].as_object()["windows"] = json::parse(R"([{"opens_s":5,"closes_s":1}])");
  problem["shifts"].as_array()[0].as_object()["break"].as_object()["length_s"] = 90000;
  const Ran ran = run({"solve", file("day.json", json::serialize(problem)), "--iterations", "50"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(refused_codes(ran), testing::AllOf(HasSubstr("dispatch.window_reversed /visits/0/windows/0\n"), HasSubstr("dispatch.break_longer_than_shift /shifts/0/break\n")));
  EXPECT_EQ(json::parse(ran.err).at("refused").as_array().at(0).at("zh"), "时间段的结束早于开始");
}

TEST_F(Dispatch, RefusesFilesThatAreNotThereOrNotJson) {
  EXPECT_EQ(refused_codes(run({"solve", path("absent.json")})), "file.unreadable " + path("absent.json") + "\n");
  for (const char* text : {"", "{", "[1,", "nonsense", "{\"format\":"}) {
    const Ran ran = run({"solve", "-"}, text);
    EXPECT_EQ(ran.exit_code, 1) << text;
    EXPECT_THAT(refused_codes(ran), HasSubstr("dispatch.json.malformed"));
  }
  EXPECT_THAT(refused_codes(run({"solve", "-"}, "[]")), HasSubstr("dispatch.json.not_object"));
}

TEST_F(Dispatch, WrongWordsAreAnsweredWithTheUsage) {
  const std::string problem = problem_file();
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {}, {"mend"}, {"solve"}, {"solve", problem, problem}, {"solve", problem, "--seconds"}, {"solve", problem, "--colour", "red"},
           {"solve", problem, "--seconds", "1", "--iterations", "1"}, {"solve", problem, "--iterations", "many"}, {"solve", problem, "--iterations", "-1"},
           {"solve", problem, "--seconds", "nan"}, {"solve", problem, "--threads", "0"}, {"solve", problem, "--clock", "sun"},
           {"solve", problem, "--format", "excel"}, {"check", problem}, {"check", problem, problem, problem}, {"replan", problem, problem}}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.exit_code, 2) << testing::PrintToString(words);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("laoyou dispatch solve"));
  }
}

TEST_F(Dispatch, EveryWrongWordIsSaidBeforeTheUsage) {
  const Ran ran = run({"solve", "--seconds", "nan", "--clock", "sun", "--threads", "0"});
  EXPECT_EQ(ran.exit_code, 2);
  for (const char* code : {"streets.out_of_range", "option.unknown_value", "dispatch.words.files", "--threads"}) EXPECT_THAT(ran.err, HasSubstr(code));
  EXPECT_THAT(run({"solve", "a.json", "--second", "5"}).err, HasSubstr("--seconds"));
}

TEST_F(Dispatch, CheckFindsBrokenRulesAndFalseClaims) {
  const std::string problem = problem_file();
  json::object plan = run({"solve", problem, "--iterations", "50", "--quiet"}).answer();
  const auto broken = [&](const json::object& changed) {
    const Ran ran = run({"check", problem, file("plan.json", json::serialize(changed))});
    EXPECT_EQ(ran.exit_code, 1);
    const json::object judged = ran.answer();
    EXPECT_EQ(judged.at("valid"), false);
    std::string codes;
    for (const auto& one : judged.at("broken").as_array()) codes += std::string(one.at("code").as_string()) + "\n";
    return codes;
  };
  json::object cheaper = plan;
  cheaper["terms"].as_object()["travel_s"] = 1;
  EXPECT_EQ(broken(cheaper), "dispatch.check.claimed_term\n");
  json::object emptied = plan;
  emptied["routes"].as_array()[0].as_object()["stops"] = json::array();
  EXPECT_THAT(broken(emptied), HasSubstr("dispatch.check.group_split\n"));
  json::object unknown = plan;
  unknown["routes"].as_array()[0].as_object()["stops"].as_array()[0].as_object()["visit"] = "nobody";
  const Ran ran = run({"check", problem, file("plan.json", json::serialize(unknown))});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(refused_codes(ran), HasSubstr("dispatch.json.unknown_id /routes/0/stops/0/visit"));
}

TEST_F(Dispatch, ReplansAfterIllnessAndListsTheChangedPromises) {
  const std::string problem = problem_file();
  const Ran published = run({"solve", problem, "--iterations", "60", "--quiet"});
  const std::string plan = file("plan.json", published.out);
  const std::string events = file("events.json", R"({"format":"laoyou.dispatch.events","version":1,"now_s":30000,"ill_carers":["c1"]})");
  const Ran ran = run({"replan", problem, plan, events, "--iterations", "60", "--quiet", "--day", path("rest.json")});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json::object replanned = ran.answer();
  std::map<std::string, bool> nobody;
  for (const auto& changed : replanned.at("changed_promises").as_array()) nobody[std::string(changed.at("visit").as_string())] = changed.at("carer").is_null();
  EXPECT_TRUE(nobody.at("v1"));    // only she can bathe
  EXPECT_TRUE(nobody.at("both"));  // one carer is left
  EXPECT_TRUE(nobody.at("both#2"));
  EXPECT_EQ(run({"check", path("rest.json"), file("new.json", ran.out)}).exit_code, 0);
}

TEST_F(Dispatch, ReplanWithoutEventsKeepsEveryPromise) {
  const std::string problem = problem_file();
  const std::string plan = file("plan.json", run({"solve", problem, "--iterations", "60", "--quiet"}).out);
  const std::string events = file("events.json", R"({"format":"laoyou.dispatch.events","version":1,"now_s":30000})");
  const Ran ran = run({"replan", problem, plan, events, "--iterations", "30", "--quiet"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_TRUE(ran.answer().at("changed_promises").as_array().empty());
}

TEST_F(Dispatch, ReplanRefusesAPlanThatBreaksRulesAndEventsOfNobody) {
  const std::string problem = problem_file();
  const std::string plan = file("plan.json", run({"solve", problem, "--iterations", "60", "--quiet"}).out);
  const std::string strangers = file("events.json", R"({"format":"laoyou.dispatch.events","version":1,"now_s":0,"ill_carers":["c9"]})");
  EXPECT_EQ(refused_codes(run({"replan", problem, plan, strangers})), "dispatch.json.unknown_id /ill_carers/0\n");
  const std::string lone = file("lone.json", R"({"format":"laoyou.dispatch.plan","version":1,"routes":[{"shift":0,"carer":"c1","stops":[{"visit":"both"}]}]})");
  const std::string events = file("events.json", R"({"format":"laoyou.dispatch.events","version":1,"now_s":0})");
  EXPECT_THAT(refused_codes(run({"replan", problem, lone, events})), HasSubstr("dispatch.replan.invalid_plan"));
}

TEST_F(Dispatch, ReadsThePublicFormatsAndPrintsTheirCosts) {
  const json::object solomon = run({"solve", "--format", "solomon", "-", "--iterations", "20"}, k_solomon).answer();
  EXPECT_EQ(solomon.at("cost"), 20.0);  // out and back along one line of ten
  EXPECT_EQ(solomon.at("vehicles").to_number<int>(), 1);
  EXPECT_LE(solomon.at("bound").to_number<double>(), 20.0);
  EXPECT_GE(solomon.at("gap_percent").to_number<double>(), 0.0);
  const json::object home_care = run({"solve", "--format", "hhcrsp", "-", "--iterations", "20"}, k_home_care).answer();
  EXPECT_EQ(home_care.at("cost"), 5.0);  // (15 travelled + 0 late + 0 latest) / 3
  EXPECT_EQ(home_care.at("routes"), json::parse(R"([["p1"]])"));
  const json::object pairs = run({"solve", "--format", "vrptwsyn", "-", "--iterations", "20"}, k_pairs).answer();
  EXPECT_EQ(pairs.at("cost"), 20.0);  // two at once: 4 + 4 and 6 + 6
  EXPECT_EQ(pairs.at("vehicles").to_number<int>(), 2);
}

TEST_F(Dispatch, RefusesWhatIsNotOfThePublicFormats) {
  for (const char* format : {"solomon", "hhcrsp", "vrptwsyn"}) {
    const Ran ran = run({"solve", "--format", format, "-"}, "1 2 3");
    EXPECT_EQ(ran.exit_code, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(refused_codes(ran), HasSubstr(std::string("dispatch.") + format + ".malformed"));
  }
}

constexpr const char* k_roster = R"({"format":"laoyou.dispatch.roster","version":1,"days":7,"kinds":[{"id":"day","parts":[{"begins_s":28800,"ends_s":57600}]}],
  "carers":[{"id":"a","most_in_a_row":4,"days_off":[6]},{"id":"b","most_in_a_row":4}],"covers":[{"weekday":1,"kind":"day","wanted":1},{"weekday":7,"kind":"day","wanted":1}]})";

TEST_F(Dispatch, MakesADutyRosterAndItsOwnCheckAcceptsIt) {
  const std::string problem = file("roster.json", k_roster);
  const Ran solved = run({"roster", problem, "--iterations", "8"});
  ASSERT_EQ(solved.exit_code, 0) << solved.err;
  EXPECT_EQ(solved.answer().at("cost"), 0);
  EXPECT_EQ(solved.answer().at("carers").at(0).at("days").at(6), "off");
  const Ran checked = run({"roster", problem, "--check", file("plan.json", solved.out)});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  EXPECT_EQ(checked.answer().at("terms"), solved.answer().at("terms"));
}

TEST_F(Dispatch, TheShiftsOfARosterAreShiftsOfADay) {
  json::object day = Dispatch::day();
  json::array shifts;
  const json::object roster = run({"roster", "-", "--iterations", "8"}, k_roster).answer();
  for (const auto& shift : roster.at("shifts").as_array()) {
    json::object one = shift.as_object();
    one["carer"] = one.at("carer") == "a" ? "c1" : "c2";
    one["start_place"] = one["end_place"] = "depot";
    shifts.push_back(one);
  }
  ASSERT_FALSE(shifts.empty());
  day["shifts"] = shifts;
  EXPECT_EQ(run({"solve", "-", "--iterations", "20", "--quiet"}, json::serialize(day)).exit_code, 0);
}

TEST_F(Dispatch, TheRosterCommandRefusesLikeTheOthers) {
  EXPECT_EQ(run({"roster"}).exit_code, 2);
  EXPECT_EQ(run({"roster", "-", "--format", "excel"}).exit_code, 2);
  EXPECT_EQ(refused_codes(run({"roster", path("absent.json")})), "file.unreadable " + path("absent.json") + "\n");
  EXPECT_THAT(refused_codes(run({"roster", "-"}, "{")), HasSubstr("dispatch.json.malformed"));
  EXPECT_EQ(run({"roster", "-", "--seconds", "many"}, k_roster).exit_code, 2);
  const Ran nrp = run({"roster", "--format", "nrp", "-"}, "SECTION_HORIZON\nseven\n");
  EXPECT_EQ(refused_codes(nrp), "dispatch.nrp.malformed 2\n");
}

}  // namespace
}  // namespace laoyou::app
