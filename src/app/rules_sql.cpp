#include <ostream>

#include "app/rules_question.h"
#include "app/rules_verbs.h"
#include "rules/sql/to_sql.h"

namespace laoyou::app {
namespace {

/// How the store keeps the registers; bare tables keep every number as it is.
rules::SqlStorage storage_of(const RulesInput& input, const RulesWords& words) {
  if (!input.source.layout || !words.tables.empty()) return {};
  return input.source.layout->storage();
}

void print_query(const std::string& comment, const std::string& query, std::ostream& out) { out << "-- " << comment << "\n" << query << ";\n"; }

}  // namespace

int rules_sql(const RulesWords& words, std::ostream& out, std::ostream& err) {
  const auto input = read_rules_input(words);
  if (!input) {
    print_refusals(input.error(), words.language, err);
    return 1;
  }
  const rules::SqlTarget target{words.database == "sqlite" ? rules::SqlDialect::sqlite : rules::SqlDialect::postgresql, storage_of(*input, words), {}};
  std::vector<std::string> totals;
  for (const std::string& name : words.rules) {
    const Result<int> found = find_rule(*input->book, name);
    if (!found) return refuse_rules(found.error(), words, err);
    const rules::Rule& rule = input->book->rules[static_cast<std::size_t>(*found)];
    if (rule.record < 0) {
      totals.push_back(name);
      continue;
    }
    const Result<std::string> query = rules::rows_to_sql(*input->book, *found, input->period, target);
    if (!query) return refuse_rules(query.error(), words, err);
    print_query(rule.key + " " + input->period.text(), *query, out);
  }
  if (totals.empty() && !words.rules.empty()) return 0;
  const auto question = question_of(*input, words, totals);
  if (!question) return refuse_rules(question.error(), words, err);
  const Result<std::string> query = rules::totals_to_sql(*input->book, *question, target);
  if (!query) return refuse_rules(query.error(), words, err);
  std::string keys;
  for (const int rule : question->rules) keys += input->book->rules[static_cast<std::size_t>(rule)].key + " ";
  print_query(keys + input->period.text(), *query, out);
  return 0;
}

}  // namespace laoyou::app
