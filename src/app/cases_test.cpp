// Cases over the routes, on both databases: the filing of a childcare place played as its file says, from both sides.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "app/cases_test.h"
#include "cases/perform.h"
#include "registry/resident.h"

namespace laoyou::app {
namespace {

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

TEST_P(Cases, WhatIsDecidedStandsInNoInboxAsToDo) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const Visitor fire = officer("fire", "fire_rescue", k_district), market = officer("market", "market_supervision", k_district);
  const auto to_do = [](const Visitor& visitor) { return object(visitor.get("/api/inbox")).at("rows").as_array().size(); };
  const std::string id = submitted(nursery);
  EXPECT_EQ(to_do(health), 1u);
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "200");
  EXPECT_EQ(to_do(health), 1u) << "its part of the verification, no more the receipt";
  EXPECT_EQ(to_do(fire), 1u);
  ASSERT_EQ(said(act(fire, id, "decide", {{"part", "safety"}, {"decision", "conforms"}})), "200");
  EXPECT_EQ(to_do(fire), 0u);
  EXPECT_EQ(to_do(market), 1u) << "who has not decided yet still has to";
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "health"}, {"decision", "conforms"}})), "200");
  ASSERT_EQ(said(act(market, id, "decide", {{"part", "food"}, {"decision", "conforms"}})), "200");
  EXPECT_EQ(to_do(health) + to_do(market), 0u);
}

TEST_P(Cases, AFormWithErrorsIsToldEveryFieldAtOnce) {
  const Visitor nursery = head();
  const std::string id = open(nursery);
  EXPECT_EQ(object(nursery.get("/api/cases/" + id)).at("values").at("floor_area").to_number<double>(), 320) << "what the register knows is not asked for";
  json::object draft = complete();
  draft["values"].as_object()["slots"] = 0;
  draft["values"].as_object().erase("head_name");
  ASSERT_EQ(said(nursery.put("/api/cases/" + id, draft)), "200");
  std::vector<std::string> papers = k_papers;
  std::erase(papers, "food_licence");
  attach_all(nursery, id, papers);
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

TEST_P(Cases, PapersAreFilesThatTheOfficeReadsAndNobodyElse) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district), neighbour = officer("neighbour", "health_commission", k_neighbour);
  const std::string id = open(nursery), path = "/api/cases/" + id + "/files";
  const auto added = attach(nursery, id, "registration", "营业执照");
  ASSERT_EQ(added.status, 200) << added.body;
  const std::string file(object(added).at("id").as_string());
  EXPECT_EQ(said(attach(nursery, id, "wish_list")), "422 files.field_unknown");
  EXPECT_EQ(said(health.get(path)), "404 cases.not_found") << "a draft is its applicant's alone";
  ASSERT_EQ(said(nursery.put("/api/cases/" + id, complete())), "200");
  attach_all(nursery, id, k_papers);
  ASSERT_EQ(said(act(nursery, id, "submit")), "200");
  EXPECT_EQ(health.get(path + "/" + file).body, "营业执照");
  EXPECT_EQ(said(neighbour.get(path + "/" + file)), "404 cases.not_found");
  EXPECT_EQ(said(nursery.post(path + "/" + file + "/remove")), "409 cases.papers_closed") << "what was handed in stays";
  EXPECT_EQ(said(attach(nursery, id, "registration", "换一份")), "409 cases.papers_closed");
}

TEST_P(Cases, ADocumentIsPrintedOnceAndAnyoneVerifiesIt) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string id = submitted(nursery);
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "200");
  const json::object document = object(nursery.get("/api/cases/" + id)).at("documents").as_array()[0].as_object();
  const std::string path = "/api/cases/" + id + "/documents/" + std::string(document.at("id").as_string());
  const auto first = nursery.get(path);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(first.body.substr(0, 5), "%PDF-");
  EXPECT_EQ(health.get(path).body, first.body) << "who prints it later has the same bytes";
  const auto verified = house.nobody().get("/api/public/papers/" + std::string(document.at("code").as_string()));
  ASSERT_EQ(said(verified), "200");
  EXPECT_EQ(object(verified).at("title").as_string(), "托育机构备案回执");
}

