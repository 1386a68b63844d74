// The text of an expression into tokens.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/text/token.h"

namespace laoyou::rules {

/// A refusal and the byte it speaks of.
struct Misread {
  Refusal refusal;
  std::size_t offset = 0;
};

/// All tokens of a UTF-8 text, the last of kind `end`. Refused as "rules.unknown_character", "rules.unknown_unit", "rules.unclosed" (a text
/// without its closing quote), "date.unknown_day" or "period.malformed".
boost::system::result<std::vector<Token>, Misread> tokens_of(std::string_view text);

void throw_exception_from_error(const Misread& misread, const boost::source_location& where);

/// True when the text, standing alone, is one name: it is no keyword and holds only what names may hold.
bool is_name(std::string_view text);

}  // namespace laoyou::rules
