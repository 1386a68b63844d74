// The forms in which people type numbers, days and periods on sheets, brought to the one form that the values read.
#pragma once

#include <string>
#include <string_view>

namespace laoyou::record {

/// A number as typed: "１，６３０" and "1,630" are 1630, "55%" is 55 of a hundred. What is no number stays as it is.
struct TypedNumber {
  std::string text;
  bool percent = false;
};
TypedNumber typed_number(std::string_view text);

/// 2026年5月15日, 2026.5.15, 2026/5/15, 2026-5-15, also with a time of day behind it, as 2026-05-15; anything else in plain width.
std::string typed_day(std::string_view text);

/// The same days; 2026年, 2026年5月, 2026/5, 2026-5 and 2026.05 as 2026 and 2026-05. After a point the month has two digits: a spreadsheet
/// makes 2026.1 of October and of January.
std::string typed_period(std::string_view text);

/// A decimal number with at most so many places, rounded half up (away from zero); what is no decimal number stays as it is.
std::string rounded(std::string_view number, std::size_t places);

/// A number of a workbook in at most 15 significant digits, without an exponent where that is readable.
std::string fifteen_digits(double number);

}  // namespace laoyou::record
