// Rules over fields that a plan adds to registers, through the door: totals, explanations, subsidies, past days, SQL, and a reload with new ones.
#include <gmock/gmock.h>

#include <thread>

#include "app/running_house_test.h"
#include "app/store_options.h"
#include "facts/facts_as_of.h"
#include "facts/place_totals.h"
#include "funds/prepare_run.h"
#include "plan/testing/written_plans.h"
#include "rules/explain/text.h"
#include "rules/sql/to_sql.h"

namespace laoyou::app {
namespace {

using testing::HasSubstr;

constexpr std::string_view k_city = "450200000000", k_district = "450203000000";

constexpr std::string_view k_plan = R"(
-- country/bank_layouts.csv
layout,position,format,field,heading,width,value
bank_list,1,csv,reference,业务参考号,,
bank_list,2,csv,amount_yuan,金额,,
-- town/fields.csv
record,name,zh,en,kind,unit,choices,privacy,source
institution,scheme,运营模式,Scheme,choice,,own=自营/Own;leased=委托/Leased,open,2
resident,dines,在食堂用餐,Dines,yes_no,,,internal,2
resident,grant,助餐补贴额,Meal grant,money,元,,internal,2
-- town/indicators.yaml
beds:
  name: Beds
  unit: 张
  group: elderly
  target: {2025: ">= 100"}
  source: 1
leased_homes:
  name: Leased homes
  unit: 家
  group: elderly
  target: {2025: ">= 1"}
  value: count(institution where x_town_scheme = leased)
  source: 1
-- town/rules.yaml
rules:
  leased_home:
    name: Leased home
    of: institution
    value: x_town_scheme = leased
    source: 1
subsidies:
  meal_grant:
    name: 助餐补贴
    for: resident where x_town_dines
    pays: x_town_grant
    every: 月
    unit: 元
    source: 1
-- town/subsidies.csv
subsidy,purpose,corrects_months,layout,source
meal_grant,助餐补贴,6,bank_list,1
-- town/policies.csv
number,package,category,title,condition,applicant,source
1,elderly,Homes,Leased homes,leased_home,Homes,1
)";

plan::Files files() { return plan::with_files(plan::town_files(), k_plan); }

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

class ARuleOverAField : public testing::TestWithParam<Database> {
 protected:
  ARuleOverAField() : written(files()), plans(written.path()) {
    const auto loaded = plans.reload();
    EXPECT_TRUE(loaded) << (loaded ? "" : testing::PrintToString(written.said(loaded.error())));
    house = std::make_unique<RunningHouse>(GetParam(), plans);
    clerk = std::make_unique<Visitor>(house->visit("clerk", "administrator", k_city));
    house->give("clerk", powers::Powers::all());
  }
  boost::json::object make(const std::string& path, const boost::json::object& body) {
    const http::ClientAnswer answer = clerk->post(path, body);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.status == 201 ? parsed(answer).at("row").as_object() : boost::json::object();
  }
  boost::json::object home(const std::string& name, const char* scheme) {
    return make("/api/institutions", {{"region", k_district}, {"name", name}, {"kind", "elderly_home"}, {"x_town_scheme", scheme}});
  }
  boost::json::object person(const std::string& name, bool dines, std::int64_t grant_fen) {
    return make("/api/residents", {{"region", k_district}, {"name", name}, {"x_town_dines", dines}, {"x_town_grant", grant_fen}});
  }
  void change(const std::string& path, boost::json::object row, const char* field, const boost::json::value& value) {
    row[field] = value;
    const http::ClientAnswer answer = clerk->put(path + "/" + std::string(row.at("id").as_string()), row);
    EXPECT_EQ(answer.status, 200) << answer.body;
  }
  std::optional<double> leased_homes() {
    EXPECT_TRUE(house->house().follower().wait_for(house->store().journal_head(), std::chrono::seconds(60)));
    const auto list = parsed(clerk->get("/api/plans/town/indicators?region=" + std::string(k_city)));
    for (const auto& row : list.at("rows").as_array())
      if (row.at("key") == "leased_homes" && row.as_object().contains("computed")) return row.at("computed").at("value").to_number<double>();
    return std::nullopt;
  }
  std::shared_ptr<const plan::Plan> town() const { return plans.current()->find("town"); }
  /// The total by the registers as they were after that entry of the journal.
  std::optional<Decimal> leased_homes_after(std::int64_t sequence) {
    const rules::Facts facts = house->store().read([&](store::Snapshot& snapshot) { return facts::facts_as_of(snapshot, sequence, *town()->facts_layout); });
    const int rule = town()->book->find_rule("leased_homes");
    return facts::place_totals(facts, *town()->book, Period::year(2025), {rule}, {code(k_city)}).at(code(k_city)).front().value;
  }
  /// The run of that month, computed.
  funds::SubsidyRun run_of(const char* month) {
    const http::ClientAnswer started = clerk->post("/api/subsidies/runs", {{"plan", "town"}, {"subsidy", "meal_grant"}, {"period", month}});
    EXPECT_EQ(started.status, 201) << started.body;
    const Id<funds::SubsidyRun> id{std::stoll(std::string(parsed(started).at("run").as_string()))};
    for (int tries = 0; tries < 600; ++tries) {
      const funds::SubsidyRun run = house->store().read([&](store::Snapshot& snapshot) { return *snapshot.find(store::Scope::country(), id); });
      if (run.state != funds::RunState::computing || run.trouble) return run;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ADD_FAILURE() << "the run does not end";
    return {};
  }
  std::string file_of_frozen(const funds::SubsidyRun& run) { return funds::calculate(funds::open_run(house->store(), run).value()).value().file; }

  plan::WrittenPlans written;
  plan::RunningPlans plans;
  std::unique_ptr<RunningHouse> house;
  std::unique_ptr<Visitor> clerk;
};

INSTANTIATE_TEST_SUITE_P(House, ARuleOverAField, testing::Values(Database::sqlite, Database::postgresql), database_name);

}  // namespace

TEST_P(ARuleOverAField, GivesItsTotalAndFollowsEveryChange) {
  const auto first = home("甲", "leased");
  home("乙", "own");
  EXPECT_EQ(leased_homes(), 1);
  const std::int64_t then = house->store().journal_head();
  change("/api/institutions", first, "x_town_scheme", "own");
  EXPECT_EQ(leased_homes(), 0);
  home("丙", "leased");
  home("丁", "leased");
  EXPECT_EQ(leased_homes(), 2);
  EXPECT_EQ(leased_homes_after(then), Decimal::parse("1").value()) << "what changed since is taken back";
  EXPECT_EQ(leased_homes_after(house->store().journal_head()), Decimal::parse("2").value());
}

TEST_P(ARuleOverAField, IsExplainedByItsLabel) {
  const boost::json::object asked = boost::json::parse(R"({"subjects":[{"record":"institution","facts":[{"field":"x_town_scheme","value":"委托"}]}]})").as_object();
  const http::ClientAnswer answer = house->nobody().post("/api/public/plans/town/benefits", asked);
  EXPECT_THAT(answer.body, testing::AllOf(HasSubstr("运营模式"), HasSubstr("委托"), HasSubstr("entitled"))) << answer.status;
}

TEST_P(ARuleOverAField, PaysASubsidyThatComesOutTheSameByteForByteFromWhatWasFrozen) {
  const auto first = person("甲", true, 5000);
  person("乙", true, 7050);
  person("丙", false, 9000);
  const funds::SubsidyRun may = run_of("2025-05");
  ASSERT_FALSE(may.trouble) << *may.trouble;
  EXPECT_EQ(may.total.count(), 12050);
  const std::string file = file_of_frozen(may);
  EXPECT_EQ(funds::digest_of(file), may.file_digest);
  change("/api/residents", first, "x_town_grant", 1);
  EXPECT_EQ(file_of_frozen(may), file);
  const funds::SubsidyRun june = run_of("2025-06");
  EXPECT_EQ(june.total.count(), 7051);
  const auto opened = funds::open_run(house->store(), june).value();
  const rules::RowEvaluator evaluator(*opened.book, *opened.facts, june.period);
  EXPECT_THAT(rules::explanation_text(evaluator, rules::explain_row(evaluator, opened.subsidy.amount, 0), Language::zh), HasSubstr("助餐补贴额"));
  const auto differences = clerk->get("/api/subsidies/runs/" + std::to_string(june.id.number) + "/differences");
  EXPECT_THAT(differences.body, testing::AllOf(HasSubstr("助餐补贴额"), HasSubstr("50.00元"), HasSubstr("0.01元"))) << differences.status;
}

TEST_P(ARuleOverAField, ThatIsNewSinceTheStartIsRefusedAndTheOldPlansGoOn) {
  home("甲", "leased");
  const Visitor chief = house->visit("chief", "administrator", "000000000000");
  plan::Files changed = files();
  changed["town/fields.csv"] += "institution,rooms,房间数,Rooms,whole,,,open,2\n";
  const std::string indicators = changed["town/indicators.yaml"];
  changed["town/indicators.yaml"] = indicators + "rooms:\n  name: Rooms\n  unit: 间\n  group: elderly\n  target: {2025: \">= 1\"}\n  value: sum(x_town_rooms of institution)\n  source: 1\n";
  written.write(changed);
  const http::ClientAnswer refused = chief.post("/api/plans/reload");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, testing::AllOf(HasSubstr("rules.field_needs_restart"), HasSubstr("x_town_rooms"), HasSubstr("town/indicators.yaml:"), HasSubstr("重启")));
  EXPECT_EQ(leased_homes(), 1);
  changed["town/indicators.yaml"] = indicators;
  written.write(changed);
  EXPECT_EQ(said(chief.post("/api/plans/reload")), "200") << "the field alone comes with the next start";
  home("乙", "leased");
  EXPECT_EQ(leased_homes(), 2);
}

TEST_P(ARuleOverAField, IsSqlOverItsColumn) {
  const rules::Book& book = *town()->book;
  const int rule = book.find_rule("leased_homes");
  const rules::SqlTarget target{GetParam() == Database::sqlite ? rules::SqlDialect::sqlite : rules::SqlDialect::postgresql, town()->facts_layout->storage(), {}};
  rules::Question question;
  question.rules = {rule};
  question.period = Period::year(2025);
  const Result<std::string> query = rules::totals_to_sql(book, question, target);
  ASSERT_TRUE(query) << query.error().code;
  EXPECT_THAT(*query, testing::AllOf(HasSubstr("x_town_scheme"), HasSubstr("leased")));
}

}  // namespace laoyou::app
