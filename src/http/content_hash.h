// A quick fingerprint of an answer, for its ETag. Not for secrets and not against forgers: who can choose an answer's content can only
// mislead their own browser.
#pragma once

#include <string>
#include <string_view>

namespace laoyou::http {

/// 128 bits of the content as 32 hexadecimal digits within quotes and marked weak: W/"...".
std::string content_etag(std::string_view content);

}  // namespace laoyou::http
