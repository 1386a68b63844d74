// Where passwords are hashed: one after another on a thread of its own, so that a flood of sign-ins costs one processor at most and keeps
// nothing else waiting.
#pragma once

#include <boost/fiber/future.hpp>
#include <map>
#include <mutex>
#include <string>

#include "http/heavy_pool.h"

namespace laoyou::accounts {

class PasswordDesk {
 public:
  static constexpr std::size_t k_strangers_max = 12;     ///< sign-ins waiting or at work at once …
  static constexpr std::size_t k_of_one_client_max = 4;  ///< … of these from one client
  static constexpr std::size_t k_waiting_max = 48;       ///< with those who are signed in

  /// Does `work` there and waits for it. client: where a sign-in comes from; empty for a caller who is signed in, for whom places are kept.
  /// Throws WorldFailure "http.busy" at once when too many wait, and whatever `work` throws.
  template <class Work>
  auto run(const std::string& client, Work work) {
    const Turn turn(*this, client);
    // Owned by the pool as well: it may still be within the task when the one who waited has gone on.
    const auto task = std::make_shared<boost::fibers::packaged_task<decltype(work())()>>(std::move(work));
    auto done = task->get_future();
    if (!pool_.run([task] { (*task)(); })) refuse_busy();
    return done.get();
  }

 private:
  /// One sign-in's place in the queue.
  class Turn {
   public:
    Turn(PasswordDesk& desk, std::string client);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    PasswordDesk& desk_;
    const std::string client_;
  };
  [[noreturn]] static void refuse_busy();

  std::mutex mutex_;
  std::map<std::string, std::size_t> by_client_;
  std::size_t strangers_ = 0;
  http::HeavyPool pool_{1, k_waiting_max};
};

}  // namespace laoyou::accounts
