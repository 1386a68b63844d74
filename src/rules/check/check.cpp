// The whole book at once: parameters, then every rule, then what only all of them together show.
#include <map>

#include "rules/check/book_draft.h"
#include "rules/check/parameters.h"
#include "rules/check/expression_checker.h"
#include "rules/text/parse.h"
#include "rules/check/rule_order.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

/// Keys are said by users and by other plans: each means one thing.
void check_unique(BookDraft& draft) {
  std::set<std::string> rules, parameters;
  std::set<std::pair<std::string, std::string>> names;
  for (const RuleSource& rule : draft.source.rules) {
    if (!rules.insert(rule.key).second) draft.report.add(rule.place, 0, "rules.name_twice", {rule.key});
    if (!rule.name.empty() && !names.emplace(rule.record, rule.name).second) draft.report.add(rule.place, 0, "rules.name_twice", {rule.name});
  }
  for (const ParameterSource& parameter : draft.source.parameters)
    for (const std::string* name : {&parameter.key, &parameter.name}) {
      if (name == &parameter.name && (name->empty() || *name == parameter.key)) continue;
      if (!parameters.insert(*name).second) draft.report.add(parameter.place, 0, "rules.name_twice", {*name});
    }
}

void read_rule(BookDraft& draft, const RuleSource& source) {
  DraftRule rule;
  rule.source = &source;
  rule.record = source.record.empty() ? -1 : draft.schema.find_record(source.record);
  const bool known = source.record.empty() || rule.record >= 0;
  if (!known) draft.report.add(source.place, 0, "rules.unknown_record", {source.record});
  const auto parsed = parse(source.expression);
  if (!parsed) draft.report.add(parsed.error());
  rule.readable = known && parsed;
  if (parsed) {
    rule.parsed = *parsed;
    rule.numbers = NodeNumbers(rule.parsed);
  }
  draft.rules.push_back(std::move(rule));
}

void check_totals_fit(BookDraft& draft, const Book& book) {
  for (const DraftRule& rule : draft.rules)
    if (rule.record < 0 && total_may_overflow(book, *rule.tree)) draft.report.add(rule.source->expression, 0, "rules.may_overflow", {rule.source->key});
}

}  // namespace

CheckedResult<std::shared_ptr<const Book>> check(const BookSource& source, const Schema& schema) {
  BookDraft draft(source, schema);
  check_unique(draft);
  for (const RuleSource& rule : source.rules) read_rule(draft, rule);
  draft.remember_names();
  check_parameters(draft);
  for (const int rule : likely_order(draft)) draft.check_rule(rule);
  check_first_days(draft);
  if (!draft.report.empty()) return draft.report.in_order();
  Book book{schema, source.region, {}, std::move(draft.finished)};
  for (DraftParameter& parameter : draft.parameters) book.parameters.push_back(std::move(parameter.parameter));
  check_totals_fit(draft, book);
  if (!draft.report.empty()) return draft.report.in_order();
  return std::make_shared<const Book>(std::move(book));
}

}  // namespace laoyou::rules
