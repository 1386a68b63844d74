// Aggregates: over all rows of a record in totals, over the rows that name the row at hand everywhere else.
#include <algorithm>
#include <array>

#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

constexpr std::array<std::pair<std::string_view, Function>, 9> k_functions{{{"count", Function::count},
                                                                            {"exists", Function::exists},
                                                                            {"sum", Function::sum},
                                                                            {"avg", Function::avg},
                                                                            {"min", Function::min},
                                                                            {"max", Function::max},
                                                                            {"share", Function::share},
                                                                            {"distinct", Function::distinct},
                                                                            {"latest", Function::latest}}};

Function function_named(std::string_view name) {
  return std::find_if(k_functions.begin(), k_functions.end(), [name](const auto& each) { return each.first == name; })->second;
}

Type result_type(Function function, const NodePtr& value) {
  switch (function) {
    case Function::count:
    case Function::distinct: return {Kind::integer};
    case Function::exists: return {Kind::boolean};
    case Function::share: return {Kind::ratio};
    default: return value->type;
  }
}

std::int64_t result_bound(Function function, const NodePtr& value) {
  switch (function) {
    case Function::count:
    case Function::distinct: return field_bound(Kind::integer);
    case Function::exists: return 1;
    case Function::share: return k_millionths;
    // A sum over rows beyond what a field may hold is missing, as a field could not hold it either.
    case Function::sum: return field_bound(value->type.kind);
    default: return value->bound;
  }
}

}  // namespace

NodePtr ExpressionChecker::check_aggregate(const ParseNode& at, const ParsedAggregate& aggregate, const Scope& scope) {
  const Function function = function_named(aggregate.function);
  const int record = draft_.schema.find_record(aggregate.record);
  if (record < 0) {
    refuse_record(aggregate);
    return nullptr;
  }
  int reference = -1;
  if (!scope.in_total()) {
    const auto found = relation(aggregate, record, scope.rows.front());
    if (!found) return nullptr;
    reference = *found;
  }
  const Scope inside = scope.within(record);
  NodePtr value, condition, order;
  bool good = true;
  if (aggregate.value) good = (value = check_value(function, aggregate, inside)) && good;
  if (aggregate.condition) good = (condition = check_condition(aggregate.condition, inside)) && prove_possible(*aggregate.condition, condition) && good;
  if (aggregate.order) good = (order = check_order(aggregate, inside)) && good;
  if (!good) return nullptr;
  const Type type = result_type(function, value);
  const std::int64_t bound = result_bound(function, value);
  if (!scope.in_total()) return make(at, type, bound, Related{function, record, reference, value, condition, order});
  if (function == Function::exists || function == Function::latest) {
    refuse(at, "rules.not_in_total", {aggregate.function});
    return nullptr;
  }
  return make(at, type, bound, Total{function, record, value, condition});
}

void ExpressionChecker::refuse_record(const ParsedAggregate& aggregate) {
  std::vector<std::string> names;
  for (const RecordKind& record : draft_.schema.records) names.push_back(record.name), names.push_back(record.zh);
  std::erase(names, "");
  // The name has its own place behind the function's.
  ParseNode place{aggregate.record_span, ParsedName{{aggregate.record}}};
  refuse_name(place, aggregate.record, names);
}

std::optional<int> ExpressionChecker::relation(const ParsedAggregate& aggregate, int record, int row) {
  const RecordKind& related = draft_.schema.records[static_cast<std::size_t>(record)];
  const RecordKind& own = draft_.schema.records[static_cast<std::size_t>(row)];
  std::vector<int> found;
  for (int field = 0; field < static_cast<int>(related.fields.size()); ++field) {
    const Field& candidate = related.fields[static_cast<std::size_t>(field)];
    if (candidate.type.kind != Kind::id || candidate.type.detail != row || field == related.id_field) continue;
    // Of several references the one that is called like the record is meant.
    if (candidate.name == own.name) return field;
    found.push_back(field);
  }
  if (found.size() == 1) return found.front();
  ParseNode place{aggregate.record_span, ParsedName{{aggregate.record}}};
  if (found.empty()) {
    refuse(place, "rules.no_relation", {record_words(related), record_words(own)});
    return std::nullopt;
  }
  std::string names;
  for (int field : found) names += (names.empty() ? "" : ", ") + related.fields[static_cast<std::size_t>(field)].name;
  refuse(place, "rules.many_relations", {record_words(related), record_words(own), names});
  return std::nullopt;
}

NodePtr ExpressionChecker::check_value(Function function, const ParsedAggregate& aggregate, const Scope& inside) {
  if (function == Function::share) return check_condition(aggregate.value, inside);
  const NodePtr value = check(aggregate.value, inside);
  if (!value) return nullptr;
  const Kind kind = value->type.kind;
  if (function == Function::sum || function == Function::avg) return require_number(value, *aggregate.value) ? value : nullptr;
  if ((function == Function::min || function == Function::max) && !is_ordered(kind)) {
    refuse(*aggregate.value, "rules.no_order", {type_name(value->type), aggregate.function});
    return nullptr;
  }
  return value;
}

NodePtr ExpressionChecker::check_order(const ParsedAggregate& aggregate, const Scope& inside) {
  const NodePtr order = check(aggregate.order, inside);
  if (!order || is_ordered(order->type.kind)) return order;
  refuse(*aggregate.order, "rules.no_order", {type_name(order->type), "by"});
  return nullptr;
}

}  // namespace laoyou::rules
