// A declared register through the door: kept, found, ended, looked back on, brought in and taken out by sheets, by whoever may.
#include <gmock/gmock.h>

#include "app/answer_check_test.h"
#include "app/running_house_test.h"
#include "record/sheet.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view k_district = "450203000000", k_neighbour = "450204000000";
constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

class ARegister : public OnBothDatabases {
 protected:
  Visitor clerk = house.visit("clerk", "official", k_district);

  boost::json::object institution(const std::string& name) { return {{"region", k_district}, {"name", name}, {"kind", "elderly_home"}}; }
  boost::json::object make(const std::string& path, const boost::json::object& body) {
    const http::ClientAnswer answer = clerk.post(path, body);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.status == 201 ? parsed(answer).at("row").as_object() : boost::json::object();
  }
  std::vector<std::string> names(const Visitor& visitor, const std::string& query) {
    const http::ClientAnswer answer = visitor.get("/api/institutions" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::vector<std::string> all;
    if (answer.status != 200) return all;
    const boost::json::value list = parsed(answer);
    for (const auto& row : list.at("rows").as_array()) all.emplace_back(row.at("name").as_string());
    return all;
  }
  static std::string text(const boost::json::object& row, const char* field) { return std::string(row.at(field).as_string()); }
};

TEST_P(ARegister, IsDescribedToThoseWhoMayReadIt) {
  const boost::json::value described = parsed(clerk.get("/api/records"));
  std::vector<std::string> records;
  for (const auto& each : described.at("records").as_array()) records.emplace_back(each.at("record").as_string());
  EXPECT_THAT(records, testing::IsSupersetOf({"resident", "institution", "bed", "slot", "staff", "visit", "fund_use"}));
  const Visitor stranger = house.visit_with("stranger", Powers{Power::journal_verify}, k_district);
  EXPECT_TRUE(parsed(stranger.get("/api/records")).at("records").as_array().empty());
}

TEST_P(ARegister, KeepsARecordAndItsChanges) {
  const boost::json::object made = make("/api/institutions", institution("阳光养老院"));
  const std::string id = text(made, "id");
  EXPECT_EQ(made.at("version").as_int64(), 1);
  boost::json::object changed = made;
  changed["name"] = "阳光颐养院";
  changed["stars"] = 4;
  const http::ClientAnswer answer = clerk.put("/api/institutions/" + id, changed);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(parsed(answer).at("row").at("version").as_int64(), 2);
  EXPECT_EQ(text(parsed(clerk.get("/api/institutions/" + id)).at("row").as_object(), "name"), "阳光颐养院");
  const http::ClientAnswer past = clerk.get("/api/institutions/" + id + "/history");
  EXPECT_THAT(AnswerCheck(house).faults("GET", "/api/institutions/" + id + "/history", past), testing::IsEmpty());
  const boost::json::value history = parsed(past);
  const auto& entries = history.at("entries").as_array();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].at("action").as_string(), "update");
  EXPECT_EQ(entries[0].at("who").as_string(), "clerk");
  EXPECT_THAT(boost::json::serialize(entries[0]), testing::AllOf(HasSubstr("阳光养老院"), HasSubstr("阳光颐养院"), HasSubstr("等级评定")));
}

TEST_P(ARegister, TellsTheSecondEditorWhatTheFirstHasSaved) {
  const boost::json::object made = make("/api/institutions", institution("甲"));
  boost::json::object first = made, second = made;
  first["name"] = "乙";
  second["name"] = "丙";
  ASSERT_EQ(clerk.put("/api/institutions/" + text(made, "id"), first).status, 200);
  const http::ClientAnswer refused = clerk.put("/api/institutions/" + text(made, "id"), second);
  EXPECT_EQ(said(refused), "409 record.changed");
  EXPECT_EQ(parsed(refused).at("current").at("name").as_string(), "乙");
  EXPECT_EQ(parsed(refused).at("current").at("version").as_int64(), 2);
}

