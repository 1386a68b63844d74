#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "plan/answers/requests.h"
#include "record/sheet_rows.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_yufeng = "450203000000", k_liunan = "450204000000", k_city = "450200000000";
constexpr const char* k_csv = "text/csv";
constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

boost::json::object report(std::string_view region, std::string_view period = "2024", std::string_view value = "7") {
  return {{"plan", "liuzhou"}, {"indicator", "bed_total"}, {"region", region}, {"period", period}, {"value", boost::json::parse(value)}, {"source", "survey"}};
}

std::string path_of(const http::ClientAnswer& made) { return "/api/readings/" + std::string(boost::json::parse(made.body).at("id").as_string()); }

/// "422 plan.region_outside /region".
std::string refused(const http::ClientAnswer& answer) { return said(answer) + " " + accounts::place_of(answer); }

/// All places and codes of a problem answer.
std::vector<std::string> errors_of(const http::ClientAnswer& answer) {
  std::vector<std::string> lines;
  const auto problem = boost::json::parse(answer.body);
  for (const auto& error : problem.at("errors").as_array())
    lines.push_back(std::string(error.at("place").as_string()) + " " + std::string(error.at("code").as_string()));
  return lines;
}

std::string sheet(const std::vector<plan::ReadingSheetRow>& rows, record::SheetFormat format) { return record::write_rows(rows, format); }

plan::ReadingSheetRow row(std::string_view region, std::string_view value, std::string indicator = "bed_total", std::string_view period = "2024") {
  return {std::move(indicator), std::string(region), std::string(period), std::nullopt, std::nullopt, std::string(value), "sheet", std::nullopt};
}

/// Who reported what, and whether it was made up.
std::vector<std::string> history(const std::vector<plan::ReportedValue>& readings) {
  std::vector<std::string> lines;
  for (const auto& each : readings)
    lines.push_back(std::to_string(each.id.number) + " " + each.value.text() + " " + each.source + (each.synthetic ? " synthetic " : " ") + std::to_string(each.reported_by));
  return lines;
}

std::vector<std::string> values(RunningHouse& house) {
  std::vector<std::string> lines;
  for (const auto& each : house.readings()) lines.push_back(each.region.text() + " " + each.indicator + " " + each.period.text() + " " + each.value.text());
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

class Readings : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(Readings);

TEST_P(Readings, AReportedValueIsKeptListedAndShownWithTheIndicator) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const auto made = reporter.post("/api/readings", report(k_yufeng, "2024", "1234"));
  ASSERT_EQ(said(made), "201");
  const auto answer = boost::json::parse(made.body);
  EXPECT_EQ(answer.at("region_name"), "鱼峰区");
  EXPECT_FALSE(answer.at("synthetic").as_bool());
  EXPECT_EQ(boost::json::parse(reporter.get("/api/readings?indicator=bed_total").body).at("total"), 1);
  const auto detail = boost::json::parse(reporter.get("/api/plans/liuzhou/indicators/bed_total").body);
  EXPECT_EQ(detail.at("region"), "450203000000");
  EXPECT_EQ(detail.at("series").as_array().size(), 1u);
  EXPECT_EQ(detail.at("series").at(0).at("value"), 1234);
  EXPECT_EQ(detail.at("series").at(0).at("reported_by_name"), "reporter");
}

TEST_P(Readings, AreNotListedByAPageThatIsNotThere) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  EXPECT_EQ(refused(reporter.get("/api/readings?page=0")), "422 records.out_of_range /page");
  EXPECT_EQ(refused(reporter.get("/api/readings?page=-3")), "422 records.out_of_range /page");
  EXPECT_EQ(refused(reporter.get("/api/readings?page_rows=0")), "422 records.out_of_range /page_rows");
  EXPECT_EQ(refused(reporter.get("/api/readings?page_rows=501")), "422 records.out_of_range /page_rows");
  EXPECT_EQ(refused(reporter.get("/api/regions/search?text=%E6%9F%B3&limit=0")), "422 records.out_of_range /limit");
  EXPECT_EQ(refused(reporter.get("/api/inbox?rows=0")), "422 records.out_of_range /rows");
  EXPECT_EQ(reporter.get("/api/readings?page=2").status, 200);
}

