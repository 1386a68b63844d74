// What the routes of cases and procedures answer, held against the API document: each of them is asked, and nothing it says is missing there or told wrongly.
#include <gmock/gmock.h>

#include "app/answer_check_test.h"
#include "app/cases_test.h"
#include "cases/records.h"
#include "registry/resident.h"

namespace laoyou::app {
namespace {

class CaseAnswers : public Cases {
 protected:
  /// The answer, once it was held against the document.
  json::object told(const Visitor& visitor, const std::string& method, const std::string& target, const json::object& body = {}) {
    return told(method, target, visitor.ask(method, target, method == "POST" || method == "PUT" ? json::serialize(body) : ""));
  }
  json::object told(const std::string& method, const std::string& target, const http::ClientAnswer& answer) {
    EXPECT_LT(answer.status, 300) << method << " " << target << ": " << answer.body;
    EXPECT_THAT(check.faults(method, target, answer), testing::IsEmpty());
    return object(answer);
  }
  json::object acted(const Visitor& visitor, const std::string& id, const std::string& what, const json::object& body = {}) { return told(visitor, "POST", "/api/cases/" + id + "/acts/" + what, body); }

  /// Two of a health department's unit.
  std::pair<Visitor, Visitor> of_one_unit() {
    const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "卫健局", powers::OfficeKind::department, std::nullopt};
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
    for (const auto& [name, role] : {std::pair("health", "health_commission"), std::pair("deputy", "viewer")}) {
      accounts::CreateAccountRequest request{name, name, role, code(k_district), std::nullopt, std::string(k_password)};
      request.unit = unit.id;
      EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
    }
    return {Visitor(house.port(), "health", k_password), Visitor(house.port(), "deputy", k_password)};
  }

  /// A draft with its form and papers, not handed in; one paper is taken out and handed in again.
  std::string drafted(const Visitor& visitor) {
    const std::string id(told(visitor, "POST", "/api/cases", {{"procedure", "nursery_filing"}}).at("case").at("id").as_string());
    told(visitor, "PUT", "/api/cases/" + id, complete());
    const std::string files = "/api/cases/" + id + "/files";
    const json::object wrong = told("POST", files, attach(visitor, id, "registration", "错"));
    told(visitor, "POST", files + "/" + std::string(wrong.at("id").as_string()) + "/remove");
    attach_all(visitor, id, k_papers);
    told(visitor, "GET", files);
    return id;
  }

  void ask_procedures() {
    const Visitor nobody = house.nobody(), official = house.visit("official", "official", "000000000000");
    for (const std::string region : {"450200000000", "520000000000", "532500000000", "210100000000", "650200000000"}) {
      told(nobody, "GET", "/api/public/places?region=" + region);
      for (const auto& [visitor, path] : {std::pair(&nobody, std::string("/api/public/procedures")), std::pair(&official, std::string("/api/procedures"))}) {
        const json::object all = told(*visitor, "GET", path + "?region=" + region);
        EXPECT_FALSE(all.at("procedures").as_array().empty()) << region;
        for (const auto& line : all.at("procedures").as_array()) told(*visitor, "GET", path + "/" + std::string(line.at("procedure").as_string()) + "?region=" + region);
      }
    }
  }

  void play_filing(const Visitor& nursery, const Visitor& health, const Visitor& deputy) {
    const std::string id = drafted(nursery), other = drafted(nursery), third = drafted(nursery);
    for (const std::string& each : {id, other, third}) acted(nursery, each, "submit");
    acted(health, id, "ask", {{"part", "receive"}, {"text", "请补"}});
    acted(nursery, id, "supply");
    told(nursery, "GET", "/api/cases");
    told(health, "GET", "/api/cases/tasks");
    told(health, "GET", "/api/cases/calendar");
    told(health, "GET", "/api/cases/" + id + "/colleagues?part=receive");
    stand_in(health, deputy, other);
    const json::object page = told(health, "GET", "/api/cases/" + id);
    EXPECT_TRUE(page.at("masked").as_bool());
    acted(health, other, "merge", {{"part", "receive"}, {"into", page.at("case").at("number")}});
    told(health, "POST", "/api/cases/acts/decide", {{"cases", json::array{id}}, {"part", "receive"}, {"decision", "accept"}});
    acted(health, third, "decide", {{"part", "receive"}, {"decision", "refuse"}, {"text", "不符合"}, {"reasons", json::array{"papers"}}});
    const json::object own = told(nursery, "GET", "/api/cases/" + id);
    told(house.nobody(), "GET", "/api/public/documents?code=" + std::string(own.at("documents").as_array().at(0).at("code").as_string()));
    told(house.nobody(), "GET", "/api/public/cases?number=" + std::string(own.at("case").at("number").as_string()) + "&code=" + std::string(own.at("case").at("code").as_string()));
    told(health, "GET", "/api/cases/statistics");
    told(health, "GET", "/api/cases/statistics?procedure=nursery_filing");
    house.give("health", powers::Powers::all());
    told(health, "POST", "/api/cases/" + id + "/reveal", {{"purpose", "联系申请人"}});
  }

