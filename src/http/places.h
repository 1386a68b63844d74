// Who may keep a connection open when not all can: no client takes them all, and whoever is signed in is the last to go.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "http/limits.h"

namespace laoyou::http {

/// All connections, grouped by whom they belong to: the account whose requests they carry, else the stranger's address. Where all places are
/// taken a newcomer gets that of a stranger: the one silent for longest of the address that holds most. So a crowd, from one address or from
/// thousands, pushes out its own; and where only accounts are left, the one that holds most gives way. Safe across threads.
class Places {
 public:
  explicit Places(const Limits& limits);

  /// One connection's place, given back when the last holder lets go.
  class Held {
   public:
    Held(Places& places, std::string group);
    ~Held();

    /// `leave` is called, once and from any thread, when the place has gone to another; at once when it has already.
    void when_wanted(std::function<void()> leave);
    /// A request has come: of an account, or of a stranger (0). False when the account holds too many (limits.connections_of_account):
    /// then the connection ends with its answer.
    bool heard_from(std::int64_t account);

   private:
    friend class Places;
    Places& places_;
    const std::string stranger_;  ///< the group before anybody is signed in
    std::string group_;
    std::list<Held*>::iterator at_;
    std::int64_t heard_ = 0;      ///< a number that rises with every request heard
    bool gone_ = false;           ///< the place is another's, the connection about to end
    std::function<void()> leave_;
  };
  using Place = std::shared_ptr<Held>;

  /// A place, or null where nobody's can be had: those who were asked to leave have not left yet. 127.0.0.1 and ::1, where an operator or a
  /// proxy asks from, have some places for themselves, and no cap by address binds them. `this` outlives the place.
  Place take(const boost::asio::ip::address& peer);

 private:
  /// A group by how many it holds, then by how long its most silent member has been silent; the last one gives way first.
  struct Standing {
    std::size_t count;  ///< what a browser opens at once counts alike
    std::int64_t heard;
    std::string group;
    bool operator<(const Standing& other) const {
      return std::tie(count, other.heard, group) < std::tie(other.count, heard, other.group);
    }
  };
  using Standings = std::set<Standing>;

  void enter(Held& held, const std::string& group);
  void leave(Held& held);
  Standings& standings_of(const std::string& group);
  static Standing standing(const std::string& group, const std::list<Held*>& members);
  bool make_room(const std::string& stranger, bool own, std::function<void()>& leave);
  std::function<void()> send_away(const std::string& group);

  const std::size_t all_max_;
  const std::size_t others_max_;
  const std::size_t of_address_max_;
  const std::size_t of_account_max_;
  std::mutex mutex_;
  std::size_t taken_ = 0;
  std::size_t leaving_ = 0;  ///< sent away and not gone yet
  std::unordered_map<std::string, std::list<Held*>> groups_;  ///< each silent for longest first
  Standings strangers_, accounts_;                            ///< of the groups
  std::int64_t requests_ = 0;
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
