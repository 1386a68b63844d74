#include "rules/text/number_literal.h"

#include "base/decimal.h"
#include "base/digits.h"
#include "base/nearest.h"
#include "base/region_code.h"
#include "rules/value/period_value.h"
#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

Refusal unknown_unit(std::string_view unit) {
  std::vector<std::string> names;
  for (const Unit& known : units()) names.emplace_back(known.name);
  const std::string near = nearest(unit, names);
  if (!near.empty()) return refuse("rules.mistyped_unit", {std::string(unit), near});
  return refuse("rules.unknown_unit", {std::string(unit)});
}

/// What the int64 of a kind counts: 1 元 is 100 fen, and a unit's numerator already says so; 1 m² is a million millionths.
std::int64_t parts_of_one(Kind kind) { return kind == Kind::ratio || kind == Kind::quantity ? k_millionths : 1; }

Refusal too_fine(Kind kind, const std::string& written) {
  if (kind == Kind::integer) return refuse("number.not_whole", {written});
  if (kind == Kind::money) return refuse("money.malformed", {written});
  return refuse("number.too_many_places", {written});
}

}  // namespace

Result<TypedValue> number_value(std::string_view digits, std::string_view unit) {
  const std::string written = std::string(digits) + std::string(unit);
  Type type{digits.find('.') == std::string_view::npos ? Kind::integer : Kind::ratio};
  std::int64_t numerator = 1, denominator = 1;
  if (!unit.empty()) {
    const int found = find_unit(unit);
    if (found < 0) return unknown_unit(unit);
    const Unit& known = units()[static_cast<std::size_t>(found)];
    type = {known.kind, static_cast<std::int16_t>(known.kind == Kind::quantity ? canonical_unit(found) : -1)};
    // A quantity stays in its own unit; its size matters only when units meet.
    if (known.kind != Kind::quantity) numerator = known.numerator, denominator = known.denominator;
  }
  const Result<Decimal> number = Decimal::parse(digits);
  if (!number) return number.error();
  const __int128 above = static_cast<__int128>(number->millionths()) * numerator * parts_of_one(type.kind);
  const __int128 below = static_cast<__int128>(Decimal::k_one) * denominator;
  if (above % below != 0) return too_fine(type.kind, written);
  const __int128 value = above / below;
  const std::int64_t bound = field_bound(type.kind);
  if (value > bound || value < -bound) return refuse("number.too_large", {written});
  return TypedValue{type, static_cast<std::int64_t>(value)};
}

std::optional<std::int64_t> region_value(std::string_view digits) {
  const bool whole_levels = digits.size() == 2 || digits.size() == 4 || digits.size() == 6 || digits.size() == 9 || digits.size() == 12;
  if (!whole_levels || !all_digits(digits)) return std::nullopt;
  const Result<RegionCode> code = RegionCode::parse(std::string(digits) + std::string(12 - digits.size(), '0'));
  if (!code) return std::nullopt;
  return code->number();
}

std::optional<std::int64_t> year_value(std::string_view digits) {
  if (digits.size() != 4 || !all_digits(digits)) return std::nullopt;
  const int year = digits_value(digits);
  if (year < 1900 || year > 2200) return std::nullopt;
  return pack_period(Period::year(year));
}

}  // namespace laoyou::rules
