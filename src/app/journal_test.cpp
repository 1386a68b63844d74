// The journal as its routes show it.
#include <gmock/gmock.h>

#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_yufeng = "450203000000", k_liunan = "450204000000", k_city = "450200000000";

boost::json::object report(std::string_view region, int year) {
  return {{"plan", "liuzhou"}, {"indicator", "bed_total"}, {"region", region}, {"period", std::to_string(year)}, {"value", year}, {"source", "survey"}};
}

boost::json::array rows_of(const http::ClientAnswer& answer) { return boost::json::parse(answer.body).at("rows").as_array(); }

/// What a row says of a field, before or after.
std::string text_of(const boost::json::value& row, const char* field, const char* which) {
  for (const auto& each : row.at("fields").as_array())
    if (each.at("field") == field && each.as_object().contains(which)) return std::string(each.at(which).as_string());
  return "";
}

}  // namespace

class Journal : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(Journal);

TEST_P(Journal, PagesHoldEveryEntryOnceNewestFirst) {
  const Visitor reporter = house.visit("reporter", "reporter", k_yufeng), auditor = house.visit("auditor", "auditor", k_city);
  for (int year = 2020; year <= 2026; ++year) ASSERT_EQ(said(reporter.post("/api/readings", report(k_yufeng, year))), "201");
  std::vector<std::int64_t> sequences;
  std::string target = "/api/journal?record=reading&limit=3";
  for (auto rows = rows_of(auditor.get(target)); !rows.empty(); rows = rows_of(auditor.get(target + "&before_sequence=" + std::to_string(sequences.back())))) {
    ASSERT_LE(rows.size(), 3u);
    for (const auto& row : rows) {
      sequences.push_back(row.at("sequence").as_int64());
      EXPECT_EQ(row.at("account_name"), "reporter");
      EXPECT_EQ(row.at("door"), "web");
      EXPECT_EQ(row.at("action"), "insert");
      EXPECT_EQ(row.at("region"), "450203000000");
    }
  }
  EXPECT_EQ(sequences.size(), 7u);
  EXPECT_TRUE(std::is_sorted(sequences.rbegin(), sequences.rend()));
}

TEST_P(Journal, OneRecordsHistoryIsFoundByItsNumber) {
  const Visitor official = house.visit("official", "administrator", k_city);
  const auto made = boost::json::parse(official.post("/api/readings", report(k_yufeng, 2024)).body);
  const std::string id(made.at("id").as_string());
  official.post("/api/readings", report(k_liunan, 2024));
  official.put("/api/readings/" + id, {{"value", 8}, {"source", "recount"}});
  const auto rows = rows_of(official.get("/api/journal?record=reading&record_id=" + id));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at("action"), "update");
  EXPECT_EQ(text_of(rows[0], "source", "before"), "survey");
  EXPECT_EQ(text_of(rows[0], "source", "after"), "recount");
  EXPECT_EQ(text_of(rows[0], "period", "after"), "") << "what stayed the same is not told";
  EXPECT_EQ(rows[1].at("action"), "insert");
}

TEST_P(Journal, AnAuditorSeesTheEntriesOfTheOwnRegionOnly) {
  const Visitor city = house.visit("city", "official", k_city), auditor = house.visit("auditor", "auditor", k_yufeng);
  city.post("/api/readings", report(k_yufeng, 2024));
  city.post("/api/readings", report(k_liunan, 2024));
  const auto rows = rows_of(auditor.get("/api/journal?limit=500"));
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) EXPECT_EQ(row.at("region"), "450203000000");
  EXPECT_EQ(said(city.get("/api/journal")), "403 access.power_missing");
}

