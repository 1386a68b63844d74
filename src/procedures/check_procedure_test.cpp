// Every class of fault with its place, each made by one change of a procedure that is right.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "procedures/testing/world.h"

namespace laoyou::procedures {
namespace {

using namespace testing;

constexpr std::string_view k_right = R"(procedure: filing
name: 备案
source: 某办法
apply: {roles: [institution_head]}
offices:
  health: {name: 卫健, roles: [health_commission], level: county}
form:
  main:
    name: 主表
    fields:
      place: {name: 机构, type: reference, of: institution}
      area: {name: 面积, type: measure, unit: m², from: place.floor_area_m2, check: area > 0 m², says: 须大于零}
papers:
  licence: {name: 执照, source: 某办法 第一条}
steps:
  receive:
    name: 受理
    who: health
    reads: [licence]
    term: {within: 5 working days, passed: {escalate: city}, source: 某办法 第二条}
    ask: {name: 补正, within: 30 days, ending: lapsed, document: notice, mark: example}
    decides:
      accept:
        name: 准予
        ending: filed
        document: notice
        changes:
          - {record: institution, of: place, set: {filed: 是, floor_area_m2: area}}
      again: {name: 再看, next: review}
    source: 某办法 第二条
  review:
    name: 复核
    who: health
    decides:
      refuse: {name: 不予, ending: refused, document: notice}
    mark: example
endings: {filed: 已备案, refused: 不予备案, lapsed: 逾期}
documents:
  notice: {name: 告知书, text: "{{place}} {{case.number}}", mark: example}
examples:
  - {acts: [submit, receive.again, review.refuse], ending: refused}
)";

std::string after(std::string_view from, std::string_view to) {
  std::string text(k_right);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  return told(checked("filing.yaml", text).refusals);
}

TEST(CheckProcedure, TheRightOneIsRight) { EXPECT_EQ(told(checked("filing.yaml", k_right).refusals), ""); }

TEST(CheckProcedure, EveryFileOfThePlanFoldersReadsWithoutAFault) {
  int files = 0;
  for (const auto& plan : std::filesystem::directory_iterator("plans")) {
    if (!std::filesystem::exists(plan.path() / "procedures")) continue;
    for (const auto& file : std::filesystem::directory_iterator(plan.path() / "procedures")) {
      Refusals refusals;
      read_procedure(file.path().string(), file_text(file.path().string()), refusals);
      EXPECT_EQ(told(refusals), "") << file.path();
      ++files;
    }
  }
  EXPECT_GE(files, 1);
}

TEST(CheckProcedure, TheFilingOfAChildcarePlaceIsRightAndItsExamplesPlay) {
  const std::string file = "plans/national/procedures/nursery_filing.yaml";
  const Checked read = checked(file, file_text(file));
  EXPECT_EQ(told(read.refusals), "");
  EXPECT_EQ(read.procedure.examples.size(), 6u);
}

struct Fault {
  std::string_view from, to, told;
};

void expect_each(std::initializer_list<Fault> faults) {
  for (const Fault& fault : faults) EXPECT_EQ(after(fault.from, fault.to), fault.told) << fault.from << " -> " << fault.to;
}

TEST(CheckProcedure, AStepThatNobodyComesTo) {
  expect_each({
      {"next: review}", "ending: refused, document: notice}", "31:3 procedures.unreachable_step(review)"},
  });
}

TEST(CheckProcedure, ShapesOfTheFile) {
  expect_each({
      {"procedure: filing", "procedure: filling", "1:12 procedures.key_not_file(filling, filing)"},
      {"name: 受理\n", "nam: 受理\n", "16:3 procedures.no_label(receive)\n17:5 json.mistyped_field(nam, name)"},
      {"5 working days", "5 workdays", "20:20 procedures.malformed_length(5 workdays)"},
      {"level: county", "level: district", "6:61 enum.unknown(district, country, province, city, county, street, village)"},
      {"{name: 面积, ", "{", "12:7 procedures.no_label(area)"},
  });
}

TEST(CheckProcedure, NamesThatLeadNowhere) {
  expect_each({
      {"next: review", "next: revieww", "29:7 procedures.unknown_step(revieww, receive, review)\n31:3 procedures.unreachable_step(review)"},
      {"ending: refused, document: notice}\n    mark", "ending: refuse, document: notice}\n    mark",
       "35:7 procedures.unknown_ending(refuse, filed, refused, lapsed)\n37:29 procedures.unreachable_ending(refused)"},
      {"roles: [health_commission]", "roles: [health]", "6:3 procedures.unknown_role(health)\n16:3 procedures.no_actor(receive, health)\n31:3 procedures.no_actor(review, health)"},
      {"reads: [licence]", "reads: [licenc]", "14:3 procedures.paper_unread(licence)\n16:3 procedures.unknown_reading(licenc)"},
      {"{{place}}", "{{plaec}}", "39:30 procedures.unknown_placeholder(plaec)"},
      {"of: institution}", "of: instution}",
       "11:7 procedures.unknown_register(instution, institution)\n12:7 procedures.unknown_prefill(place.floor_area_m2)\n28:13 procedures.change_without_row(place, institution)"},
      {"check: area > 0 m²", "check: aria > 0 m²", "12:83 rules.mistyped_name(aria, area)"},
      {"check: area > 0 m²", "check: area + 1 m²", "12:83 procedures.not_a_condition(area + 1 m²)"},
  });
}

TEST(CheckProcedure, WhoAndWhat) {
  expect_each({
      {"    who: health\n    reads", "    reads", "16:3 procedures.term_without_owner(receive, )"},
      {"    who: health\n    decides", "    decides", "31:3 procedures.no_actor(review, )"},
      {"roles: [health_commission], level: county", "roles: [street_clerk], level: county",
       "16:3 procedures.no_actor(receive, health)\n31:3 procedures.no_actor(review, health)"},
      {"roles: [health_commission]", "roles: [supervision]", "28:13 procedures.change_beyond_power(supervision, institution, places_write)"},
      {"floor_area_m2: area", "floor_area_m2: place.stars", "28:77 procedures.change_type(place.stars, quantity m²)"},
      {"floor_area_m2: area", "floor_space: area", "28:75 procedures.unknown_register_field(institution, floor_space)"},
      {"filed: 是, floor_area_m2: area", "stars: 3", "28:59 procedures.field_follows(institution, stars)"},
  });
}

TEST(CheckProcedure, TermsAndPapers) {
  expect_each({
      {"passed: {escalate: city}", "passed: {escalate: street}", "20:44 procedures.not_above"},
      {"passed: {escalate: city}", "passed: {decide: accept}", "20:44 procedures.consent_without_clause(accept)"},
      {"passed: {escalate: city}, source: 某办法 第二条", "passed: {escalate: city}", "20:11 procedures.no_source"},
      {"        document: notice\n", "", "23:7 procedures.decision_without_document(accept)"},
      {"lapsed, document: notice", "lapsed", "21:10 procedures.decision_without_document(receive.ask)"},
  });
}

TEST(CheckProcedure, AnExampleThatDoesNotPlay) {
  expect_each({
      {"ending: refused}\n", "ending: filed}\n", "41:5 procedures.example_differs(filed, refused)"},
      {"submit, receive.again,", "submit,", "41:21 procedures.example_act(review.refuse, receive.accept, receive.again, receive.ask, receive.passes)"},
  });
}

/// A case about a subsidy run, whose acceptance carries this out.
std::string about_a_run(std::string_view act, std::string_view term = "passed: {escalate: city}") {
  std::string text(k_right);
  const auto change = [&](std::string_view from, const std::string& to) { text.replace(text.find(from), from.size(), to); };
  change("offices:\n", "decides_about: {record: subsidy_run, of: run}\noffices:\n");
  change("      area:", "      run: {name: 批次, type: reference, of: subsidy_run}\n      run_name: {name: 名称, from: run.name}\n      area:");
  change("        name: 准予\n", "        name: 准予\n        carries_out: " + std::string(act) + "\n");
  change("passed: {escalate: city}", std::string(term));
  return text;
}

/// The codes of what is wrong with it.
std::set<std::string> faults_of_act(std::string_view act, std::string_view term = "passed: {escalate: city}") {
  World around = world();
  around.acted = {{"subsidy_run", {{"agree", {powers::Power::places_write}}, {"exceed", {powers::Power::budget_exceed}}}, {"name"}}};
  Refusals refusals;
  Procedure procedure = read_procedure("filing.yaml", about_a_run(act, term), refusals);
  if (refusals.empty()) check_procedure(procedure, around, refusals);
  std::set<std::string> codes;
  for (const Refusal& refusal : refusals) codes.insert(refusal.code);
  return codes;
}

TEST(CheckProcedure, AnActOnTheRecordThatTheCaseDecidesAbout) {
  using Codes = std::set<std::string>;
  EXPECT_EQ(faults_of_act("agree"), Codes());
  EXPECT_EQ(faults_of_act("sign"), Codes{"procedures.unknown_record_act"});
  EXPECT_EQ(faults_of_act("exceed"), Codes{"procedures.change_beyond_power"}) << "who decides may not do it";
  EXPECT_EQ(faults_of_act("agree", "passed: {decide: accept, source: 某办法 第三条}"), Codes{"procedures.record_act_unattended"});
}

TEST(CheckProcedure, ACaseThatDecidesAboutARecordIsReadAgainFromTheTextItBeganWith) {
  const auto read = read_again("filing.yaml", about_a_run("agree"), world().schema);
  ASSERT_TRUE(read) << read.error().front().code;
  EXPECT_EQ(read->decides_about->record, "subsidy_run");
  EXPECT_EQ(read->form.find("run_name")->prefilled, "run.name");
}

TEST(CheckProcedure, AWayThatGoesRoundWithoutAnybody) {
  EXPECT_EQ(after("name: 复核\n", "name: 复核\n    when: place is missing\n    otherwise: review\n"),
            "31:3 procedures.no_way_out(review)\n31:3 procedures.circle(review)");
}

TEST(CheckProcedure, AStepFromWhichNoEndingIsReached) {
  EXPECT_EQ(after("refuse: {name: 不予, ending: refused, document: notice}", "refuse: {name: 不予, next: review}"),
            "31:3 procedures.no_way_out(review)\n37:29 procedures.unreachable_ending(refused)");
}

}  // namespace
}  // namespace laoyou::procedures
