// Ids that cannot be mixed up: Id<Account> is not Id<Project>.
#pragma once

#include <compare>
#include <cstdint>
#include <mutex>

#include "base/clock.h"

namespace laoyou {

/// The id of a record of kind `Record`; zero means none yet. Written as decimal text in JSON, since JavaScript loses digits above 2^53.
template <class Record>
struct Id {
  std::int64_t number = 0;

  explicit operator bool() const { return number != 0; }
  auto operator<=>(const Id&) const = default;
};

/// Makes ids that are unique across up to 1,024 servers, so that cities can be merged: 41 bits of milliseconds since 2026-01-01, 10 bits of
/// node, 12 bits of order within the millisecond. Ids of one source rise strictly, also when the clock steps back. Safe across threads.
class IdSource {
 public:
  /// node 0..1023
  IdSource(const Clock& clock, int node);
  std::int64_t next();
  /// Ids to come lie after every id made up to this instant: a restart, or a clock set back, repeats none.
  void raise_above(Instant last_known);

 private:
  const Clock& clock_;
  std::int64_t node_;
  std::int64_t last_ = 0;  // milliseconds and order, without the node
  std::mutex mutex_;
};

}  // namespace laoyou
