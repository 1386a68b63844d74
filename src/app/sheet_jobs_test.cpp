// Sheets as long work through the door: asked for, followed, refused row by row, returned marked, and read as others write them.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "record/sheet.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view k_district = "450203000000", k_neighbour = "450204000000";
constexpr const char* k_csv = "text/csv";

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }
std::string text(const boost::json::value& value, const char* name) { return std::string(value.at(name).as_string()); }

class ASheetJob : public OnBothDatabases {
 protected:
  Visitor clerk = house.visit("clerk", "official", k_district);

  boost::json::value post_sheet(const std::string& target, const std::string& sheet, int status = 201) {
    const http::ClientAnswer answer = clerk.ask("POST", target, sheet, k_csv);
    EXPECT_EQ(answer.status, status) << answer.body;
    return parsed(answer);
  }
  boost::json::value ended(const boost::json::value& job, const Visitor& visitor) {
    for (int i = 0; i < 3'000; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(10))) {
      const boost::json::value now = parsed(visitor.get("/api/jobs/" + text(job, "id")));
      if (const std::string state = text(now, "state"); state != "queued" && state != "running") return now;
    }
    ADD_FAILURE() << "the job does not end";
    return job;
  }
  boost::json::value imported(const std::string& query, const std::string& sheet) { return ended(post_sheet("/api/institutions/import_job?format=csv" + query, sheet), clerk); }
  boost::json::value found(const boost::json::value& job) { return parsed(clerk.get("/api/institutions/import_job/" + text(job, "id"))); }
  std::string result(const boost::json::value& job) {
    const http::ClientAnswer answer = clerk.get("/api/jobs/" + text(job, "id") + "/result");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.body;
  }
  std::int64_t institutions() { return parsed(clerk.get("/api/institutions?count=true")).at("total").as_int64(); }
};

RUN_ON_BOTH_DATABASES(ASheetJob);

TEST_P(ASheetJob, ImportsAfterALookThatStoresNothing) {
  const std::string sheet = "地区,名称,性质\n鱼峰区,甲院,elderly_home\n鱼峰区,乙院,养老机构\n";
  const boost::json::value looked = imported("&dry_run=true", sheet);
  EXPECT_EQ(text(looked, "state"), "done");
  EXPECT_EQ(found(looked).at("added").as_int64(), 2);
  EXPECT_FALSE(found(looked).at("stored").as_bool());
  EXPECT_EQ(institutions(), 0);
  const boost::json::value done = imported("", sheet);
  EXPECT_EQ(text(done, "state"), "done") << done;
  EXPECT_TRUE(found(done).at("stored").as_bool());
  EXPECT_EQ(institutions(), 2);
  ASSERT_FALSE(house.journal("institution").empty());
  EXPECT_EQ(house.journal("institution").front().actor.door, "job");
  EXPECT_EQ(text(done, "page"), "/records/institution/import?job=" + text(done, "id"));
}

TEST_P(ASheetJob, StoresNothingWithAWrongRowAndReturnsTheSheetMarked) {
  const std::string sheet = "地区,名称,性质,等级评定\n鱼峰区,甲院,养老机构,3\n鱼峰区,乙院,宫殿,9\n";
  const boost::json::value refused = imported("", sheet);
  EXPECT_EQ(text(refused, "state"), "failed");
  EXPECT_EQ(text(refused.at("refusals").at(0), "code"), "records.import_refused");
  EXPECT_EQ(institutions(), 0);
  const record::Sheet returned = record::read_sheet(result(refused), record::SheetFormat::csv).value();
  EXPECT_EQ(returned.header.back().text, "错误");
  ASSERT_EQ(returned.rows.size(), 2u);
  EXPECT_THAT(returned.rows[1].back().text, HasSubstr("宫殿"));
  // Corrected where it was marked, it comes back as it is.
  std::string again = result(refused);
  again.replace(again.find("宫殿"), std::string("宫殿").size(), "养老机构");
  again.replace(again.find(",9,"), 3, ",4,");
  const boost::json::value done = imported("", again);
  EXPECT_EQ(text(done, "state"), "done") << done << again;
  EXPECT_EQ(institutions(), 2);
}

