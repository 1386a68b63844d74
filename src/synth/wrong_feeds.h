// Three lists of other offices over one city, with the mistakes that real lists have, so that they contradict each other; what is true stands beside.
#pragma once

#include <array>
#include <ostream>

#include "synth/records.h"
#include "synth/slips.h"

namespace laoyou::synth {

/// One line for each row of the lists: feed, line (counted from 1, the headers' is 1), person (id in the city; empty: who is not in it), mistakes joined by "+",
/// then the true number, name, sex, day of birth and phone.
inline constexpr const char* k_feeds_truth_header = "feed,line,person,mistakes,id_number,name,sex,born,phone";

/// Writes the lists of the feeds that k_feeds names, with the headers of the national example feeds. The police and the health list have 30 of a hundred people,
/// the federation's those with a disability.
class WrongFeeds {
 public:
  static constexpr std::array<const char*, 3> k_feeds = {"police", "health", "disability"};

  /// `lists` in the order of k_feeds; the same seed makes the same lists of the same people.
  WrongFeeds(std::array<std::ostream*, 3> lists, std::ostream& truth, std::uint64_t seed);
  /// People of the city, or strangers whom its register does not know; who has left is in no list.
  void take(const Records& records, bool strangers = false);

  std::int64_t rows(std::size_t feed) const { return lines_[feed] - 1; }

 private:
  void take(const registry::Resident& resident, bool stranger);

  std::array<std::ostream*, 3> lists_;
  std::ostream& truth_;
  std::array<Slips, 3> slips_;
  std::array<std::int64_t, 3> lines_{1, 1, 1};
};

}  // namespace laoyou::synth
