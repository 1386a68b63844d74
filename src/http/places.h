// Which address may open a further connection, so that no single client takes them all.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/limits.h"

namespace laoyou::http {

/// All connections by address. Safe across threads.
class Places {
 public:
  explicit Places(const Limits& limits);

  /// A place that is given back when the last holder lets go.
  using Place = std::shared_ptr<void>;

  /// A place, or null when there is none: for this address (limits.connections_of_address), or at all. Of all places some are kept for
  /// this machine, from where an operator or a proxy asks, which no cap by address binds. `this` outlives the place.
  Place take(const boost::asio::ip::address& peer);

 private:
  void give_back(const std::string& address);

  const std::size_t all_max_;
  const std::size_t others_max_;
  const std::size_t of_address_max_;
  std::mutex mutex_;
  std::size_t taken_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

/// What counts as one client: an IPv4 address, or the 64 bits of an IPv6 address that a house is given. Mapped addresses are IPv4.
std::string client_of(const boost::asio::ip::address& peer);
/// The same of an address in text; the text itself when it is none.
std::string client_of(const std::string& peer);

/// Whether the address is this machine's own.
bool is_this_machine(const boost::asio::ip::address& peer);
/// False for a text that is no address.
bool is_this_machine(const std::string& peer);

}  // namespace laoyou::http
