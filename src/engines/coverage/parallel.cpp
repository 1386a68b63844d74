#include "engines/coverage/parallel.h"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

namespace laoyou::coverage {

void in_shares(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t, unsigned)>& work) {
  const auto shares = static_cast<unsigned>(std::clamp<std::size_t>(count, 1, std::max(threads, 1U)));
  const auto begin_of = [&](unsigned share) { return count * share / shares; };
  std::vector<std::exception_ptr> failures(shares);
  {
    std::vector<std::jthread> running;
    for (unsigned share = 1; share < shares; ++share) {
      running.emplace_back([&, share] {
        try {
          work(begin_of(share), begin_of(share + 1), share);
        } catch (...) {
          failures[share] = std::current_exception();
        }
      });
    }
    try {
      work(0, begin_of(1), 0);
    } catch (...) {
      failures[0] = std::current_exception();
    }
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace laoyou::coverage
