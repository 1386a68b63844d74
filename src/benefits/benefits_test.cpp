#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/random.h"
#include "benefits/described.h"
#include "benefits/entitled.h"
#include "benefits/find.h"

namespace laoyou::benefits {
namespace {

std::shared_ptr<const plan::Library> library() {
  static const std::shared_ptr<const plan::Library> loaded = plan::load_library("plans").value();
  return loaded;
}

const procedures::Procedure* no_procedure(const std::string&) { return nullptr; }
const Period k_month = Period::month(2026, 6);

Benefits benefits_of(const std::string& plan, const std::vector<GivenSubject>& subjects) {
  const auto found = library()->find(plan);
  const auto made = described(*found->book, subjects);
  EXPECT_TRUE(made) << (made ? "" : made.error().front().place + " " + made.error().front().code);
  const rules::RowEvaluator evaluator(*found->book, made->facts, k_month);
  Inquiry inquiry{*found, evaluator, {}, {}, [&](int record) { return made->records.contains(record); }, true, Language::zh};
  for (std::size_t i = 0; i < subjects.size(); ++i)
    if (subjects[i].record == "resident" || subjects[i].record == "institution") {
      inquiry.subjects.push_back(made->rows[i]);
      inquiry.labels.push_back(subjects[i].label.value_or(""));
    }
  return find_benefits(inquiry, no_procedure);
}

const Benefit* find(const Benefits& benefits, const std::string& number) {
  const auto found = std::find_if(benefits.rows.begin(), benefits.rows.end(), [&](const Benefit& each) { return each.number == number; });
  return found == benefits.rows.end() ? nullptr : &*found;
}

std::vector<std::string> pieces_of(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

struct DecidedByHand {
  std::string name, plan;
  GivenSubject subject;
  std::map<std::string, Verdict> verdicts;  ///< by number of the policy
};

std::vector<DecidedByHand> decided_by_hand() {
  std::ifstream file("tests/plans/described_benefits.csv");
  std::string line;
  std::getline(file, line);
  std::vector<DecidedByHand> cases;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    DecidedByHand decided{cells.at(0), cells.at(1), {cells.at(2), std::nullopt, std::nullopt, {}}, {}};
    for (const std::string& fact : pieces_of(cells.at(3), ';')) decided.subject.facts.push_back({fact.substr(0, fact.find('=')), fact.substr(fact.find('=') + 1)});
    const std::array verdicts{Verdict::entitled, Verdict::open, Verdict::not_entitled, Verdict::ask_office};
    for (std::size_t i = 0; i < verdicts.size(); ++i)
      for (const std::string& number : pieces_of(cells.at(4 + i), ' ')) decided.verdicts[number] = verdicts[i];
    cases.push_back(std::move(decided));
  }
  return cases;
}

TEST(Finder, AnswersTenDescribedPeopleAndPlacesAsTheyWereDecidedByHand) {
  const std::vector<DecidedByHand> cases = decided_by_hand();
  ASSERT_EQ(cases.size(), 10u);
  for (const DecidedByHand& decided : cases) {
    const Benefits found = benefits_of(decided.plan, {decided.subject});
    for (const auto& [number, verdict] : decided.verdicts) {
      const Benefit* benefit = find(found, number);
      ASSERT_NE(benefit, nullptr) << "case " << decided.name << " " << number;
      EXPECT_EQ(record::Leaf<Verdict>::to_json_text(benefit->verdict), record::Leaf<Verdict>::to_json_text(verdict)) << "case " << decided.name << " " << number;
    }
  }
}

TEST(Finder, NamesTheFactThatIsMissingAndNoOther) {
  const Benefits found = benefits_of("karamay", {{"resident", std::nullopt, std::nullopt, {{"born", "1950-01-15"}, {"hardship_low_income", "是"}, {"monthly_income", "800"}}}});
  const Benefit* nursing = find(found, "国清单-7");
  ASSERT_NE(nursing, nullptr);
  ASSERT_EQ(nursing->verdict, Verdict::open);
  ASSERT_EQ(nursing->results[0].needs.size(), 1u);
  EXPECT_EQ(nursing->results[0].needs[0].field, "care_grade");
  EXPECT_EQ(nursing->results[0].needs[0].kind, FactKind::choice);
  EXPECT_EQ(nursing->results[0].needs[0].choices.size(), 5u);
}

TEST(Finder, SaysTheAmountOfASubsidyThatHolds) {
  const Benefits found = benefits_of("karamay", {{"resident", std::nullopt, std::nullopt, {{"born", "1930-05-01"}, {"hukou", "650203000000"}}}});
  const Benefit* allowance = find(found, "国清单-4");
  ASSERT_NE(allowance, nullptr);
  EXPECT_EQ(allowance->results[0].amount, "100.00元");
  EXPECT_EQ(allowance->results[0].every, "月");
}

TEST(Finder, AsksFirstWhatDecidesMost) {
  const Benefits found = benefits_of("karamay", {{"resident", std::nullopt, std::nullopt, {}}});
  ASSERT_FALSE(found.questions.empty());
  EXPECT_EQ(found.questions.front().field, "born");
}

TEST(Finder, DoesNotGuessWhatRestsOnRecordsItDoesNotKnow) {
  const Benefits alone = benefits_of("karamay", {{"institution", std::nullopt, std::nullopt, {{"id", "1"}, {"kind", "elderly_home"}, {"stars", "4"}, {"credit", "a"}, {"medical", "inside"}}}});
  ASSERT_NE(find(alone, "附件3-3-2"), nullptr);
  EXPECT_EQ(find(alone, "附件3-3-2")->verdict, Verdict::ask_office);
  const Benefits with_beds = benefits_of("karamay", {{"institution", std::nullopt, std::nullopt, {{"id", "1"}, {"kind", "elderly_home"}, {"stars", "4"}, {"credit", "a"}, {"medical", "inside"}}},
                                                     {"resident", std::nullopt, std::nullopt, {{"id", "9"}, {"care_grade", "severe"}}},
                                                     {"bed", std::nullopt, 3, {{"institution", "1"}, {"resident", "9"}, {"occupied", "是"}}}});
  ASSERT_NE(find(with_beds, "附件3-3-2"), nullptr);
  EXPECT_EQ(find(with_beds, "附件3-3-2")->verdict, Verdict::entitled);
  const auto amount = std::find_if(find(with_beds, "附件3-3-2")->results.begin(), find(with_beds, "附件3-3-2")->results.end(), [](const BenefitResult& each) { return each.amount.has_value(); });
  ASSERT_NE(amount, find(with_beds, "附件3-3-2")->results.end());
  EXPECT_EQ(amount->amount, "810.00元");
}

TEST(Finder, SaysWhereADescriptionIsWrong) {
  const auto wrong = described(*library()->find("karamay")->book, {{"resident", std::nullopt, std::nullopt, {{"born", "yesterday"}, {"shoe_size", "43"}}}});
  ASSERT_FALSE(wrong);
  ASSERT_EQ(wrong.error().size(), 2u);
  EXPECT_EQ(wrong.error()[0].place, "/subjects/0/facts/0");
  EXPECT_EQ(wrong.error()[1].code, "benefits.unknown_field");
}

TEST(Entitled, AreThoseForWhomTheRuleHoldsOneByOne) {
  const auto plan = library()->find("karamay");
  const rules::Schema& schema = plan->book->schema;
  rules::Facts facts(schema);
  const int record = schema.find_record("resident");
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  SeededRandom chance(11);
  for (std::int64_t id = 1; id <= 2000; ++id) {
    std::vector<rules::Value> values(kind.fields.size());
    const auto put = [&](const char* field, rules::Value value) { values[static_cast<std::size_t>(kind.find(field))] = value; };
    const RegionCode place = RegionCode::parse(chance.below(2) == 0 ? "650203001001" : "650204001001").value();
    put("id", id);
    put("region", place.number());
    put("hukou", place.number());
    if (chance.below(5) != 0) put("born", Date::parse("1920-01-01").value().days() + static_cast<std::int64_t>(chance.below(35'000)));
    facts.tables[static_cast<std::size_t>(record)].append(values);
  }
  const std::vector<PolicyRule> rules = policy_rules(*plan);
  const auto rule = std::find_if(rules.begin(), rules.end(), [](const PolicyRule& each) { return each.policy->number == "国清单-4"; });
  ASSERT_NE(rule, rules.end());
  const RegionCode county = RegionCode::parse("650203000000").value();
  const EntitledRows found = entitled_rows(facts, *plan->book, k_month, *rule, county);
  std::size_t entitled = 0;
  std::int64_t undecided = 0;
  for (std::size_t row = 0; row < 2000; ++row) {
    if (!county.contains(RegionCode::from_number(*facts.tables[static_cast<std::size_t>(record)].column(kind.region_field).at(row)))) continue;
    const rules::Value value = rules::evaluate_row(*plan->book, facts, k_month, rule->rule, row);
    entitled += value == rules::Value(1) ? 1 : 0;
    undecided += value ? 0 : 1;
  }
  EXPECT_EQ(found.entitled.size(), entitled);
  EXPECT_EQ(found.undecided, undecided);
  EXPECT_GT(entitled, 50u);
  EXPECT_GT(undecided, 50);
}

}  // namespace
}  // namespace laoyou::benefits
