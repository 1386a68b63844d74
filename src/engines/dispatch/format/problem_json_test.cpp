#include "engines/dispatch/format/problem_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/plan_json.h"
#include "engines/dispatch/format/public_series.h"
#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/tangled_problem.h"
#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

json::object small_day() {
  return json::parse(R"({"format":"laoyou.dispatch.problem","version":1,"skills":["bathing"],"places":[{"id":"home"},{"id":"a","x_m":500}],
    "modes":[{"id":"foot","metres_per_hour":3600}],"carers":[{"id":"c1","mode":"foot","skills":[{"skill":"bathing"}]},{"id":"c2","mode":"foot"}],
    "shifts":[{"carer":"c1","begins_s":28800,"ends_s":61200,"start_place":"home"},{"carer":"c2","begins_s":28800,"ends_s":61200,"start_place":"home"}],
    "visits":[{"id":"v1","place":"a","length_s":1800,"carers":2,"windows":[{"opens_s":36000,"closes_s":39600}]}]})").as_object();
}

bool refused(const json::object& day, const std::string& code, const std::string& place) {
  const auto problem = read_problem(json::value(day));
  const Refusals refusals = problem ? find_contradictions(*problem) : problem.error();
  return std::any_of(refusals.begin(), refusals.end(), [&](const Refusal& refusal) { return refusal.code == code && refusal.place == place; });
}

TEST(ProblemJson, AVisitOfTwoCarersIsServedByTwoAtOnce) {
  const auto problem = read_problem(json::value(small_day()));
  ASSERT_TRUE(problem);
  ASSERT_EQ(problem->visits.size(), 2U);
  SolveOptions options;
  options.iterations = 50;
  const auto answer = solve(*problem, options);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->judgement.unserved.empty());
  EXPECT_EQ(answer->judgement.routes[0].stops.at(0).start_s, 36000);
  EXPECT_EQ(answer->judgement.routes[1].stops.at(0).start_s, 36000);
}

TEST(ProblemJson, AVisitOfNineCarersIsServedByNineAtOnce) {
  json::object day = small_day();
  for (int i = 3; i <= 10; ++i) {
    const std::string carer = "c" + std::to_string(i);
    day["carers"].as_array().push_back(json::object{{"id", carer}, {"mode", "foot"}});
    day["shifts"].as_array().push_back(json::object{{"carer", carer}, {"begins_s", 28800}, {"ends_s", 61200}, {"start_place", "home"}});
  }
  day["visits"].as_array()[0].as_object()["carers"] = 9;
  for (int i = 0; i < 20; ++i)
    day["visits"].as_array().push_back(json::parse(R"({"id":"alone)" + std::to_string(i) + R"(","place":"a","length_s":900,"windows":[{"opens_s":30000,"closes_s":58000}]})"));
  const auto problem = read_problem(json::value(day));
  ASSERT_TRUE(problem);
  SolveOptions options;
  options.iterations = 30;
  const auto answer = solve(*problem, options);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->judgement.unserved.empty());
  std::set<int> carers;
  for (std::size_t s = 0; s < answer->judgement.routes.size(); ++s)
    for (const TimedStop& stop : answer->judgement.routes[s].stops)
      if (problem->visits[static_cast<std::size_t>(stop.visit)].id.starts_with("v1")) {
        EXPECT_EQ(stop.start_s, 36000);
        carers.insert(problem->shifts[s].carer);
      }
  EXPECT_EQ(carers.size(), 9U);
}

TEST(ProblemJson, GivesBackWhatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SeededRandom random(seed);
    const Problem problem = seed % 2 == 0 ? tangled_problem(random, 8, 4) : random_problem(random, 8, 4);
    const json::object written = write_problem(problem);
    const auto read = read_problem(json::serialize(written));
    ASSERT_TRUE(read) << seed;
    EXPECT_EQ(write_problem(*read), written) << seed;
  }
}

