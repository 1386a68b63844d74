#include "whatif/levers.h"

#include <algorithm>
#include <set>

#include "rules/totals/totals.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::whatif {
namespace {

/// What the totals of a book read, directly or through other rules.
class Reach {
 public:
  explicit Reach(const rules::Book& book) : book_(book), parameters_(book.parameters.size()), rules_(book.rules.size()) {
    for (std::size_t rule = 0; rule < book.rules.size(); ++rule)
      if (book.rules[rule].record < 0) {
        seen_.clear();
        total_ = book.rules[rule].key;
        take_rule(static_cast<int>(rule));
      }
  }
  const std::vector<std::string>& of_parameter(std::size_t parameter) const { return parameters_[parameter]; }
  const std::vector<std::string>& of_rule(std::size_t rule) const { return rules_[rule]; }

 private:
  void take_rule(int rule) {
    if (!seen_.insert(rule).second) return;
    rules_[static_cast<std::size_t>(rule)].push_back(total_);
    walk(*book_.rules[static_cast<std::size_t>(rule)].tree);
  }
  void take_parameter(int parameter) {
    std::vector<std::string>& known = parameters_[static_cast<std::size_t>(parameter)];
    if (known.empty() || known.back() != total_) known.push_back(total_);
  }
  void walk(const rules::Node& node) {
    if (const auto* read = std::get_if<rules::ParameterRead>(&node.what)) take_parameter(read->parameter);
    if (const auto* lookup = std::get_if<rules::ParameterLookup>(&node.what)) take_parameter(lookup->parameter);
    if (const auto* read = std::get_if<rules::RuleRead>(&node.what)) take_rule(read->rule);
    if (const auto* read = std::get_if<rules::TotalRead>(&node.what)) take_rule(read->rule);
    rules::for_each_child(node, [this](const rules::Node& child) { walk(child); });
  }

  const rules::Book& book_;
  std::string total_;
  std::set<int> seen_;
  std::vector<std::vector<std::string>> parameters_, rules_;
};

/// "2250万元" is 2250 and 万元; a text without a number in front is a unit of nothing.
void split_number(LeverRow& row) {
  const std::size_t end = std::min(row.value.find_first_not_of("+-0123456789.,"), row.value.size());
  std::string digits = row.value.substr(0, end);
  std::erase(digits, ',');
  const Result<Decimal> number = Decimal::parse(digits);
  if (!number) return;
  row.number = *number;
  const std::size_t unit = row.value.find_first_not_of(' ', end);
  row.unit = unit == std::string::npos ? "" : row.value.substr(unit);
}

std::string label_of(const rules::Schema& schema, const std::optional<rules::Type>& type, const std::string& key) {
  if (!type || type->kind != rules::Kind::code) return key;
  const rules::CodeList& list = schema.code_lists[static_cast<std::size_t>(type->detail)];
  const int code = list.find(key);
  return code < 0 || list.codes[static_cast<std::size_t>(code)].zh.empty() ? key : list.codes[static_cast<std::size_t>(code)].zh;
}

LeverKind kind_of(const rules::Type& type) {
  if (type.kind == rules::Kind::boolean) return LeverKind::yes_no;
  return rules::is_numeric(type.kind) ? LeverKind::number : LeverKind::other;
}

const rules::DatedValueSource* in_force(const rules::ParameterSource& source, Date day) {
  const rules::DatedValueSource* found = nullptr;
  for (const rules::DatedValueSource& value : source.values)
    if (value.from <= day && (found == nullptr || value.from > found->from)) found = &value;
  return found != nullptr && !found->rows.empty() ? found : nullptr;
}

std::optional<Lever> lever_of(const rules::ParameterSource& source, const rules::Parameter& parameter, const rules::Schema& schema, Date day) {
  const rules::DatedValueSource* value = in_force(source, day);
  if (value == nullptr) return std::nullopt;
  Lever lever{source.key, source.name, source.layer, source.source, value->document, value->from, kind_of(parameter.type), parameter.key_type.has_value(), source.example, {}, {}};
  for (const auto& [key, amount] : value->rows) {
    LeverRow row{key.text, label_of(schema, parameter.key_type, key.text), amount.text, std::nullopt, ""};
    if (lever.kind == LeverKind::number) split_number(row);
    lever.rows.push_back(std::move(row));
  }
  return lever;
}

}  // namespace

std::string shown_unit(const rules::Rule& rule) { return rule.unit.empty() && rule.tree->type.kind == rules::Kind::money ? "元" : rule.unit; }

Levers levers_of(const plan::Plan& plan, RegionCode region, const Period& period) {
  const rules::Book& book = *plan.book;
  const Reach reach(book);
  Levers levers{period, region, {}, {}, {}};
  for (std::size_t at = 0; at < book.rules.size(); ++at) {
    const rules::Rule& rule = book.rules[at];
    const std::string record = rule.record < 0 ? "" : book.schema.records[static_cast<std::size_t>(rule.record)].name;
    if (!reach.of_rule(at).empty()) levers.rules.push_back({rule.key, rule.name, rule.layer, rule.source, record, rule.expression.text, rule.example, reach.of_rule(at)});
    if (rule.record >= 0) continue;
    const std::vector<const rules::Node*> aggregates = rules::totals_of(book, static_cast<int>(at));
    const std::string counted = aggregates.empty() ? "" : book.schema.records[static_cast<std::size_t>(std::get<rules::Total>(aggregates.front()->what).record)].name;
    levers.totals.push_back({rule.key, rule.name, shown_unit(rule), counted, rule.source, rule.tree->type.kind == rules::Kind::money, rule.example});
  }
  for (const auto& row : plan.content.parameters) {
    const int at = book.find_parameter(row.value.key);
    if (at < 0 || reach.of_parameter(static_cast<std::size_t>(at)).empty()) continue;
    auto lever = lever_of(row.value, book.parameters[static_cast<std::size_t>(at)], book.schema, period.last_day());
    if (!lever) continue;
    lever->totals = reach.of_parameter(static_cast<std::size_t>(at));
    levers.parameters.push_back(std::move(*lever));
  }
  return levers;
}

}  // namespace laoyou::whatif
