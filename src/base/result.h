// An expected refusal is a value. Refusal carries a code that screens translate (messages.csv), the place it speaks of, and the
// words that fill the gaps of the translated sentence.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laoyou {

/// Why something was not done.
struct Refusal {
  std::string code;                ///< row of messages.csv, for instance "date.malformed"
  std::string place;               ///< where: "file:line:column", a JSON path ("/address/street"), or empty
  std::vector<std::string> words;  ///< fill {0}, {1} ... of the message, in order

  Refusal() = default;
  // Not an aggregate: a Result<std::string> must not take its text for a refusal.
  Refusal(std::string code_text, std::string place_text, std::vector<std::string> fill_words)
      : code(std::move(code_text)), place(std::move(place_text)), words(std::move(fill_words)) {}

  bool operator==(const Refusal&) const = default;
};

using Refusals = std::vector<Refusal>;

/// A value, or the refusal that stands in its way.
template <class T>
using Result = boost::system::result<T, Refusal>;

/// A value, or everything that is wrong with the input at once.
template <class T>
using CheckedResult = boost::system::result<T, Refusals>;

/// Makes a refusal without a place; readers that know the place add it with at().
inline Refusal refuse(std::string_view code, std::vector<std::string> words = {}) {
  return Refusal{std::string(code), {}, std::move(words)};
}

/// The same refusal, said of `place`; a place already present is appended below it ("/address" + "/street").
inline Refusal at(std::string_view place, Refusal refusal) {
  refusal.place = std::string(place) + refusal.place;
  return refusal;
}

/// Called by Result::value() when there is none: taking a value unasked is our own mistake.
[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where);
[[noreturn]] void throw_exception_from_error(const Refusals& refusals, const boost::source_location& where);

}  // namespace laoyou
