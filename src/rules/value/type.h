// What kind of value an expression has. Every value is one int64 and may be missing; the type says what the number means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace laoyou::rules {

/// How the int64 of a value is read:
///   boolean   0 or 1
///   integer   itself
///   money     fen (金额)
///   ratio     millionths of one: a number without unit, 55% is 550000 (比例)
///   quantity  millionths of its unit, 35 m² is 35000000 (带单位的量)
///   date      days since 1970-01-01
///   period    packed by pack_period(), in the order of laoyou::Period
///   code      position in its closed list (代码)
///   region    the 12-digit code as a number (区划)
///   text      position in the text pool of the facts
///   id        the number of an Id, possibly of another record (关联)
enum class Kind : std::uint8_t { boolean, integer, money, ratio, quantity, date, period, code, region, text, id };

/// A kind and what it needs to be told apart: two quantities of different units, two codes of different lists are different types.
struct Type {
  Kind kind = Kind::integer;
  std::int16_t detail = -1;  ///< code: position in Schema::code_lists; quantity: position in units(); id: position in Schema::records, or -1

  bool operator==(const Type&) const = default;
};

/// A value as every evaluator passes it; nothing is "missing" (缺失).
using Value = std::optional<std::int64_t>;

constexpr std::int64_t k_millionths = 1'000'000;

/// The largest absolute number a field of this kind may hold. Loaders refuse larger ones, so that the checker can prove that no sum or
/// product of a rule leaves int64: an overflow is an error of the plan when it loads, never of an evaluation.
std::int64_t field_bound(Kind kind);

/// True for the kinds that are counted and can be added: integer, money, ratio, quantity.
bool is_numeric(Kind kind);

}  // namespace laoyou::rules
