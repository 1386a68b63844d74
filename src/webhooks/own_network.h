// Which addresses lie in the own network, where nobody from outside is to be led.
#pragma once

#include <sys/socket.h>

namespace laoyou::webhooks {

/// True for everything that is no address of the public internet: this machine, private and shared networks, link-local, multicast, documentation and
/// reserved blocks (RFC 6890), also where they are written as IPv6 (mapped, NAT64, 6to4); and for whatever is neither IPv4 nor IPv6.
bool in_own_network(const sockaddr& address);

}  // namespace laoyou::webhooks