TEST_P(Cases, WhatIsPersonalIsMaskedForTheOfficeAndShownForAPurposeThatIsNoted) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string id = submitted(nursery);
  const json::object seen = object(health.get("/api/cases/" + id));
  EXPECT_EQ(seen.at("values").at("head_phone").as_string(), "138****0000");
  EXPECT_EQ(seen.at("values").at("head_name").as_string(), "王*");
  EXPECT_EQ(seen.at("values").at("slots").to_number<int>(), 60);
  EXPECT_EQ(object(nursery.get("/api/cases/" + id)).at("values").at("head_phone").as_string(), "13800000000");
  EXPECT_EQ(said(health.post("/api/cases/" + id + "/reveal", {{"purpose", "联系申请人"}})), "403 access.power_missing");
  house.give("health", powers::Powers::all());
  EXPECT_EQ(said(health.post("/api/cases/" + id + "/reveal", {{"purpose", ""}})), "422 json.missing_field");
  const auto shown = health.post("/api/cases/" + id + "/reveal", {{"purpose", "联系申请人"}});
  ASSERT_EQ(said(shown), "200") << shown.body;
  EXPECT_EQ(object(shown).at("values").at("head_phone").as_string(), "13800000000");
  EXPECT_EQ(house.journal("access_note").size(), 1u);
}

TEST_P(Cases, WithoutAnAccountSomebodyComplainsAndComesBackWithNumberAndCode) {
  const Visitor nobody = house.nobody(), civil = officer("civil", "county_civil_affairs", k_district);
  json::object values{{"field", "elderly"}, {"channel", "web"}, {"place_name", "某养老院"}, {"subject", "fees"}, {"account", "押金不退"}, {"danger_now", false}, {"child_harmed", false}, {"anonymous", true}};
  json::object short_of = values;
  short_of.erase("account");
  EXPECT_EQ(said(nobody.post("/api/public/cases", {{"procedure", "complaint"}, {"region", k_district}, {"values", short_of}})), "422 cases.field_missing");
  EXPECT_EQ(said(nobody.post("/api/public/cases", {{"procedure", "nursery_filing"}, {"region", k_district}, {"values", json::object()}})), "403 cases.needs_account");
  const auto opened = nobody.post("/api/public/cases", {{"procedure", "complaint"}, {"region", k_district}, {"values", values}});
  ASSERT_EQ(said(opened), "200") << opened.body;
  const std::string number(object(opened).at("number").as_string()), opening(object(opened).at("code").as_string());
  const json::array tasks = object(civil.get("/api/cases/tasks")).at("rows").as_array();
  ASSERT_EQ(tasks.size(), 1u);
  const std::string id(tasks[0].at("id").as_string());
  ASSERT_EQ(said(act(civil, id, "decide", {{"part", "civil"}, {"decision", "accept"}})), "200");
  EXPECT_EQ(said(nobody.post("/api/public/cases/acts/withdraw", {{"number", number}, {"code", "00000000"}})), "404 cases.not_found");
  const auto decided = act(civil, id, "decide", {{"part", "civil"}, {"decision", "untrue"}, {"text", "已核实"}, {"values", json::object{{"facts", "押金已退"}}}});
  ASSERT_EQ(said(decided), "200") << decided.body;
  const json::object page = object(nobody.get("/api/public/cases?number=" + number + "&code=" + opening));
  EXPECT_EQ(page.at("documents").as_array().size(), 2u) << "the answer reaches whoever holds the code";
  ASSERT_EQ(said(act(civil, id, "decide", {{"part", "civil"}, {"decision", "closed"}})), "200");
  const auto rated = nobody.post("/api/public/cases/acts/rate", {{"number", number}, {"code", opening}, {"level", 4}});
  EXPECT_EQ(said(rated), "200") << rated.body;
}

