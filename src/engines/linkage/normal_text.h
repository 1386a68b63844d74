// One way to write each value, so that what differs only in case, width, blanks, traditional characters or dashes is equal.
#pragma once

#include <string>
#include <string_view>

#include "engines/linkage/map.h"

namespace laoyou::linkage {

/// The text as a field of this kind compares it; empty when it shows nothing. Words are in lower case with one blank between; dates are
/// eight digits (YYYYMMDD) where they can be told, also 2025年6月3日; numbers, phones and codes are their letters and digits alone, an
/// identity number of 15 digits is completed to 18, a phone loses +86; Chinese text is simplified and has no blanks.
std::string normal_text(FieldKind kind, std::string_view text);

}  // namespace laoyou::linkage
