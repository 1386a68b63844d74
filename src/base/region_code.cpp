#include "base/region_code.h"

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {
namespace {

constexpr std::int64_t k_end = 1'000'000'000'000;
// How many codes lie within a place of each level, country to village.
constexpr std::int64_t k_span[] = {k_end, 10'000'000'000, 100'000'000, 1'000'000, 1'000, 1};

}  // namespace

Result<RegionCode> RegionCode::parse(std::string_view text) {
  // As people write counties (six digits) and streets (nine); the whole code has twelve.
  constexpr std::size_t k_digits = 12, k_county_digits = 6, k_street_digits = 9;
  const bool whole = text.size() == k_digits || text.size() == k_county_digits || text.size() == k_street_digits;
  if (!whole || !all_digits(text)) return refuse("region.malformed", {std::string(text)});
  std::int64_t number = 0;
  for (char c : text) number = number * 10 + (c - '0');
  for (std::size_t digits = text.size(); digits < k_digits; ++digits) number *= 10;
  return from_number(number);
}

RegionCode RegionCode::from_number(std::int64_t number) {
  CHECK(number >= 0 && number < k_end);
  RegionCode code;
  code.number_ = number;
  return code;
}

std::string RegionCode::text() const { return std::to_string(number_ + k_end).substr(1); }

RegionLevel RegionCode::level() const {
  int level = 0;
  while (number_ % k_span[level] != 0) ++level;
  return static_cast<RegionLevel>(level);
}

std::optional<RegionCode> RegionCode::parent() const {
  const int own = static_cast<int>(level());
  if (own == 0) return std::nullopt;
  return from_number(number_ - number_ % k_span[own - 1]);
}

std::int64_t RegionCode::end_number() const { return number_ + k_span[static_cast<int>(level())]; }

bool RegionCode::contains(RegionCode other) const { return other.number_ >= number_ && other.number_ < end_number(); }

}  // namespace laoyou
