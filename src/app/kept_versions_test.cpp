// Cases that run by a version whose plan has since dropped a field of a register: after the next start they are read, acted on and end as they began.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "plan/testing/written_plans.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_district = "450203000000";

constexpr std::string_view k_field = R"(
-- country/roles.csv
role,zh,en,unit_kind,powers,source
administrator,Chief,Chief,,plan_read;values_report;accounts_manage;plans_reload;sheets_export;places_read;places_write,example
-- town/fields.csv
record,name,zh,en,kind,unit,choices,privacy,source
institution,scheme,运营模式,Scheme,choice,,own=自营/Own;leased=委托/Leased,open,2
institution,rooms,房间数,Rooms,whole,,,open,2
)";
constexpr std::string_view k_no_field = R"(
-- country/roles.csv
role,zh,en,unit_kind,powers,source
administrator,Chief,Chief,,plan_read;values_report;accounts_manage;plans_reload;sheets_export;places_read;places_write,example
-- town/fields.csv
record,name,zh,en,kind,unit,choices,privacy,source
institution,other,其他,Other,text,,,open,2
)";

/// A procedure whose form reads both fields and whose decision sets one; without them it is another version.
std::string procedure(bool with_fields) {
  const std::string reads = with_fields ? R"(
      rooms: {name: 房间数, name_en: Rooms, type: whole, from: place.x_town_rooms}
      why: {name: 说明, name_en: Why, type: text, when: place.x_town_scheme = leased}
      leased: {name: 委托, name_en: Leased, type: yes_no, required: no}
)"
                                        : R"(
      rooms: {name: 房间数, name_en: Rooms, type: whole}
)";
  return R"(
-- town/procedures/rooms.yaml
procedure: rooms
name: 核房
name_en: Rooms
summary: 核对房间。
summary_en: Rooms are checked.
from: 2023-01-01
mark: example
apply: {roles: [administrator]}
offices:
  office: {name: 局, name_en: Bureau, roles: [administrator], level: county, power: places_write}
form:
  all:
    name: 机构
    name_en: Place
    fields:
      place: {name: 机构, name_en: Place, type: reference, of: institution})" +
         reads + R"(
steps:
  check:
    name: 核对
    name_en: Check
    who: office
    reads: all
    term: {within: 3 working days, mark: example}
    decides:
      agree:
        name: 同意
        name_en: Agree
        ending: done
        document: note
        changes:
          - {record: institution, of: place, set: {)" +
         (with_fields ? "x_town_rooms: rooms, " : "") + R"(stars: 3}}
    mark: example
endings:
  done: {name: 已核, name_en: Done, good: yes}
documents:
  note:
    name: 核房单
    name_en: Note
    text: |
      {{place}}：{{rooms}}间。
    mark: example
)";
}

plan::Files files(bool with_fields) { return plan::with_files(plan::with_files(plan::town_files(), with_fields ? k_field : k_no_field), procedure(with_fields)); }

json::object parsed(const http::ClientAnswer& answer) { return json::parse(answer.body).as_object(); }

/// Two servers, one after the other, on one database: between them the plan has dropped the fields.
class AKeptVersion : public testing::Test {
 protected:
  AKeptVersion() : written(files(true)), plans(written.path()) {
    const auto loaded = plans.reload();
    EXPECT_TRUE(loaded) << (loaded ? "" : testing::PrintToString(written.said(loaded.error())));
    first = std::make_unique<RunningHouse>(Database::postgresql, plans);
    clerk = std::make_unique<Visitor>(first->visit("clerk", "administrator", k_district));
    first->give("clerk", powers::Powers::all());
  }
  void start_without_the_fields() {
    later_written.write(files(false));
    const auto loaded = later_plans.reload();
    ASSERT_TRUE(loaded) << testing::PrintToString(later_written.said(loaded.error()));
    second = std::make_unique<RunningHouse>(*first, later_plans);
    clerk = std::make_unique<Visitor>(second->visit("later", "administrator", k_district));
    second->give("later", powers::Powers::all());
  }

  plan::WrittenPlans written, later_written{plan::Files{}};
  plan::RunningPlans plans, later_plans{later_written.path()};
  std::unique_ptr<RunningHouse> first, second;
  std::unique_ptr<Visitor> clerk;
};

TEST_F(AKeptVersion, ThatReadsAFieldWhichIsGoneIsReadAndItsCasesEnd) {
  const auto home = parsed(clerk->post("/api/institutions", {{"region", k_district}, {"name", "甲"}, {"kind", "elderly_home"}, {"x_town_scheme", "leased"}, {"x_town_rooms", 12}})).at("row").as_object();
  const auto opened = clerk->post("/api/cases", {{"procedure", "rooms"}, {"region", k_district}, {"values", json::object{{"place", home.at("id")}, {"why", "查"}}}});
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string id(parsed(opened).at("case").as_object().at("id").as_string());
  ASSERT_EQ(said(clerk->post("/api/cases/" + id + "/acts/submit", {})), "200");
  ASSERT_EQ(parsed(clerk->get("/api/cases/" + id)).at("values").as_object().at("rooms"), 12);

  start_without_the_fields();
  const auto page = clerk->get("/api/cases/" + id);
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_EQ(parsed(page).at("values").as_object().at("rooms"), 12) << "what was handed in stays";
  const auto decided = clerk->post("/api/cases/" + id + "/acts/decide", {{"part", "check"}, {"decision", "agree"}});
  ASSERT_EQ(decided.status, 200) << decided.body;
  EXPECT_EQ(parsed(clerk->get("/api/cases/" + id)).at("case").as_object().at("ending"), "done");
  EXPECT_EQ(parsed(clerk->get("/api/institutions/" + std::string(home.at("id").as_string()))).at("row").as_object().at("stars"), 3);
}

}  // namespace
}  // namespace laoyou::app
