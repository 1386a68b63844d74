#pragma once

#include <cstddef>
#include <functional>

namespace laoyou::coverage {

/// Calls `work(begin, end, thread)` for consecutive shares of [0, count), one a thread, and waits for all. What is thrown in a share is
/// thrown again here. With one thread nothing is started.
void in_shares(std::size_t count, unsigned threads, const std::function<void(std::size_t begin, std::size_t end, unsigned thread)>& work);

}  // namespace laoyou::coverage
