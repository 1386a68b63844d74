// Cases in tests: a childcare place, its head, and people of departments who act for it.
#pragma once

#include "accounts/unit.h"
#include "app/running_house_test.h"
#include "registry/institution.h"

namespace laoyou::app {

namespace json = boost::json;

inline constexpr std::string_view k_district = "450203000000", k_neighbour = "450204000000";
inline constexpr std::string_view k_password = "right-horse-7";

inline json::object object(const http::ClientAnswer& answer) { return json::parse(answer.body).as_object(); }

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
    const powers::OfficeKind kind = role == "village_clerk" ? powers::OfficeKind::village : role == "street_clerk" ? powers::OfficeKind::street : powers::OfficeKind::department;
    const accounts::Unit unit{{house.store().new_id()}, 0, code(region), name, kind, std::nullopt};
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
                                    {"leased", false}, {"forms_of_care", json::array{"full_day"}}, {"slots", 60}, {"serves_meals", true}}}};
  }

  http::ClientAnswer attach(const Visitor& visitor, const std::string& id, const std::string& paper, const std::string& content = "合格") {
    return visitor.ask("POST", "/api/cases/" + id + "/files?field=" + paper + "&name=paper.txt", content, "application/octet-stream");
  }

  void attach_all(const Visitor& visitor, const std::string& id, const std::vector<std::string>& papers) {
    for (const std::string& paper : papers) {
      const auto answer = attach(visitor, id, paper);
      EXPECT_EQ(answer.status, 200) << paper << ": " << answer.body;
    }
  }

  http::ClientAnswer act(const Visitor& visitor, const std::string& id, const std::string& what, json::object body = {}) { return visitor.post("/api/cases/" + id + "/acts/" + what, body); }

  std::string submitted(const Visitor& visitor) {
    const std::string id = open(visitor);
    EXPECT_EQ(said(visitor.put("/api/cases/" + id, complete())), "200");
    attach_all(visitor, id, k_papers);
    const auto answer = act(visitor, id, "submit");
    EXPECT_EQ(said(answer), "200") << answer.body;
    return id;
  }

  static inline const std::vector<std::string> k_papers{"registration", "premises_proof", "staff_certificates", "hygiene_report", "fire_certificate", "food_licence", "commitment"};

  bool filed() {
    return house.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), place)->filed.value_or(false); });
  }

  Id<registry::Institution> place;
};

}  // namespace laoyou::app
