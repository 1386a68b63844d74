// `laoyou siting`, and what all commands over the engines do alike: read files, numbers among the options, say refusals.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "app/command.h"
#include "app/options.h"
#include "base/result.h"

namespace laoyou::app {

/// `laoyou siting solve --format orlib-pmed|orlib-cap|sjc|matrix FILE …`: chooses places for an instance file and prints the choice with its
/// bound. Options stand in docs/looking-ahead.md. 0 when a choice was found, 1 when refused (the reasons on `err`), 2 when the words are wrong.
int siting_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

/// The bytes of a file; refused as "file.unreadable" with its path as place.
Result<std::string> read_whole_file(const std::string& path);

/// Says each refusal in a line: code, place, sentence. Gives back 1.
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
