#include "plan/folder/target.h"

#include <array>

#include "base/check.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

struct Sign {
  std::string_view text;
  Comparator comparator;
};
// Longer signs first.
constexpr std::array<Sign, 5> k_signs{{{">=", Comparator::at_least},
                                       {"<=", Comparator::at_most},
                                       {"=", Comparator::equal},
                                       {">", Comparator::more},
                                       {"<", Comparator::less}}};

bool reaches(const Target& target, Decimal actual) {
  switch (target.comparator) {
    case Comparator::at_least: return actual >= target.value;
    case Comparator::at_most: return actual <= target.value;
    case Comparator::equal: return actual == target.value;
    case Comparator::more: return actual > target.value;
    case Comparator::less: return actual < target.value;
    case Comparator::within: return actual >= target.value && actual <= *target.value_to;
  }
  return false;
}

Decimal difference(Decimal a, Decimal b) {
  const Result<Decimal> gap = a.minus(b);
  return gap ? *gap : Decimal::from_millionths(a > b ? INT64_MAX : INT64_MIN + 1);
}

Result<Decimal> read_value(std::string_view text, std::string_view whole) {
  const Result<Decimal> value = Decimal::parse(record::trimmed(text));
  if (!value) return refuse("target.malformed", {std::string(whole)});
  return *value;
}

}  // namespace

std::string_view comparator_sign(Comparator comparator) {
  for (const Sign& sign : k_signs)
    if (sign.comparator == comparator) return sign.text;
  return "..";
}

Result<Target> parse_target(Period period, std::string_view text) {
  const std::string_view whole = record::trimmed(text);
  Target target{period, Comparator::equal, {}, std::nullopt, std::string(whole)};
  if (const std::size_t dots = whole.find(".."); dots != std::string_view::npos) {
    const Result<Decimal> from = read_value(whole.substr(0, dots), whole);
    const Result<Decimal> to = read_value(whole.substr(dots + 2), whole);
    if (!from || !to || *to < *from) return refuse("target.malformed", {std::string(whole)});
    target.comparator = Comparator::within;
    target.value = *from;
    target.value_to = *to;
    return target;
  }
  std::string_view rest = whole;
  for (const Sign& sign : k_signs) {
    if (!rest.starts_with(sign.text)) continue;
    target.comparator = sign.comparator;
    rest.remove_prefix(sign.text.size());
    break;
  }
  const Result<Decimal> value = read_value(rest, whole);
  if (!value) return value.error();
  if (rest.size() == whole.size()) return refuse("target.no_sign", {std::string(whole)});
  target.value = *value;
  return target;
}

Decimal gap_to(const Target& target, Decimal actual) {
  if (target.comparator != Comparator::within) return difference(actual, target.value);
  if (actual < target.value) return difference(actual, target.value);
  return actual > *target.value_to ? difference(actual, *target.value_to) : Decimal();
}

Light light_of(const Target& target, Decimal actual, int near_share_percent) {
  CHECK(near_share_percent >= 0 && near_share_percent <= 100);
  if (reaches(target, actual)) return Light::met;
  const std::int64_t gap = gap_to(target, actual).millionths();
  const __int128 size = gap < 0 ? -static_cast<__int128>(gap) : gap;
  const std::int64_t value = target.value.millionths();
  const __int128 allowed = static_cast<__int128>(value < 0 ? -value : value) * near_share_percent;
  return size * 100 <= allowed ? Light::near : Light::behind;
}

}  // namespace laoyou::plan
