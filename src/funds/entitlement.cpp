#include "funds/entitlement.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "funds/fields_read.h"
#include "rules/columns/evaluate.h"
#include "rules/explain/open_facts.h"

namespace laoyou::funds {
namespace {

/// The position of an id field, or -1 for nothing.
Result<int> field_of(const rules::Book& book, int record, const std::optional<std::string>& name) {
  if (!name) return -1;
  const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(record)];
  const int field = kind.find(*name);
  if (field < 0 || kind.fields[static_cast<std::size_t>(field)].type.kind != rules::Kind::id) return refuse("funds.unknown_field", {*name, kind.name});
  return field;
}

std::vector<std::string> missing_facts(const rules::RowEvaluator& evaluator, const SubsidyRules& subsidy, std::size_t row) {
  const rules::Book& book = evaluator.book();
  std::set<std::string> names;
  const rules::PartialValue value = rules::evaluate_partially(evaluator, *book.rules[static_cast<std::size_t>(subsidy.amount)].tree, {{subsidy.record, row}});
  for (const rules::FactPlace& place : value.open) {
    const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(place.record)];
    names.insert(kind.name + "." + kind.fields[static_cast<std::size_t>(place.field)].name);
  }
  return {names.begin(), names.end()};
}

}  // namespace

Result<SubsidyRules> subsidy_rules(const rules::Book& book, const plan::PaidSubsidy& paid) {
  SubsidyRules found;
  found.amount = book.find_rule(paid.subsidy);
  if (found.amount < 0 || book.rules[static_cast<std::size_t>(found.amount)].record < 0) return refuse("funds.not_a_subsidy", {paid.subsidy});
  const rules::Rule& rule = book.rules[static_cast<std::size_t>(found.amount)];
  if (rule.tree->type.kind != rules::Kind::money) return refuse("funds.not_money", {paid.subsidy});
  found.record = rule.record;
  const Result<int> person = field_of(book, rule.record, paid.person), payee = field_of(book, rule.record, paid.payee);
  if (!person) return person.error();
  if (!payee) return payee.error();
  found.person = *person;
  found.payee = *payee;
  return found;
}

Entitlements entitlements(const rules::Book& book, const rules::Facts& facts, const Period& period, const SubsidyRules& subsidy, RegionCode place) {
  const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(subsidy.record)];
  const rules::Table& table = facts.tables[static_cast<std::size_t>(subsidy.record)];
  const rules::RuleColumn amounts = rules::evaluate_rule(book, facts, period, subsidy.amount);
  const rules::RowEvaluator evaluator(book, facts, period);
  const auto id_in = [&](int field, std::size_t row) { return table.column(field < 0 ? kind.id_field : field).at(row).value_or(0); };
  Entitlements found;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const rules::Value amount = amounts.at(row);
    if (amount == rules::Value(0)) continue;
    const RegionCode region = RegionCode::from_number(table.column(kind.region_field).at(row).value_or(0));
    if (!place.contains(region)) continue;
    if (amount && *amount > 0)
      found.paid.push_back({id_in(-1, row), id_in(subsidy.person, row), id_in(subsidy.payee, row), region, Fen::create(*amount).value()});
    else if (!amount)
      found.undecided.push_back({id_in(-1, row), id_in(subsidy.person, row), region, missing_facts(evaluator, subsidy, row)});
  }
  found.rows = table.rows();
  const auto by_subject = [](const auto& left, const auto& right) { return left.subject < right.subject; };
  std::sort(found.paid.begin(), found.paid.end(), by_subject);
  std::sort(found.undecided.begin(), found.undecided.end(), by_subject);
  return found;
}

Trace traces(const rules::Book& book, const rules::Facts& facts, const Period& period, const SubsidyRules& subsidy) {
  Trace trace;
  trace.rules = rules_read(book, subsidy.amount);
  for (const int rule : trace.rules) {
    rules::RuleColumn column = rules::evaluate_rule(book, facts, period, rule);
    trace.values.push_back(std::move(column.values));
    trace.validity.push_back(std::move(column.validity));
  }
  return trace;
}

}  // namespace laoyou::funds