TEST_P(ASheetJob, TakesTheGoodRowsAndReturnsTheOthersAlone) {
  const boost::json::value done = imported("&good_rows=true", "地区,名称,性质\n鱼峰区,甲院,养老机构\n鱼峰区,乙院,宫殿\n鱼峰区,丙院,养老机构\n");
  EXPECT_EQ(text(done, "state"), "done") << done;
  EXPECT_EQ(institutions(), 2);
  const record::Sheet returned = record::read_sheet(result(done), record::SheetFormat::csv).value();
  ASSERT_EQ(returned.rows.size(), 1u);
  EXPECT_EQ(returned.rows[0][1].text, "乙院");
}

TEST_P(ASheetJob, NamesEveryRefusedRowInTheReturnedSheet) {
  std::string sheet = "地区,名称,性质\n";
  for (int i = 0; i < 1'200; ++i) sheet += "鱼峰区,院" + std::to_string(i) + ",宫殿\n";
  const boost::json::value refused = imported("&dry_run=true", sheet);
  EXPECT_EQ(found(refused).at("refused").as_int64(), 1'200);
  EXPECT_LE(found(refused).at("refusals").as_array().size(), 501u);
  const record::Sheet returned = record::read_sheet(result(refused), record::SheetFormat::csv).value();
  EXPECT_EQ(std::count_if(returned.rows.begin(), returned.rows.end(), [](const record::SheetRow& row) { return row.back().text.find("宫殿") != std::string::npos; }), 1'200);
}

TEST_P(ASheetJob, SaysOfTheSheetOfAnotherRegisterWhatIsWrongWithIt) {
  const boost::json::value refused = imported("", "工号,职务\n1,护士\n");
  EXPECT_EQ(text(refused, "state"), "failed");
  EXPECT_FALSE(refused.at("refusals").as_array().empty());
}

TEST_P(ASheetJob, ReadsASheetAsItsUnitHasSaidItIsWritten) {
  const std::string sheet = "所在地,院名,类别,开办日期,备注\n鱼峰区,甲院,1,15/05/2020,无\n";
  const boost::json::value look = post_sheet("/api/institutions/import_headers?format=csv", sheet, 200);
  EXPECT_FALSE(look.at("fits").as_bool());
  EXPECT_FALSE(look.as_object().contains("mapping"));
  const http::ClientAnswer kept = clerk.post("/api/institutions/mappings",
                                             {{"name", "月报"},
                                              {"columns", {{{"header", "所在地"}, {"field", "region"}, {"day_form", "as_typed"}, {"codes", boost::json::array()}},
                                                           {{"header", "院名"}, {"field", "name"}, {"day_form", "as_typed"}, {"codes", boost::json::array()}},
                                                           {{"header", "类别"}, {"field", "kind"}, {"day_form", "as_typed"}, {"codes", {{{"theirs", "1"}, {"ours", "养老机构"}}}}},
                                                           {{"header", "开办日期"}, {"field", "opened"}, {"day_form", "day_month_year"}, {"codes", boost::json::array()}},
                                                           {{"header", "备注"}, {"field", ""}, {"day_form", "as_typed"}, {"codes", boost::json::array()}}}}});
  ASSERT_EQ(kept.status, 200) << kept.body;
  const boost::json::value next = post_sheet("/api/institutions/import_headers?format=csv", sheet, 200);
  ASSERT_TRUE(next.as_object().contains("mapping"));
  const std::string id = text(next.at("mapping"), "id");
  const boost::json::value done = imported("&mapping=" + id, sheet);
  EXPECT_EQ(text(done, "state"), "done") << done;
  ASSERT_EQ(institutions(), 1);
  const boost::json::value row = parsed(clerk.get("/api/institutions")).at("rows").at(0);
  EXPECT_EQ(text(row, "name"), "甲院");
  EXPECT_EQ(text(row, "kind"), "elderly_home");
  EXPECT_EQ(text(row, "opened"), "2020-05-15");
  // Another place knows nothing of it.
  const Visitor other = house.visit("neighbour", "official", k_neighbour);
  EXPECT_EQ(said(other.ask("POST", "/api/institutions/import_job?format=csv&mapping=" + id, sheet, k_csv)), "422 records.mapping_not_found");
  EXPECT_EQ(said(other.post("/api/institutions/mappings/" + id + "/remove")), "404 records.mapping_not_found");
  EXPECT_EQ(clerk.post("/api/institutions/mappings/" + id + "/remove").status, 200);
}

TEST_P(ASheetJob, ExportsWhatTheListShowsMasked) {
  imported("", "地区,名称,性质\n鱼峰区,甲院,养老机构\n鱼峰区,乙院,养老机构\n");
  for (const char* format : {"csv", "xlsx"}) {
    const http::ClientAnswer asked = clerk.post("/api/institutions/export_job", {{"format", format}, {"name", "甲"}});
    ASSERT_EQ(asked.status, 201) << asked.body;
    const boost::json::value done = ended(parsed(asked), clerk);
    EXPECT_EQ(text(done, "state"), "done") << done;
    const auto kind = std::string(format) == "csv" ? record::SheetFormat::csv : record::SheetFormat::xlsx;
    const record::Sheet sheet = record::read_sheet(result(done), kind).value();
    ASSERT_EQ(sheet.rows.size(), 1u);
  }
}

TEST_P(ASheetJob, IsShownToWhoAskedAndToWhoManagesAndFetchedByWhoAskedAlone) {
  const boost::json::value job = imported("&dry_run=true", "地区,名称,性质\n鱼峰区,甲院,宫殿\n");
  const std::string address = "/api/jobs/" + text(job, "id");
  const Visitor colleague = house.visit("colleague", "official", k_district);
  const Visitor manager = house.visit_with("manager", Powers{Power::accounts_manage}, k_district);
  const Visitor far = house.visit_with("far", Powers{Power::accounts_manage}, k_neighbour);
  EXPECT_EQ(said(colleague.get(address)), "404 jobs.not_found");
  EXPECT_EQ(said(colleague.post(address + "/cancel")), "404 jobs.not_found");
  EXPECT_EQ(said(far.get(address)), "404 jobs.not_found");
  EXPECT_EQ(manager.get(address).status, 200);
  EXPECT_EQ(said(manager.get(address + "/result")), "404 jobs.not_found");
  EXPECT_EQ(parsed(manager.get("/api/jobs")).at("rows").as_array().size(), 0u);
  EXPECT_EQ(parsed(manager.get("/api/jobs?all=true")).at("rows").as_array().size(), 1u);
  EXPECT_EQ(parsed(colleague.get("/api/jobs?all=true")).at("rows").as_array().size(), 0u);
  EXPECT_EQ(clerk.get(address + "/result").status, 200);
}

TEST_P(ASheetJob, MadeWithRightsThatAreNoMoreIsNotHandedOut) {
  const Visitor able = house.visit_with("able", Powers{Power::places_read, Power::sheets_export}, k_district);
  const http::ClientAnswer asked = able.post("/api/institutions/export_job", {{"format", "csv"}});
  ASSERT_EQ(asked.status, 201) << asked.body;
  const boost::json::value done = ended(parsed(asked), able);
  EXPECT_EQ(able.get("/api/jobs/" + text(done, "id") + "/result").status, 200);
  const Visitor less = house.visit_with("less", Powers{Power::places_read}, k_district);
  EXPECT_EQ(less.post("/api/institutions/export_job", {{"format", "csv"}}).status, 403);
  house.give("able", Powers{Power::places_read});
  EXPECT_EQ(said(able.get("/api/jobs/" + text(done, "id") + "/result")), "403 jobs.rights_changed");
}

TEST_P(ASheetJob, VerifiesTheJournalAndSaysWhatItFound) {
  const Visitor auditor = house.visit_with("auditor", Powers{Power::journal_verify}, k_district);
  const http::ClientAnswer asked = auditor.post("/api/journal/verify_job");
  ASSERT_EQ(asked.status, 201) << asked.body;
  const boost::json::value done = ended(parsed(asked), auditor);
  EXPECT_EQ(text(done, "state"), "done") << done;
  const boost::json::value state = parsed(auditor.get("/api/journal/verify_job/" + text(done, "id")));
  EXPECT_TRUE(state.at("intact").as_bool());
  EXPECT_GT(state.at("entries").as_int64(), 0);
}

}  // namespace
}  // namespace laoyou::app