TEST_P(ARegister, RefusesEverythingWrongAtOnceWithItsField) {
  const http::ClientAnswer answer = clerk.post("/api/institutions", {{"region", k_district}, {"kind", "palace"}, {"stars", 9.5}, {"namee", "x"}, {"credit_code", "1"}});
  EXPECT_EQ(answer.status, 422) << answer.body;
  std::vector<std::string> places;
  const boost::json::value problem = parsed(answer);
  for (const auto& error : problem.at("errors").as_array()) places.emplace_back(error.at("place").as_string());
  EXPECT_THAT(places, testing::IsSupersetOf({"/kind", "/stars", "/namee", "/credit_code"}));
  EXPECT_EQ(said(clerk.post("/api/institutions", institution(" "))), "422 json.missing_field");
  boost::json::object stars = institution("甲");
  stars["stars"] = 6;
  EXPECT_EQ(said(clerk.post("/api/institutions", stars)), "422 records.out_of_range");
  stars["stars"] = 5;
  stars["monthly_fee"] = -1;
  EXPECT_EQ(said(clerk.post("/api/institutions", stars)), "422 records.negative");
  const http::ClientAnswer nobody = clerk.post("/api/assessments", {{"region", k_district}, {"resident", "0"}, {"day", "2026-01-01"}});
  EXPECT_EQ(said(nobody) + accounts::place_of(nobody), "422 json.missing_field/resident");
  EXPECT_THAT(names(clerk, ""), ElementsAre());
}

TEST_P(ARegister, RefusesARangeWhoseEndsAreExchanged) {
  const http::ClientAnswer days = clerk.get("/api/institutions?opened_from=2026-02-01&opened_to=2026-01-01");
  EXPECT_EQ(said(days) + accounts::place_of(days), "422 records.range_backwards/opened_from");
  EXPECT_EQ(said(clerk.get("/api/institutions?stars_from=4&stars_to=3")), "422 records.range_backwards");
  EXPECT_EQ(clerk.get("/api/institutions?opened_from=2026-01-01&opened_to=2026-01-01").status, 200);
  EXPECT_EQ(said(clerk.get("/api/institutions/export?format=csv&opened_from=2026-02-01&opened_to=2026-01-01")), "422 records.range_backwards");
}

TEST_P(ARegister, IsNotAskedForAPlaceThatIsNotThere) {
  const http::ClientAnswer answer = clerk.get("/api/institutions?region=450203999999");
  EXPECT_EQ(answer.status, 422) << answer.body;
  EXPECT_EQ(accounts::place_of(answer), "/region");
}

TEST_P(ARegister, RefusesDaysThatCannotBe) {
  boost::json::object made = institution("甲");
  made["opened"] = "1800-01-01";
  const http::ClientAnswer answer = clerk.post("/api/institutions", made);
  EXPECT_EQ(said(answer) + accounts::place_of(answer), "422 records.day_out_of_range/opened");
}

TEST_P(ARegister, IsFoundFilteredSortedAndPaged) {
  for (const char* name : {"丙院", "甲院", "乙院", "丁园"}) make("/api/institutions", institution(name));
  boost::json::object nursery = institution("阳光托育园");
  nursery["kind"] = "nursery";
  make("/api/institutions", nursery);
  EXPECT_THAT(names(clerk, "?kind=nursery"), ElementsAre("阳光托育园"));
  EXPECT_THAT(names(clerk, "?search=ygty"), ElementsAre("阳光托育园"));
  EXPECT_THAT(names(clerk, "?name=%E9%99%A2"), testing::UnorderedElementsAre("丙院", "甲院", "乙院"));
  std::vector<std::string> paged;
  std::string query = "?sort=-name&rows=2&count=true", after;
  for (int page = 0; page < 5; ++page) {
    const boost::json::value list = parsed(clerk.get("/api/institutions" + query + after));
    EXPECT_EQ(list.at("total").as_int64(), 5);
    for (const auto& row : list.at("rows").as_array()) paged.emplace_back(row.at("name").as_string());
    if (!list.as_object().contains("after")) break;
    std::string encoded;
    for (const unsigned char letter : std::string(list.at("after").as_string())) {
      char hex[4];
      std::snprintf(hex, sizeof hex, "%%%02X", letter);
      encoded += hex;
    }
    after = "&after=" + encoded;
  }
  EXPECT_EQ(paged, names(clerk, "?sort=-name"));
  EXPECT_EQ(paged.size(), 5u);
  EXPECT_EQ(said(clerk.get("/api/institutions?colour=red")), "422 json.unknown_field");
  EXPECT_EQ(said(clerk.get("/api/institutions?rows=0")), "422 records.rows_out_of_range");
  EXPECT_EQ(said(clerk.get("/api/institutions?after=x")), "422 records.page_unknown");
}

