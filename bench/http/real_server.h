// The program itself with the plans and the demonstration's data, as a town runs it: SQLite, sessions, a log file, every check.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "http/testing/loopback_client.h"

namespace laoyou::bench {

/// Runs in a data directory of its own, which goes with it. Any failure ends the bench with a word on it.
class RealServer {
 public:
  /// program: build/laoyou; plans: the folder of plans.
  RealServer(const std::string& program, const std::string& plans);
  ~RealServer();
  RealServer(const RealServer&) = delete;
  RealServer& operator=(const RealServer&) = delete;

  pid_t process() const { return process_; }
  std::uint16_t port() const { return port_; }
  /// Of a signed-in official of Karamay.
  const std::string& cookie() const { return cookie_; }
  /// The bytes of that official's request.
  std::string request(const std::string& method, const std::string& target, const std::string& body = {}) const;
  /// Asks as that official, over a connection that stays open.
  http::ClientAnswer ask(const std::string& method, const std::string& target, const std::string& body = {});

 private:
  void fill(const std::string& program, const std::string& plans) const;
  void start(const std::string& program, const std::string& plans);
  void sign_in();

  std::filesystem::path data_;
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
  std::string cookie_, csrf_token_;
  std::optional<http::LoopbackClient> client_;
};

}  // namespace laoyou::bench
