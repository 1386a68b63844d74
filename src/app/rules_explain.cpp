#include <charconv>
#include <ostream>

#include "app/rules_question.h"
#include "app/rules_verbs.h"
#include "rules/explain/json.h"
#include "rules/explain/text.h"

namespace laoyou::app {
namespace {

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The row of an id; in tables without ids, of its number from 1.
Result<std::size_t> find_row(const RulesInput& input, int record, const std::string& row) {
  const rules::Table& table = input.facts->tables[static_cast<std::size_t>(record)];
  const rules::RecordKind& kind = input.schema.records[static_cast<std::size_t>(record)];
  const std::optional<std::int64_t> number = whole_number(row);
  const std::int64_t found = !number ? -1 : kind.id_field >= 0 ? table.find(*number) : *number - 1;
  if (found < 0 || found >= static_cast<std::int64_t>(table.rows())) return refuse("rules.no_such_row", {kind.name, row});
  return static_cast<std::size_t>(found);
}

struct Group {
  rules::Grouping grouping;
  rules::GroupKey key = 0;
};

/// A region's code groups by its own level when `by` is not said; else a code, number or truth of the field.
Result<Group> find_group(const RulesInput& input, const RulesWords& words) {
  auto grouping = grouping_of(input.schema, words.by);
  if (!grouping) return grouping.error();
  if (words.group.empty() && grouping->by == rules::Grouping::By::nothing) return Group{*grouping, 0};
  if (grouping->by != rules::Grouping::By::field) {
    const Result<RegionCode> region = RegionCode::parse(words.group);
    if (!region) return region.error();
    if (grouping->by == rules::Grouping::By::nothing) *grouping = {rules::Grouping::By::region_level, region->level(), ""};
    return Group{*grouping, region->number()};
  }
  if (words.group == "missing") return Group{*grouping, std::nullopt};
  for (const rules::RecordKind& record : input.schema.records) {
    const int field = record.find(grouping->field);
    if (field < 0) continue;
    const Result<rules::Value> value = rules::read_literal(input.schema, record.fields[static_cast<std::size_t>(field)].type, words.group);
    if (!value) return value.error();
    return Group{*grouping, *value};
  }
  return Group{*grouping, 0};
}

}  // namespace

int rules_explain(const RulesWords& words, std::ostream& out, std::ostream& err) {
  if (words.rules.size() != 1) return refuse_rules(refuse("option.missing_value", {"rule"}), words, err), 2;
  const auto input = read_rules_input(words);
  if (!input) {
    print_refusals(input.error(), words.language, err);
    return 1;
  }
  print_refusals(input->notes, words.language, err);
  const Result<int> rule = find_rule(*input->book, words.rules[0]);
  if (!rule) return refuse_rules(rule.error(), words, err);
  const rules::RowEvaluator evaluator(*input->book, *input->facts, input->period);
  const auto print = [&](const auto& explanation) {
    if (words.json)
      out << rules::explanation_json(evaluator, explanation, words.language) << "\n";
    else
      out << rules::explanation_text(evaluator, explanation, words.language);
    return 0;
  };
  const int record = input->book->rules[static_cast<std::size_t>(*rule)].record;
  if (record >= 0) {
    const auto row = find_row(*input, record, words.row);
    return row ? print(rules::explain_row(evaluator, *rule, *row)) : refuse_rules(row.error(), words, err);
  }
  const auto group = find_group(*input, words);
  return group ? print(rules::explain_total(evaluator, *rule, group->grouping, group->key)) : refuse_rules(group.error(), words, err);
}

}  // namespace laoyou::app
