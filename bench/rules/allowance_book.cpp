#include <stdexcept>

#include "book.h"
#include "rules/value/unit.h"

namespace laoyou::bench {

using namespace rules;

namespace {

// Refusals name the rule: that is place enough for a text in the program.
SourceText text(std::string words, const std::string& key) { return {std::move(words), key, 1, 1, 1}; }

}  // namespace

Schema people_schema() {
  const Type region{Kind::region, -1}, integer{Kind::integer, -1}, money{Kind::money, -1}, boolean{Kind::boolean, -1}, date{Kind::date, -1};
  const Type square_metres{Kind::quantity, static_cast<std::int16_t>(canonical_unit(find_unit("m²")))}, minutes{Kind::quantity, static_cast<std::int16_t>(canonical_unit(find_unit("min")))};
  Schema schema;
  schema.code_lists = {{"care_grade", {{"able", "能力完好", "able"}, {"mild", "轻度失能", "mild"}, {"moderate", "中度失能", "moderate"}, {"severe", "重度失能", "severe"}, {"complete", "完全失能", "complete"}}},
                       {"sex", {{"male", "男", "male"}, {"female", "女", "female"}}}};
  schema.records = {{"person", "老年人", "person",
                     {{"region", region, "区划", "region"}, {"age", integer, "年龄", "age"}, {"care_grade", {Kind::code, 0}, "失能等级", "care grade"}, {"income", money, "月收入", "income"},
                      {"sex", {Kind::code, 1}, "性别", "sex"}, {"born", date, "出生日期", "born"}, {"local", boolean, "本地户籍", "registered here"}, {"alone", boolean, "独居", "lives alone"},
                      {"subsistence", boolean, "低保", "subsistence allowance"}, {"home_area", square_metres, "住房面积", "home area"}, {"care_time", minutes, "每周照护时长", "weekly care"},
                      {"last_visit", date, "最近探访", "last visit"}, {"in_institution", boolean, "入住机构", "in an institution"}, {"fee", money, "月缴费", "monthly fee"}},
                     -1, 0}};
  return schema;
}

std::shared_ptr<const Book> checked(const std::vector<RuleText>& rules, std::vector<ParameterSource> parameters) {
  BookSource source;
  source.region = RegionCode::from_number(450000000000);
  source.parameters = std::move(parameters);
  for (const RuleText& rule : rules) {
    RuleSource made;
    made.key = made.name = rule.key;
    made.record = rule.record;
    made.place = text(rule.key, rule.key);
    made.expression = text(rule.expression, rule.key);
    source.rules.push_back(std::move(made));
  }
  const auto book = check(source, people_schema());
  if (book) return *book;
  std::string all;
  for (const Refusal& refusal : book.error()) {
    all += refusal.place + " " + refusal.code;
    for (const std::string& word : refusal.words) all += " " + word;
    all += "\n";
  }
  throw std::runtime_error(all);
}

ParameterSource parameter(const std::string& key, std::vector<std::pair<std::string, std::string>> rows) {
  ParameterSource made;
  made.key = made.name = key;
  made.place = text(key, key);
  DatedValueSource value{Date::from_calendar(2020, 1, 1).value(), {}, "No. 1", text("2020-01-01", key)};
  for (auto& [row_key, amount] : rows) value.rows.emplace_back(text(row_key, key), text(amount, key));
  made.values.push_back(std::move(value));
  return made;
}

std::shared_ptr<const Book> allowance_book(int income_below_yuan) {
  return checked({{"high_age", "person", "bands age { 80..89: 50元; 90..99: 100元; 100..: 300元; else: 0元 }"},
                  {"nursing", "person", "case { income < income_line and care_grade in (moderate, severe, complete): nursing_amount[care_grade]; else: 0元 }"},
                  {"together", "person", "high_age + nursing"},
                  {"eligible", "person", "age >= 80"},
                  {"high_age_total", "", "sum(high_age of person)"},
                  {"nursing_total", "", "sum(nursing of person)"},
                  {"together_total", "", "sum(together of person)"},
                  {"eligible_total", "", "count(person where eligible)"}},
                 {parameter("income_line", {{"", std::to_string(income_below_yuan) + "元"}}),
                  parameter("nursing_amount", {{"moderate", "100元"}, {"severe", "200元"}, {"complete", "300元"}})});
}

std::shared_ptr<const Book> high_age_book(int first_age) {
  const std::string age = std::to_string(first_age);
  return checked({{"high_age", "person", "bands age { " + age + "..89: 50元; 90..99: 100元; 100..: 300元; else: 0元 }"},
                  {"high_age_total", "", "sum(high_age of person)"},
                  {"eligible_total", "", "count(person where age >= " + age + ")"}},
                 {});
}

std::vector<int> totals_of_book(const Book& book) {
  std::vector<int> totals;
  for (std::size_t rule = 0; rule < book.rules.size(); ++rule)
    if (book.rules[rule].record < 0) totals.push_back(static_cast<int>(rule));
  return totals;
}

std::vector<int> allowance_totals(const Book& book) {
  std::vector<int> totals;
  for (const char* key : {"high_age_total", "nursing_total", "together_total", "eligible_total"}) totals.push_back(book.find_rule(key));
  return totals;
}

Question question(std::vector<int> totals, int threads) {
  return {Period::month(2026, 2), std::move(totals), {Grouping::By::region_level, RegionLevel::county, ""}, threads};
}

}  // namespace laoyou::bench