TEST_P(Cases, APublicNoticeShowsMaskedNamesTakesObjectionsAndEndsByItself) {
  const std::string village_code = "450203001001";
  registry::Resident resident{{house.store().new_id()}, 0, code(village_code), "张三丰"};
  resident.born = Date::parse("1930-01-01").value();
  ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(resident); return {}; }).done());
  const Visitor village = officer("village", "village_clerk", village_code), street = officer("street", "street_clerk", "450203001000");
  const auto opened = village.post("/api/cases", {{"procedure", "old_age_allowance"}});
  ASSERT_EQ(said(opened), "201") << opened.body;
  const std::string id(object(opened).at("case").at("id").as_string());
  const auto saved = village.put("/api/cases/" + id, {{"values", json::object{{"person", std::to_string(resident.id.number)}, {"person_name", "张三丰"}, {"born", "1930-01-01"}, {"hukou", village_code}, {"lives_elsewhere", false},
                                                                              {"already_paid_elsewhere", false}, {"account_holder", "self"}, {"account_number", "6222000000000000"}, {"phone", "13800000000"}}}});
  ASSERT_EQ(said(saved), "200") << saved.body;
  attach_all(village, id, {"id_card", "household_book"});
  const auto sent = act(village, id, "submit");
  ASSERT_EQ(said(sent), "200") << sent.body;
  const auto agreed = act(village, id, "decide", {{"part", "receive"}, {"decision", "agree"}});
  ASSERT_EQ(said(agreed), "200") << agreed.body;
  const auto shown = house.nobody().get("/api/public/notices?region=" + std::string(k_district));
  ASSERT_EQ(object(shown).at("rows").as_array().size(), 1u) << shown.body;
  EXPECT_THAT(shown.body, testing::HasSubstr("张*"));
  EXPECT_THAT(shown.body, testing::Not(testing::HasSubstr("张三丰")));
  EXPECT_EQ(said(house.nobody().get("/api/public/notices")), "200") << "of every place, where none is named";
  const std::string notice(object(shown).at("rows").as_array()[0].at("id").as_string());
  EXPECT_EQ(said(house.nobody().post("/api/public/notices/" + notice + "/objections", {{"text", "他不住这里"}})), "200");
  cases::let_time_pass(house.house().case_services(), SystemClock().now().plus_milliseconds(12LL * 86'400'000));
  EXPECT_EQ(object(village.get("/api/cases/" + id)).at("case").at("step").as_string(), "street_check");
  EXPECT_EQ(object(street.get("/api/cases/" + id)).at("documents").as_array().back().at("zh").as_string(), "公示异议转办单");
  EXPECT_EQ(object(house.nobody().get("/api/public/notices?region=" + std::string(k_district))).at("rows").as_array().size(), 0u);
  EXPECT_EQ(said(house.nobody().post("/api/public/notices/" + notice + "/objections", {{"text", "太晚"}})), "409 cases.notice_over");
}

