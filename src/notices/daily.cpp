#include "notices/daily.h"

#include "notices/tell.h"

namespace laoyou::notices {

std::size_t daily(store::Writing& writing, Date today) {
  constexpr std::int64_t k_at_once = 1000, k_day_ms = 86'400'000, k_beijing_ms = 8 * 3'600'000;
  const Instant before{std::int64_t{today.plus_days(-k_message_days).days()} * k_day_ms - k_beijing_ms};
  store::Filter old;
  old.equals("open", true).less("told_at", before).one_of("importance", std::vector{Importance::urgent, Importance::message});
  const auto notices = writing.select<Notice>(store::Scope::country(), old.order_by("told_at").page(0, k_at_once));
  for (const Notice& notice : notices) settle(writing, notice);
  return notices.size();
}

}  // namespace laoyou::notices
