// The smallest pieces of an expression: numbers with their unit, dates, texts, names, signs and keywords.
#pragma once

#include <string>

#include "rules/text/parse_tree.h"

namespace laoyou::rules {

/// `sign` covers keywords too; Chinese keywords and full-width punctuation have become their ASCII twins.
enum class TokenKind { number, date, period, text, name, sign, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< number: digits; text: what stands between the quotes; sign: the canonical way of writing it
  std::string unit;  ///< numbers only
  Span span;
};

}  // namespace laoyou::rules
