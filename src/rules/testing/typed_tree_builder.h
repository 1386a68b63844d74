// Typed nodes in one line each, for tests that want a rule without its text. What the checker would prove (types agree, cases exclude one
// another, bounds) is the test's own duty here.
#pragma once

#include <utility>

#include "rules/tree/book.h"
#include "rules/testing/example_facts.h"
#include "rules/tree/typed_tree.h"

namespace laoyou::rules::testing {

constexpr Type k_boolean{Kind::boolean, -1}, k_integer{Kind::integer, -1}, k_money{Kind::money, -1}, k_ratio{Kind::ratio, -1}, k_date{Kind::date, -1},
    k_period{Kind::period, -1}, k_region{Kind::region, -1}, k_text{Kind::text, -1};

/// Ids rise from node to node of one test; they are unique, not the numbers of a parse tree.
inline NodePtr node(Type type, decltype(Node::what) what, std::int64_t bound = 1'000'000'000'000'000) {
  thread_local int last_id = 0;
  return std::make_shared<const Node>(Node{type, {}, ++last_id, bound, std::move(what)});
}

inline NodePtr literal(Type type, Value value) { return node(type, Literal{value, {}}, value ? (*value < 0 ? -*value : *value) : 0); }
inline NodePtr text(std::string words) { return node(k_text, Literal{{}, std::move(words)}); }
inline NodePtr yes(bool value) { return literal(k_boolean, value); }
inline NodePtr integer(Value value) { return literal(k_integer, value); }
inline NodePtr fen(Value value) { return literal(k_money, value); }
/// A code by its name.
inline NodePtr code(const Schema& schema, std::string_view list, std::string_view name) {
  const int position = schema.find_code_list(list);
  return literal(Type{Kind::code, static_cast<std::int16_t>(position)}, schema.code_lists[static_cast<std::size_t>(position)].find(name));
}

/// A field of the row at hand (level 0) or of the row around it (level 1).
inline NodePtr field(const Schema& schema, std::string_view record, std::string_view name, int level = 0) {
  const int at = schema.find_record(record);
  const RecordKind& kind = schema.records[static_cast<std::size_t>(at)];
  const int position = kind.find(name);
  return node(kind.fields[static_cast<std::size_t>(position)].type, FieldRead{{level, {}}, at, position});
}
/// A field of the row that an id field of the row at hand names: field_of(schema, "visit", "resident", "resident", "age").
inline NodePtr field_of(const Schema& schema, std::string_view record, std::string_view reference, std::string_view other, std::string_view name) {
  const int step = schema.records[static_cast<std::size_t>(schema.find_record(record))].find(reference);
  const int at = schema.find_record(other);
  const RecordKind& kind = schema.records[static_cast<std::size_t>(at)];
  const int position = kind.find(name);
  return node(kind.fields[static_cast<std::size_t>(position)].type, FieldRead{{0, {step}}, at, position});
}
inline NodePtr rule_read(const Book& book, int rule, Path path = {}) {
  return node(book.rules[static_cast<std::size_t>(rule)].tree->type, RuleRead{std::move(path), rule});
}
inline NodePtr total_read(const Book& book, int rule) { return node(book.rules[static_cast<std::size_t>(rule)].tree->type, TotalRead{rule}); }
inline NodePtr parameter(const Book& book, int parameter) { return node(book.parameters[static_cast<std::size_t>(parameter)].type, ParameterRead{parameter}); }
inline NodePtr lookup(const Book& book, int parameter, NodePtr key) {
  return node(book.parameters[static_cast<std::size_t>(parameter)].type, ParameterLookup{parameter, std::move(key)});
}
inline NodePtr context(ContextRead::What what) {
  using What = ContextRead::What;
  return node(what == What::period ? k_period : what == What::plan_region ? k_region : k_date, ContextRead{what});
}

inline NodePtr unary(UnarySign sign, NodePtr operand) {
  const Type type = sign == UnarySign::negate ? operand->type : k_boolean;
  return node(type, Unary{sign, std::move(operand)});
}
inline NodePtr binary(BinarySign sign, NodePtr left, NodePtr right) {
  const bool sum = sign == BinarySign::add || sign == BinarySign::subtract;
  const Type type = sum ? left->type : k_boolean;
  return node(type, Binary{sign, std::move(left), std::move(right)});
}
inline NodePtr both(NodePtr left, NodePtr right) { return binary(BinarySign::logical_and, std::move(left), std::move(right)); }
inline NodePtr either(NodePtr left, NodePtr right) { return binary(BinarySign::logical_or, std::move(left), std::move(right)); }
inline NodePtr at_least(NodePtr left, NodePtr right) { return binary(BinarySign::greater_equal, std::move(left), std::move(right)); }
inline NodePtr below(NodePtr left, NodePtr right) { return binary(BinarySign::less, std::move(left), std::move(right)); }
inline NodePtr equal(NodePtr left, NodePtr right) { return binary(BinarySign::equal, std::move(left), std::move(right)); }
inline NodePtr fallback(NodePtr left, NodePtr right) {
  const Type type = left->type;
  return node(type, Fallback{std::move(left), std::move(right)});
}
inline NodePtr in_ranges(NodePtr operand, std::vector<std::pair<Value, Value>> ranges) { return node(k_boolean, InRanges{std::move(operand), std::move(ranges), {}}); }
inline NodePtr in_texts(NodePtr operand, std::vector<std::string> texts) { return node(k_boolean, InRanges{std::move(operand), {}, std::move(texts)}); }
inline NodePtr within(NodePtr operand, NodePtr outer) { return node(k_boolean, Within{std::move(operand), std::move(outer)}); }
inline NodePtr in_period(NodePtr operand, NodePtr outer) { return node(k_boolean, InPeriod{std::move(operand), std::move(outer)}); }

inline NodePtr cases(bool ordered, std::vector<std::pair<NodePtr, NodePtr>> branches, NodePtr otherwise = nullptr) {
  const Type type = branches.front().second->type;
  return node(type, Case{ordered, std::move(branches), std::move(otherwise)});
}
inline NodePtr bands(NodePtr key, std::vector<TableRow> rows, NodePtr otherwise = nullptr) {
  const Type type = rows.front().result->type;
  return node(type, Bands{std::move(key), std::move(rows), std::move(otherwise)});
}
inline NodePtr scale(Type type, Scale what) { return node(type, std::move(what)); }
inline NodePtr widen(Type type, NodePtr operand, std::int64_t multiplier) { return node(type, Widen{std::move(operand), multiplier}); }
inline NodePtr call(Type type, DateFunction function, std::vector<NodePtr> arguments) { return node(type, DateCall{function, std::move(arguments)}); }

/// Over the rows of `record` whose `reference` names the row at hand.
inline NodePtr related(const Schema& schema, Type type, Function function, std::string_view record, std::string_view reference, NodePtr value,
                       NodePtr condition, NodePtr order = nullptr) {
  const int at = schema.find_record(record);
  const int step = schema.records[static_cast<std::size_t>(at)].find(reference);
  return node(type, Related{function, at, step, std::move(value), std::move(condition), std::move(order)});
}
inline NodePtr total(const Schema& schema, Type type, Function function, std::string_view record, NodePtr value, NodePtr condition) {
  return node(type, Total{function, schema.find_record(record), std::move(value), std::move(condition)});
}
inline NodePtr arithmetic(Type type, char sign, NodePtr left, NodePtr right) { return node(type, TotalArithmetic{sign, std::move(left), std::move(right)}); }

/// Adds a rule to the book and gives its position; an empty record makes a total.
inline int add_rule(Book& book, std::string key, std::string_view record, NodePtr tree) {
  Rule rule;
  rule.key = rule.name = std::move(key);
  rule.record = record.empty() ? -1 : book.schema.find_record(record);
  rule.tree = std::move(tree);
  book.rules.push_back(std::move(rule));
  return static_cast<int>(book.rules.size()) - 1;
}

/// Adds a plain parameter that holds from a day on, later values closing earlier ones, and gives its position.
inline int add_parameter(Book& book, std::string key, Type type, std::vector<std::pair<Date, std::int64_t>> values) {
  Parameter made;
  made.key = made.name = std::move(key);
  made.type = type;
  for (const auto& [from, value] : values) {
    if (!made.values.empty()) made.values.back().until = from;
    made.values.push_back(DatedValue{from, {}, {{{}, {}, value}}, {}, false, "No. " + std::to_string(made.values.size() + 1)});
  }
  book.parameters.push_back(std::move(made));
  return static_cast<int>(book.parameters.size()) - 1;
}

/// Adds a table that holds from one day on, and gives its position.
inline int add_table(Book& book, std::string key, Type key_type, Type type, Date from, std::vector<DatedValue::Row> rows, Value otherwise = {}) {
  Parameter made;
  made.key = made.name = std::move(key);
  made.type = type;
  made.key_type = key_type;
  made.values.push_back(DatedValue{from, {}, std::move(rows), otherwise, false, "No. 1"});
  book.parameters.push_back(std::move(made));
  return static_cast<int>(book.parameters.size()) - 1;
}

}  // namespace laoyou::rules::testing
