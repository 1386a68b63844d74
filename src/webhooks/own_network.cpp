#include "webhooks/own_network.h"

#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace laoyou::webhooks {
namespace {

struct Block4 {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t four(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { return a << 24 | b << 16 | c << 8 | d; }

/// RFC 6890, 2.2.2, and multicast and above (RFC 5771, RFC 1112).
constexpr std::array k_blocks4{Block4{four(0, 0, 0, 0), 8},      Block4{four(10, 0, 0, 0), 8},     Block4{four(100, 64, 0, 0), 10},  Block4{four(127, 0, 0, 0), 8},
                               Block4{four(169, 254, 0, 0), 16}, Block4{four(172, 16, 0, 0), 12},  Block4{four(192, 0, 0, 0), 24},   Block4{four(192, 0, 2, 0), 24},
                               Block4{four(192, 88, 99, 0), 24}, Block4{four(192, 168, 0, 0), 16}, Block4{four(198, 18, 0, 0), 15},  Block4{four(198, 51, 100, 0), 24},
                               Block4{four(203, 0, 113, 0), 24}, Block4{four(224, 0, 0, 0), 3}};

bool own4(std::uint32_t address) {
  return std::any_of(k_blocks4.begin(), k_blocks4.end(), [&](const Block4& block) { return (address ^ block.first) >> (32 - block.bits) == 0; });
}

std::uint32_t four_at(std::span<const std::uint8_t> bytes, std::size_t at) { return four(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]); }

/// Only 2000::/3 is public (RFC 4291), and of it not Teredo, ORCHID and documentation; addresses that carry an IPv4 one are what that one is.
bool own6(std::span<const std::uint8_t> bytes) {
  const bool zeros = std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
  if (zeros && bytes[10] == 0xff && bytes[11] == 0xff) return own4(four_at(bytes, 12));
  if (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b) return own4(four_at(bytes, 12));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return own4(four_at(bytes, 2));
  if ((bytes[0] & 0xe0) != 0x20) return true;
  const bool of_iana = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 2;
  const bool documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == 0xb8;
  return of_iana || documentation;
}

}  // namespace

bool in_own_network(const sockaddr& address) {
  if (address.sa_family == AF_INET) return own4(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6) return own6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr.s6_addr);
  return true;
}

}  // namespace laoyou::webhooks
