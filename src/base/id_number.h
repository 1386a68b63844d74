// A person's citizen identity number (公民身份号码), GB 11643-1999: 6 digits of place, 8 of birth date, 3 of order, 1 check character.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace laoyou {

/// A valid 18-character identity number; a lower-case x is taken as X.
class IdNumber {
 public:
  IdNumber() = default;
  /// Refused as "id_number.malformed", "id_number.unknown_birth_date" or "id_number.wrong_check".
  static Result<IdNumber> parse(std::string_view text);
  /// Takes an old 15-digit number too (births 1900 to 1999) and completes it; for imports only.
  static Result<IdNumber> parse_import(std::string_view text);

  const std::string& text() const { return text_; }
  Date born() const;
  /// The 17th digit is odd for men.
  bool is_male() const;
  /// "110105********002X": what a screen shows without permission.
  std::string masked() const;

  auto operator<=>(const IdNumber&) const = default;

 private:
  std::string text_;
};

}  // namespace laoyou
