// How soon a thread gets the processor when others want it too.
#pragma once

namespace laoyou {

/// For threads that answer people: short turns, taken at once, before those that work through long ones. Linux 6.12 and later; elsewhere nothing changes.
void take_short_turns();

/// For threads whose work nobody waits for at a screen: of the processor what others leave. `niceness` as in setpriority(2), 1 to 19; on Linux of this thread alone.
void take_what_is_left(int niceness);

}  // namespace laoyou
