// The unified social credit code of an organisation (统一社会信用代码), GB 32100-2015: 17 characters and a check character.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// A valid 18-character code; lower-case letters are taken as capitals.
class CreditCode {
 public:
  CreditCode() = default;
  /// Refused as "credit_code.malformed" (length, or a letter the alphabet leaves out: I O S V Z) or "credit_code.wrong_check".
  static Result<CreditCode> parse(std::string_view text);
  const std::string& text() const { return text_; }
  auto operator<=>(const CreditCode&) const = default;

 private:
  std::string text_;
};

}  // namespace laoyou