TEST_P(Readings, WereCountedNeitherLaterThanTodayNorBeforeTheirPeriod) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  boost::json::object value = report(k_yufeng, "2024");
  value["counted_on"] = "1800-01-01";
  EXPECT_EQ(refused(reporter.post("/api/readings", value)), "422 readings.counted_earlier /counted_on");
  value["counted_on"] = "2024-12-31";
  EXPECT_EQ(said(reporter.post("/api/readings", value)), "201");
}

TEST_P(Readings, TheSamePlaceAndPeriodIsReportedOnce) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  ASSERT_EQ(said(reporter.post("/api/readings", report(k_yufeng))), "201");
  EXPECT_EQ(refused(reporter.post("/api/readings", report(k_yufeng))), "409 readings.already_reported /period");
  EXPECT_EQ(said(reporter.post("/api/readings", report(k_yufeng, "2023"))), "201");
  EXPECT_EQ(house.readings().size(), 2u);
}

TEST_P(Readings, ACorrectionAndARemovalChangeOneValue) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::string path = path_of(reporter.post("/api/readings", report(k_yufeng)));
  EXPECT_EQ(said(reporter.put(path, {{"value", 8}, {"source", "recount"}})), "200");
  EXPECT_THAT(values(house), testing::ElementsAre("450203000000 bed_total 2024 8"));
  EXPECT_EQ(refused(reporter.put(path, {{"value", 9}, {"source", ""}})), "422 json.missing_field /source");
  EXPECT_EQ(said(reporter.remove(path)), "200");
  EXPECT_EQ(said(reporter.remove(path)), "404 readings.not_found");
  EXPECT_EQ(said(reporter.put(path, {{"value", 8}, {"source", "recount"}})), "404 readings.not_found");
  EXPECT_THAT(values(house), testing::IsEmpty());
}

TEST_P(Readings, TheNeighboursValuesCannotBeReportedCorrectedOrRemoved) {
  const Visitor own = house.visit("own", "reporter", k_yufeng), neighbour = house.visit("neighbour", "reporter", k_liunan);
  const std::string path = path_of(neighbour.post("/api/readings", report(k_liunan)));
  EXPECT_EQ(said(own.post("/api/readings", report(k_liunan, "2023"))), "403 scope.outside");
  EXPECT_EQ(said(own.post("/api/readings", report(k_city, "2023"))), "403 scope.outside");
  EXPECT_EQ(said(own.put(path, {{"value", 8}, {"source", "recount"}})), "404 readings.not_found");
  EXPECT_EQ(said(own.remove(path)), "404 readings.not_found");
  EXPECT_THAT(values(house), testing::ElementsAre("450204000000 bed_total 2024 7"));
}

TEST_P(Readings, AWrongReportIsRefusedAtItsField) {
  const Visitor reporter = house.visit("reporter", "reporter", "000000000000");
  const auto with = [&](const char* field, std::string_view value) {
    auto request = report(k_yufeng);
    request[field] = value;
    return refused(reporter.post("/api/readings", request));
  };
  EXPECT_EQ(with("plan", "nowhere"), "404 plan.not_found /plan");
  EXPECT_EQ(with("indicator", "nothing"), "422 readings.unknown_indicator /indicator");
  EXPECT_EQ(with("region", "450300000000"), "422 plan.region_outside /region");
  EXPECT_EQ(with("region", "450203001001"), "422 readings.too_deep /region");
  EXPECT_EQ(with("source", ""), "422 json.missing_field /source");
  EXPECT_EQ(with("source", std::string(301, 'a')), "422 text.too_long /source");
  EXPECT_THAT(with("period", "2O24"), testing::HasSubstr("period.malformed /period"));
  EXPECT_THAT(with("value", "many"), testing::HasSubstr("/value"));
  EXPECT_THAT(values(house), testing::IsEmpty());
}

