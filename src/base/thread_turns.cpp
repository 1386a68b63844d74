#include "base/thread_turns.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace laoyou {
namespace {

/// sched_setattr(2), its first form. The C library of Debian 12 has none, and the kernel's own header does not go together with <sched.h>.
struct SchedulingAttributes {
  std::uint32_t size = sizeof(SchedulingAttributes);
  std::uint32_t policy = 0;  // SCHED_OTHER
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  std::uint64_t runtime_ns = 0, deadline_ns = 0, period_ns = 0;
};
static_assert(sizeof(SchedulingAttributes) == 48);

}  // namespace

void take_short_turns() {
  // The shortest that the kernel's scheduler takes (EEVDF, "slice"); a thread that wakes with a shorter turn comes before one within a longer.
  constexpr std::uint64_t k_turn_ns = 100'000;
  SchedulingAttributes wanted;
  wanted.nice = ::getpriority(PRIO_PROCESS, 0);
  wanted.runtime_ns = k_turn_ns;
  ::syscall(SYS_sched_setattr, 0, &wanted, 0);  // refused by older kernels: then all turns are alike
}

void take_what_is_left(int niceness) { ::setpriority(PRIO_PROCESS, 0, niceness); }

}  // namespace laoyou