TEST_P(Journal, EntriesAreFoundByWhoWhatWhereAndWhen) {
  const Visitor city = house.visit("city", "official", k_city), other = house.visit("other", "official", k_city), auditor = house.visit("auditor", "auditor", k_city);
  const auto made = boost::json::parse(city.post("/api/readings", report(k_yufeng, 2024)).body);
  other.post("/api/readings", report(k_liunan, 2024));
  other.put("/api/readings/" + std::string(made.at("id").as_string()), {{"value", 8}, {"source", "recount"}});
  const auto total = [&](const std::string& asked) {
    const auto page = boost::json::parse(auditor.get("/api/journal?record=reading" + asked).body).as_object();
    EXPECT_EQ(static_cast<std::size_t>(page.at("total").as_int64()), page.at("rows").as_array().size()) << asked;
    return page.at("total").as_int64();
  };
  EXPECT_EQ(total(""), 3);
  EXPECT_EQ(total("&account=other"), 2);
  EXPECT_EQ(total("&account=other&action=update"), 1);
  EXPECT_EQ(total("&region=450204000000"), 1);
  const std::string today = SystemClock().now().beijing_day().text(), tomorrow = SystemClock().now().beijing_day().plus_days(1).text();
  EXPECT_EQ(total("&from=" + today + "&to=" + today), 3);
  EXPECT_EQ(total("&from=" + tomorrow), 0);
  EXPECT_EQ(total("&to=" + today), 3);
}

TEST_P(Journal, AFilterThatCanFindNothingIsToldApart) {
  const Visitor auditor = house.visit("auditor", "auditor", k_city);
  EXPECT_EQ(said(auditor.get("/api/journal?account=nobody")), "422 journal.account_unknown");
  EXPECT_EQ(said(auditor.get("/api/journal?from=2026-03-02&to=2026-03-01")), "422 journal.days_backwards");
  EXPECT_EQ(said(auditor.get("/api/journal?region=510100000000")), "403 scope.outside");
  EXPECT_EQ(auditor.get("/api/journal?action=sold").status, 400);
}

TEST_P(Journal, AnExportIsTheListAndIsItselfNoted) {
  const Visitor city = house.visit("city", "official", k_city), chief = house.visit("chief", "administrator", k_city);
  city.post("/api/readings", report(k_yufeng, 2024));
  const auto sheet = chief.get("/api/journal/export?format=csv&record=reading&reason=%E5%AE%A1%E8%AE%A1");
  ASSERT_EQ(sheet.status, 200) << sheet.body;
  EXPECT_THAT(sheet.body, testing::HasSubstr("新增"));
  EXPECT_THAT(sheet.body, testing::HasSubstr("city"));
  const auto notes = rows_of(chief.get("/api/journal?record=export_note"));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(text_of(notes[0], "filter", "after"), "record=reading");
  EXPECT_EQ(text_of(notes[0], "rows", "after"), "1");
  EXPECT_EQ(text_of(notes[0], "purpose", "after"), "审计");
  EXPECT_EQ(said(chief.get("/api/journal/export?format=pdf")), "422 enum.unknown");
}

TEST_P(Journal, NoEntryShowsASecretOrAPhone) {
  const Visitor chief = house.visit("chief", "administrator", k_city);
  const std::string password = "brave-horse-9", phone = "13812345678";
  chief.post("/api/accounts", {{"name", "wang-wu"}, {"display_name", "Wang"}, {"role", "viewer"}, {"region", k_city}, {"phone", phone}, {"password", password}});
  const std::string secret(boost::json::parse(chief.post("/api/accounts/totp/begin", {{"password", "right-horse-7"}}).body).at("secret").as_string());
  const std::string journal = chief.get("/api/journal?limit=500").body;
  ASSERT_NE(journal.find("wang-wu"), std::string::npos);
  for (const std::string& hidden : {password, phone, secret, std::string("argon2"), chief.csrf_token(), chief.token()}) EXPECT_EQ(journal.find(hidden), std::string::npos) << hidden;
}

