#include "rules/explain/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/explain/json.h"
#include "rules/explain/text.h"
#include "rules/testing/example_facts.h"

namespace laoyou::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Period k_june = Period::parse("2025-06").value();

RuleSource rule(std::string key, std::string name, std::string record, std::string text) {
  RuleSource made;
  made.key = std::move(key);
  made.name = std::move(name);
  made.record = std::move(record);
  made.expression = {std::move(text), "plans/town/rules.yaml", 10, 5, 5};
  return made;
}

// A small town's allowances, and people one at a time.
class Explain : public ::testing::Test {
 protected:
  Explain() : schema(testing::example_schema()), facts(schema) {
    ParameterSource table;
    table.key = "allowance_table";
    table.name = "高龄津贴标准";
    table.values = {{Date::parse("2020-01-01").value(), {{literal("80..89"), literal("50元")}, {literal("90.."), literal("100元")}}, "旧文件", {}},
                    {Date::parse("2022-01-01").value(), {{literal("80..89"), literal("80元")}, {literal("90..99"), literal("150元")}, {literal("100.."), literal("300元")}}, "某民发〔2021〕9 号", {}}};
    source.parameters = {table};
    source.rules = {rule("allowance", "高龄津贴", "resident", "first { local and age >= 80: allowance_table[age]; else: 0元 }"),
                    rule("aided", "护理补贴对象", "resident", "income < 1200元 and (care_grade in (severe, complete) or exists(visit where score < 60))"),
                    rule("aided_share", "护理补贴占比", "", "count(resident where aided) / count(resident where age >= 80)")};
    source.rules[0].document = "某民发〔2021〕9 号";
    source.rules[0].source = "第三条";
  }

  static SourceText literal(const char* text) { return {text, "plans/town/rules.yaml", 3, 7, 7}; }

  void resident(std::int64_t id, Value age, Value local, Value income, Value grade) {
    std::vector<Value> row(schema.records[0].fields.size());
    const auto set = [&](std::string_view name, Value value) { row[static_cast<std::size_t>(schema.records[0].find(name))] = value; };
    set("id", id), set("age", age), set("local", local), set("income", income), set("care_grade", grade);
    facts.tables[0].append(row);
  }
  void visit(std::int64_t id, std::int64_t person, Value score) {
    facts.tables[1].append(std::vector<Value>{id, {}, person, {}, {}, score, {}, {}});
  }
  Explanation explain(std::string_view key, std::size_t row = 0) {
    book = check(source, schema).value();
    evaluator = std::make_unique<RowEvaluator>(*book, facts, k_june);
    return explain_row(*evaluator, book->find_rule(key), row);
  }
  std::vector<std::string> needs(std::string_view key) {
    std::vector<std::string> fields;
    for (const FactPlace& place : explain(key).needs)
      fields.push_back(schema.records[static_cast<std::size_t>(place.record)].fields[static_cast<std::size_t>(place.field)].name);
    return fields;
  }

  Schema schema;
  Facts facts;
  BookSource source;
  std::shared_ptr<const Book> book;
  std::unique_ptr<RowEvaluator> evaluator;
};

TEST_F(Explain, an_allowance_is_told_with_the_table_in_force_its_day_and_its_document) {
  resident(1001, 102, 1, {}, {});
  const Explanation told = explain("allowance");
  EXPECT_EQ(told.verdict, Verdict::decided);
  EXPECT_EQ(explanation_text(*evaluator, told, Language::zh),
            "高龄津贴：300元\n"
            "  老年人 1001，2025-06\n"
            "  依据：某民发〔2021〕9 号 第三条\n"
            "  按情形取值：300元\n"
            "    第 1 种情形：是\n"
            "      须全部满足：是\n"
            "        本地户籍 是\n"
            "        年龄 102 ≥ 80：是\n"
            "    取 年龄 102，表“高龄津贴标准”（自 2022-01-01 起，某民发〔2021〕9 号）“100..”一档 300元\n");
  EXPECT_EQ(explanation_text(*evaluator, told, Language::en),
            "高龄津贴: 300 yuan\n"
            "  resident 1001 in 2025-06\n"
            "  basis: 某民发〔2021〕9 号 第三条\n"
            "  by cases: 300 yuan\n"
            "    case 1: yes\n"
            "      all of these must hold: yes\n"
            "        registered here yes\n"
            "        age 102 ≥ 80: yes\n"
            "    takes age 102, table “高龄津贴标准” (from 2022-01-01 on by 某民发〔2021〕9 号) row “100..” gives 300 yuan\n");
}

TEST_F(Explain, what_is_missing_is_named_and_nothing_else) {
  resident(1, {}, 1, {}, {});
  EXPECT_THAT(needs("allowance"), ElementsAre("age")) << "the income has nothing to do with it";
  EXPECT_THAT(needs("aided"), ElementsAre("care_grade", "income")) << "no visit is missing a score";
  const Explanation told = explain("allowance");
  EXPECT_THAT(explanation_text(*evaluator, told, Language::zh), ::testing::StartsWith("高龄津贴：不能确定，还需要：年龄\n"));
}

