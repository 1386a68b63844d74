#include "http/places.h"

#include <algorithm>

namespace laoyou::http {

namespace {

namespace ip = boost::asio::ip;

ip::address unmapped(const ip::address& peer) {
  if (peer.is_v6() && peer.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, peer.to_v6());
  return peer;
}

/// Where an operator or a proxy of this machine asks from. Its other addresses (127.0.0.0/8) are counted like anybody's.
bool is_front_door(const ip::address& peer) {
  const ip::address address = unmapped(peer);
  return address == ip::address(ip::address_v4::loopback()) || address == ip::address(ip::address_v6::loopback());
}

/// Begins the groups of accounts; no address begins so.
constexpr char k_account_sign = '#';
/// What a browser opens at once: so many an account keeps however full it is, and by so few no address stands out.
constexpr std::size_t k_of_browser = 8;
/// One in so many places may be on its way from one to another.
constexpr std::size_t k_leaving_share = 4;

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
      of_address_max_(limits.connections_of_address),
      of_account_max_(limits.connections_of_account) {}

Places::Place Places::take(const ip::address& peer) {
  const std::string stranger = client_of(peer);
  std::function<void()> leave;
  Place place;
  {
    const std::lock_guard lock(mutex_);
    if (!make_room(stranger, is_front_door(peer), leave)) return nullptr;
    place = std::make_shared<Held>(*this, stranger);
    enter(*place, stranger);
  }
  if (leave) leave();
  return place;
}

/// Sees to it that there is a place for one more; `leave` becomes what tells its former holder. False when there is none to be had.
bool Places::make_room(const std::string& stranger, bool own, std::function<void()>& leave) {
  const auto of_address = groups_.find(stranger);
  const bool own_full = !own && of_address != groups_.end() && of_address->second.size() >= of_address_max_;
  if (!own_full && taken_ < (own ? all_max_ : others_max_)) return true;
  if (leaving_ > all_max_ / k_leaving_share) return false;
  if (own_full) {
    leave = send_away(stranger);
  } else if (!strangers_.empty()) {
    leave = send_away(strangers_.rbegin()->group);
  } else if (!accounts_.empty() && accounts_.rbegin()->count > k_of_browser) {
    leave = send_away(accounts_.rbegin()->group);
  } else {
    return false;
  }
  return true;
}

/// The place of the one of `group` that has been silent for longest is free from now on.
std::function<void()> Places::send_away(const std::string& group) {
  Held& held = *groups_.find(group)->second.front();
  leave(held);
  held.gone_ = true;
  ++leaving_;
  return std::exchange(held.leave_, nullptr);
}

Places::Standings& Places::standings_of(const std::string& group) { return group.front() == k_account_sign ? accounts_ : strangers_; }

Places::Standing Places::standing(const std::string& group, const std::list<Held*>& members) {
  return {std::max(members.size(), k_of_browser), members.front()->heard_, group};
}

void Places::enter(Held& held, const std::string& group) {
  std::list<Held*>& members = groups_[group];
  Standings& standings = standings_of(group);
  if (!members.empty()) standings.erase(standing(group, members));
  held.heard_ = ++requests_;
  held.group_ = group;
  held.at_ = members.insert(members.end(), &held);
  standings.insert(standing(group, members));
  ++taken_;
}

void Places::leave(Held& held) {
  const auto found = groups_.find(held.group_);
  std::list<Held*>& members = found->second;
  Standings& standings = standings_of(held.group_);
  standings.erase(standing(held.group_, members));
  members.erase(held.at_);
  if (members.empty()) {
    groups_.erase(found);
  } else {
    standings.insert(standing(held.group_, members));
  }
  --taken_;
}

Places::Held::Held(Places& places, std::string group) : places_(places), stranger_(std::move(group)) {}

Places::Held::~Held() {
  const std::lock_guard lock(places_.mutex_);
  if (gone_) {
    --places_.leaving_;
  } else {
    places_.leave(*this);
  }
}

void Places::Held::when_wanted(std::function<void()> leave) {
  {
    const std::lock_guard lock(places_.mutex_);
    if (!gone_) {
      leave_ = std::move(leave);
      return;
    }
  }
  leave();
}

bool Places::Held::heard_from(std::int64_t account) {
  const std::string group = account == 0 ? stranger_ : k_account_sign + std::to_string(account);
  const std::lock_guard lock(places_.mutex_);
  if (gone_) return false;
  places_.leave(*this);
  places_.enter(*this, group);
  return account == 0 || places_.groups_.find(group)->second.size() <= places_.of_account_max_;
}

}  // namespace laoyou::http