TEST_P(ARegister, NamesItsReferencesAndListsItsChildren) {
  const boost::json::object home = make("/api/institutions", institution("阳光养老院"));
  boost::json::object bed{{"region", k_district}, {"institution", text(home, "id")}, {"nursing", true}};
  make("/api/beds", bed);
  const boost::json::value beds = parsed(clerk.get("/api/beds?institution=" + text(home, "id")));
  ASSERT_EQ(beds.at("rows").as_array().size(), 1u);
  EXPECT_EQ(beds.at("names").at("institution").at(text(home, "id")).as_string(), "阳光养老院");
  EXPECT_EQ(beds.at("names").at("region").at(k_district).as_string(), "鱼峰区");
  bed["institution"] = "12345";
  const http::ClientAnswer lost = clerk.post("/api/beds", bed);
  EXPECT_EQ(said(lost), "422 reference.not_found");
  EXPECT_EQ(accounts::place_of(lost), "/institution");
  EXPECT_EQ(said(clerk.post("/api/institutions/" + text(home, "id") + "/remove", {{"version", 1}})), "422 reference.in_use");
}

TEST_P(ARegister, EndsARecordWithoutForgettingIt) {
  const boost::json::object made = make("/api/institutions", institution("旧院"));
  const http::ClientAnswer ended = clerk.post("/api/institutions/" + text(made, "id") + "/end", {{"version", 1}, {"day", "2026-01-31"}});
  ASSERT_EQ(ended.status, 200) << ended.body;
  EXPECT_THAT(names(clerk, ""), ElementsAre());
  EXPECT_THAT(names(clerk, "?as_of=2026-01-30"), ElementsAre("旧院"));
  EXPECT_THAT(names(clerk, "?with_ended=true"), ElementsAre("旧院"));
  EXPECT_EQ(said(clerk.post("/api/institutions/" + text(made, "id") + "/end", {{"version", 1}, {"day", "2026-13-01"}})), "422 date.unknown_day");
}

TEST_P(ARegister, StaysWithinTheCallersRegion) {
  const boost::json::object made = make("/api/institutions", institution("鱼峰"));
  const Visitor neighbour = house.visit("neighbour", "official", k_neighbour);
  const std::string path = "/api/institutions/" + text(made, "id");
  EXPECT_THAT(names(neighbour, ""), ElementsAre());
  EXPECT_EQ(said(neighbour.get(path)), "404 records.not_found");
  EXPECT_EQ(said(neighbour.get(path + "/history")), "404 records.not_found");
  boost::json::object changed = made;
  changed["name"] = "夺";
  EXPECT_EQ(said(neighbour.put(path, changed)), "404 records.not_found");
  EXPECT_EQ(said(neighbour.post(path + "/remove", {{"version", 1}})), "404 records.not_found");
  EXPECT_EQ(said(neighbour.post("/api/institutions", institution("外"))), "403 scope.outside");
  EXPECT_EQ(said(neighbour.get("/api/institutions?region=450203000000")), "403 scope.outside");
}

TEST_P(ARegister, AFlagThatIsNeitherTrueNorFalseIsRefusedAndNothingStored) {
  for (const char* flag : {"dry_run=True", "dry_run=1", "dry_run=", "good_rows=yes"}) {
    const auto answer = clerk.ask("POST", std::string("/api/institutions/import?format=csv&") + flag, "地区,名称,性质\n鱼峰区,甲,养老机构\n", "text/csv");
    EXPECT_EQ(said(answer), "422 bool.malformed") << flag;
  }
  EXPECT_EQ(said(clerk.get("/api/institutions?count=maybe")), "422 bool.malformed");
  EXPECT_TRUE(parsed(clerk.get("/api/institutions")).at("rows").as_array().empty());
}

TEST_P(ARegister, TakesNoPlaceThatIsNotThereAndSaysSoBeforeStoring) {
  boost::json::object nowhere = institution("甲");
  nowhere["region"] = "450203999000";
  EXPECT_EQ(said(clerk.post("/api/institutions", nowhere)), "422 readings.unknown_place");
  const auto look = [&](const std::string& place) {
    const auto done = parsed(clerk.ask("POST", "/api/institutions/import?format=csv&dry_run=true", "地区,名称,性质\n" + place + ",甲,养老机构\n", "text/csv"));
    const auto& refusals = done.at("refusals").as_array();
    return refusals.empty() ? std::string("taken") : std::string(refusals.front().at("code").as_string());
  };
  EXPECT_EQ(look("450203999000"), "readings.unknown_place");
  EXPECT_EQ(look("510100000000"), "scope.outside") << "a place of another province is there, but not the clerk's";
  EXPECT_EQ(look("450203"), "taken");
  EXPECT_EQ(look("广西壮族自治区柳州市鱼峰区"), "taken");
  EXPECT_EQ(look("柳州市南宁区"), "readings.unknown_place");
}

