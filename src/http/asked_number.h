// How many rows, which page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::http {

/// No list has as many pages.
inline constexpr std::int32_t k_page_last = 10'000'000;

/// The number a request asks for, or `fallback`. Outside `least` to `most` it is refused at "/name" as "records.out_of_range", never moved
/// to the nearest: whoever asks for page 0 would take page 1 for it.
inline Result<std::int32_t> asked_number(std::string_view name, std::optional<std::int32_t> asked, std::int32_t fallback, std::int32_t least, std::int32_t most) {
  const std::int32_t number = asked.value_or(fallback);
  if (number >= least && number <= most) return number;
  return at("/" + std::string(name), refuse("records.out_of_range", {std::to_string(least), std::to_string(most)}));
}

}  // namespace laoyou::http
