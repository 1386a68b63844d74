// What goes back to a client, before it is turned into bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace laoyou::http {

class EventQueue;
class KeptBody;

/// A file to be downloaded.
struct FileAnswer {
  std::string content_type;
  std::string file_name;  ///< offered to the person who saves it; any UTF-8
  std::string bytes;
};

/// A stream of server-sent events; lasts until either side ends it.
struct EventStream {
  std::shared_ptr<EventQueue> events;
};

/// How long an answer may be kept by the client.
enum class Storing {
  revalidated,  ///< kept by the person's own browser and asked for again each time with If-None-Match
  never,        ///< not kept at all: personal data, secrets, anything but the answer to a GET
  immutable     ///< the name changes when the content does
};

/// A complete answer.
struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::string_view standing_body;  ///< instead of `body`: bytes that live as long as the program
  std::shared_ptr<const KeptBody> kept;  ///< instead of `body`: written before, for other requests
  std::vector<std::pair<std::string, std::string>> headers;
  std::string etag;
  bool gzipped = false;  ///< the body is already compressed
  bool varies = false;   ///< a compressed or translated form exists beside this one
  Storing storing = Storing::revalidated;
  std::shared_ptr<EventQueue> events;
  std::string refusal_code;  ///< for the log

  /// What is sent; of a kept body the compressed form when `gzipped`.
  std::string_view bytes() const;
};

/// Everything a request was refused for. Status 0: the route's table decides by the code.
struct Refused {
  int status = 0;
  Refusals refusals;
};

/// What comes of a request.
using Reply = std::variant<Answer, Refused>;

/// The answer that hands a file over; its name is written as RFC 6266 and RFC 8187 ask.
Answer file_answer(FileAnswer file);

}  // namespace laoyou::http