  void stand_in(const Visitor& health, const Visitor& deputy, const std::string& id) {
    const json::object before = told(health, "GET", "/api/cases/absences");
    ASSERT_EQ(before.at("colleagues").as_array().size(), 1u);
    const std::string today = SystemClock().now().beijing_day().text();
    const json::object said = told(health, "POST", "/api/cases/absences", {{"deputy", before.at("colleagues").as_array()[0].at("account")}, {"from", today}, {"until", today}});
    EXPECT_EQ(told(deputy, "GET", "/api/cases/absences").at("in_place_of").as_array().size(), 1u);
    EXPECT_EQ(told(deputy, "GET", "/api/cases/tasks").at("rows").as_array().at(0).at("in_place_of"), "health");
    EXPECT_EQ(told(deputy, "GET", "/api/cases/" + id).at("in_place_of"), "health");
    told(health, "DELETE", "/api/cases/absences/" + std::string(said.at("own").as_array().at(0).at("id").as_string()));
  }

  void play_complaint(const Visitor& civil) {
    const Visitor nobody = house.nobody();
    const json::object values{{"field", "elderly"}, {"channel", "web"}, {"place_name", "某养老院"}, {"subject", "fees"}, {"account", "押金不退"}, {"danger_now", false}, {"child_harmed", false}, {"anonymous", true}};
    told(nobody, "POST", "/api/public/procedures/complaint/holds", {{"region", k_district}, {"values", values}});
    const json::object key = told(nobody, "POST", "/api/public/cases", {{"procedure", "complaint"}, {"region", k_district}, {"values", values}});
    const std::string id(told(civil, "GET", "/api/cases/tasks").at("rows").as_array().at(0).at("id").as_string());
    acted(civil, id, "decide", {{"part", "civil"}, {"decision", "accept"}});
    go_behind(id);
    EXPECT_EQ(told(civil, "GET", "/api/procedures/complaint/moves").at("rows").as_array().size(), 1u);
    EXPECT_EQ(told(civil, "POST", "/api/procedures/complaint/moves").at("moved"), 1);
    acted(civil, id, "decide", {{"part", "civil"}, {"decision", "untrue"}, {"text", "已核实"}, {"values", json::object{{"facts", "押金已退"}}}});
    told(nobody, "GET", "/api/public/cases?number=" + std::string(key.at("number").as_string()) + "&code=" + std::string(key.at("code").as_string()));
    acted(civil, id, "decide", {{"part", "civil"}, {"decision", "closed"}});
    told(nobody, "POST", "/api/public/cases/acts/rate", {{"number", key.at("number")}, {"code", key.at("code")}, {"level", 1}});
  }

  /// As if the procedure had been changed since.
  void go_behind(const std::string& id) {
    ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
      auto file = writing.find(store::Scope::country(), Id<cases::CaseFile>{std::stoll(id)});
      auto version = writing.first<cases::ProcedureVersion>(store::Scope::country(), store::Filter().equals("key", file->procedure));
      version->id = writing.new_id<cases::ProcedureVersion>();
      version->number = file->procedure_version = "older";
      writing.insert(*version);
      writing.update(*file);
      return {};
    }).done());
  }

  void play_notice(const Visitor& village) {
    const std::string place_code = "450203001001";
    registry::Resident resident{{house.store().new_id()}, 0, code(place_code), "张三丰"};
    resident.born = Date::parse("1930-01-01").value();
    ASSERT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(resident); return {}; }).done());
    const json::object values{{"person", std::to_string(resident.id.number)}, {"person_name", "张三丰"}, {"born", "1930-01-01"}, {"hukou", place_code}, {"lives_elsewhere", false},
                              {"already_paid_elsewhere", false}, {"account_holder", "self"}, {"account_number", "6222000000000000"}, {"phone", "13800000000"}};
    const std::string id(told(village, "POST", "/api/cases", {{"procedure", "old_age_allowance"}, {"values", values}}).at("case").at("id").as_string());
    attach_all(village, id, {"id_card", "household_book"});
    acted(village, id, "submit");
    acted(village, id, "decide", {{"part", "receive"}, {"decision", "agree"}});
    const json::array rows = told(house.nobody(), "GET", "/api/public/notices?region=" + std::string(k_district)).at("rows").as_array();
    ASSERT_EQ(rows.size(), 1u);
    told(house.nobody(), "POST", "/api/public/notices/" + std::string(rows[0].at("id").as_string()) + "/objections", {{"text", "他不住这里"}});
    acted(village, id, "withdraw");
  }

  AnswerCheck check{house};
};

TEST_P(CaseAnswers, AreOfEveryRouteWhatTheDocumentSays) {
  const auto [health, deputy] = of_one_unit();
  const Visitor civil = officer("civil", "county_civil_affairs", k_district), village = officer("village", "village_clerk", "450203001001");
  ask_procedures();
  play_filing(head(), health, deputy);
  house.give("civil", powers::Powers::all());
  play_complaint(civil);
  play_notice(village);
  std::vector<std::string> left;
  for (const std::string& route : check.routes_under({"/api/cases", "/api/procedures", "/api/public/cases", "/api/public/documents", "/api/public/notices", "/api/public/places", "/api/public/procedures"}))
    if (!check.met().contains(route)) left.push_back(route);
  EXPECT_THAT(left, testing::IsEmpty()) << "nobody asked these";
}

INSTANTIATE_TEST_SUITE_P(House, CaseAnswers, testing::Values(Database::sqlite), database_name);

}  // namespace
}  // namespace laoyou::app
