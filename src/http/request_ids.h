// Names for requests, so that an answer, its log line and its journal entries find each other.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/random.h"

namespace laoyou::http {

/// Makes ids that do not repeat within a server's life and are unlikely to across servers.
class RequestIds {
 public:
  explicit RequestIds(Random& random);
  /// Sixteen hexadecimal digits. From any thread.
  std::string next();
  /// Whether a client's own id may stand in our log: 1..64 letters, digits, '.', '_' or '-'.
  static bool is_acceptable(std::string_view id);

 private:
  std::uint64_t seed_ = 0;
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace laoyou::http
