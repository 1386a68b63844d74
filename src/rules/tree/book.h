// Everything one plan decides, checked: its parameters and rules. Immutable, shared by all evaluations.
#pragma once

#include <map>
#include <memory>

#include "base/result.h"
#include "rules/schema/schema.h"
#include "rules/text/source.h"
#include "rules/tree/typed_tree.h"

namespace laoyou::rules {

/// A parameter's value between two days. Plain: one row with open keys. A table is sorted by low and does not overlap.
struct DatedValue {
  Date from;
  std::optional<Date> until;  ///< first day on which it no longer holds; open for the last
  struct Row {
    Value low, high;  ///< nothing: open end
    std::int64_t value = 0;
  };
  std::vector<Row> rows;
  Value otherwise;  ///< of the key "else"
  bool ended = false;
  std::string document;
};

struct Parameter {
  std::string key, name, layer, source, place;
  Type type;                   ///< of its values
  std::optional<Type> key_type;  ///< of a table's keys; nothing for a plain parameter
  std::vector<DatedValue> values;  ///< by day, without gaps
  bool example = false;

  /// The one in force on a day; null before the first and after an end.
  const DatedValue* on(Date day) const;
};

struct Rule {
  std::string key, name, layer, source, document, unit, place;
  int record = -1;  ///< -1: a total
  SourceText expression;
  NodePtr tree;
  bool example = false;
};

struct Book {
  Schema schema;
  RegionCode region;
  std::vector<Parameter> parameters;
  std::vector<Rule> rules;  ///< in an order in which every rule stands after those it reads

  /// Positions by key or Chinese name, or -1.
  int find_rule(std::string_view key) const;
  int find_parameter(std::string_view key) const;
};

/// Checks everything at once. Codes, each with its place: rules.unknown_name (name, nearest), rules.type_mismatch (found, wanted), rules.unit_mismatch,
/// rules.rounding_missing, rules.may_overflow, rules.parameter_without_value (key, day), rules.parameter_dates, rules.table_overlap, rules.case_overlap,
/// rules.case_unreachable, rules.case_contradiction, rules.cycle (the way round), rules.total_in_row, rules.row_in_total, rules.no_relation, and those of parse().
CheckedResult<std::shared_ptr<const Book>> check(const BookSource& source, const Schema& schema);

/// Reads one literal of a wanted type as plans and command lines write it ("50元", "moderate", "2025-06", "是"). Refused as rules.type_mismatch.
Result<Value> read_literal(const Schema& schema, Type type, std::string_view text);
/// The other way: "50.00元", "60%", "中度".
std::string literal_text(const Schema& schema, Type type, Value value);

}  // namespace laoyou::rules
