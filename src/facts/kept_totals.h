// Totals that were computed once and hold until a record that they look at changes: a page that is made anew after one change computes one rule, not all.
#pragma once

#include <atomic>
#include <compare>
#include <map>
#include <memory>
#include <mutex>

#include "facts/facts_as_of.h"
#include "facts/place_totals.h"

namespace laoyou::facts {

/// When the rows of each record of the schema last changed. Safe across threads.
class RecordChanges {
 public:
  explicit RecordChanges(std::size_t records) : changed_at_(records) {}

  void note(int record, std::int64_t sequence) { changed_at_[static_cast<std::size_t>(record)] = sequence; }
  /// The journal's sequence of the last change to any of these; 0: none since they were loaded.
  std::int64_t last(const RecordsRead& records) const;

 private:
  std::vector<std::atomic<std::int64_t>> changed_at_;
};

/// The totals of books over one set of facts. Safe across threads.
class KeptTotals {
 public:
  /// As place_totals(). The facts do not change meanwhile, and `changes` tells of them.
  PlaceTotals of(const rules::Facts& facts, const RecordChanges& changes, const std::shared_ptr<const rules::Book>& book, const Period& period, const std::vector<int>& rules,
                 const std::vector<RegionCode>& places);
  /// What any total of the book looks at.
  RecordsRead records(const std::shared_ptr<const rules::Book>& book);

 private:
  struct Key {
    int rule = -1;
    Period period;
    RegionCode place;
    auto operator<=>(const Key&) const = default;
  };
  struct Kept {
    std::int64_t changed_at = -1;  ///< RecordChanges::last() of what the rule looks at
    PlaceTotal total;
  };
  struct OfBook {
    std::shared_ptr<const rules::Book> book;  ///< stays alive, so that its address names it
    std::map<int, RecordsRead> reads;         ///< by total
    RecordsRead all;
    std::map<Key, Kept> totals;
  };
  OfBook& of_book(const std::shared_ptr<const rules::Book>& book);
  void keep(OfBook& kept, const Period& period, const std::vector<int>& rules, const PlaceTotals& computed, const std::map<int, std::int64_t>& changed_at);

  std::mutex mutex_;
  std::map<const rules::Book*, OfBook> books_;
};

}  // namespace laoyou::facts
