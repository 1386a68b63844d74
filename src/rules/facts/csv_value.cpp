#include "rules/facts/csv_value.h"

#include <charconv>

#include "base/decimal.h"
#include "base/digits.h"
#include "base/fen.h"
#include "base/period.h"
#include "base/region_code.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

bool within_bound(Kind kind, std::int64_t value) {
  const std::int64_t bound = field_bound(kind);
  return value >= -bound && value <= bound;
}

bool read_integer(std::string_view cell, std::int64_t& value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size();
}

bool has_leading_zero(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  return cell.size() > 1 && cell[0] == '0' && is_digit(cell[1]);
}

/// A decimal with up to `places` places as a whole number of 10^-places.
bool read_decimal(std::string_view cell, int places, std::int64_t& value) {
  const bool negative = cell.starts_with('-');
  if (negative) cell.remove_prefix(1);
  if (cell.empty() || !is_digit(cell[0]) || cell.size() > 18) return false;
  std::int64_t number = 0;
  int left = -1;  // places still to come, once the point is read
  for (const char c : cell) {
    if (c == '.' && left < 0) {
      left = places;
      continue;
    }
    if (!is_digit(c) || left == 0) return false;
    number = number * 10 + (c - '0');
    if (left > 0) --left;
  }
  if (left == places) return false;  // nothing behind the point
  for (left = left < 0 ? places : left; left > 0; --left)
    if (__builtin_mul_overflow(number, std::int64_t{10}, &number)) return false;
  value = negative ? -number : number;
  return true;
}

bool read_money(const CsvCellType& type, std::string_view cell, std::int64_t& value) {
  if (type.fen_per_unit == 100 && read_decimal(cell, 2, value)) return true;
  if (const Result<Decimal> number = Decimal::parse(cell)) {
    const __int128 millionths_of_fen = static_cast<__int128>(number->millionths()) * type.fen_per_unit;
    if (millionths_of_fen % k_millionths != 0) return false;
    const __int128 fen = millionths_of_fen / k_millionths;
    if (fen > Fen::k_limit || fen < -Fen::k_limit) return false;
    value = static_cast<std::int64_t>(fen);
    return true;
  }
  const Result<Fen> amount = Fen::parse(cell);
  if (amount) value = amount->count();
  return amount.has_value();
}

bool read_ratio(std::string_view cell, std::int64_t& value) {
  if (!cell.ends_with('%')) return read_decimal(cell, 6, value);
  return read_decimal(cell.substr(0, cell.size() - 1), 4, value);
}

bool read_boolean(std::string_view cell, std::int64_t& value) {
  value = cell == "true" || cell == "1" || cell == "是" ? 1 : 0;
  return value == 1 || cell == "false" || cell == "0" || cell == "否";
}

/// Twelve digits, or the first two, four, six or nine of them.
bool read_region(std::string_view cell, std::int64_t& value) {
  if (!all_digits(cell) || (cell.size() != 2 && cell.size() != 4 && cell.size() != 6 && cell.size() != 9 && cell.size() != 12)) return false;
  if (!read_integer(cell, value)) return false;
  for (std::size_t digits = cell.size(); digits < 12; ++digits) value *= 10;
  return true;
}

template <class T, class F>
bool read_parsed(const Result<T>& read, std::int64_t& value, F&& number_of) {
  if (read) value = number_of(*read);
  return read.has_value();
}

}  // namespace

bool read_csv_value(const CsvCellType& type, std::string_view cell, std::int64_t& value) {
  switch (type.type.kind) {
    case Kind::boolean: return read_boolean(cell, value) && !(type.guessed && is_digit(cell[0]));
    case Kind::integer: return read_integer(cell, value) && within_bound(Kind::integer, value) && !(type.guessed && has_leading_zero(cell));
    case Kind::money: return read_money(type, cell, value) && within_bound(Kind::money, value);
    case Kind::ratio: return read_ratio(cell, value) && within_bound(Kind::ratio, value) && !(type.guessed && has_leading_zero(cell));
    case Kind::quantity: return read_decimal(cell, 6, value) && within_bound(Kind::quantity, value);
    case Kind::date: return read_parsed(Date::parse(cell), value, [](Date date) { return date.days(); });
    case Kind::period: return !(type.guessed && cell.size() == 4) && read_parsed(Period::parse(cell), value, pack_period);
    case Kind::region: return read_region(cell, value);
    case Kind::id: return read_integer(cell, value) && value > 0;
    case Kind::code:
    case Kind::text: return false;
  }
  return false;
}

Refusal csv_value_refusal(const Schema& schema, const CsvCellType& type, std::string_view cell) {
  if (type.type.kind == Kind::date)
    if (const Result<Date> date = Date::parse(cell); !date) return date.error();
  if (type.type.kind == Kind::period)
    if (const Result<Period> period = Period::parse(cell); !period) return period.error();
  return refuse("rules.cell_malformed", {std::string(cell), type_text(schema, type.type)});
}

}  // namespace laoyou::rules
