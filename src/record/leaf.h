// A leaf is a value that stands in one place: one JSON value, one database cell, one sheet cell. Leaf<T> says how, once for all of them.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/credit_code.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/fen.h"
#include "base/id.h"
#include "base/id_number.h"
#include "base/instant.h"
#include "base/minutes.h"
#include "base/period.h"
#include "base/region_code.h"
#include "record/describe.h"

namespace laoyou::record {

/// One value in a database row; monostate is NULL.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class CellKind { integer, real, text };
enum class JsonKind { boolean, number, text };

/// What a leaf says of itself in an OpenAPI schema.
struct LeafSchema {
  std::string_view type;
  std::string_view format;   ///< empty: none
  std::string_view pattern;  ///< empty: none
};

/// Specialised for each leaf type:
///   cell_kind, json_kind, schema
///   to_json_text / from_json_text   the JSON value without its quotes
///   to_sheet_text / from_sheet_text what a person reads and types
///   to_cell / from_cell             the database cell; a cell that cannot be read back is damage, thrown by the caller
template <class T>
struct Leaf;

template <class T>
concept IsLeaf = requires { Leaf<T>::cell_kind; };

/// Leaves whose text is the same everywhere: Text says how it is written and read.
template <class T, class Text>
struct TextLeaf {
  static constexpr CellKind cell_kind = CellKind::text;
  static constexpr JsonKind json_kind = JsonKind::text;
  static std::string to_json_text(const T& value) { return Text::write(value); }
  static Result<T> from_json_text(std::string_view text) { return Text::read(text); }
  static std::string to_sheet_text(const T& value) { return Text::write(value); }
  static Result<T> from_sheet_text(std::string_view text) { return Text::read(text); }
  static Cell to_cell(const T& value) { return Text::write(value); }
  static Result<T> from_cell(const Cell& cell) { return Text::read(std::get<std::string>(cell)); }
};

/// Types with text() and parse().
template <class T>
struct ParsedText {
  static std::string write(const T& value) { return value.text(); }
  static Result<T> read(std::string_view text) { return T::parse(text); }
};

Result<std::int64_t> read_integer(std::string_view text);

template <>
struct Leaf<std::string> {
  static constexpr CellKind cell_kind = CellKind::text;
  static constexpr JsonKind json_kind = JsonKind::text;
  static constexpr LeafSchema schema{"string", "", ""};
  static const std::string& to_json_text(const std::string& value) { return value; }
  /// Refused as "text.not_utf8" or "text.control_character" (NUL, which no database keeps).
  static Result<std::string> from_json_text(std::string_view text);
  static const std::string& to_sheet_text(const std::string& value) { return value; }
  static Result<std::string> from_sheet_text(std::string_view text) { return from_json_text(text); }
  static Cell to_cell(const std::string& value) { return value; }
  static Result<std::string> from_cell(const Cell& cell) { return std::get<std::string>(cell); }
};

template <>
struct Leaf<bool> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::boolean;
  static constexpr LeafSchema schema{"boolean", "", ""};
  static std::string to_json_text(bool value) { return value ? "true" : "false"; }
  static Result<bool> from_json_text(std::string_view text);
  static std::string to_sheet_text(bool value) { return value ? "是" : "否"; }
  /// 是 否 yes no true false
  static Result<bool> from_sheet_text(std::string_view text);
  static Cell to_cell(bool value) { return std::int64_t{value}; }
  static Result<bool> from_cell(const Cell& cell) { return std::get<std::int64_t>(cell) != 0; }
};

template <class T>
  requires(std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t>)
struct Leaf<T> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::number;
  static constexpr LeafSchema schema{"integer", sizeof(T) == 4 ? "int32" : "int64", ""};
  static std::string to_json_text(T value) { return std::to_string(value); }
  static Result<T> from_json_text(std::string_view text) {
    const Result<std::int64_t> value = read_integer(text);
    if (!value) return value.error();
    if (!std::in_range<T>(*value)) return refuse("number.too_large", {std::string(text)});
    return static_cast<T>(*value);
  }
  static std::string to_sheet_text(T value) { return std::to_string(value); }
  static Result<T> from_sheet_text(std::string_view text) { return from_json_text(text); }
  static Cell to_cell(T value) { return std::int64_t{value}; }
  static Result<T> from_cell(const Cell& cell) {
    if (!std::in_range<T>(std::get<std::int64_t>(cell))) return refuse("number.too_large");
    return static_cast<T>(std::get<std::int64_t>(cell));
  }
};

/// For measures on the earth only; money and counts are never doubles.
template <>
struct Leaf<double> {
  static constexpr CellKind cell_kind = CellKind::real;
  static constexpr JsonKind json_kind = JsonKind::number;
  static constexpr LeafSchema schema{"number", "double", ""};
  static std::string to_json_text(double value);
  static Result<double> from_json_text(std::string_view text);
  static std::string to_sheet_text(double value) { return to_json_text(value); }
  static Result<double> from_sheet_text(std::string_view text) { return from_json_text(text); }
  static Cell to_cell(double value) { return value; }
  static Result<double> from_cell(const Cell& cell) { return std::get<double>(cell); }
};

