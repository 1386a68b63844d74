#include "engines/roster/json.h"

#include <gtest/gtest.h>

#include "base/messages.h"

namespace laoyou::roster {
namespace {

namespace json = boost::json;

constexpr std::string_view k_week = R"({"format":"laoyou.dispatch.roster","version":1,"days":7,"first_weekday":1,"least_rest_s":39600,
  "kinds":[{"id":"split","parts":[{"begins_s":25200,"ends_s":36000},{"begins_s":57600,"ends_s":72000}]},{"id":"night","parts":[{"begins_s":72000,"ends_s":108000}],"not_before":["split"]}],
  "carers":[{"id":"a","kinds":["split"],"most_in_a_row":5,"days_off":[6],"before":["off","split"]},{"id":"b","most_of_kind":[{"kind":"night","most":3}],"pattern":["night","off","free"]}],
  "requests":[{"carer":"a","day":1,"kind":"split","wanted":false,"price":4}],
  "covers":[{"weekday":2,"kind":"split","wanted":1,"under_price":10,"over_price":1},{"day":0,"kind":"night","wanted":1}],
  "fixed":[{"carer":"a","day":0,"kind":"off"}]})";

std::vector<std::string> told(const std::string& text) {
  const auto problem = read_problem(text);
  std::vector<std::string> codes;
  for (const Refusal& refusal : problem ? find_contradictions(*problem) : problem.error()) {
    codes.push_back(refusal.code + " " + refusal.place);
    EXPECT_TRUE(has_message(refusal.code)) << refusal.code;
  }
  return codes;
}

std::string with(const std::string& from, const std::string& to) {
  std::string text(k_week);
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return text.replace(place, from.size(), to);
}

TEST(DutyJson, ReadsEveryMember) {
  const auto problem = read_problem(k_week);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->kinds[0].length_s, 25200);
  EXPECT_EQ(problem->carers[0].most_of_kind, (std::vector<int>{k_unlimited, 0}));
  EXPECT_EQ(problem->carers[0].before, (std::vector<int>{k_off, 0}));
  EXPECT_EQ(problem->carers[1].pattern, (std::vector<int>{1, k_off, k_free}));
  ASSERT_EQ(problem->covers.size(), 2U);
  EXPECT_EQ(problem->covers[0].day, 1);  // the only Tuesday
  EXPECT_EQ(problem->fixed[0].kind, k_off);
}

TEST(DutyJson, TheAnswerIsReadBackAndADayInTwoPartsIsTwoShifts) {
  const auto problem = read_problem(k_week);
  ASSERT_TRUE(problem);
  SolveOptions options;
  options.steps = 8;
  const auto answer = solve(*problem, options);
  ASSERT_TRUE(answer);
  const json::object written = write_answer(*problem, answer->plan, answer->judgement);
  const auto back = read_plan(*problem, json::serialize(written));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->days, answer->plan.days);
  EXPECT_TRUE(answer->judgement.valid());
  Plan plan = answer->plan;
  for (auto& row : plan.days) row.assign(7, k_off);
  plan.days[0][2] = 0;
  const json::object one = write_answer(*problem, plan, check(*problem, plan));
  EXPECT_EQ(one.at("shifts"), json::parse(R"([{"carer":"a","begins_s":198000,"ends_s":208800},{"carer":"a","begins_s":230400,"ends_s":244800}])"));
  const json::array& uneven = one.at("uneven").as_array();
  ASSERT_EQ(uneven.size(), 2U);
  EXPECT_EQ(uneven[0].at("day"), 1);
  EXPECT_EQ(uneven[0].at("kind"), "split");
  EXPECT_EQ(uneven[1].at("given"), 0);
  EXPECT_EQ(uneven[1].at("against").as_array().size(), 2U);
  EXPECT_EQ(one.at("broken").as_array().at(0).at("code"), "dispatch.duty.check.pattern");
}

TEST(DutyJson, NamesEveryMistakeByItsPath) {
  EXPECT_EQ(told(with(R"("days":7,)", "")), std::vector<std::string>{"dispatch.json.missing /days"});
  EXPECT_EQ(told(with(R"(["split"],"most)", R"(["x"],"most)")), std::vector<std::string>{"dispatch.json.unknown_id /carers/0/kinds/0"});
  EXPECT_EQ(told(with(R"("weekday":2,)", R"("weekday":2,"day":1,)")), std::vector<std::string>{"dispatch.json.missing /covers/0/day"});
  EXPECT_EQ(told(with(R"("days_off":[6])", R"("days_off":[7])")), std::vector<std::string>{"dispatch.duty.out_of_range /carers/0/days_off/0"});
  EXPECT_EQ(told(with(R"({"id":"night")", R"({"id":"off")")).front(), "dispatch.duty.reserved_id /kinds/1/id");
  EXPECT_EQ(told(with(R"("kinds":[{"id":"split")", R"("kinds":{},"x":[{"id":"split")")).front(), "dispatch.json.not_list /kinds");
  EXPECT_EQ(told(with(R"("days":7)", R"("days":7,"days":8)")), std::vector<std::string>{"dispatch.json.repeated_member /days"});
}

TEST(DutyJson, ARosterThatLeavesSomebodyOutIsRefused) {
  const auto problem = read_problem(k_week);
  ASSERT_TRUE(problem);
  const auto plan = read_plan(*problem, R"({"format":"laoyou.dispatch.roster_plan","version":1,"carers":[{"carer":"a","days":["off"]}]})");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error()[0].place, "/carers/0/days");
  EXPECT_EQ(plan.error()[1].code, "dispatch.duty.carer_missing");
}

}  // namespace
}  // namespace laoyou::roster
