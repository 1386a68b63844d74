// Memory that was freed and is kept for the next need.
#pragma once

namespace laoyou {

/// Gives back to the system what the C library keeps of memory that is free. Worth its milliseconds after work that took much and left little. Where
/// the library has no such call, nothing happens.
void give_back_freed_memory();

}  // namespace laoyou
