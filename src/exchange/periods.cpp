#include <cstdio>

#include "base/digits.h"
#include "exchange/data_values.h"

namespace laoyou::exchange {
namespace {

Refusal malformed(std::string_view text) { return refuse("period.malformed", {std::string(text)}); }

std::string iso(Date day) { return day.text(); }

/// The period of this kind that begins on a day, if one does.
Result<Period> period_beginning(PeriodKind kind, Date first, std::string_view text) {
  std::string written;
  const std::string year = iso(first).substr(0, 4);
  switch (kind) {
    case PeriodKind::year: written = year; break;
    case PeriodKind::half: written = year + (first.month() > 6 ? "-H2" : "-H1"); break;
    case PeriodKind::quarter: written = year + "-Q" + std::to_string((first.month() - 1) / 3 + 1); break;
    case PeriodKind::month: written = iso(first).substr(0, 7); break;
    case PeriodKind::day: written = iso(first); break;
  }
  const Result<Period> period = Period::parse(written);
  return period && period->first_day() == first ? period : malformed(text);
}

constexpr std::pair<PeriodKind, std::string_view> k_lengths[] = {
    {PeriodKind::year, "P1Y"}, {PeriodKind::half, "P6M"}, {PeriodKind::quarter, "P3M"}, {PeriodKind::month, "P1M"}, {PeriodKind::day, "P1D"}};

}  // namespace

std::string dhis2_period(const Period& period) {
  const std::string first = iso(period.first_day()), year = first.substr(0, 4), month = first.substr(5, 2);
  switch (period.kind()) {
    case PeriodKind::year: return year;
    case PeriodKind::half: return year + (month == "07" ? "S2" : "S1");
    case PeriodKind::quarter: return year + "Q" + std::to_string((period.first_day().month() - 1) / 3 + 1);
    case PeriodKind::month: return year + month;
    case PeriodKind::day: return year + month + first.substr(8, 2);
  }
  return year;
}

Result<Period> read_dhis2_period(std::string_view text) {
  std::string written(text);
  const bool digits = all_digits(text);
  if (text.size() == 6 && text[4] == 'S') written = std::string(text.substr(0, 4)) + "-H" + text[5];
  else if (text.size() == 6 && text[4] == 'Q') written = std::string(text.substr(0, 4)) + "-Q" + text[5];
  else if (digits && text.size() == 6) written = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4));
  else if (digits && text.size() == 8) written = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6));
  else if (!digits || text.size() != 4) return malformed(text);
  const Result<Period> period = Period::parse(written);
  return period ? period : malformed(text);
}

std::string adx_period(const Period& period) {
  for (const auto& [kind, length] : k_lengths)
    if (kind == period.kind()) return iso(period.first_day()) + "/" + std::string(length);
  return {};
}

Result<Period> read_adx_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return malformed(text);
  const Result<Date> first = Date::parse(text.substr(0, slash));
  if (!first) return malformed(text);
  for (const auto& [kind, length] : k_lengths)
    if (length == text.substr(slash + 1)) return period_beginning(kind, *first, text);
  return malformed(text);
}

}  // namespace laoyou::exchange
