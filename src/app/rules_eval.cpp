#include <algorithm>
#include <ostream>

#include "app/rules_answers.h"
#include "app/rules_verbs.h"
#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"

namespace laoyou::app {
namespace {

/// One rule over a record, for all its rows.
struct RowCounts {
  int rule = -1;
  std::size_t rows = 0;
  std::int64_t valued = 0;
  std::optional<rules::Wide> sum;  ///< of the values of numbers; boolean: rows that are TRUE; else nothing
};

struct Evaluated {
  rules::Question question;
  rules::Answer answer;
  std::vector<RowCounts> rows;
  double compile_ms = 0;
  std::vector<double> runs_ms;  ///< ascending
};

RowCounts count_rows(const RulesInput& input, int rule) {
  const rules::RuleColumn column = rules::evaluate_rule(*input.book, *input.facts, input.period, rule);
  const rules::Kind kind = input.book->rules[static_cast<std::size_t>(rule)].tree->type.kind;
  RowCounts counts{rule, input.facts->tables[static_cast<std::size_t>(input.book->rules[static_cast<std::size_t>(rule)].record)].rows(), 0, std::nullopt};
  if (rules::is_numeric(kind) || kind == rules::Kind::boolean) counts.sum = 0;
  for (std::size_t row = 0; row < counts.rows; ++row) {
    const rules::Value value = column.at(row);
    counts.valued += value.has_value();
    if (counts.sum) *counts.sum += value.value_or(0);
  }
  return counts;
}

/// The rules over records among those named; the others stay in `totals`.
Result<std::vector<int>> take_row_rules(const RulesInput& input, const std::vector<std::string>& names, std::vector<std::string>& totals) {
  std::vector<int> found;
  for (const std::string& name : names) {
    const Result<int> rule = find_rule(*input.book, name);
    if (!rule) return rule.error();
    if (input.book->rules[static_cast<std::size_t>(*rule)].record >= 0)
      found.push_back(*rule);
    else
      totals.push_back(name);
  }
  return found;
}

Result<Evaluated> evaluate(const RulesInput& input, const RulesWords& words) {
  std::vector<std::string> totals;
  const auto row_rules = take_row_rules(input, words.rules, totals);
  if (!row_rules) return row_rules.error();
  auto question = question_of(input, words, totals);
  if (!question) return question.error();
  Evaluated result{std::move(*question), {}, {}, 0, {}};
  if (totals.empty() && !row_rules->empty()) result.question.rules.clear();
  const Stopwatch compile_watch;
  rules::CompiledQuestion compiled(*input.book, *input.facts, result.question);
  result.compile_ms = compile_watch.milliseconds();
  for (int run = 0; run < words.repeat; ++run) {
    const Stopwatch watch;
    result.answer = compiled.evaluate();
    result.runs_ms.push_back(watch.milliseconds());
  }
  std::sort(result.runs_ms.begin(), result.runs_ms.end());
  for (const int rule : *row_rules) result.rows.push_back(count_rows(input, rule));
  return result;
}

double median(const std::vector<double>& ascending) { return ascending[ascending.size() / 2]; }

boost::json::object timings_json(const RulesInput& input, const Evaluated& evaluated) {
  return {{"plan", input.plan_ms},
          {"load", input.load_ms},
          {"check", input.check_ms},
          {"compile", evaluated.compile_ms},
          {"evaluate_median", median(evaluated.runs_ms)},
          {"evaluate_least", evaluated.runs_ms.front()},
          {"evaluate_runs", evaluated.runs_ms.size()}};
}

boost::json::array totals_json(const RulesInput& input, const Evaluated& evaluated, const rules::ExplainWords& say) {
  boost::json::array totals;
  for (std::size_t i = 0; i < evaluated.question.rules.size(); ++i) {
    const rules::Rule& rule = input.book->rules[static_cast<std::size_t>(evaluated.question.rules[i])];
    boost::json::array outcomes;
    for (std::size_t group = 0; group < evaluated.answer.groups.size(); ++group) {
      boost::json::object outcome = outcome_json(evaluated.answer.outcomes[i][group], rule, say);
      outcome["group"] = group_json(input.schema, evaluated.question.grouping, evaluated.answer.groups[group]);
      outcomes.push_back(std::move(outcome));
    }
    totals.push_back({{"key", rule.key}, {"name", rule.name}, {"unit", rule.unit}, {"outcomes", std::move(outcomes)}});
  }
  return totals;
}

boost::json::array rows_json(const RulesInput& input, const Evaluated& evaluated) {
  boost::json::array rows;
  for (const RowCounts& counts : evaluated.rows) {
    const rules::Rule& rule = input.book->rules[static_cast<std::size_t>(counts.rule)];
    rows.push_back({{"key", rule.key}, {"name", rule.name}, {"rows", counts.rows}, {"valued", counts.valued},
                    {"sum", counts.sum ? boost::json::value(rules::wide_text(*counts.sum)) : boost::json::value(nullptr)}});
  }
  return rows;
}

void print_json(const RulesInput& input, const Evaluated& evaluated, const RulesWords& words, const rules::ExplainWords& say, std::ostream& out) {
  boost::json::object tables;
  for (std::size_t record = 0; record < input.schema.records.size(); ++record)
    if (const std::size_t rows = input.facts->tables[record].rows(); rows > 0) tables[input.schema.records[record].name] = rows;
  out << boost::json::object{{"plan", words.plan},
                             {"period", input.period.text()},
                             {"by", words.by},
                             {"threads", words.threads},
                             {"tables", std::move(tables)},
                             {"timings_ms", timings_json(input, evaluated)},
                             {"totals", totals_json(input, evaluated, say)},
                             {"rules", rows_json(input, evaluated)}}
      << "\n";
}

void print_lines(const RulesInput& input, const Evaluated& evaluated, const RulesWords& words, const rules::ExplainWords& say, std::ostream& out) {
  for (std::size_t i = 0; i < evaluated.question.rules.size(); ++i) {
    const rules::Rule& rule = input.book->rules[static_cast<std::size_t>(evaluated.question.rules[i])];
    for (std::size_t group = 0; group < evaluated.answer.groups.size(); ++group) {
      const rules::Outcome& outcome = evaluated.answer.outcomes[i][group];
      out << rule.key << "\t" << rule.name << "\t" << group_line(input.schema, evaluated.question.grouping, evaluated.answer.groups[group], words.language) << "\t"
          << number_text(outcome.value, rule, say) << "\n";
    }
  }
  for (const RowCounts& counts : evaluated.rows) {
    const rules::Rule& rule = input.book->rules[static_cast<std::size_t>(counts.rule)];
    out << rule.key << "\t" << rule.name << "\t" << counts.rows << "\t" << counts.valued << "\t" << (counts.sum ? rules::wide_text(*counts.sum) : "") << "\n";
  }
}

}  // namespace

int rules_eval(const RulesWords& words, std::ostream& out, std::ostream& err) {
  const auto input = read_rules_input(words);
  if (!input) {
    print_refusals(input.error(), words.language, err);
    return 1;
  }
  print_refusals(input->notes, words.language, err);
  const auto evaluated = evaluate(*input, words);
  if (!evaluated) return refuse_rules(evaluated.error(), words, err);
  const rules::ExplainWords say(*input->book, *input->facts, words.language);
  if (words.json) {
    print_json(*input, *evaluated, words, say, out);
    return 0;
  }
  print_lines(*input, *evaluated, words, say, out);
  err << "plan " << input->plan_ms << " ms, load " << input->load_ms << " ms, check " << input->check_ms << " ms, compile " << evaluated->compile_ms << " ms, evaluate "
      << median(evaluated->runs_ms) << " ms (median of " << evaluated->runs_ms.size() << ")\n";
  return 0;
}

}  // namespace laoyou::app
