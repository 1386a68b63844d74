#include "http/places.h"

#include <algorithm>

namespace laoyou::http {

namespace {

namespace ip = boost::asio::ip;

ip::address unmapped(const ip::address& peer) {
  if (peer.is_v6() && peer.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, peer.to_v6());
  return peer;
}

}  // namespace

std::string client_of(const ip::address& peer) {
  const ip::address address = unmapped(peer);
  if (address.is_v4()) return address.to_string();
  ip::address_v6::bytes_type bytes = address.to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), 0);
  return ip::address_v6(bytes).to_string() + "/64";
}

std::string client_of(const std::string& peer) {
  boost::system::error_code failure;
  const ip::address address = ip::make_address(peer, failure);
  return failure ? peer : client_of(address);
}

bool is_this_machine(const ip::address& peer) { return unmapped(peer).is_loopback(); }

bool is_this_machine(const std::string& peer) {
  boost::system::error_code failure;
  const ip::address address = ip::make_address(peer, failure);
  return !failure && is_this_machine(address);
}

Places::Places(const Limits& limits)
    : all_max_(limits.connections),
      others_max_(limits.connections - std::min(limits.connections_kept, limits.connections / 2)),
      of_address_max_(limits.connections_of_address) {}

Places::Place Places::take(const ip::address& peer) {
  const bool own = is_this_machine(peer);
  const std::string client = client_of(peer);
  const std::lock_guard lock(mutex_);
  if (taken_ >= (own ? all_max_ : others_max_)) return nullptr;
  const auto found = by_address_.find(client);
  if (!own && found != by_address_.end() && found->second >= of_address_max_) return nullptr;
  ++by_address_[client];
  ++taken_;
  return Place(this, [client](Places* places) { places->give_back(client); });
}

void Places::give_back(const std::string& client) {
  const std::lock_guard lock(mutex_);
  --taken_;
  const auto found = by_address_.find(client);
  if (--found->second == 0) by_address_.erase(found);
}

}  // namespace laoyou::http
