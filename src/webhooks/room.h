// The room of webhooks (事件订阅): other systems are told of what happens, signed, until they have taken it. Its public face.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "http/route.h"
#include "store/store.h"

namespace laoyou::webhooks {

std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const Clock& clock;
  Random& random;
  /// Whether addresses of the own network may be called, and such without TLS. Otherwise whoever enters an address could look around behind the door.
  std::function<bool()> own_network;
};

/// Something that happened in a case.
struct Happening {
  RegionCode region;
  std::string procedure;
  std::function<std::string()> body;  ///< JSON, told as it is: no personal data; made when somebody wants it
};
/// Queues it for every webhook that wants it, within the command in which it happens: told if, and only if, it happened.
void queue(store::Writing& writing, const Happening& happening);

/// Sends what is due, each webhook's in its order. One that does not take something is tried again after 1, 2, 4 … minutes up to 6 hours, until it does; after
/// six tries whoever manages accounts there is told, once a day. How many were taken.
std::size_t send_due(const Services& services);

/// /api/webhooks…
http::RouteTable routes(const Services& services);

}  // namespace laoyou::webhooks
