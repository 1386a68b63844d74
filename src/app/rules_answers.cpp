#include "app/rules_answers.h"

#include "rules/totals/rational.h"

namespace laoyou::app {
namespace {

boost::json::value optional_json(rules::Value value) { return value ? boost::json::value(std::to_string(*value)) : boost::json::value(nullptr); }

boost::json::object tally_json(const rules::Tally& tally) {
  return {{"selected", tally.selected}, {"undecided", tally.undecided}, {"valued", tally.valued},
          {"sum", rules::wide_text(tally.sum)}, {"least", optional_json(tally.least)}, {"greatest", optional_json(tally.greatest)}};
}

}  // namespace

std::string number_text(const std::optional<rules::Rational>& number, const rules::Rule& rule, const rules::ExplainWords& words) {
  return words.number(rule.tree->type, rule.unit, number);
}

boost::json::object outcome_json(const rules::Outcome& outcome, const rules::Rule& rule, const rules::ExplainWords& words) {
  boost::json::array tallies;
  for (const rules::Tally& tally : outcome.tallies) tallies.push_back(tally_json(tally));
  return {{"exact", outcome.value ? boost::json::value(rules::exact_text(*outcome.value)) : boost::json::value(nullptr)},
          {"text", number_text(outcome.value, rule, words)},
          {"aggregates", std::move(tallies)}};
}

boost::json::value group_json(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group) {
  const auto text = group_text(schema, grouping, group);
  return text ? boost::json::value(*text) : boost::json::value(nullptr);
}

std::string group_line(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group, Language language) {
  return group_text(schema, grouping, group).value_or(language == Language::en ? "missing" : "缺失");
}

}  // namespace laoyou::app