/// JSON number with all its places; millionths in the database, so that cells compare as numbers.
template <>
struct Leaf<Decimal> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::number;
  static constexpr LeafSchema schema{"number", "decimal", ""};
  static std::string to_json_text(Decimal value) { return value.text(); }
  static Result<Decimal> from_json_text(std::string_view text) { return Decimal::parse(text); }
  static std::string to_sheet_text(Decimal value) { return value.text(); }
  static Result<Decimal> from_sheet_text(std::string_view text) { return Decimal::parse(text); }
  static Cell to_cell(Decimal value) { return value.millionths(); }
  static Result<Decimal> from_cell(const Cell& cell) { return Decimal::from_millionths(std::get<std::int64_t>(cell)); }
};

/// Fen in JSON and database; yuan on sheets ("1234.50", "50元", "2250万元").
template <>
struct Leaf<Fen> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::number;
  static constexpr LeafSchema schema{"integer", "int64", ""};
  static std::string to_json_text(Fen value) { return std::to_string(value.count()); }
  static Result<Fen> from_json_text(std::string_view text);
  static std::string to_sheet_text(Fen value) { return value.yuan_text(); }
  static Result<Fen> from_sheet_text(std::string_view text) { return Fen::parse(text); }
  static Cell to_cell(Fen value) { return value.count(); }
  static Result<Fen> from_cell(const Cell& cell) { return Fen::create(std::get<std::int64_t>(cell)); }
};

template <>
struct Leaf<Minutes> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::number;
  static constexpr LeafSchema schema{"integer", "int64", ""};
  static std::string to_json_text(Minutes value) { return std::to_string(value.count()); }
  static Result<Minutes> from_json_text(std::string_view text);
  static std::string to_sheet_text(Minutes value) { return to_json_text(value); }
  static Result<Minutes> from_sheet_text(std::string_view text) { return from_json_text(text); }
  static Cell to_cell(Minutes value) { return value.count(); }
  static Result<Minutes> from_cell(const Cell& cell) { return Minutes::create(std::get<std::int64_t>(cell)); }
};

template <>
struct Leaf<Instant> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::text;
  static constexpr LeafSchema schema{"string", "date-time", ""};
  static std::string to_json_text(Instant value) { return value.text(); }
  static Result<Instant> from_json_text(std::string_view text) { return Instant::parse(text); }
  static std::string to_sheet_text(Instant value) { return value.text(); }
  static Result<Instant> from_sheet_text(std::string_view text) { return Instant::parse(text); }
  static Cell to_cell(Instant value) { return value.milliseconds; }
  static Result<Instant> from_cell(const Cell& cell) {
    const Instant instant{std::get<std::int64_t>(cell)};
    if (!instant.in_calendar()) return refuse("instant.malformed");
    return instant;
  }
};

/// Decimal text in JSON (JavaScript loses digits above 2^53), an integer in the database.
template <class Record>
struct Leaf<Id<Record>> {
  static constexpr CellKind cell_kind = CellKind::integer;
  static constexpr JsonKind json_kind = JsonKind::text;
  static constexpr LeafSchema schema{"string", "", "^[0-9]{1,19}$"};
  static std::string to_json_text(Id<Record> value) { return std::to_string(value.number); }
  static Result<Id<Record>> from_json_text(std::string_view text) {
    const Result<std::int64_t> number = read_integer(text);
    if (!number || *number < 0) return refuse("id.malformed", {std::string(text)});
    return Id<Record>{*number};
  }
  static std::string to_sheet_text(Id<Record> value) { return to_json_text(value); }
  static Result<Id<Record>> from_sheet_text(std::string_view text) { return from_json_text(text); }
  static Cell to_cell(Id<Record> value) { return value.number; }
  static Result<Id<Record>> from_cell(const Cell& cell) { return Id<Record>{std::get<std::int64_t>(cell)}; }
};

template <>
struct Leaf<Date> : TextLeaf<Date, ParsedText<Date>> {
  static constexpr LeafSchema schema{"string", "date", ""};
};
template <>
struct Leaf<Period> : TextLeaf<Period, ParsedText<Period>> {
  static constexpr LeafSchema schema{"string", "", "^[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$"};
};
template <>
struct Leaf<RegionCode> : TextLeaf<RegionCode, ParsedText<RegionCode>> {
  static constexpr LeafSchema schema{"string", "", "^[0-9]{12}$"};
};
template <>
struct Leaf<IdNumber> : TextLeaf<IdNumber, ParsedText<IdNumber>> {
  static constexpr LeafSchema schema{"string", "", "^[0-9]{17}[0-9X]$"};
};
template <>
struct Leaf<CreditCode> : TextLeaf<CreditCode, ParsedText<CreditCode>> {
  static constexpr LeafSchema schema{"string", "", "^[0-9A-HJ-NPQRTUWXY]{18}$"};
};

}  // namespace laoyou::record

#include "record/enum_leaf.h"  // IWYU pragma: export