TEST_P(Readings, EveryChangeStandsInTheJournalWithItsActorAndDoor) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::int64_t account = std::stoll(boost::json::parse(reporter.get("/api/accounts/me").body).at("id").as_string().c_str());
  const std::string path = path_of(reporter.post("/api/readings", report(k_yufeng)));
  reporter.put(path, {{"value", 8}, {"source", "recount"}});
  reporter.ask("POST", "/api/readings/import?plan=liuzhou&format=csv", sheet({row(k_yufeng, "9")}, record::SheetFormat::csv), k_csv);
  reporter.remove(path);
  std::vector<std::string> lines;
  for (const auto& entry : house.journal("reading")) {
    EXPECT_EQ(entry.actor.account, account);
    EXPECT_FALSE(entry.actor.request_id.empty());
    lines.push_back(entry.actor.door + " " + std::string(store::action_name(entry.action)));
  }
  EXPECT_THAT(lines, testing::ElementsAre("web insert", "web update", "sheet update", "web remove"));
  EXPECT_TRUE(house.store().verify_journal().intact());
}

TEST_P(Readings, ASheetIsTakenWholeAndTellsWhatItChanged) {
  for (const auto& [format, type] : {std::pair(record::SheetFormat::csv, k_csv), std::pair(record::SheetFormat::xlsx, k_xlsx)}) {
    RunningHouse fresh(GetParam());
    const std::string name = format == record::SheetFormat::csv ? "csv" : "xlsx";
    const std::string target = "/api/readings/import?plan=liuzhou&format=" + name;
    const Visitor official = fresh.visit("official", "official", k_city);
    ASSERT_EQ(said(official.post("/api/readings", report(k_yufeng))), "201");
    const std::string body = sheet({row(k_yufeng, "8"), row(k_liunan, "9"), row(k_city, "60.5", "nursing_bed_share")}, format);
    const auto tried = official.ask("POST", target + "&dry_run=true", body, type);
    EXPECT_EQ(tried.body, R"({"rows_read":3,"inserted":2,"updated":1,"dry_run":true,"questions":[]})");
    EXPECT_THAT(values(fresh), testing::ElementsAre("450203000000 bed_total 2024 7")) << "a dry run changes nothing";
    EXPECT_EQ(official.ask("POST", target, body, type).body, R"({"rows_read":3,"inserted":2,"updated":1,"dry_run":false,"questions":[]})");
    EXPECT_THAT(values(fresh), testing::ElementsAre("450200000000 nursing_bed_share 2024 60.5", "450203000000 bed_total 2024 8", "450204000000 bed_total 2024 9"));
  }
}

TEST_P(Readings, OneWrongRowAndNothingOfTheSheetIsStored) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::string header = "indicator,region,period,value,source\n";
  const auto bring = [&](const std::string& rows) { return errors_of(reporter.ask("POST", "/api/readings/import?plan=liuzhou&format=csv", header + rows, k_csv)); };
  const std::string good = "bed_total,450203000000,2024,7,survey\n";
  EXPECT_THAT(bring(good + "bed_total,450203000000,2024,8,survey\n"), testing::ElementsAre("3:1 readings.repeated_row"));
  EXPECT_THAT(bring(good + "nothing,450203000000,2023,8,survey\n"), testing::ElementsAre("3:1 readings.unknown_indicator"));
  EXPECT_THAT(bring(good + "bed_total,450204000000,2023,8,survey\n"), testing::ElementsAre("3:11 scope.outside"));
  EXPECT_THAT(bring(good + "bed_total,450203000000,soon,many,survey\n"), testing::ElementsAre("3:24 period.malformed", "3:29 number.malformed"));
  EXPECT_THAT(bring(good + "bed_total,450203000000,2023,8,\n"), testing::ElementsAre("3:31 sheet.missing_value"));
  EXPECT_THAT(values(house), testing::IsEmpty());
  const auto workbook = sheet({row(k_yufeng, "7"), row(k_liunan, "8")}, record::SheetFormat::xlsx);
  EXPECT_THAT(errors_of(reporter.ask("POST", "/api/readings/import?plan=liuzhou&format=xlsx", workbook, k_xlsx)), testing::ElementsAre("行 3 列 B（区划代码） scope.outside"));
  EXPECT_THAT(values(house), testing::IsEmpty());
}

