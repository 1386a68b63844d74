// Text files in the encodings that offices save them in, as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// The text as UTF-8 without byte order mark. What it is written in is decided once: a byte order mark (UTF-8, UTF-16 of either order) says
/// it; otherwise well-formed UTF-8 is UTF-8, and all else GB 18030 (GBK, GB 2312), unless the first line already is UTF-8 beyond ASCII.
/// UTF-8 costs no copy: the answer then is a view of `bytes`; otherwise of `storage`.
/// Refused as "text.not_utf8" or "text.control_character" (NUL) with the place "line:1".
Result<std::string_view> decoded_text(std::string_view bytes, std::string& storage);

}  // namespace laoyou