TEST_F(Explain, a_missing_fact_beside_a_false_one_is_not_named) {
  resident(1, {}, 0, 200'000, {});
  EXPECT_EQ(explain("allowance").value, 0) << "not registered here: the age changes nothing";
  EXPECT_EQ(explain("aided").value, 0) << "the income is too high whatever the grade";
}

TEST_F(Explain, a_visit_without_a_score_is_named_unless_another_visit_decides) {
  resident(1, 85, 1, 100'000, 0);
  visit(11, 1, {});
  EXPECT_THAT(needs("aided"), ElementsAre("score"));
  visit(12, 1, 40);
  EXPECT_EQ(explain("aided").value, 1);
}

TEST_F(Explain, a_key_that_no_row_of_the_table_holds_is_no_want_of_facts) {
  source.rules[0].expression.text = "allowance_table[age]";
  resident(1, 60, 1, {}, {});
  const Explanation told = explain("allowance");
  EXPECT_EQ(told.verdict, Verdict::no_value);
  EXPECT_THAT(told.needs, IsEmpty());
  EXPECT_THAT(explanation_text(*evaluator, told, Language::zh), ::testing::StartsWith("高龄津贴：没有值，因为年龄 60，表“高龄津贴标准”（自 2022-01-01 起，某民发〔2021〕9 号）没有这一档\n"));
}

TEST_F(Explain, what_else_settles_is_not_asked_for_unless_it_is_needed_anyway) {
  source.rules[0].expression.text = "(income else 0元) < 1000元 and age >= 80";
  resident(1, {}, {}, {}, {});
  EXPECT_THAT(needs("allowance"), ElementsAre("age"));
  source.rules[0].expression.text = "(missing(income) or local) and income > 3元";
  EXPECT_THAT(needs("allowance"), ElementsAre("income", "local")) << "once the income is known, it is no longer missing, and local decides";
}

TEST_F(Explain, a_rule_read_twice_is_told_once_and_a_sum_term_by_term) {
  source.rules.push_back(rule("extra", "补助", "resident", "100元 + allowance - round(allowance * 0.5, down)"));
  resident(1001, 102, 1, {}, {});
  const Explanation told = explain("extra");
  EXPECT_EQ(explanation_text(*evaluator, told, Language::zh),
            "补助：250元\n"
            "  老年人 1001，2025-06\n"
            "  各项相加 = 250元\n"
            "    + 100元\n"
            "    + “高龄津贴”300元\n"
            "      “高龄津贴”300元（依据：某民发〔2021〕9 号 第三条）\n"
            "        按情形取值：300元\n"
            "          第 1 种情形：是\n"
            "            须全部满足：是\n"
            "              本地户籍 是\n"
            "              年龄 102 ≥ 80：是\n"
            "          取 年龄 102，表“高龄津贴标准”（自 2022-01-01 起，某民发〔2021〕9 号）“100..”一档 300元\n"
            "    − “高龄津贴”300元 × 50%；舍去尾数 = 150元\n");
}

TEST_F(Explain, json_has_stable_node_numbers_and_places) {
  resident(1001, 102, 1, {}, {});
  const Explanation told = explain("allowance");
  const boost::json::object json = explanation_json(*evaluator, told, Language::zh);
  EXPECT_EQ(json.at("value").as_string(), "30000");
  const boost::json::object& tree = json.at("tree").as_object();
  EXPECT_EQ(tree.at("node").as_int64(), 0);
  EXPECT_EQ(tree.at("kind").as_string(), "first");
  EXPECT_EQ(tree.at("at").as_string(), "plans/town/rules.yaml:10:5");
  const boost::json::object& table = tree.at("children").as_array().at(1).as_object();
  EXPECT_EQ(table.at("written").as_string(), "allowance_table[age]");
  EXPECT_EQ(table.at("at").as_string(), "plans/town/rules.yaml:10:34");
  EXPECT_EQ(table.at("parameter").as_object().at("from").as_string(), "2022-01-01");
  EXPECT_EQ(table.at("parameter").as_object().at("row").as_string(), "100..");
}

TEST_F(Explain, an_indicator_says_what_was_counted_and_what_was_left_out_and_why) {
  resident(1, 85, 1, 100'000, 3);
  resident(2, 90, 1, 100'000, {});
  resident(3, {}, 1, {}, 4);
  resident(4, 70, 1, 900'000, {});
  visit(11, 2, {});
  book = check(source, schema).value();
  const RowEvaluator rows(*book, facts, k_june);
  const TotalExplanation told = explain_total(rows, book->find_rule("aided_share"), {}, 0);
  EXPECT_EQ(explanation_text(rows, told, Language::zh),
            "护理补贴占比：0.5\n"
            "  全部，2025-06\n"
            "  分子：count(resident where aided) = 1\n"
            "  分母：count(resident where age >= 80) = 2\n"
            "  count(resident where aided) = 1\n"
            "    老年人共 4 条：计入 1，不计入 1，不能确定 2\n"
            "      计入的如：老年人 1\n"
            "      因缺老年人的失能等级不能确定：1 条\n"
            "      因缺老年人的月收入不能确定：1 条\n"
            "      因缺探访的评分不能确定：1 条\n"
            "      不能确定的如：老年人 2、老年人 3\n"
            "  count(resident where age >= 80) = 2\n"
            "    老年人共 4 条：计入 2，不计入 1，不能确定 1\n"
            "      计入的如：老年人 1、老年人 2\n"
            "      因缺老年人的年龄不能确定：1 条\n"
            "      不能确定的如：老年人 3\n");
  EXPECT_EQ(explanation_json(rows, told, Language::zh).at("value").as_string(), "1/2");
}

}  // namespace
}  // namespace laoyou::rules
