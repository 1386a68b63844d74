// What the commands over the engines do alike: read files and numbers among the options, say refusals.
#pragma once

#include <charconv>
#include <cmath>
#include <iosfwd>
#include <optional>
#include <sstream>
#include <string>
#include <type_traits>

#include "app/options.h"
#include "base/result.h"

namespace laoyou::app {

/// The bytes of a file; refused as "file.unreadable" with its path as place.
Result<std::string> read_whole_file(const std::string& path);

/// Writes a file anew; refused as "file.unwritable" with its path as place.
Result<void> write_whole_file(const std::string& path, std::string_view text);

/// Says each refusal in a line: code, place, sentence. Gives back 1, the exit code of a refused command.
int say_refused(const Refusals& refusals, std::ostream& err);

/// A number among the options, nothing where the option is absent; refused as "number.malformed", "number.not_whole" or "number.too_large".
template <class Number>
Result<std::optional<Number>> number_option(const Options& options, std::string_view name) {
  const auto text = options.value(name);
  if (!text) return std::optional<Number>{};
  Number value{};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  const char* const last = text->data() + text->size();
  if (error == std::errc() && end == last) return std::optional<Number>{value};
  const auto refused = [&](const char* code) { return at("--" + std::string(name), refuse(code, {*text})); };
  if (error == std::errc::result_out_of_range && end == last) return refused("number.too_large");
  double fraction = 0;
  const auto [stop, failed] = std::from_chars(text->data(), last, fraction);
  const bool is_number = failed == std::errc() && stop == last && fraction != std::floor(fraction);
  return refused(std::is_integral_v<Number> && is_number ? "number.not_whole" : "number.malformed");
}

/// As number_option(); outside the range refused as "streets.out_of_range" {found, least, most} with the option as place.
template <class Number>
Result<std::optional<Number>> number_between(const Options& options, std::string_view name, Number least, Number most) {
  auto value = number_option<Number>(options, name);
  if (!value || !*value || (**value >= least && **value <= most)) return value;
  std::ostringstream from, to;
  from << least;
  to << most;
  return at("--" + std::string(name), refuse("streets.out_of_range", {*options.value(name), from.str(), to.str()}));
}

}  // namespace laoyou::app