TEST_P(ARegister, TakesAHouseholdRegistrationOfAnotherProvinceByItsName) {
  const Visitor street = house.visit_with("street", {powers::Power::people_read, powers::Power::people_write}, "450203000000");
  const auto taken = parsed(street.ask("POST", "/api/residents/import?format=csv", "地区,姓名,户籍地\n鱼峰区,王小明,四川省成都市\n鱼峰区,李红,没有的地方\n", "text/csv"));
  ASSERT_EQ(taken.at("refusals").as_array().size(), 1u) << taken;
  EXPECT_EQ(taken.at("refusals").at(0).at("place").as_string(), "3:8");
  EXPECT_EQ(said(street.post("/api/residents", {{"region", "450203000000"}, {"name", "张红"}, {"hukou", "510100000000"}})), "201");
}

TEST_P(ARegister, HidesPersonalFieldsAndShowsThemForAPurposeAlone) {
  const boost::json::object made =
      make("/api/residents", {{"region", k_district}, {"name", "王小明"}, {"id_number", "11010519491231002X"}, {"born", "1949-12-31"}});
  EXPECT_EQ(text(made, "name"), "王*");
  const std::string path = "/api/residents/" + text(made, "id");
  EXPECT_THAT(clerk.get(path).body, Not(HasSubstr("王小明")));
  EXPECT_THAT(clerk.get(path + "/history").body, Not(HasSubstr("王小明")));
  EXPECT_THAT(clerk.get("/api/residents/export?format=csv").body, Not(HasSubstr("王小明")));
  ASSERT_EQ(clerk.get("/api/residents/export?format=csv&name=%E7%8E%8B%E5%B0%8F%E6%98%8E&born_from=1940-01-01&reason=audit").status, 200);
  const auto exports = house.journal("export_note");
  ASSERT_EQ(exports.size(), 2u) << "who took the rows away is known";
  EXPECT_THAT(*exports[1].after, testing::AllOf(HasSubstr("resident"), HasSubstr("audit"), HasSubstr("\"rows\":1"), Not(HasSubstr("王小明"))));
  EXPECT_EQ(said(clerk.post(path + "/reveal", {{"field", "id_number"}, {"purpose", " "}})), "422 json.missing_field");
  const http::ClientAnswer seen = clerk.post(path + "/reveal", {{"field", "id_number"}, {"purpose", "核对低保资格"}});
  EXPECT_EQ(parsed(seen).at("value").as_string(), "11010519491231002X");
  const auto notes = house.journal("access_note");
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_THAT(*notes[0].after, HasSubstr("核对低保资格"));
  const Visitor keeper = house.visit_with("keeper", Powers{Power::people_read, Power::people_write}, k_district);
  EXPECT_EQ(said(keeper.post(path + "/reveal", {{"field", "name"}, {"purpose", "看看"}})), "403 access.power_missing");
  EXPECT_EQ(said(keeper.get("/api/residents?name=%E7%8E%8B%E5%B0%8F%E6%98%8E")), "422 records.not_yours_to_ask");
  EXPECT_EQ(said(keeper.get("/api/residents?search=wxm")), "422 records.not_yours_to_ask");
  EXPECT_EQ(said(keeper.get("/api/residents?sort=name")), "422 records.not_yours_to_ask");
  EXPECT_EQ(parsed(clerk.get("/api/residents?search=wxm")).at("rows").as_array().size(), 1u);
  EXPECT_EQ(parsed(clerk.get("/api/residents?id_number=11010519491231002X")).at("rows").as_array().size(), 1u);
}

TEST_P(ARegister, LeavesAMaskedFieldAsItIsWhenAFormDoesNotHoldIt) {
  const boost::json::object made = make("/api/residents", {{"region", k_district}, {"name", "王小明"}, {"born", "1949-12-31"}});
  boost::json::object changed = made;
  changed.erase("name");
  changed["sex"] = "male";
  changed.erase("born");
  const http::ClientAnswer answer = clerk.put("/api/residents/" + text(made, "id"), changed);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(parsed(clerk.get("/api/residents?search=wangxiaoming")).at("rows").as_array().size(), 1u);
}

TEST_P(ARegister, FindsAHouseholdByAPartOfItsAddress) {
  make("/api/households", {{"region", k_district}, {"kind", "family"}, {"address", "金色家园3号楼2单元501室"}});
  make("/api/households", {{"region", k_district}, {"kind", "family"}, {"address", "金色家园12号楼"}});
  const auto found = [&](const std::string& typed) { return parsed(clerk.get("/api/households?search=" + typed)).at("rows").as_array().size(); };
  EXPECT_EQ(found("%E5%AE%B6%E5%9B%AD"), 2u);                       // 家园
  EXPECT_EQ(found("%E5%AE%B6%E5%9B%AD3%E5%8F%B7"), 1u);             // 家园3号
  EXPECT_EQ(found("%E5%AE%B6%E5%9B%AD%20501"), 1u);                 // 家园 501
  EXPECT_EQ(found("%E5%AE%B6%E5%9B%AD4%E5%8F%B7"), 0u);             // 家园4号
  const Visitor keeper = house.visit_with("keeper", Powers{Power::people_read, Power::people_write}, k_district);
  EXPECT_EQ(said(keeper.get("/api/households?search=501")), "422 records.not_yours_to_ask");
}

