#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::siting {

/// The shortest text of a number: "12", "0.5".
std::string plain_number(double value);

/// Reads numbers parted by white space and remembers where it stands, so that a broken file is named by line and column.
/// Refusals: "instance.number_expected" {found}, "instance.ends_early" {}, "instance.out_of_range" {found, least, most}.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  /// A whole number in [least, most].
  Result<std::int64_t> whole(std::int64_t least, std::int64_t most);
  /// A finite number in [least, most]; "7500." is one.
  Result<double> number(double least, double most);
  /// True when only white space is left.
  bool at_end();
  /// The place of the next character: "line:column".
  [[nodiscard]] std::string place() const;

 private:
  Result<std::string_view> next_word();
  Refusal refusal(std::string_view code, std::vector<std::string> words) const;

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t line_start_ = 0;
  std::string word_place_;
};

}  // namespace laoyou::siting
