#include "http/request_ids.h"

#include <algorithm>
#include <span>

namespace laoyou::http {

namespace {
constexpr std::size_t k_id_length_max = 64;

/// A bijection on 64 bits (Stafford's mix 13, as in splitmix64), so ids never repeat and do not show how many there were.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}
}  // namespace

RequestIds::RequestIds(Random& random) { random.fill(std::as_writable_bytes(std::span(&seed_, 1))); }

std::string RequestIds::next() {
  constexpr char k_digits[] = "0123456789abcdef";
  const std::uint64_t value = mixed(seed_ + count_.fetch_add(1, std::memory_order_relaxed));
  std::string id(16, '0');
  for (int digit = 0; digit < 16; ++digit) id[static_cast<std::size_t>(digit)] = k_digits[(value >> (60 - 4 * digit)) & 15];
  return id;
}

bool RequestIds::is_acceptable(std::string_view id) {
  const auto fits = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '.' ||
           letter == '_' || letter == '-';
  };
  return !id.empty() && id.size() <= k_id_length_max && std::all_of(id.begin(), id.end(), fits);
}

}  // namespace laoyou::http