TEST_P(Cases, AnInspectedPlaceActsInTheCaseThatNamesItAndItsNeighbourSeesNothing) {
  const Visitor health = officer("health", "health_commission", k_district), nursery = head();
  const auto opened = health.post("/api/cases", {{"procedure", "rectification"}});
  ASSERT_EQ(said(opened), "201") << opened.body;
  const std::string id(object(opened).at("case").at("id").as_string());
  const auto saved = health.put("/api/cases/" + id, {{"values", json::object{{"place", std::to_string(place.number)}, {"field", "childcare"}, {"found_by", "random"}, {"found_on", "2026-01-05"}, {"facts", "消防通道堵塞"},
                                                                             {"clauses", "第5章"}, {"major_danger", false}, {"earlier_orders", 0}}}});
  ASSERT_EQ(said(saved), "200") << saved.body;
  attach_all(health, id, {"inspection_record"});
  EXPECT_EQ(said(nursery.get("/api/cases/" + id)), "404 cases.not_found") << "a draft is its applicant's alone";
  ASSERT_EQ(said(act(health, id, "submit")), "200");
  const auto ordered = act(health, id, "decide", {{"part", "health"}, {"decision", "order"}});
  ASSERT_EQ(said(ordered), "200") << ordered.body;
  EXPECT_EQ(object(nursery.get("/api/cases/tasks")).at("rows").as_array().size(), 1u);
  EXPECT_GE(object(nursery.get("/api/inbox")).at("rows").as_array().size(), 1u) << "its people are told";
  registry::Institution neighbour{{house.store().new_id()}, 0, code(k_district), "别家托育"};
  const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "别家托育", powers::OfficeKind::institution, neighbour.id};
  ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(neighbour); writing.insert(unit); return {}; }).done());
  accounts::CreateAccountRequest request{"next-door", "隔壁", "institution_head", code(k_district), std::nullopt, std::string(k_password)};
  request.unit = unit.id;
  ASSERT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
  const Visitor next_door(house.port(), "next-door", k_password);
  EXPECT_EQ(said(next_door.get("/api/cases/" + id)), "404 cases.not_found");
  EXPECT_EQ(object(next_door.get("/api/cases/tasks")).at("rows").as_array().size(), 0u);
  EXPECT_EQ(said(act(next_door, id, "decide", {{"part", "correct"}, {"decision", "done"}})), "404 cases.not_found");
  const auto done = act(nursery, id, "decide", {{"part", "correct"}, {"decision", "done"}, {"values", json::object{{"done_text", "已清理"}}}});
  EXPECT_EQ(said(done), "200") << done.body;
}

TEST_P(Cases, OneActOnManyCasesIsDoneOnAllOrOnNone) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string one = submitted(nursery), other = submitted(nursery), draft = open(nursery);
  const auto refused = health.post("/api/cases/acts/decide", {{"cases", json::array{one, draft}}, {"part", "receive"}, {"decision", "accept"}});
  EXPECT_EQ(said(refused), "404 cases.not_found") << refused.body;
  EXPECT_THAT(refused.body, testing::HasSubstr("/cases/1"));
  EXPECT_EQ(object(health.get("/api/cases/" + one)).at("case").at("step").as_string(), "receive");
  EXPECT_EQ(said(health.post("/api/cases/acts/decide", {{"cases", json::array{one, other}}, {"part", "receive"}, {"decision", "accept"}})), "200");
  EXPECT_EQ(object(health.get("/api/cases/" + other)).at("case").at("step").as_string(), "verify");
}

