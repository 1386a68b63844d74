#include <algorithm>
#include <ostream>

#include "app/rules_answers.h"
#include "app/rules_patches.h"
#include "app/rules_verbs.h"
#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"

namespace laoyou::app {
namespace {

bool differs(const std::vector<rules::Change>& changes) {
  return std::any_of(changes.begin(), changes.end(), [](const rules::Change& change) { return change.rows_touched > 0 || change.before.value != change.after.value; });
}

class Printer {
 public:
  Printer(const RulesInput& input, const rules::Question& question, const rules::WhatIfAnswer& answer, const RulesWords& words)
      : input_(input), question_(question), answer_(answer), words_(words), say_(*input.book, *input.facts, words.language) {}

  /// Totals that a patch does not touch are left out, unless they were asked for by name.
  bool shown(std::size_t total) const { return !words_.totals.empty() || differs(answer_.changes[total]); }

  void lines(std::ostream& out) const {
    for (std::size_t i = 0; i < question_.rules.size(); ++i) {
      if (!shown(i)) continue;
      for (std::size_t group = 0; group < answer_.groups.size(); ++group) {
        const rules::Change& change = answer_.changes[i][group];
        out << rule(i).key << "\t" << rule(i).name << "\t" << group_line(input_.schema, question_.grouping, answer_.groups[group], words_.language) << "\t"
            << number_text(change.before.value, rule(i), say_) << "\t" << number_text(change.after.value, rule(i), say_) << "\t"
            << number_text(change.difference, rule(i), say_) << "\t" << change.rows_touched << "\n";
      }
    }
  }

  boost::json::object json() const {
    boost::json::array totals;
    for (std::size_t i = 0; i < question_.rules.size(); ++i) {
      if (!shown(i)) continue;
      boost::json::array changes;
      for (std::size_t group = 0; group < answer_.groups.size(); ++group) changes.push_back(change_json(i, group));
      totals.push_back({{"key", rule(i).key}, {"name", rule(i).name}, {"unit", rule(i).unit}, {"changes", std::move(changes)}});
    }
    return {{"plan", words_.plan}, {"period", input_.period.text()}, {"by", words_.by}, {"totals", std::move(totals)}};
  }

 private:
  const rules::Rule& rule(std::size_t i) const { return input_.book->rules[static_cast<std::size_t>(question_.rules[i])]; }

  boost::json::object change_json(std::size_t i, std::size_t group) const {
    const rules::Change& change = answer_.changes[i][group];
    return {{"group", group_json(input_.schema, question_.grouping, answer_.groups[group])},
            {"before", outcome_json(change.before, rule(i), say_)},
            {"after", outcome_json(change.after, rule(i), say_)},
            {"difference", change.difference ? boost::json::value(rules::exact_text(*change.difference)) : boost::json::value(nullptr)},
            {"rows_touched", change.rows_touched}};
  }

  const RulesInput& input_;
  const rules::Question& question_;
  const rules::WhatIfAnswer& answer_;
  const RulesWords& words_;
  rules::ExplainWords say_;
};

}  // namespace

int rules_whatif(const RulesWords& words, std::ostream& out, std::ostream& err) {
  auto input = read_rules_tables(words);
  const auto refused = [&](const Refusals& refusals) {
    print_refusals(refusals, words.language, err);
    return 1;
  };
  if (!input) return refused(input.error());
  print_refusals(input->notes, words.language, err);
  const auto patches = patches_of(words, input->period.first_day());
  if (!patches) return refused(patches.error());
  const auto what_if = rules::what_if(input->source.book, input->schema, *patches);
  if (!what_if) return refused(rules::with_odd_cells(what_if.error(), input->schema, input->odd_cells));
  input->book = what_if->before;
  const auto question = question_of(*input, words, words.totals);
  if (!question) return refuse_rules(question.error(), words, err);
  const auto by_columns = [](const rules::Book& book, const rules::Facts& facts, const rules::Question& asked) { return rules::evaluate(book, facts, asked); };
  const rules::WhatIfAnswer answer = rules::evaluate_what_if(*what_if, *input->facts, *question, by_columns);
  const Printer printer(*input, *question, answer, words);
  if (words.json)
    out << printer.json() << "\n";
  else
    printer.lines(out);
  return 0;
}

}  // namespace laoyou::app
