// What of a text people see: blanks of every kind around it, signs that show nothing, full-width letters and digits. One rule for sheets,
// tables and typed texts.
#pragma once

#include <string>
#include <string_view>

namespace laoyou {

/// The text without blanks (every White_Space of Unicode) and invisible signs (byte order mark, zero width space …) at its ends; empty when
/// it shows nothing at all. The text is UTF-8; bytes that are not count as visible.
std::string_view trimmed(std::string_view text);

/// The first sign within the text that nobody sees, as "U+FEFF"; empty when there is none. Blanks, line ends, and the joiners and variation
/// selectors that shape their neighbours are no such signs.
std::string invisible_sign(std::string_view text);

/// Full-width letters, digits and signs (１６３０，％) as their plain forms, the wide blank as a blank.
std::string half_width(std::string_view text);

}  // namespace laoyou
