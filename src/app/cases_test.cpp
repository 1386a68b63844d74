// Cases over the routes, on both databases: the filing of a childcare place played as its file says, from both sides.
#include <gmock/gmock.h>

#include "accounts/unit.h"
#include "app/running_house_test.h"
#include "cases/room.h"
#include "registry/institution.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_district = "450203000000", k_neighbour = "450204000000";
constexpr std::string_view k_password = "right-horse-7";

json::object object(const http::ClientAnswer& answer) { return json::parse(answer.body).as_object(); }

class Cases : public OnBothDatabases {
 protected:
  Cases() {
    registry::Institution nursery{{house.store().new_id()}, 0, code(k_district), "小树苗托育中心"};
    nursery.kind = registry::InstitutionKind::nursery;
    nursery.floor_area_m2 = Decimal::parse("320").value();
    nursery.leased_premises = false;
    place = nursery.id;
    const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "小树苗托育中心", powers::OfficeKind::institution, nursery.id};
    EXPECT_TRUE(house.store()
                    .write({0, "command", ""},
                           [&](store::Writing& writing) -> Result<void> {
                             writing.insert(nursery);
                             writing.insert(unit);
                             return {};
                           })
                    .done());
    accounts::CreateAccountRequest request{"head", "园长", "institution_head", code(k_district), std::nullopt, std::string(k_password)};
    request.unit = unit.id;
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
  }

  Visitor head() { return Visitor(house.port(), "head", k_password); }

  /// Somebody of a department of that place.
  Visitor officer(const std::string& name, std::string_view role, std::string_view region) {
    const accounts::Unit unit{{house.store().new_id()}, 0, code(region), name, powers::OfficeKind::department, std::nullopt};
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
    accounts::CreateAccountRequest request{name, name, std::string(role), code(region), std::nullopt, std::string(k_password)};
    request.unit = unit.id;
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
    return Visitor(house.port(), name, k_password);
  }

  std::string open(const Visitor& visitor) {
    const auto opened = visitor.post("/api/cases", {{"procedure", "nursery_filing"}});
    EXPECT_EQ(said(opened), "201") << opened.body;
    return std::string(object(opened).at("case").at("id").as_string());
  }

  json::object complete() const {
    return {{"values", json::object{{"place", std::to_string(place.number)}, {"operated_by", "nonprofit"}, {"head_name", "王园长"}, {"head_phone", "13800000000"}, {"floor_area", 320},
                                    {"leased", false}, {"forms_of_care", json::array{"full_day"}}, {"slots", 60}, {"serves_meals", true}}},
            {"papers", json::object{{"registration", json::array{"证书.pdf"}}, {"premises_proof", json::array{"产权.pdf"}}, {"staff_certificates", json::array{"证.pdf"}}, {"hygiene_report", json::array{"报告.pdf"}},
                                    {"fire_certificate", json::array{"消防.pdf"}}, {"food_licence", json::array{"食品.pdf"}}, {"commitment", json::array{"承诺.pdf"}}}}};
  }

  http::ClientAnswer act(const Visitor& visitor, const std::string& id, const std::string& what, json::object body = {}) { return visitor.post("/api/cases/" + id + "/acts/" + what, body); }

  std::string submitted(const Visitor& visitor) {
    const std::string id = open(visitor);
    EXPECT_EQ(said(visitor.put("/api/cases/" + id, complete())), "200");
    const auto answer = act(visitor, id, "submit");
    EXPECT_EQ(said(answer), "200") << answer.body;
    return id;
  }

  bool filed() {
    return house.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), place)->filed.value_or(false); });
  }

  Id<registry::Institution> place;
};

TEST_P(Cases, AFilingGoesFromTheDraftToTheRegisterAndTheReceipt) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const Visitor fire = officer("fire", "fire_rescue", k_district), market = officer("market", "market_supervision", k_district);
  const std::string id = submitted(nursery);
  EXPECT_EQ(object(health.get("/api/cases/tasks")).at("rows").as_array().size(), 1u);
  EXPECT_EQ(object(fire.get("/api/cases/tasks")).at("rows").as_array().size(), 0u);
  EXPECT_FALSE(filed());
  const auto accepted = act(health, id, "decide", {{"part", "receive"}, {"decision", "accept"}});
  ASSERT_EQ(said(accepted), "200") << accepted.body;
  EXPECT_TRUE(filed()) << "the decision and the register change are one";
  const json::object page = object(nursery.get("/api/cases/" + id));
  ASSERT_EQ(page.at("documents").as_array().size(), 1u);
  EXPECT_THAT(std::string(page.at("documents").as_array()[0].at("text").as_string()), testing::HasSubstr("小树苗托育中心"));
  EXPECT_EQ(object(market.get("/api/cases/tasks")).at("rows").as_array().size(), 1u) << "meals are served, so market supervision takes part";
  EXPECT_EQ(said(act(health, id, "decide", {{"part", "health"}, {"decision", "conforms"}})), "200");
  EXPECT_EQ(said(act(fire, id, "decide", {{"part", "safety"}, {"decision", "conforms"}})), "200");
  EXPECT_EQ(said(act(market, id, "decide", {{"part", "food"}, {"decision", "conforms"}})), "200");
  const json::object ended = object(nursery.get("/api/cases/" + id));
  EXPECT_EQ(ended.at("case").at("phase").as_string(), "ended");
  EXPECT_EQ(ended.at("case").at("ending").as_string(), "filed");
  EXPECT_EQ(said(act(nursery, id, "rate", {{"level", 5}})), "200");
}

