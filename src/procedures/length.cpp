#include "procedures/length.h"

#include <array>
#include <charconv>

namespace laoyou::procedures {
namespace {

constexpr std::int32_t k_most = 3660;

struct Name {
  std::string_view text;
  LengthUnit unit;
};
constexpr std::array k_names{
    Name{"working days", LengthUnit::working_days}, Name{"working day", LengthUnit::working_days}, Name{"个工作日", LengthUnit::working_days},
    Name{"days", LengthUnit::calendar_days},        Name{"day", LengthUnit::calendar_days},        Name{"日", LengthUnit::calendar_days},
    Name{"天", LengthUnit::calendar_days},          Name{"half days", LengthUnit::half_days},      Name{"half day", LengthUnit::half_days},
    Name{"个半日", LengthUnit::half_days},          Name{"hours", LengthUnit::hours},              Name{"hour", LengthUnit::hours},
    Name{"小时", LengthUnit::hours},                Name{"minutes", LengthUnit::minutes},          Name{"minute", LengthUnit::minutes},
    Name{"分钟", LengthUnit::minutes},
};

}  // namespace

Result<Length> Length::parse(std::string_view text) {
  Length read;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, read.count);
  std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  for (const Name& name : k_names) {
    if (error != std::errc() || read.count < 1 || read.count > k_most || unit != name.text) continue;
    read.unit = name.unit;
    return read;
  }
  return refuse("procedures.malformed_length", {std::string(text)});
}

std::string Length::zh() const {
  constexpr std::array<std::string_view, 5> k_units{"个工作日", "日", "个半日", "小时", "分钟"};
  return std::to_string(count) + std::string(k_units[static_cast<std::size_t>(unit)]);
}

std::string Length::en() const {
  constexpr std::array<std::string_view, 5> k_units{"working day", "day", "half day", "hour", "minute"};
  return std::to_string(count) + " " + std::string(k_units[static_cast<std::size_t>(unit)]) + (count == 1 ? "" : "s");
}

}  // namespace laoyou::procedures
