// Tickets as in Rivest's consistent sampler (arXiv 1808.10016; github.com/ron-rivest/consistent_sampler): a number between 0 and 1 that
// depends on the seed and one id alone. The smallest tickets win, so that what is drawn from a part is the whole's draw restricted to it.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engines/draw/hash.h"

namespace laoyou::draw {

/// A ticket: the decimal digits of a hash, the last first, read as a decimal fraction.
class Ticket {
 public:
  Ticket() = default;
  explicit Ticket(const Hash& hash);

  /// The digits after "0.", 64 or more.
  std::string digits() const;
  /// As the digits compare as text.
  std::strong_ordering operator<=>(const Ticket& other) const;
  bool operator==(const Ticket& other) const { return number_ == other.number_; }

 private:
  std::array<std::uint64_t, 4> number_{};  // the hash as a number, the lowest 64 bits first
  std::uint64_t head_ = 0;                 // the first 18 digits, which nearly always decide
};

/// The tickets of one seed. Not to be shared between threads.
class Tickets {
 public:
  explicit Tickets(std::string_view seed, HashName hash = HashName::sha256) : seed_hash_(hash_text(hash, seed)), hasher_(hash) {}
  Ticket of(std::string_view id) { return Ticket(hasher_({seed_hash_, id})); }
  /// The least of `lots` tickets: an id with twice the lots of another comes first twice as often. The first lot is the id's own ticket,
  /// each further one that of the id, a tab and the lot's number.
  Ticket least_of(std::string_view id, int lots);
  /// The ticket by which `inspector` is drawn for `target`.
  Ticket of_pairing(std::string_view target, std::string_view inspector) { return Ticket(hasher_({seed_hash_, target, "\n", inspector})); }

 private:
  std::string seed_hash_;
  Hasher hasher_;
};

/// Rivest's further ticket of an id that is put back: uniform between `number` ("0.25471…") and 1.
std::string next_ticket(std::string_view number);

/// Positions of at most `take` ids in the order of their tickets; equal ids stay as they stand.
std::vector<std::size_t> sample(const std::vector<std::string>& ids, std::string_view seed, std::size_t take = std::numeric_limits<std::size_t>::max());

}  // namespace laoyou::draw