TEST_P(Readings, WhatCannotBeIsRefusedHoweverItComes) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::string path = path_of(reporter.post("/api/readings", report(k_yufeng)));
  EXPECT_EQ(refused(reporter.post("/api/readings", report(k_yufeng, "9999-12"))), "422 readings.period_to_come /period");
  EXPECT_EQ(refused(reporter.post("/api/readings", report(k_yufeng, "2023", "-7"))), "422 readings.below_least /value");
  EXPECT_EQ(refused(reporter.put(path, {{"value", -7}, {"source", "recount"}})), "422 readings.below_least /value");
  EXPECT_EQ(refused(reporter.put(path, {{"value", 7}, {"source", "\u3000"}})), "422 json.missing_field /source");
  EXPECT_EQ(refused(reporter.put(path, {{"value", 7}, {"source", std::string(301, 'a')}})), "422 text.too_long /source");
  const auto sheet = reporter.ask("POST", "/api/readings/import?plan=liuzhou&format=csv",
                                  "indicator,region,period,value,source\nbed_total,450203000000,9999-12,0.5,survey\n", k_csv);
  EXPECT_THAT(errors_of(sheet), testing::ElementsAre("2:24 readings.period_to_come", "2:32 readings.not_whole"));
  EXPECT_THAT(values(house), testing::ElementsAre("450203000000 bed_total 2024 7"));
}

TEST_P(Readings, ACorrectionCanGiveTheDayOfTheCount) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::string path = path_of(reporter.post("/api/readings", report(k_yufeng)));
  EXPECT_EQ(said(reporter.put(path, {{"value", 7}, {"source", "recount"}, {"counted_on", "2024-12-31"}})), "200");
  EXPECT_EQ(said(reporter.put(path, {{"value", 8}, {"source", "recount"}})), "200");
  EXPECT_EQ(house.readings().front().counted_on, Date::parse("2024-12-31").value());
}

TEST_P(Readings, AValueFarFromTheLastIsAskedBackUntilItIsConfirmed) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  ASSERT_EQ(said(reporter.post("/api/readings", report(k_yufeng, "2023", "100"))), "201");
  auto far = report(k_yufeng, "2024", "150");
  const auto asked = reporter.post("/api/readings", far);
  EXPECT_EQ(refused(asked), "422 readings.confirm_change /value");
  EXPECT_THAT(asked.body, testing::AllOf(testing::HasSubstr("100"), testing::HasSubstr("150")));
  far["confirmed"] = true;
  const auto made = reporter.post("/api/readings", far);
  ASSERT_EQ(said(made), "201");
  EXPECT_EQ(said(reporter.put(path_of(made), {{"value", 150}, {"source", "the same"}})), "200") << "what stays needs no second look";
  EXPECT_EQ(refused(reporter.put(path_of(made), {{"value", 15}, {"source", "slip"}})), "422 readings.confirm_change /value");
  EXPECT_EQ(said(reporter.put(path_of(made), {{"value", 15}, {"source", "slip"}, {"confirmed", true}})), "200");
}

TEST_P(Readings, ADryRunTellsWhatTheImportWillAskBack) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const std::string target = "/api/readings/import?plan=liuzhou&format=csv";
  const std::string body = sheet({row(k_yufeng, "100", "bed_total", "2022"), row(k_yufeng, "110", "bed_total", "2023"), row(k_yufeng, "900")}, record::SheetFormat::csv);
  const auto tried = boost::json::parse(reporter.ask("POST", target + "&dry_run=true", body, k_csv).body);
  ASSERT_EQ(tried.at("questions").as_array().size(), 1u) << "within the sheet too";
  EXPECT_EQ(tried.at("questions").at(0).at("previous_value"), 110);
  EXPECT_EQ(tried.at("questions").at(0).at("place"), "4:31");
  EXPECT_THAT(errors_of(reporter.ask("POST", target, body, k_csv)), testing::ElementsAre("4:31 readings.confirm_change"));
  EXPECT_EQ(said(reporter.ask("POST", target + "&confirmed=true", body, k_csv)), "200");
  EXPECT_EQ(said(reporter.ask("POST", target, body, k_csv)), "200") << "what is there already is not asked again";
}

