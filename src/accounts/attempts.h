// Wrong passwords and codes: whom they slow down, and for how long. Names that nobody has are held alike, so that nothing here tells which
// exist. In memory: whoever restarts the server has other ways in.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"

namespace laoyou::accounts {

/// Safe across threads. `client` is where an attempt comes from, see http::client_of.
///
/// 等级保护 2.0 (GB/T 22239-2019, 8.1.4.1) asks for a limit on failed sign-ins without naming figures; these are the platform's.
class Attempts {
 public:
  static constexpr int k_wrong_max = 5;                       ///< in a row, for one name from one client
  static constexpr std::int64_t k_lock_first_ms = 60'000;     ///< the wait after these; doubled with each further wrong one …
  static constexpr std::int64_t k_lock_longest_ms = 15 * 60'000;  ///< … up to this
  static constexpr int k_wrong_of_name_max = 50;              ///< in a row, for one name from everywhere
  static constexpr int k_wrong_of_client_max = 60;            ///< from one client, for all names
  static constexpr std::int64_t k_client_forgives_ms = 5'000; ///< one of these is forgiven in that time

  /// Until when this client must wait with this name; nothing when it need not. A client from which the name has signed in before does not
  /// wait for the wrong ones of others, so nobody can shut a name's owner out. What was before `unlocked_at` does not count.
  std::optional<Instant> locked_until(std::string_view name, std::string_view client, Instant now, std::optional<Instant> unlocked_at) const;
  /// Whether the client has tried too many wrong ones on all names together.
  bool too_many_from(std::string_view client, Instant now) const;

  /// What a wrong attempt has brought about that was not so before it, for alarms.
  struct Reached {
    bool pair_locked = false;     ///< this client must wait with this name
    bool name_locked = false;     ///< everybody must who has not signed in to it before
    bool client_stopped = false;  ///< this client must wait with every name
  };
  Reached failed(std::string_view name, std::string_view client, Instant now);
  void succeeded(std::string_view name, std::string_view client, Instant now);

 private:
  struct Count {
    int wrong = 0;
    bool known = false;  ///< has signed in
    Instant last;
    std::optional<Instant> locked_until;
  };
  int wrong_left(const Count& count, Instant now) const;
  void make_room(Instant now);

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Count> pairs_;    ///< by name and client
  std::unordered_map<std::string, Count> names_;    ///< by name
  std::unordered_map<std::string, Count> clients_;  ///< by client
};

}  // namespace laoyou::accounts