TEST_P(Cases, APartIsHandedToAUnitAndADuplicateGoesIntoTheOther) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district), colleague = officer("colleague", "health_commission", k_district);
  const std::string id = submitted(nursery), other = submitted(nursery);
  const json::array units = object(health.get("/api/cases/" + id + "/colleagues?part=receive")).at("units").as_array();
  ASSERT_EQ(units.size(), 2u);
  const std::string unit(units[0].at("name").as_string() == "colleague" ? units[0].at("unit").as_string() : units[1].at("unit").as_string());
  ASSERT_EQ(said(act(health, id, "transfer", {{"part", "receive"}, {"unit", unit}})), "200");
  EXPECT_EQ(said(act(health, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "403 cases.not_yours");
  const std::string number(object(colleague.get("/api/cases/" + id)).at("case").at("number").as_string());
  EXPECT_EQ(said(act(health, other, "merge", {{"part", "receive"}, {"into", "1"}})), "422 cases.no_such_target");
  const auto merged = act(health, other, "merge", {{"part", "receive"}, {"into", number}});
  ASSERT_EQ(said(merged), "200") << merged.body;
  EXPECT_EQ(object(nursery.get("/api/cases/" + other)).at("merged_into").at("number").as_string(), number);
}

TEST_P(Cases, StatisticsCountWhatWasHandedInAndHowItEnded) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district);
  const std::string id = submitted(nursery);
  submitted(nursery);
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "receive"}, {"decision", "refuse"}, {"text", "不符合"}, {"reasons", json::array{"papers"}}})), "200");
  const json::object all = object(health.get("/api/cases/statistics"));
  ASSERT_EQ(all.at("rows").as_array().size(), 1u);
  const json::object row = all.at("rows").as_array()[0].as_object();
  EXPECT_EQ(row.at("handed_in").to_number<int>(), 2);
  EXPECT_EQ(row.at("ended").to_number<int>(), 1);
  EXPECT_EQ(row.at("in_term").to_number<int>(), 1);
  EXPECT_EQ(object(health.get("/api/cases/statistics?procedure=nursery_filing")).at("steps").as_array().size(), 3u);
  EXPECT_EQ(said(health.get("/api/cases/statistics?region=450204000000")), "403 scope.outside");
  EXPECT_EQ(object(health.get("/api/cases/calendar")).at("days").as_array().size(), 42u);
}

TEST_P(Cases, TheCalendarCountsAllTermsHoweverManyThereAre) {
  const Visitor health = officer("health", "health_commission", k_district);
  constexpr int k_today = 2'100, k_before = 300;
  const Date today = SystemClock().now().beijing_day();
  ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    std::vector<cases::CaseTask> tasks(k_today + k_before);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      cases::CaseFile file;
      file.id = writing.new_id<cases::CaseFile>();
      file.region = code(k_district);
      file.number = "N" + std::to_string(i);
      writing.insert(file);
      tasks[i].id = writing.new_id<cases::CaseTask>();
      tasks[i].region = file.region;
      tasks[i].of_case = file.id;
      tasks[i].holder = "role:health_commission";
      tasks[i].due = Instant{(today.days() + (i < k_today ? 1 : -3)) * 86'400'000LL - 8 * 3'600'000LL};
    }
    writing.insert_all(tasks);
    return {};
  }).done());
  const json::object calendar = object(health.get("/api/cases/calendar"));
  EXPECT_EQ(calendar.at("days").as_array()[0].at("count").to_number<int>(), k_today);
  EXPECT_EQ(calendar.at("before").to_number<int>(), k_before);
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
  for (int i = 0; i < 40; ++i) house.nobody().get("/api/public/cases?number=" + number + "&code=" + std::to_string(10'000'000 + i));
  EXPECT_EQ(said(house.nobody().get("/api/public/cases?number=" + number + "&code=" + opening)), "429 cases.too_many") << "codes are not guessed";
}

TEST_P(Cases, AClosedCaseRunAgainFromItsEventsGivesTheSameStateByteForByte) {
  const Visitor nursery = head(), health = officer("health", "health_commission", k_district), fire = officer("fire", "fire_rescue", k_district), market = officer("market", "market_supervision", k_district);
  const std::string id = submitted(nursery);
  ASSERT_EQ(said(act(health, id, "ask", {{"part", "receive"}, {"text", "请补"}})), "200");
  ASSERT_EQ(said(act(nursery, id, "supply")), "200");
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "receive"}, {"decision", "accept"}})), "200");
  ASSERT_EQ(said(act(fire, id, "decide", {{"part", "safety"}, {"decision", "does_not"}, {"text", "缺灭火器"}})), "200");
  ASSERT_EQ(said(act(health, id, "decide", {{"part", "health"}, {"decision", "conforms"}})), "200");
  ASSERT_EQ(said(act(market, id, "decide", {{"part", "food"}, {"decision", "conforms"}})), "200");
  ASSERT_EQ(said(act(nursery, id, "decide", {{"part", "correct"}, {"decision", "done"}})), "200");
  for (const auto& [who, part] : {std::pair(&fire, "safety"), std::pair(&health, "health"), std::pair(&market, "food")}) ASSERT_EQ(said(act(*who, id, "decide", {{"part", part}, {"decision", "conforms"}})), "200");
  cases::Desk desk(house.house().case_services());
  house.store().read([&](store::Snapshot& snapshot) {
    const auto open = cases::open_case(desk, snapshot, std::stoll(id));
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->state.ending, "filed");
    const auto again = cases::replayed(desk, snapshot, *open);
    ASSERT_TRUE(again.has_value()) << again.error().code;
    std::string kept, rebuilt;
    record::write_json(kept, open->state, record::View{true});
    record::write_json(rebuilt, *again, record::View{true});
    EXPECT_EQ(rebuilt, kept);
  });
}