TEST_P(Journal, AnEntryLeavesOutWhatIsSealedAndWhatOpensASession) {
  const Visitor chief = house.visit("chief", "administrator", k_city), auditor = house.visit("auditor", "auditor", k_city);
  for (const char* record : {"account", "session"}) {
    const auto rows = rows_of(auditor.get(std::string("/api/journal?limit=500&record=") + record));
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
      EXPECT_EQ(row.at("region"), "450200000000");
      for (const char* hidden : {"password_hash", "totp_secret", "totp_pending", "phone", "token_hash", "csrf_token"}) {
        EXPECT_EQ(text_of(row, hidden, "before"), "") << record << "." << hidden;
        EXPECT_EQ(text_of(row, hidden, "after"), "") << record << "." << hidden;
      }
    }
  }
}

TEST_P(Journal, AChangeIsTheSentenceOfTheScreenAndNotTheStoredFigure) {
  const Visitor official = house.visit("official", "official", k_city), auditor = house.visit("auditor", "auditor", k_city);
  auto asked = report(k_liunan, 2024);
  asked["value"] = 2100;
  const auto made = boost::json::parse(official.post("/api/readings", asked).body);
  const std::string id(made.at("id").as_string());
  official.put("/api/readings/" + id, {{"value", 2150}, {"source", "recount"}});
  const auto rows = rows_of(auditor.get("/api/journal?record=reading&record_id=" + id));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at("record_label"), "填报值");
  EXPECT_EQ(rows[0].at("region_name"), "柳南区");
  EXPECT_EQ(rows[0].at("account_display_name"), "official");
  EXPECT_NE(rows[0].at("subject"), "");
  EXPECT_NE(rows[0].at("subject"), "bed_total");
  EXPECT_EQ(rows[0].at("period"), "2024");
  EXPECT_EQ(text_of(rows[0], "value", "before"), "2,100");
  EXPECT_EQ(text_of(rows[0], "value", "after"), "2,150");
  EXPECT_EQ(text_of(rows[1], "synthetic", "after"), "否");
  EXPECT_EQ(text_of(rows[1], "reported_by", "after"), "official");
  EXPECT_EQ(text_of(rows[1], "region", "after"), "柳南区");
  for (const auto& each : rows[0].at("fields").as_array())
    if (each.at("field") == "value") {
      EXPECT_EQ(each.at("unit"), "张");
    }
}

TEST_P(Journal, TheTotalCountsTheEntriesThatTheAccountMaySee) {
  const Visitor city = house.visit("city", "official", k_city), auditor = house.visit("auditor", "auditor", k_yufeng);
  city.post("/api/readings", report(k_yufeng, 2024));
  city.post("/api/readings", report(k_liunan, 2024));
  EXPECT_EQ(boost::json::parse(auditor.get("/api/journal?record=reading").body).at("total").as_int64(), 1);
}

TEST_P(Journal, VerifyingLooksAtTheTablesToo) {
  const Visitor city = house.visit("city", "official", k_city), auditor = house.visit("auditor", "auditor", k_city);
  city.post("/api/readings", report(k_yufeng, 2024));
  store::connect(house.store().address(), store::ConnectionUse::writing)->execute("update reading set value = value + 1");
  const auto state = boost::json::parse(auditor.post("/api/journal/verify").body);
  EXPECT_FALSE(state.at("intact").as_bool());
  EXPECT_EQ(state.at("fault"), "journal.row_altered");
  EXPECT_NE(state.at("fault_text"), "");
}

TEST_P(Journal, VerifyingCountsEveryEntryAndFindsThemIntact) {
  const Visitor auditor = house.visit("auditor", "auditor", k_city);
  const auto state = boost::json::parse(auditor.post("/api/journal/verify").body);
  EXPECT_TRUE(state.at("intact").as_bool());
  EXPECT_EQ(state.at("entries").as_int64(), house.store().journal_head());
  EXPECT_EQ(state.at("fault"), "");
}

}  // namespace laoyou::app
