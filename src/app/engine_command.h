// What the commands over the engines do alike: read files and numbers among the options, say refusals.
#pragma once

#include <charconv>
#include <iosfwd>
#include <optional>
#include <string>

#include "app/options.h"
#include "base/result.h"

namespace laoyou::app {

/// The bytes of a file; refused as "file.unreadable" with its path as place.
Result<std::string> read_whole_file(const std::string& path);

/// Writes a file anew; refused as "file.unwritable" with its path as place.
Result<void> write_whole_file(const std::string& path, std::string_view text);

/// Says each refusal in a line: code, place, sentence. Gives back 1, the exit code of a refused command.
int say_refused(const Refusals& refusals, std::ostream& err);

/// A number among the options, nothing where the option is absent; refused as "number.malformed".
template <class Number>
Result<std::optional<Number>> number_option(const Options& options, std::string_view name) {
  const auto text = options.value(name);
  if (!text) return std::optional<Number>{};
  Number value{};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size()) return at("--" + std::string(name), refuse("number.malformed", {*text}));
  return std::optional<Number>{value};
}

}  // namespace laoyou::app