TEST_P(Cases, AFormWithErrorsIsToldEveryFieldAtOnce) {
  const Visitor nursery = head();
  const std::string id = open(nursery);
  EXPECT_EQ(object(nursery.get("/api/cases/" + id)).at("values").at("floor_area").to_number<double>(), 320) << "what the register knows is not asked for";
  json::object draft = complete();
  draft["values"].as_object()["slots"] = 0;
  draft["values"].as_object().erase("head_name");
  draft["papers"].as_object().erase("food_licence");
  ASSERT_EQ(said(nursery.put("/api/cases/" + id, draft)), "200");
  const auto answer = act(nursery, id, "submit");
  EXPECT_EQ(answer.status, 422);
  std::vector<std::string> places;
  const json::value problem = json::parse(answer.body);
  for (const auto& error : problem.at("errors").as_array()) places.emplace_back(error.at("place").as_string());
  EXPECT_THAT(places, testing::UnorderedElementsAre("/head_name", "/slots", "/papers/food_licence"));
}

TEST_P(Cases, WhatTheStateDoesNotAllowIsSaidWithWhatItDoesAndByWhom) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string id = submitted(nursery);
  const auto early = act(nursery, id, "rate", {{"level", 5}});
  EXPECT_EQ(said(early), "409 cases.not_allowed");
  EXPECT_THAT(early.body, testing::HasSubstr("县级卫生健康部门"));
  EXPECT_EQ(said(act(nursery, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "403 cases.not_yours");
  const Visitor neighbour = officer("neighbour", "health_commission", k_neighbour);
  EXPECT_EQ(said(act(neighbour, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "404 cases.not_found");
  EXPECT_EQ(said(neighbour.get("/api/cases/" + id)), "404 cases.not_found");
}

TEST_P(Cases, AnActSentTwiceHasItsEffectsOnceAndOfTwoClerksOneDecides) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district), other = officer("other", "health_commission", k_district);
  const std::string id = submitted(nursery);
  const std::int64_t version = object(health.get("/api/cases/" + id)).at("case").at("version").as_int64();
  const json::object accept{{"part", "receive"}, {"decision", "accept"}, {"event", "one"}, {"version", version}};
  EXPECT_EQ(said(act(health, id, "decide", accept)), "200");
  EXPECT_EQ(said(act(other, id, "decide", {{"part", "receive"}, {"decision", "refuse"}, {"text", "不行"}, {"version", version}})), "409 record.changed");
  json::object again = accept;
  again.erase("version");
  EXPECT_EQ(said(act(health, id, "decide", again)), "200");
  EXPECT_EQ(object(nursery.get("/api/cases/" + id)).at("documents").as_array().size(), 1u);
}

TEST_P(Cases, TheTermStandsStillWhileTheApplicantIsAskedAndTimeEndsWhatIsNotSupplied) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string id = submitted(nursery);
  const auto asked = act(health, id, "ask", {{"part", "receive"}, {"text", "请补租赁合同"}});
  ASSERT_EQ(said(asked), "200") << asked.body;
  EXPECT_EQ(object(health.get("/api/cases/tasks")).at("rows").as_array().size(), 0u);
  EXPECT_EQ(said(act(nursery, id, "supply")), "200");
  EXPECT_EQ(object(health.get("/api/cases/tasks")).at("rows").as_array().size(), 1u);
  const std::string second = submitted(nursery);
  ASSERT_EQ(said(act(health, second, "ask", {{"part", "receive"}, {"text", "请补"}})), "200");
  const cases::Services& services = house.house().case_services();
  EXPECT_EQ(cases::let_time_pass(services, SystemClock().now()), 0u);
  EXPECT_GE(cases::let_time_pass(services, SystemClock().now().plus_milliseconds(60LL * 86'400'000)), 1u);
  EXPECT_EQ(object(nursery.get("/api/cases/" + second)).at("case").at("ending").as_string(), "lapsed");
  EXPECT_EQ(object(nursery.get("/api/cases/" + id)).at("case").at("phase").as_string(), "running") << "an office that is late is told, nothing else";
  EXPECT_EQ(cases::let_time_pass(services, SystemClock().now().plus_milliseconds(60LL * 86'400'000)), 0u) << "once";
}

TEST_P(Cases, AnyoneWithNumberAndCodeSeesTheProgressAndNoNames) {
  const Visitor nursery = head();
  const std::string id = submitted(nursery);
  const json::object page = object(nursery.get("/api/cases/" + id));
  const std::string number(page.at("case").at("number").as_string()), opening(page.at("case").at("code").as_string());
  const auto shown = house.nobody().get("/api/public/cases?number=" + number + "&code=" + opening);
  EXPECT_EQ(said(shown), "200");
  EXPECT_THAT(shown.body, testing::HasSubstr("受理"));
  EXPECT_THAT(shown.body, testing::Not(testing::HasSubstr("王园长")));
  EXPECT_EQ(said(house.nobody().get("/api/public/cases?number=" + number + "&code=00000000")), "404 cases.not_found");
}

RUN_ON_BOTH_DATABASES(Cases);

}  // namespace
}  // namespace laoyou::app
