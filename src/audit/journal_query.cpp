#include "audit/journal_query.h"

namespace laoyou::audit {

Instant beijing_midnight(Date day) {
  constexpr std::int64_t k_beijing_ms = std::int64_t{8} * 60 * 60 * 1000;
  return Instant::parse(day.text() + "T00:00:00Z").value().plus_milliseconds(-k_beijing_ms);
}

}  // namespace laoyou::audit
