// Parts of answers that are no records: their members are named by a procedure, or null says something. Each writes itself and says its schema.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "record/schema.h"

namespace laoyou::cases {

/// Values of a form by the keys of its fields, as the procedure has them.
struct ShownValues {
  boost::json::object values;
  std::string json_text() const { return boost::json::serialize(values); }
  static boost::json::object schema(record::SchemaComponents&);
};

/// The names of the files handed in, by the key of the paper.
struct PaperNames {
  boost::json::object papers;
  std::string json_text() const { return boost::json::serialize(papers); }
  static boost::json::object schema(record::SchemaComponents&);
};

/// A number of cases that were counted; null where there were none.
struct Measured {
  std::optional<double> value;
  std::string json_text() const { return value ? record::Leaf<double>::to_json_text(*value) : "null"; }
  static boost::json::object schema(record::SchemaComponents&);
};

/// A procedure as procedures::procedure_json() has it, with what a route adds.
struct ShownProcedure {
  boost::json::object whole;
  std::string json_text() const { return boost::json::serialize(whole); }
  static boost::json::object schema(record::SchemaComponents& components);
};

/// The same of procedures::procedure_line().
struct ProcedureLine {
  boost::json::object line;
  std::string json_text() const { return boost::json::serialize(line); }
  static boost::json::object schema(record::SchemaComponents& components);
};

template <class T>
concept WritesItself = requires(const T& part, record::SchemaComponents& components) {
  part.json_text();
  T::schema(components);
};

}  // namespace laoyou::cases

namespace laoyou::record {

/// Only ever written to a reader; no sheet and no database has it.
template <cases::WritesItself T>
struct Leaf<T> {
  static constexpr CellKind cell_kind = CellKind::text;
  static constexpr JsonKind json_kind = JsonKind::number;  // without quotes
  static std::string to_json_text(const T& part) { return part.json_text(); }
};

template <>
inline boost::json::object schema<cases::ShownValues>(SchemaComponents& components) { return cases::ShownValues::schema(components); }
template <>
inline boost::json::object schema<cases::PaperNames>(SchemaComponents& components) { return cases::PaperNames::schema(components); }
template <>
inline boost::json::object schema<cases::Measured>(SchemaComponents& components) { return cases::Measured::schema(components); }
template <>
inline boost::json::object schema<cases::ShownProcedure>(SchemaComponents& components) { return cases::ShownProcedure::schema(components); }
template <>
inline boost::json::object schema<cases::ProcedureLine>(SchemaComponents& components) { return cases::ProcedureLine::schema(components); }

}  // namespace laoyou::record