RUN_ON_BOTH_DATABASES(Cases);

/// A house whose plans are its own, so that they may change while it runs.
class ChangingProcedures : public testing::TestWithParam<Database> {
 protected:
  ChangingProcedures() : plans(directory.path() / "plans") {
    std::filesystem::copy("plans", directory.path() / "plans", std::filesystem::copy_options::recursive);
    EXPECT_TRUE(plans.reload().has_value());
  }
  void change(std::string_view before, std::string_view after) {
    const std::filesystem::path file = directory.path() / "plans/national/procedures/complaint.yaml";
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t found = text.find(before);
    ASSERT_NE(found, std::string::npos);
    std::ofstream(file) << text.replace(found, before.size(), after);
    ASSERT_TRUE(plans.reload().has_value());
  }
  store::TemporaryDirectory directory;
  plan::RunningPlans plans;
};

TEST_P(ChangingProcedures, EachCaseEndsByTheVersionItBeganWith) {
  RunningHouse house(GetParam(), plans);
  const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "民政局", powers::OfficeKind::department, std::nullopt};
  ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
  accounts::CreateAccountRequest request{"civil", "民政", "county_civil_affairs", code(k_district), std::nullopt, std::string(k_password)};
  request.unit = unit.id;
  ASSERT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
  const Visitor civil(house.port(), "civil", k_password), nobody = house.nobody();
  const json::object values{{"field", "elderly"}, {"channel", "web"}, {"place_name", "某养老院"}, {"subject", "fees"}, {"account", "押金不退"}, {"danger_now", false}, {"child_harmed", false}, {"anonymous", true}};
  const auto open = [&] { EXPECT_EQ(said(nobody.post("/api/public/cases", {{"procedure", "complaint"}, {"region", k_district}, {"values", values}})), "200"); };
  open();
  change("name: 登记受理", "name: 登记");
  open();
  std::vector<std::string> steps;
  const json::object tasks = object(civil.get("/api/cases/tasks"));
  for (const auto& row : tasks.at("rows").as_array()) {
    steps.emplace_back(row.at("step_name").at("zh").as_string());
    EXPECT_EQ(said(civil.post("/api/cases/" + std::string(row.at("id").as_string()) + "/acts/decide", {{"part", "civil"}, {"decision", "accept"}})), "200");
  }
  EXPECT_THAT(steps, testing::UnorderedElementsAre("登记受理", "登记"));
  // A server that starts afterwards reads the old version from what the case keeps.
  cases::Desk fresh(house.house().case_services());
  house.store().read([&](store::Snapshot& snapshot) {
    std::set<std::string> names;
    for (const cases::CaseFile& file : snapshot.select<cases::CaseFile>(store::Scope::country())) names.insert(fresh.versions.of(snapshot, file).value()->steps.front().name.zh);
    EXPECT_EQ(names, (std::set<std::string>{"登记受理", "登记"}));
  });
}

INSTANTIATE_TEST_SUITE_P(House, ChangingProcedures, testing::Values(Database::sqlite, Database::postgresql), database_name);

}  // namespace
}  // namespace laoyou::app