TEST(ProblemJson, NamesEveryMistakeByItsPath) {
  json::object day = small_day();
  day["visits"].as_array()[0].as_object()["skills"] = json::parse(R"([{"skill":"singing"}])");
  EXPECT_TRUE(refused(day, "dispatch.json.unknown_id", "/visits/0/skills/0/skill"));
  day = small_day();
  day["visits"].as_array()[0].as_object()["colour"] = "red";
  EXPECT_TRUE(refused(day, "dispatch.json.unknown_member", "/visits/0/colour"));
  day = small_day();
  day["carers"].as_array()[1].as_object().erase("mode");
  EXPECT_TRUE(refused(day, "dispatch.json.missing", "/carers/1/mode"));
  day = small_day();
  day["modes"] = json::parse(R"([{"id":"foot","seconds":[[0,5],[-1,0]]}])");
  EXPECT_TRUE(refused(day, "dispatch.matrix_negative", "/modes/0/seconds/1/0"));
  day["modes"] = json::parse(R"([{"id":"foot","seconds":[[0,5],[1]]}])");
  EXPECT_TRUE(refused(day, "dispatch.matrix_size", "/modes/0/seconds/1"));
  day["modes"] = json::parse(R"([{"id":"foot","seconds":[[0,5]]}])");
  EXPECT_TRUE(refused(day, "dispatch.matrix_size", "/modes/0/seconds"));
  EXPECT_FALSE(read_problem(json::value(day))) << "a table with missing rows must not leave the reader";
  day = small_day();
  day["places"].as_array()[1] = json::parse(R"({"id":"a","longitude":109.4,"latitude":24.3})");
  EXPECT_TRUE(refused(day, "dispatch.json.mixed_places", "/places"));
}

std::vector<std::string> told(const std::string& text) {
  const auto problem = read_problem(text);
  std::vector<std::string> codes;
  for (const Refusal& refusal : problem ? find_contradictions(*problem) : problem.error()) codes.push_back(refusal.code + " " + refusal.place);
  return codes;
}

TEST(ProblemJson, NullInATableSaysThatThereIsNoWay) {
  json::object day = small_day();
  day["modes"] = json::parse(R"([{"id":"foot","seconds":[[0,null],[null,0]]}])");
  const auto problem = read_problem(json::value(day));
  ASSERT_TRUE(problem);
  EXPECT_EQ(find_unservable(*problem).size(), 2U);
  EXPECT_EQ(find_unservable(*problem)[0].reason.code, "dispatch.nobody.unreachable");
}

TEST(ProblemJson, SaysOfEachNumberWhatIsWrongWithIt) {
  json::object day = small_day();
  day["visits"].as_array()[0].as_object()["length_s"] = 1e30;
  day["visits"].as_array()[0].as_object()["prize"] = nullptr;
  day["shifts"].as_array()[0].as_object()["begins_s"] = nullptr;
  day["modes"] = json::parse(R"([{"id":"foot","seconds":[[0,310.5],[-1,2147483647]]},{"id":"bus","seconds":[["a",1],[1e3,0]]}])");
  EXPECT_EQ(told(json::serialize(day)), (std::vector<std::string>{"dispatch.json.not_whole /modes/0/seconds/0/1", "dispatch.matrix_negative /modes/0/seconds/1/0",
                                                                  "dispatch.matrix_too_large /modes/0/seconds/1/1", "dispatch.json.not_number /modes/1/seconds/0/0",
                                                                  "dispatch.json.out_of_range /visits/0/length_s", "dispatch.json.missing /shifts/0/begins_s"}));
}

TEST(ProblemJson, ShowsAFractionAsItWasWritten) {
  json::object day = small_day();
  day["visits"].as_array()[0].as_object()["prize"] = 310.5;
  const auto problem = read_problem(json::value(day));
  ASSERT_FALSE(problem);
  EXPECT_EQ(problem.error(), (Refusals{{"dispatch.json.not_whole", "/visits/0/prize", {"310.5"}}}));
}

TEST(ProblemJson, AVisitOfNoCarersIsRefusedWithTheRange) {
  json::object day = small_day();
  day["visits"].as_array()[0].as_object()["carers"] = 0;
  const auto problem = read_problem(json::value(day));
  ASSERT_FALSE(problem);
  EXPECT_EQ(problem.error(), (Refusals{{"dispatch.json.out_of_range", "/visits/0/carers", {"0", "1", "9"}}}));
}

