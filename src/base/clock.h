// Time is handed in, so that a whole run can be replayed.
#pragma once

#include "base/instant.h"

namespace laoyou {

/// Where the current time comes from.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// A clock that stands still until it is moved; for tests and replays.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_(start) {}
  Instant now() const override { return now_; }
  void advance_milliseconds(std::int64_t count) { now_ = now_.plus_milliseconds(count); }

 private:
  Instant now_;
};

}  // namespace laoyou