TEST_P(Readings, WhatIsExportedIsImportedAsItWasAndChangesNothing) {
  for (const auto& [name, type] : {std::pair("csv", k_csv), std::pair("xlsx", k_xlsx)}) {
    RunningHouse fresh(GetParam());
    auto demonstration = reading(k_yufeng, "bed_total", "2023", "5", "made up");
    demonstration.synthetic = true;
    fresh.add_readings({demonstration, reading(k_liunan, "nursing_bed_share", "2024-06", "61"), reading(k_city, "bed_total", "2024", "20000", "a, \"b\"\nc")});
    const Visitor official = fresh.visit("official", "official", k_city);
    const auto before = fresh.readings();
    const std::string exported = official.get("/api/readings/export?plan=liuzhou&format=" + std::string(name)).body;
    const auto taken = official.ask("POST", "/api/readings/import?plan=liuzhou&format=" + std::string(name), exported, type);
    EXPECT_EQ(taken.body, R"({"rows_read":3,"inserted":0,"updated":0,"dry_run":false,"questions":[]})") << name;
    EXPECT_EQ(history(fresh.readings()), history(before)) << "made-up values stay marked as such, and whoever reported them stays named";
  }
}

TEST_P(Readings, TheTemplateIsTakenBackOnceItIsFilledIn) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng);
  const auto form = reporter.get("/api/readings/template?format=csv");
  EXPECT_EQ(form.header("Content-Type"), "text/csv; charset=utf-8");
  const auto taken = reporter.ask("POST", "/api/readings/import?plan=liuzhou&format=csv", form.body + "bed_total,450203000000,2024,,,7,survey\r\n", k_csv);
  EXPECT_EQ(said(taken), "200");
  EXPECT_THAT(values(house), testing::ElementsAre("450203000000 bed_total 2024 7"));
}

TEST_P(Readings, TheTemplateOfAPlanHasARowForEachIndicatorAndPlaceAndTakesNames) {
  const Visitor official = house.visit("official", "official", k_city);
  house.add_readings({reading(k_yufeng, "bed_total", "2024", "2400")});
  const std::string form = official.get("/api/readings/template?format=csv&plan=liuzhou").body;
  const std::string year = Period::year(SystemClock().now().beijing_day().year()).text();
  EXPECT_THAT(form, testing::HasSubstr("养老床位总数,鱼峰区," + year + "年,2400,张,,,\r\n"));
  EXPECT_THAT(form, testing::HasSubstr("养老床位总数,柳州市," + year + "年,"));
  const std::string target = "/api/readings/import?plan=liuzhou&format=csv";
  EXPECT_THAT(errors_of(official.ask("POST", target, form, k_csv)), testing::ElementsAre(" readings.nothing_filled_in"));
  std::string filled = form;
  const std::string row = "鱼峰区," + year + "年,2400,张,";
  filled.replace(filled.find(row), row.size() + 2, row + "2450,年报,");
  EXPECT_EQ(official.ask("POST", target, filled, k_csv).body, R"({"rows_read":1,"inserted":1,"updated":0,"dry_run":false,"questions":[]})");
  EXPECT_THAT(values(house), testing::Contains("450203000000 bed_total " + year + " 2450"));
  EXPECT_EQ(said(official.get("/api/readings/template?format=csv&plan=karamay")), "404 plan.not_found");
}