TEST(ProblemJson, AMemberThatStandsTwiceIsRefusedWhereverItStands) {
  std::string text = json::serialize(small_day());
  EXPECT_EQ(told(text), std::vector<std::string>{});
  const std::size_t place = text.find("\"length_s\"");
  text.insert(place, "\"length_s\":5,");
  text.insert(1, "\"version\":1,");
  EXPECT_EQ(told(text), (std::vector<std::string>{"dispatch.json.repeated_member /version", "dispatch.json.repeated_member /visits/0/length_s"}));
}

TEST(ProblemJson, AByteOrderMarkIsNoFaultAndAFaultHasItsLineAndColumn) {
  EXPECT_EQ(told("\xEF\xBB\xBF" + json::serialize(small_day())), std::vector<std::string>{});
  const auto faulty = parse_json("{\n  \"a\": 1,\n  // no comments\n}");
  ASSERT_FALSE(faulty);
  EXPECT_EQ(faulty.error()[0].words[1], "3");
  EXPECT_EQ(faulty.error()[0].words[2], "3");
  EXPECT_FALSE(parse_json("{} {}"));
}

TEST(ProblemJson, PlacesAreThoseOfTheFileBehindAVisitOfTwoToo) {
  json::object day = small_day();
  day["visits"].as_array().push_back(json::parse(R"({"id":"v2","place":"a","length_s":-1,"windows":[{"opens_s":9,"closes_s":8}]})"));
  day["links"] = json::parse(R"([{"first":"v1","second":"v1"}])");
  EXPECT_EQ(told(json::serialize(day)), (std::vector<std::string>{"dispatch.negative /visits/1/length_s", "dispatch.window_reversed /visits/1/windows/0", "dispatch.link_to_itself /links/0"}));
  day = small_day();
  day["visits"].as_array()[0].as_object()["length_s"] = -1;
  EXPECT_EQ(told(json::serialize(day)), std::vector<std::string>{"dispatch.negative /visits/0/length_s"}) << "two carers are one visit of the file";
}

TEST(Contradictions, ABreakLongerThanTheShiftIsNamed) {
  json::object day = small_day();
  day["shifts"].as_array()[0].as_object()["break"] = json::parse(R"({"opens_s":30000,"closes_s":40000,"length_s":40000})");
  EXPECT_TRUE(refused(day, "dispatch.break_longer_than_shift", "/shifts/0/break"));
}

TEST(Contradictions, APairWithDisjointWindowsIsNamed) {
  json::object day = small_day();
  day["visits"].as_array().push_back(json::parse(R"({"id":"v2","place":"a","length_s":60,"windows":[{"opens_s":50000,"closes_s":51000}]})"));
  day["links"] = json::parse(R"([{"first":"v1","second":"v2","least_s":0,"most_s":600}])");
  EXPECT_TRUE(refused(day, "dispatch.link_windows_disjoint", "/links/0"));
}

TEST(Contradictions, AVisitNobodyCanMakeIsUnservedWithItsRule) {
  json::object day = small_day();
  day["visits"].as_array()[0].as_object()["carers"] = 1;
  day["visits"].as_array()[0].as_object()["skills"] = json::parse(R"([{"skill":"bathing","level":3}])");
  const auto problem = read_problem(json::value(day));
  ASSERT_TRUE(problem);
  const auto answer = solve(*problem, {});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->unservable.size(), 1U);
  EXPECT_EQ(answer->unservable[0].reason.code, "dispatch.nobody.skill");
  EXPECT_EQ(answer->unservable[0].reason.words, std::vector<std::string>{"bathing 3"});
  EXPECT_EQ(answer->judgement.unserved.size(), 1U);
}

TEST(PlanJson, AWrittenPlanIsReadBackAndItsClaimsHold) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 10, 4);
    SolveOptions options;
    options.iterations = 60;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    json::value file = json::parse(json::serialize(write_answer(problem, *answer, explain_unserved(problem, answer->plan, 3), explain_served(problem, answer->plan))));
    const auto plan = read_plan(problem, file, Unknown::refuse);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->routes, answer->plan.routes);
    EXPECT_TRUE(compare_claims(file, check(problem, *plan)).empty());
    file.as_object()["terms"].as_object()["travel_s"] = -1;
    EXPECT_EQ(compare_claims(file, check(problem, *plan)).at(0).place, "/terms/travel_s");
  }
}

