#include "jobs/kind.h"

namespace laoyou::jobs {

Instant last_due(const Schedule& schedule, Instant now) {
  constexpr std::int64_t k_hour_ms = 3'600'000, k_day_ms = 24 * k_hour_ms, k_beijing_ms = 8 * k_hour_ms;
  const std::int64_t of_day = schedule.hour * k_hour_ms;
  const std::int64_t days = (now.milliseconds + k_beijing_ms - of_day) / k_day_ms;
  return Instant{days * k_day_ms + of_day - k_beijing_ms};
}

}  // namespace laoyou::jobs
