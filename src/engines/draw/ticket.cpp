#include "engines/draw/ticket.h"

#include <algorithm>

namespace laoyou::draw {
namespace {

constexpr std::uint64_t k_chunk = 1'000'000'000'000'000'000;  // 18 digits: the largest power of ten below 2^60
constexpr int k_chunk_digits = 18;
constexpr std::size_t k_least_digits = 64;  // the sampler's "{:064d}"

/// Divides the number by k_chunk and gives back the remainder.
std::uint64_t split_chunk(std::array<std::uint64_t, 4>& number) {
  std::uint64_t remainder = 0;
  for (std::size_t limb = number.size(); limb-- > 0;) {
    const unsigned __int128 part = (static_cast<unsigned __int128>(remainder) << 64) | number[limb];
    number[limb] = static_cast<std::uint64_t>(part / k_chunk);
    remainder = static_cast<std::uint64_t>(part % k_chunk);
  }
  return remainder;
}

std::uint64_t reversed(std::uint64_t chunk) {
  std::uint64_t result = 0;
  for (int digit = 0; digit < k_chunk_digits; ++digit) {
    result = result * 10 + chunk % 10;
    chunk /= 10;
  }
  return result;
}

}  // namespace

Ticket::Ticket(const Hash& hash) {
  for (std::size_t byte = 0; byte < hash.size(); ++byte) {
    std::uint64_t& limb = number_[3 - byte / 8];
    limb = (limb << 8) | hash[byte];
  }
  auto rest = number_;
  head_ = reversed(split_chunk(rest));
}

std::string Ticket::digits() const {
  std::string text;
  auto rest = number_;
  while (std::any_of(rest.begin(), rest.end(), [](std::uint64_t limb) { return limb != 0; })) {
    std::uint64_t chunk = split_chunk(rest);
    for (int digit = 0; digit < k_chunk_digits; ++digit, chunk /= 10) text += static_cast<char>('0' + chunk % 10);
  }
  // The highest chunk has leading zeros, which stand last here and are no digits of the number.
  while (!text.empty() && text.back() == '0') text.pop_back();
  if (text.size() < k_least_digits) text.append(k_least_digits - text.size(), '0');
  return text;
}

std::strong_ordering Ticket::operator<=>(const Ticket& other) const {
  if (head_ != other.head_) return head_ <=> other.head_;
  if (number_ == other.number_) return std::strong_ordering::equal;
  return digits().compare(other.digits()) <=> 0;
}

Ticket Tickets::least_of(std::string_view id, int lots) {
  Ticket least = of(id);
  for (int lot = 2; lot <= lots; ++lot) {
    const Ticket next(hasher_({seed_hash_, id, "\t", std::to_string(lot)}));
    if (next < least) least = next;
  }
  return least;
}

std::string next_ticket(std::string_view number) {
  const std::string padded = std::string(number) + "0";
  const std::size_t not_nine = std::min(padded.find_first_not_of('9', 2), padded.size() - 1);
  Hasher hasher;
  std::string next;
  for (int attempt = 1; next <= padded; ++attempt) {
    next = padded.substr(0, not_nine) + Ticket(hasher({number, ":", std::to_string(attempt)})).digits();
  }
  return next;
}

std::vector<std::size_t> sample(const std::vector<std::string>& ids, std::string_view seed, std::size_t take) {
  Tickets tickets(seed);
  std::vector<std::pair<Ticket, std::size_t>> drawn;
  drawn.reserve(ids.size());
  for (std::size_t id = 0; id < ids.size(); ++id) drawn.emplace_back(tickets.of(ids[id]), id);
  const std::size_t count = std::min(take, drawn.size());
  std::partial_sort(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(count), drawn.end());
  std::vector<std::size_t> positions;
  for (std::size_t place = 0; place < count; ++place) positions.push_back(drawn[place].second);
  return positions;
}

}  // namespace laoyou::draw
