// One JSON line for each request and each event of the server's life. No line holds personal data: routes stand as templates, never as
// addresses with their fields; the request id leads to the journal, which says who.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace spdlog {
class async_logger;
namespace details {
class thread_pool;
}
}  // namespace spdlog

namespace laoyou::http {

/// What is written of one request.
struct RequestLine {
  std::string_view request_id;
  std::string_view method;
  std::string_view route;  ///< template
  int status = 0;
  std::size_t answer_bytes = 0;
  std::chrono::microseconds duration{};
  std::string_view refusal_code;  ///< empty when it was not refused
};

class LogFile;

/// Where lines go.
enum class LogTarget { standard_error, nowhere, file };

/// Lines are handed to a thread of their own; when it cannot keep up the oldest waiting ones are dropped, requests never wait.
class Log {
 public:
  Log(const Clock& clock, LogTarget target, const std::string& file = {});
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void request(const RequestLine& line);
  /// event: one word such as "listening"; detail without personal data.
  void info(std::string_view event, std::string_view detail);
  /// reference: the request's id, or empty.
  void failure(std::string_view event, std::string_view detail, std::string_view reference);
  /// Has everything written so far put out soon; does not wait for it.
  void flush();
  /// Goes on in a new file of the same name, after the old one was moved away. Does nothing where lines do not go to a file.
  void reopen();

 private:
  void write(std::string_view level, std::string_view event, std::string_view detail, std::string_view reference);

  const Clock& clock_;
  std::shared_ptr<spdlog::details::thread_pool> pool_;
  std::shared_ptr<LogFile> file_;  ///< null where lines do not go to a file
  std::shared_ptr<spdlog::async_logger> logger_;
};

}  // namespace laoyou::http
