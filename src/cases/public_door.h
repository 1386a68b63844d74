// How often somebody without an account may hand something in or try a code: the door is open to everybody, so one address neither fills the worklists
// of all nor guesses its way into cases.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "base/instant.h"

namespace laoyou::cases {

/// Safe across threads; in memory, since who restarts the server has other ways in.
class PublicDoor {
 public:
  static constexpr int k_at_once = 30;                        ///< of one address, one after the other
  static constexpr std::int64_t k_one_more_each_ms = 60'000;  ///< and one more in each such time
  static constexpr std::size_t k_addresses_max = 50'000;

  /// Whether that address may do one more now; counts it. What counts: something handed in, a wrong code.
  bool admits(const std::string& address, Instant now);
  /// Whether it has done too much: nothing of it is looked at then, lest codes be guessed.
  bool is_shut_to(const std::string& address, Instant now);

 private:
  struct Count {
    double used = 0;
    Instant last;
  };
  /// What the address has used up by now.
  double used(const Count& count, Instant now) const;

  std::mutex mutex_;
  std::unordered_map<std::string, Count> counts_;
};

}  // namespace laoyou::cases
