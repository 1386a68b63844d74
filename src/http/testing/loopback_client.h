// A client as plain as can be, for tests and benches: it sends exactly the bytes it is given and reads what comes back.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laoyou::http {

/// An answer as it came.
struct ClientAnswer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  /// The first field of that name (whatever its case); empty when there is none.
  std::string_view header(std::string_view name) const;
};

/// One TCP connection to a server on this machine. Throws std::system_error when a call fails.
class LoopbackClient {
 public:
  /// Connects to 127.0.0.1. patience: how long a read waits before it counts as silence.
  explicit LoopbackClient(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds(60));
  /// A client that has its descriptor but is not yet connected.
  static LoopbackClient unconnected(std::chrono::milliseconds patience = std::chrono::seconds(60));
  void connect(std::uint16_t port);
  ~LoopbackClient();
  LoopbackClient(LoopbackClient&& other) noexcept;
  LoopbackClient(const LoopbackClient&) = delete;
  LoopbackClient& operator=(const LoopbackClient&) = delete;

  /// Sends all bytes; false when the server has closed.
  bool send(std::string_view bytes);
  /// The next answer; nothing when the server closes (or stays silent) before it is whole. For HEAD the body is not waited for.
  enum class Body { expected, none };
  std::optional<ClientAnswer> receive(Body body = Body::expected);
  /// Everything until `text` has come, or until the server closes or stays silent.
  std::string receive_until(std::string_view text);
  /// True when the server has closed its side and nothing more is to be read.
  bool is_closed();
  /// Sends and receives.
  std::optional<ClientAnswer> ask(std::string_view bytes);
  /// No more will be sent.
  void end_sending();

 private:
  explicit LoopbackClient(std::chrono::milliseconds patience);
  bool fill();

  int descriptor_;
  std::string buffer_;
};

/// What a simple request carries besides its line.
struct ClientRequest {
  std::string method = "GET";
  std::string target = "/";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// The request's bytes, with Host and, where there is a body, Content-Length; Content-Type is application/json unless given.
std::string request_text(const ClientRequest& request);

/// Asks once over a connection of its own; an answer without status when there was none.
ClientAnswer ask_once(std::uint16_t port, const ClientRequest& request);

}  // namespace laoyou::http
