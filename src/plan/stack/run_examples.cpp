#include "plan/stack/run_examples.h"

#include <algorithm>

#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"
#include "rules/rows/evaluate.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_missing = "missing";

class Runner {
 public:
  Runner(const Plan& plan, const PreparedExample& example)
      : book_(*plan.book), example_(example), rule_(book_.rules[static_cast<std::size_t>(example.rule)]) {}

  std::vector<ExampleResult> run() {
    if (rule_.record >= 0)
      run_row();
    else
      run_total();
    return std::move(results_);
  }

 private:
  void run_row() {
    const auto& table = example_.facts.tables[static_cast<std::size_t>(rule_.record)];
    if (table.rows() == 0) return add("", text(example_.expected[0].second), std::string(k_missing));
    const rules::Value by_rows = rules::evaluate_row(book_, example_.facts, example_.period, example_.rule, 0);
    const rules::Value by_columns = rules::evaluate_rule(book_, example_.facts, example_.period, example_.rule).at(0);
    add("", text(example_.expected[0].second), agreed(text(by_rows), text(by_columns)));
  }

  void run_total() {
    rules::Question question{example_.period, {example_.rule}, {}, 1};
    if (example_.by_region) question.grouping = {rules::Grouping::By::region_level, example_.level, ""};
    const rules::Answer by_rows = rules::evaluate_by_rows(book_, example_.facts, question);
    const rules::Answer by_columns = rules::evaluate(book_, example_.facts, question);
    for (const auto& [group, expected] : example_.expected) {
      const std::string name = example_.by_region ? RegionCode::from_number(*group).text() : "";
      add(name, text(wanted(expected)), agreed(text(outcome(by_rows, group)), text(outcome(by_columns, group))));
    }
  }

  std::optional<rules::Rational> wanted(rules::Value value) const {
    if (!value) return std::nullopt;
    return rules::rational(*value, rules::stored_units(rule_.tree->type.kind));
  }

  static std::optional<rules::Rational> outcome(const rules::Answer& answer, rules::GroupKey group) {
    const auto found = std::find(answer.groups.begin(), answer.groups.end(), group);
    if (found == answer.groups.end()) return std::nullopt;
    return answer.outcomes[0][static_cast<std::size_t>(found - answer.groups.begin())].value;
  }

  std::string text(rules::Value value) const { return value ? rules::literal_text(book_.schema, rule_.tree->type, value) : std::string(k_missing); }

  static std::string text(const std::optional<rules::Rational>& value) { return value ? rules::exact_text(*value) : std::string(k_missing); }

  static std::string agreed(const std::string& by_rows, const std::string& by_columns) {
    return by_rows == by_columns ? by_rows : by_rows + " (rows) " + by_columns + " (columns)";
  }

  void add(std::string group, std::string expected, std::string found) {
    results_.push_back({example_.example->place, rule_.key, std::move(group), std::move(expected), std::move(found)});
  }

  const rules::Book& book_;
  const PreparedExample& example_;
  const rules::Rule& rule_;
  std::vector<ExampleResult> results_;
};

}  // namespace

std::vector<ExampleResult> run(const Plan& plan, const PreparedExample& example) { return Runner(plan, example).run(); }

}  // namespace laoyou::plan
