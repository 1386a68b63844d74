#include "rules/value/period_value.h"

#include "base/check.h"

namespace laoyou::rules {
namespace {

constexpr std::int64_t k_kinds = 8;

}  // namespace

std::int64_t pack_period(const Period& period) {
  return std::int64_t{period.last_day().days()} * k_kinds + static_cast<std::int64_t>(period.kind());
}

std::int64_t period_last_day(std::int64_t packed) { return packed >> 3; }

Period unpack_period(std::int64_t packed) {
  const Date last = Date::from_days(period_last_day(packed));
  const std::string year = last.text().substr(0, 4);
  const int month = last.month();
  switch (static_cast<PeriodKind>(packed & (k_kinds - 1))) {
    case PeriodKind::year: return Period::year(last.year());
    case PeriodKind::half: return Period::parse(year + "-H" + std::to_string(month / 6)).value();
    case PeriodKind::quarter: return Period::parse(year + "-Q" + std::to_string(month / 3)).value();
    case PeriodKind::month: return Period::month(last.year(), month);
    case PeriodKind::day: return Period::parse(last.text()).value();
  }
  CHECK(false);
}

std::int64_t period_first_day(std::int64_t packed) { return unpack_period(packed).first_day().days(); }

}  // namespace laoyou::rules
