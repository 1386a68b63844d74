// How many bytes of bodies all connections together may hold.
#pragma once

#include <atomic>
#include <cstddef>

namespace laoyou::http {

/// What is left for bodies. Safe across threads.
class BodyBudget {
 public:
  explicit BodyBudget(std::size_t bytes) : bytes_(bytes) {}

  /// False, and nothing is taken, when so much is not left.
  bool take(std::size_t bytes) {
    std::size_t left = bytes_.load(std::memory_order_relaxed);
    while (left >= bytes) {
      if (bytes_.compare_exchange_weak(left, left - bytes, std::memory_order_relaxed)) return true;
    }
    return false;
  }
  void give_back(std::size_t bytes) { bytes_.fetch_add(bytes, std::memory_order_relaxed); }

 private:
  std::atomic<std::size_t> bytes_;
};

/// What one body holds of it. The first bytes are free, so that a sign-in gets through when imports have taken everything.
class BodyShare {
 public:
  static constexpr std::size_t k_free_bytes = 64 * 1024;

  explicit BodyShare(BodyBudget& budget) : budget_(budget) {}
  ~BodyShare() { release(); }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

  /// The body has so many bytes now; false when there is no room for them.
  bool grow_to(std::size_t bytes) {
    if (bytes <= k_free_bytes + held_bytes_) return true;
    const std::size_t more = bytes - k_free_bytes - held_bytes_;
    if (!budget_.take(more)) return false;
    held_bytes_ += more;
    return true;
  }
  void release() {
    budget_.give_back(held_bytes_);
    held_bytes_ = 0;
  }

 private:
  BodyBudget& budget_;
  std::size_t held_bytes_ = 0;
};

}  // namespace laoyou::http