TEST(Check, FindsEachRuleThatAPlanBreaks) {
  const auto problem = read_problem(json::value(small_day()));
  ASSERT_TRUE(problem);
  const auto broken = [&](const Plan& plan, Rule rule) {
    const Judgement judgement = check(*problem, plan);
    return std::any_of(judgement.broken.begin(), judgement.broken.end(), [&](const Broken& one) { return one.rule == rule; });
  };
  EXPECT_TRUE(broken({{{0}, {}}}, Rule::group_split));
  EXPECT_TRUE(broken({{{0}, {0}}}, Rule::twice));
  EXPECT_TRUE(broken({{{7}, {}}}, Rule::unknown_stop));
  EXPECT_TRUE(broken({{{0, 1}, {}}}, Rule::same_carer));
  EXPECT_TRUE(broken({{{0, 1}, {}}}, Rule::endless) || broken({{{0, 1}, {}}}, Rule::link));
  EXPECT_FALSE(broken({{{0}, {1}}}, Rule::window));
}

TEST(PlanJson, ABrokenRuleStandsAtItsPlaceInTheFile) {
  const auto problem = read_problem(json::value(small_day()));
  ASSERT_TRUE(problem);
  const json::value file = json::parse(R"({"format":"laoyou.dispatch.plan","version":1,"routes":[{"shift":1,"carer":"c2","stops":[{"visit":"v1"}]}]})");
  const auto plan = read_plan(*problem, file, Unknown::refuse);
  ASSERT_TRUE(plan);
  const Refusals refusals = refusals_in_file(*problem, check(*problem, *plan).broken, file);
  ASSERT_EQ(refusals.size(), 1U);
  EXPECT_EQ(refusals[0].code, "dispatch.check.group_split");
  EXPECT_EQ(refusals[0].place, "/routes/0/stops/0");
}

TEST(PublicSeries, ReachesTheBestKnownCostsOfTheSmallFiles) {
  std::ifstream home_care("../shared/data/routing/hhcrsp/InstanzCPLEX_HCSRP_10_1.json");
  std::ifstream pairs("../shared/data/routing/vrptwsyn/case_1_20_4_2_2.json");
  if (!home_care || !pairs) GTEST_SKIP() << "the public series are not here";
  SolveOptions options;
  options.iterations = 20'000;
  const auto first = read_hhcrsp(home_care);
  ASSERT_TRUE(first);
  EXPECT_EQ((*solve(*first, options)).levels, (std::vector<std::int64_t>{0, 654'596}));
  const auto second = read_vrptwsyn(pairs);
  ASSERT_TRUE(second);
  EXPECT_EQ((*solve(*second, options)).levels, (std::vector<std::int64_t>{0, 274}));
}

TEST(PublicSeries, RefusesWhatIsNotOfTheSeries) {
  for (const char* text : {"", "{", "[]", R"({"patients":[]})", R"({"patients":1,"distances":[],"services":[],"caregivers":[]})"}) {
    std::istringstream one(text), other(text);
    EXPECT_FALSE(read_hhcrsp(one)) << text;
    EXPECT_FALSE(read_vrptwsyn(other)) << text;
  }
}

TEST(PublicSeries, RefusesAPatientWhoStandsTwice) {
  const std::string patient = R"({"id":"p","time_window":[3,40],"required_caregivers":[{"service":"s","duration":1.5}]})";
  const auto file = [&](const std::string& patients) {
    return std::istringstream(R"({"patients":[)" + patients + R"(],"services":[{"id":"s"}],"caregivers":[{"id":"c","abilities":["s"]}],"distances":[[0,1,1],[1,0,1],[1,1,0]]})");
  };
  auto once = file(patient), twice = file(patient + "," + patient);
  EXPECT_TRUE(read_hhcrsp(once));
  EXPECT_EQ(read_hhcrsp(twice).error().code, "dispatch.hhcrsp.malformed");
}

}  // namespace
}  // namespace laoyou::dispatch