TEST_P(Readings, ASheetTakesNamesShortCodesAndPeriodsInWordsAndTellsAllFaultsAtOnce) {
  const Visitor official = house.visit("official", "official", k_city);
  const auto bring = [&](const std::string& rows) {
    return official.ask("POST", "/api/readings/import?plan=liuzhou&format=csv", "指标,区划代码,周期,数值,数据来源\n" + rows, k_csv);
  };
  EXPECT_EQ(said(bring("养老床位总数,鱼峰区,2024年上半年,7,年报\nbed_total,450203,2024年第三季度,8,年报\nbed_total,柳南区,2024年,8,年报\n")), "200");
  EXPECT_THAT(values(house), testing::ElementsAre("450203000000 bed_total 2024-H1 7", "450203000000 bed_total 2024-Q3 8", "450204000000 bed_total 2024 8"));
  EXPECT_THAT(errors_of(bring("没有的,没有区,2024年中,4.2x,\nbed_total,450204,2025,-1,年报\n养老床位总数,柳南区,2025年,5%,年报\n")),
              testing::ElementsAre("2:1 readings.unknown_indicator", "2:5 readings.unknown_place", "2:9 period.malformed", "2:16 number.malformed", "2:21 sheet.missing_value",
                                   "3:23 readings.below_least", "4:18 sheet.percent"));
}

TEST_P(Readings, PagesHoldEveryValueOnceNewestFirst) {
  std::vector<plan::ReportedValue> all;
  for (int year = 2000; year < 2025; ++year) all.push_back(reading(k_yufeng, "bed_total", std::to_string(year), "1"));
  house.add_readings(all);
  const Visitor viewer = house.visit("viewer", "viewer", k_yufeng);
  std::set<std::string> ids;
  for (int page = 1; page <= 4; ++page) {
    const auto list = boost::json::parse(viewer.get("/api/readings?page_rows=10&page=" + std::to_string(page)).body);
    EXPECT_EQ(list.at("total"), 25);
    EXPECT_EQ(list.at("rows").as_array().size(), page < 3 ? 10u : page == 3 ? 5u : 0u);
    for (const auto& each : list.at("rows").as_array()) ids.insert(each.at("id").as_string().c_str());
  }
  EXPECT_EQ(ids.size(), 25u);
  EXPECT_EQ(said(viewer.get("/api/readings?indicator=%00")).substr(0, 1), "4") << "what no text can hold is no failure of ours";
}

TEST_P(Readings, ASheetOf5000RowsWith50WrongOnesGoesBackMarkedAndIsLoadedOnceWhenItIsMended) {
  const Visitor reporter = house.visit("reporter", "official", k_city);
  std::string csv = "indicator,region,period,value,source\n";
  for (int i = 0; i < 5000; ++i) {
    const Date day = Date::parse("2020-01-01").value().plus_days(i / 2);
    csv += "nursing_bed_share," + std::string(i % 2 == 0 ? k_yufeng : k_liunan) + "," + day.text() + "," + (i % 100 == 7 ? "many" : "55") + ",sheet\n";
  }
  const std::string query = "?plan=liuzhou&format=csv&confirmed=true";
  EXPECT_EQ(reporter.ask("POST", "/api/readings/import" + query, csv, k_csv).status, 422);
  const auto marked = reporter.ask("POST", "/api/readings/import/marked" + query, csv, k_csv);
  ASSERT_EQ(marked.status, 200) << marked.body;
  std::string mended = marked.body;
  int wrong = 0;
  for (std::size_t at = 0; (at = mended.find(",many,sheet,", at)) != std::string::npos; ++wrong) mended.replace(at, 6, ",56,");
  EXPECT_EQ(wrong, 50);
  EXPECT_TRUE(house.readings().empty());
  for (int time = 0; time < 2; ++time) {
    const auto taken = reporter.ask("POST", "/api/readings/import" + query, mended, k_csv);
    EXPECT_EQ(taken.status, 200) << "the column of problems is passed over: " << taken.body.substr(0, 600);
  }
  EXPECT_EQ(house.readings().size(), 5000u);
  EXPECT_EQ(refused(reporter.ask("POST", "/api/readings/import/marked" + query, mended, k_csv)), "422 readings.nothing_wrong ");
}

}  // namespace laoyou::app
