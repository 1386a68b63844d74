// The first lines of an answer as they go over the wire.
#pragma once

#include <string>

#include "base/instant.h"
#include "http/answer.h"

namespace laoyou::http {

/// What the head says besides the answer itself.
struct HeadFacts {
  std::string_view request_id;
  Instant now;
  bool keep_alive = true;
  bool http_1_0 = false;
  bool secure = false;                 ///< over TLS: tells the browser to stay with it
  std::string_view image_sources;      ///< further places pages may show images from (map tiles), separated by spaces
};

/// Appends status line and fields, up to and with the empty line. The body's length is that of answer.bytes(); an event stream has none
/// and ends with the connection.
void write_head(std::string& out, const Answer& answer, const HeadFacts& facts);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(Instant instant);

}  // namespace laoyou::http
