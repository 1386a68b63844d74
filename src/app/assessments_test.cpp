// An assessment from the phone: kept once however often it is sent, scored by the plan's own scale, and shown on the person's record.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "assessments/records.h"
#include "registry/resident.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_street = "450203001000", k_other_street = "450203002000";

class Assessments : public OnBothDatabases {
 protected:
  Id<registry::Resident> add_resident(std::string_view region) {
    registry::Resident resident;
    resident.id = {house.store().new_id()};
    resident.region = code(region);
    resident.name = "甲某";
    resident.born = Date::parse("1940-05-01").value();
    const store::WriteOutcome outcome = house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
      writing.insert(resident);
      return {};
    });
    EXPECT_TRUE(outcome.result());
    return resident.id;
  }
  Visitor assessor(std::string_view region = k_street) { return house.visit_with("assessor" + std::string(region), {powers::Power::people_read, powers::Power::people_write, powers::Power::people_unmask}, region); }

  /// Every item of the scale that holds there, with the score that `choose` takes from those it may have.
  boost::json::object answers(const Visitor& visitor, Id<registry::Resident> person, const std::function<std::int64_t(const std::vector<std::int64_t>&)>& choose) {
    const auto start = boost::json::parse(visitor.get("/api/assessment-forms/start?resident=" + std::to_string(person.number)).body);
    boost::json::array scores;
    for (const auto& instrument : start.at("instruments").as_array()) {
      if (instrument.at("instrument").as_string() != "ability_gbt42195") continue;
      for (const auto& dimension : instrument.at("dimensions").as_array())
        for (const auto& item : dimension.at("items").as_array()) {
          std::vector<std::int64_t> may;
          for (const auto& option : item.at("options").as_array()) may.push_back(option.at("score").as_int64());
          scores.push_back(boost::json::object{{"item", item.at("key")}, {"score", choose(may)}});
        }
    }
    EXPECT_EQ(scores.size(), 26u) << "GB/T 42195-2022 has 26 items";
    return {{"resident", std::to_string(person.number)}, {"instrument", "ability_gbt42195"}, {"day", "2025-06-01"}, {"occasion", "first"}, {"scores", std::move(scores)},
            {"found", boost::json::array()}, {"assessors", boost::json::array{"张一", "李二"}}, {"once", "phone-0001"}};
  }
  static std::int64_t best(const std::vector<std::int64_t>& may) { return *std::max_element(may.begin(), may.end()); }
  static std::int64_t worst(const std::vector<std::int64_t>& may) { return *std::min_element(may.begin(), may.end()); }
  std::string grade_of(const Visitor& visitor, Id<registry::Resident> person) {
    const auto shown = visitor.post("/api/residents/" + std::to_string(person.number) + "/reveal", {{"field", "care_grade"}, {"purpose", "核对"}});
    return std::string(boost::json::parse(shown.body).at("value").as_string());
  }
};
RUN_ON_BOTH_DATABASES(Assessments);

}  // namespace

TEST_P(Assessments, SentTwiceItIsKeptOnceAndTheGradeStandsOnThePerson) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  const boost::json::object body = answers(visitor, person, worst);
  const auto first = visitor.post("/api/assessment-forms", body), again = visitor.post("/api/assessment-forms", body);
  EXPECT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(again.body, first.body);
  const auto list = boost::json::parse(visitor.get("/api/assessment-forms?resident=" + std::to_string(person.number)).body).at("rows").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].at("total").as_int64(), 0);
  EXPECT_EQ(grade_of(visitor, person), "complete");
}

TEST_P(Assessments, TheSameNameForOtherAnswersIsAConflict) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  EXPECT_EQ(visitor.post("/api/assessment-forms", answers(visitor, person, worst)).status, 201);
  const auto other = visitor.post("/api/assessment-forms", answers(visitor, person, best));
  EXPECT_EQ(other.status, 409) << other.body;
  EXPECT_THAT(other.body, testing::HasSubstr("assessments.once_used"));
}

TEST_P(Assessments, ACauseOfWorseningTakesTheGradeOneDownAndIsNamed) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  auto body = answers(visitor, person, best);
  body["found"] = boost::json::array{"care_risk_events"};
  const auto sent = visitor.post("/api/assessment-forms", body);
  ASSERT_EQ(sent.status, 201) << sent.body;
  const auto form = boost::json::parse(sent.body);
  EXPECT_EQ(form.at("total").as_int64(), 90);
  EXPECT_EQ(form.at("first_grade_name").as_string(), "能力完好");
  EXPECT_EQ(form.at("grade").as_int64(), 1);
  EXPECT_THAT(std::string(form.at("changes").as_array().at(0).as_string()), testing::HasSubstr("照护风险事件"));
  EXPECT_EQ(grade_of(visitor, person), "mild");
}