TEST_P(ARegister, LetsNobodySayThatARecordIsMadeUpOrReal) {
  boost::json::object asked = institution("真院");
  asked["synthetic"] = true;
  boost::json::object made = make("/api/institutions", asked);
  EXPECT_FALSE(made.at("synthetic").as_bool());
  made["synthetic"] = true;
  const http::ClientAnswer answer = clerk.put("/api/institutions/" + text(made, "id"), made);
  EXPECT_FALSE(parsed(answer).at("row").at("synthetic").as_bool());
  EXPECT_THAT(clerk.get("/api/institutions/template?format=csv").body, Not(HasSubstr("演示")));
}

TEST_P(ARegister, ComesInByASheetAndItsOwnExportChangesNothing) {
  const std::string sheet = "地区,名称,性质,统一社会信用代码,等级评定\n鱼峰区,阳光养老院,养老机构,91350100M000100Y43,3\n450203000000,春天托育园,托育机构,,\n";
  const http::ClientAnswer looked = clerk.ask("POST", "/api/institutions/import?format=csv&dry_run=true", sheet, "text/csv");
  ASSERT_EQ(looked.status, 200) << looked.body;
  EXPECT_EQ(parsed(looked).at("added").as_int64(), 2) << looked.body;
  EXPECT_THAT(names(clerk, ""), ElementsAre());
  const http::ClientAnswer taken = clerk.ask("POST", "/api/institutions/import?format=csv", sheet, "text/csv");
  EXPECT_TRUE(parsed(taken).at("stored").as_bool()) << taken.body;
  EXPECT_THAT(names(clerk, ""), testing::UnorderedElementsAre("阳光养老院", "春天托育园"));
  for (const char* format : {"csv", "xlsx"}) {
    const http::ClientAnswer exported = clerk.get(std::string("/api/institutions/export?format=") + format);
    ASSERT_EQ(exported.status, 200);
    const http::ClientAnswer again = clerk.ask("POST", std::string("/api/institutions/import?format=") + format, exported.body, format == std::string("csv") ? "text/csv" : k_xlsx);
    ASSERT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(parsed(again).at("unchanged").as_int64(), 2) << again.body;
  }
}

TEST_P(ARegister, TakesNothingOfAWrongSheetUnlessAskedForItsGoodRows) {
  const std::string sheet = "地区,名称,性质,等级评定\n鱼峰区,甲院,养老机构,3\n鱼峰区,乙院,宫殿,9\n柳南区,丙院,养老机构,1\n";
  const http::ClientAnswer all = clerk.ask("POST", "/api/institutions/import?format=csv", sheet, "text/csv");
  ASSERT_EQ(all.status, 200) << all.body;
  EXPECT_FALSE(parsed(all).at("stored").as_bool());
  EXPECT_EQ(parsed(all).at("refused").as_int64(), 2);
  EXPECT_THAT(all.body, HasSubstr("\"3:8\"")) << "the cell of the palace";
  EXPECT_THAT(names(clerk, ""), ElementsAre());
  const http::ClientAnswer good = clerk.ask("POST", "/api/institutions/import?format=csv&good_rows=true", sheet, "text/csv");
  EXPECT_TRUE(parsed(good).at("stored").as_bool()) << good.body;
  EXPECT_THAT(names(clerk, ""), ElementsAre("甲院"));
}

TEST_P(ARegister, BelongsToWhoHoldsItsPowers) {
  const Visitor reader = house.visit_with("reader", Powers{Power::places_read}, k_district);
  EXPECT_EQ(reader.get("/api/institutions").status, 200);
  EXPECT_EQ(said(reader.post("/api/institutions", institution("甲"))), "403 access.power_missing");
  EXPECT_EQ(said(reader.get("/api/institutions/export")), "403 access.power_missing");
  EXPECT_EQ(said(reader.get("/api/residents")), "403 access.power_missing");
  EXPECT_EQ(said(house.nobody().get("/api/institutions")), "401 access.signed_out");
}

RUN_ON_BOTH_DATABASES(ARegister);

}  // namespace
}  // namespace laoyou::app
