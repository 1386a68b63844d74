#include "rules/explain/text.h"
#include "rules/explain/words.h"

namespace laoyou::rules {
namespace {

class TotalWriting {
 public:
  TotalWriting(const ExplainWords& words) : words_(words) {}

  std::string total(const TotalExplanation& told) {
    const Rule& rule = words_.book().rules[static_cast<std::size_t>(told.rule)];
    line(0, words_.say("explain.statement", {words_.rule_name(told.rule), words_.number(rule.tree->type, rule.unit, told.value)}));
    line(1, words_.say("explain.of_group", {group(told), told.period.text()}));
    if (const std::string basis = words_.basis(rule); !basis.empty()) line(1, words_.say("explain.basis", {basis}));
    if (const auto* top = std::get_if<TotalArithmetic>(&rule.tree->what); top && top->sign == '/') {
      line(1, words_.say("explain.numerator", {words_.written(told.rule, *top->left), words_.number(top->left->type, "", told.numerator)}));
      line(1, words_.say("explain.denominator", {words_.written(told.rule, *top->right), words_.number(top->right->type, "", told.denominator)}));
    }
    for (const ExplainedAggregate& each : told.aggregates) aggregate(each);
    return text_;
  }

 private:
  void line(int indent, const std::string& words) { text_ += std::string(static_cast<std::size_t>(indent) * 2, ' ') + words + "\n"; }

  std::string group(const TotalExplanation& told) const {
    if (told.grouping.by == Grouping::By::nothing) return words_.say("explain.everything");
    if (!told.group) return words_.say("explain.group_missing");
    if (told.grouping.by == Grouping::By::region_level) return RegionCode::from_number(*told.group).text();
    const int record = told.aggregates.empty() ? -1 : std::get<Total>(told.aggregates[0].node->what).record;
    if (record < 0) return std::to_string(*told.group);
    const int field = words_.book().schema.records[static_cast<std::size_t>(record)].find(told.grouping.field);
    return words_.field(record, field) + " " + words_.value(words_.book().schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)].type, told.group);
  }

  void aggregate(const ExplainedAggregate& told) {
    const auto& what = std::get<Total>(told.node->what);
    const std::string written = words_.written(told.rule, *told.node), name = written.empty() ? words_.record(what.record) : written;
    line(1, words_.say("explain.equals", {name, words_.number(told.node->type, what.function == Function::share ? "%" : "", told.value)}));
    line(2, words_.say("explain.rows", {words_.record(what.record), std::to_string(told.rows), std::to_string(told.tally.selected), std::to_string(told.excluded), std::to_string(told.tally.undecided)}));
    examples("explain.counted_rows", told.selected);
    if (told.tally.undecided > 0) {
      causes("explain.undecided_for", told.undecided_for);
      examples("explain.undecided_rows", told.undecided);
    }
    if (what.value && told.tally.valued < told.tally.selected) {
      line(2, words_.say("explain.valueless", {std::to_string(told.tally.selected - told.tally.valued)}));
      causes("explain.valueless_for", told.valueless_for);
      examples("explain.valueless_rows", told.valueless);
    }
  }

  void causes(std::string_view code, const std::map<int, std::int64_t>& counts) {
    for (const auto& [key, count] : counts)
      line(3, words_.say(code, {words_.say("explain.of", {words_.record(record_of_key(key)), words_.field(record_of_key(key), field_of_key(key))}), std::to_string(count)}));
  }

  void examples(std::string_view code, const std::vector<RowAt>& rows) {
    std::vector<std::string> names;
    for (const RowAt& row : rows) names.push_back(words_.row(row));
    if (!names.empty()) line(3, words_.say(code, {words_.listed(names)}));
  }

  const ExplainWords& words_;
  std::string text_;
};

}  // namespace

std::string explanation_text(const RowEvaluator& evaluator, const TotalExplanation& explanation, Language language) {
  const ExplainWords words(evaluator.book(), evaluator.facts(), language);
  return TotalWriting(words).total(explanation);
}

}  // namespace laoyou::rules