TEST_P(Assessments, EverythingWrongIsToldAtOnceAndNothingIsKept) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  auto body = answers(visitor, person, best);
  body["day"] = "2099-01-01";
  body["assessors"] = boost::json::array();
  body["scores"].as_array()[0].as_object()["score"] = 77;
  body["scores"].as_array().pop_back();
  const auto refused = visitor.post("/api/assessment-forms", body);
  EXPECT_EQ(refused.status, 422);
  for (const char* code : {"assessments.day_ahead", "assessments.no_assessor", "assessment.score_unknown", "assessment.item_missing"}) EXPECT_THAT(refused.body, testing::HasSubstr(code));
  EXPECT_EQ(house.store().read([](store::Snapshot& snapshot) { return snapshot.count<assessments::AssessmentForm>(store::Scope::country()); }), 0);
}

TEST_P(Assessments, OneAssessorIsTooFewWhereTheScaleWantsTwo) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  auto body = answers(visitor, person, best);
  body["assessors"] = boost::json::array{"张一"};
  const auto refused = visitor.post("/api/assessment-forms", body);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, testing::HasSubstr("assessments.assessors_few"));
}

TEST_P(Assessments, SignaturesOnGlassAreKeptSealedAndShownWithTheWholeForm) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  auto body = answers(visitor, person, best);
  body["signatures"] = boost::json::array{boost::json::object{{"name", "张一"}, {"signed_as", "assessor"}, {"strokes", "10,20 777,333|5,5 6,6"}}};
  const auto sent = visitor.post("/api/assessment-forms", body);
  ASSERT_EQ(sent.status, 201) << sent.body;
  const auto id = std::string(boost::json::parse(sent.body).at("id").as_string());
  const auto whole = boost::json::parse(visitor.get("/api/assessment-forms/" + id).body);
  EXPECT_EQ(whole.at("signatures").as_array().at(0).at("strokes").as_string(), "10,20 777,333|5,5 6,6");
  for (const store::JournalEntry& entry : house.journal("assessment_form")) EXPECT_THAT(entry.after.value_or(""), testing::Not(testing::HasSubstr("777,333")));
}

TEST_P(Assessments, APersonOfAnotherStreetIsNotThere) {
  const auto person = add_resident(k_other_street);
  const auto at_home = add_resident(k_street);
  const Visitor visitor = assessor();
  auto body = answers(visitor, at_home, best);
  body["resident"] = std::to_string(person.number);
  EXPECT_EQ(visitor.post("/api/assessment-forms", body).status, 404);
  EXPECT_EQ(visitor.get("/api/assessment-forms?resident=" + std::to_string(person.number)).status, 404);
  EXPECT_EQ(visitor.get("/api/assessment-forms/start?resident=" + std::to_string(person.number)).status, 404);
}

TEST_P(Assessments, WhoMayNotSeeMaskedFieldsInFullSeesNoAssessmentEither) {
  const auto person = add_resident(k_street);
  const Visitor reader = house.visit_with("reader", {powers::Power::people_read, powers::Power::people_write}, k_street);
  EXPECT_EQ(reader.get("/api/assessment-forms?resident=" + std::to_string(person.number)).status, 403);
  EXPECT_EQ(reader.get("/api/assessment-forms/start?resident=" + std::to_string(person.number)).status, 403);
}

TEST_P(Assessments, WhoeverBeginsOneIsInTheListOfWhoLooked) {
  const auto person = add_resident(k_street);
  const auto start = boost::json::parse(assessor().get("/api/assessment-forms/start?resident=" + std::to_string(person.number)).body);
  EXPECT_EQ(start.at("person").at("name").as_string(), "甲某");
  ASSERT_EQ(house.journal("access_note").size(), 1u);
  EXPECT_THAT(house.journal("access_note").front().after.value_or(""), testing::HasSubstr(std::to_string(person.number)));
}

TEST_P(Assessments, TheAnswersLieSealedInTheDatabaseAndAreReadInWords) {
  const auto person = add_resident(k_street);
  const Visitor visitor = assessor();
  const auto sent = visitor.post("/api/assessment-forms", answers(visitor, person, best));
  ASSERT_EQ(sent.status, 201);
  const auto id = std::string(boost::json::parse(sent.body).at("id").as_string());
  const auto whole = boost::json::parse(visitor.get("/api/assessment-forms/" + id).body);
  EXPECT_EQ(whole.at("dimensions").as_array().at(0).at("items").as_array().at(0).at("answer").as_string(), "独立使用器具进食,没有呛咳");
  EXPECT_EQ(whole.at("dimensions").as_array().at(0).at("score"), whole.at("dimensions").as_array().at(0).at("score_max"));
  for (const store::JournalEntry& entry : house.journal("assessment_form"))
    EXPECT_THAT(entry.after.value_or(""), testing::Not(testing::HasSubstr("eating\\\":4")));
}

}  // namespace laoyou::app
