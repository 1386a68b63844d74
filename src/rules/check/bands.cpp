// Bands written in a rule, and tables of parameters asked for one key.
#include <algorithm>

#include "base/nearest.h"
#include "rules/check/expression_checker.h"
#include "rules/ranges/range_list.h"

namespace laoyou::rules {

NodePtr ExpressionChecker::check_bands(const ParseNode& at, const ParsedBands& bands, const Scope& scope, const Hint& hint) {
  NodePtr key = check(bands.key, scope);
  std::vector<Member> members;
  std::vector<ParsePtr> results;
  bool good = key != nullptr;
  for (const auto& [range, result] : bands.rows) {
    const std::optional<Member> member = check_member(range, scope, key);
    good = good && member;
    if (member) members.push_back(*member);
    results.push_back(result);
  }
  if (bands.otherwise) results.push_back(bands.otherwise);
  const std::vector<NodePtr> nodes = check_results(results, scope, hint);
  if (nodes.empty() || !good || !members_in_one_type(key, members)) return nullptr;
  Bands checked{key, {}, bands.otherwise ? nodes.back() : nullptr};
  std::int64_t bound = 0;
  for (const NodePtr& node : nodes) bound = std::max(bound, node->bound);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::optional<ValueRange> range = constant_range(members[i]);
    if (!range) return nullptr;
    checked.rows.push_back({range->first, range->second, nodes[i]});
  }
  if (!sort_rows(checked.rows, bands)) return nullptr;
  return make(at, nodes.front()->type, bound, std::move(checked));
}

std::optional<std::pair<Value, Value>> ExpressionChecker::constant_range(const Member& member) {
  ValueRange range;
  const auto take = [&](const NodePtr& node, const ParsePtr& place, Value& into) {
    if (!node) return true;
    const auto* literal = std::get_if<Literal>(&node->what);
    if (literal && literal->value) into = literal->value;
    if (!into) refuse(*place, "rules.band_not_constant", {written(*place)});
    return into.has_value();
  };
  if (!take(member.low, member.written_low, range.first) || !take(member.high, member.written_high, range.second)) return std::nullopt;
  if (!is_empty(range)) return range;
  refuse(*member.written_low, "rules.range_reversed", {written(*member.written_low), written(*member.written_high)});
  return std::nullopt;
}

bool ExpressionChecker::sort_rows(std::vector<TableRow>& rows, const ParsedBands& bands) {
  const auto text = [&](std::size_t i) {
    const ParsedRange& range = bands.rows[i].first;
    const std::string low = range.low ? written(*range.low) : "", high = range.high ? written(*range.high) : "";
    return range.low == range.high ? low : low + ".." + high;
  };
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap({rows[i].low, rows[i].high}, {rows[j].low, rows[j].high})) {
        const ParsedRange& place = bands.rows[i].first;
        refuse(place.low ? *place.low : *place.high, "rules.table_overlap", {text(i), text(j)});
        return false;
      }
  std::sort(rows.begin(), rows.end(), [](const TableRow& left, const TableRow& right) { return !left.low ? right.low.has_value() : right.low && *left.low < *right.low; });
  return true;
}

NodePtr ExpressionChecker::check_lookup(const ParseNode& at, const ParsedLookup& lookup, const Scope& scope) {
  const int position = draft_.find_parameter(lookup.table);
  if (position < 0) {
    std::vector<std::string> tables;
    for (const ParameterSource& parameter : draft_.source.parameters) tables.push_back(parameter.key), tables.push_back(parameter.name);
    std::erase(tables, "");
    check(lookup.key, scope);
    refuse_name(at, lookup.table, tables);
    return nullptr;
  }
  draft_.parameters_read.insert(position);
  const DraftParameter& table = draft_.parameters[static_cast<std::size_t>(position)];
  const bool is_table = table.known && table.parameter.key_type;
  NodePtr key = check(lookup.key, scope, is_table ? Hint{table.parameter.key_type, false} : Hint{std::nullopt, true});
  if (table.known && !is_table) refuse(at, "rules.not_a_table", {lookup.table});
  if (!is_table || !key) return nullptr;
  const NodePtr changed = converted(key, *table.parameter.key_type);
  if (!changed) {
    refuse_types(*lookup.key, key->type, *table.parameter.key_type);
    return nullptr;
  }
  return make(at, table.parameter.type, table.bound, ParameterLookup{position, changed});
}

}  // namespace laoyou::rules
