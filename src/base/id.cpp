#include "base/id.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou {
namespace {

constexpr std::int64_t k_first_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
constexpr int k_order_bits = 12;
constexpr int k_node_bits = 10;

}  // namespace

void IdSource::raise_above(Instant last_known) {
  const std::scoped_lock lock(mutex_);
  last_ = std::max(last_, (std::max<std::int64_t>(0, last_known.milliseconds + 1 - k_first_ms) << k_order_bits) - 1);
}

IdSource::IdSource(const Clock& clock, int node) : clock_(clock), node_(node) { CHECK(node >= 0 && node < (1 << k_node_bits)); }

std::int64_t IdSource::next() {
  const std::scoped_lock lock(mutex_);
  const std::int64_t now = std::max<std::int64_t>(0, clock_.now().milliseconds - k_first_ms) << k_order_bits;
  // More than 4,096 ids in a millisecond borrow from the next one: still unique, still rising.
  last_ = std::max(last_ + 1, now);
  const std::int64_t order = last_ & ((1 << k_order_bits) - 1);
  return (last_ >> k_order_bits << (k_node_bits + k_order_bits)) | (node_ << k_order_bits) | order;
}

}  // namespace laoyou
