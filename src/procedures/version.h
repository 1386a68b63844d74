// The version of a procedure: what its file's text is, as sixteen hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace laoyou::procedures {

/// The first eight bytes of the text's SHA-256: equal texts have one version, another text has another.
std::string version_of(std::string_view text);

}  // namespace laoyou::procedures
