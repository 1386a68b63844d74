#include "record/typed_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/digits.h"
#include "base/shown_text.h"
#include "record/leaf.h"

namespace laoyou::record {
namespace {

/// "1,630,000.5元" without its commas, where they stand before every third digit.
std::string without_thousands(const std::string& text) {
  const std::size_t start = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find_first_not_of("0123456789,", start), text.size());
  const std::string_view whole = std::string_view(text).substr(start, end - start);
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos || first == 0 || first > 3) return text;
  for (std::size_t i = first; i < whole.size(); i += 4)
    if (i + 4 > whole.size() || whole[i] != ',' || !all_digits(whole.substr(i + 1, 3))) return text;
  std::string plain = text;
  plain.erase(std::remove(plain.begin() + static_cast<std::ptrdiff_t>(start), plain.begin() + static_cast<std::ptrdiff_t>(end), ','),
              plain.begin() + static_cast<std::ptrdiff_t>(end));
  return plain;
}

/// Takes digits, at most `most`, off the front.
std::string_view take_digits(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  while (count < most && count < text.size() && is_digit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

std::string two(std::string_view digits) { return (digits.size() == 1 ? "0" : "") + std::string(digits); }

/// "", " 00:00", "T08:30:00", " 8:30:00.000".
bool is_time_of_day(std::string_view text) {
  if (text.empty()) return true;
  if (!take(text, " ") && !take(text, "T")) return false;
  for (int part = 0; part < 3; ++part) {
    if (part > 0 && !take(text, ":")) return part == 2 && text.empty();
    if (take_digits(text, 2).empty()) return false;
  }
  return text.empty() || (take(text, ".") && all_digits(text));
}

/// A typed day or month taken apart.
struct TypedParts {
  std::string_view year, month, day;
  char separator = 0;  // '-', '/', '.', or 'y' for 年
};

std::optional<TypedParts> take_apart(std::string_view text) {
  TypedParts parts;
  parts.year = take_digits(text, 4);
  if (parts.year.size() != 4) return std::nullopt;
  if (take(text, "年"))
    parts.separator = 'y';
  else if (text.starts_with('-') || text.starts_with('/') || text.starts_with('.'))
    parts.separator = text.front();
  if (parts.separator == 0) return text.empty() ? std::optional(parts) : std::nullopt;
  if (parts.separator != 'y') text.remove_prefix(1);
  if (parts.separator == 'y' && text.empty()) return parts;
  parts.month = take_digits(text, 2);
  if (parts.month.empty()) return std::nullopt;
  const bool more = parts.separator == 'y' ? take(text, "月") : text.starts_with(parts.separator);
  if (parts.separator == 'y' && !more) return std::nullopt;
  if (text.empty()) return parts;
  if (parts.separator != 'y' && !take(text, std::string_view(&parts.separator, 1))) return std::nullopt;
  parts.day = take_digits(text, 2);
  if (parts.day.empty() || (parts.separator == 'y' && !take(text, "日"))) return std::nullopt;
  return is_time_of_day(text) ? std::optional(parts) : std::nullopt;
}

std::string iso_day(const TypedParts& parts) { return std::string(parts.year) + "-" + two(parts.month) + "-" + two(parts.day); }

}  // namespace

TypedNumber typed_number(std::string_view text) {
  std::string plain = half_width(text);
  bool percent = false;
  if (plain.ends_with('%')) {
    const std::string_view before = trimmed(std::string_view(plain).substr(0, plain.size() - 1));
    percent = !before.empty() && is_digit(before.back());
    if (percent) plain = std::string(before);
  }
  // A sign of money says the same as the word behind it; where no money is asked for, both are refused. (￥ in plain width is U+00A5.)
  for (const std::string_view sign : {"¥", "￥"})
    if (plain.starts_with(sign) && !percent) {
      const std::string amount = without_thousands(std::string(trimmed(std::string_view(plain).substr(sign.size()))));
      if (!amount.empty() && is_digit(amount.front()) && is_digit(amount.back())) return {amount + "元", false};
    }
  return {without_thousands(plain), percent};
}

std::string typed_day(std::string_view text) {
  std::string plain = half_width(text);
  const auto parts = take_apart(plain);
  return parts && !parts->day.empty() ? iso_day(*parts) : plain;
}

std::string typed_period(std::string_view text) {
  std::string plain = half_width(text);
  const auto parts = take_apart(plain);
  if (!parts) return plain;
  if (!parts->day.empty()) return iso_day(*parts);
  if (parts->month.empty()) return std::string(parts->year);
  if (parts->separator == '.' && parts->month.size() != 2) return plain;
  return std::string(parts->year) + "-" + two(parts->month);
}

std::string rounded(std::string_view number, std::size_t places) {
  const std::size_t dot = number.find('.');
  const bool negative = number.starts_with('-');
  const std::string_view whole = number.substr(0, dot).substr(negative ? 1 : 0);
  if (dot == std::string_view::npos || !all_digits(whole) || !all_digits(number.substr(dot + 1)) || number.size() - dot - 1 <= places) return std::string(number);
  std::string digits = "0" + std::string(whole) + std::string(number.substr(dot + 1, places));
  if (number[dot + 1 + places] >= '5') {
    std::size_t at = digits.size();
    while (digits[--at] == '9') digits[at] = '0';
    ++digits[at];
  }
  const std::size_t whole_digits = digits.size() - places;
  std::string text = digits.substr(0, whole_digits);
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  if (places > 0) text += "." + digits.substr(whole_digits);
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  return (negative && !zero ? "-" : "") + text;
}

std::string fifteen_digits(double number) {
  char buffer[64];
  constexpr int digits_behind_first = 14;
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific, digits_behind_first);
  const Result<double> nearest = Leaf<double>::from_json_text(std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
  return nearest ? Leaf<double>::to_json_text(*nearest) : std::string(buffer, end);
}

}  // namespace laoyou::record
