// The registers as columns, kept up to date while the server runs: loaded once, then changed in place by each journal entry. Rules are evaluated over
// these; a change made through any server or command is in them a moment later.
#pragma once

#include <atomic>
#include <set>
#include <shared_mutex>

#include "facts/kept_totals.h"
#include "registry/facts_layout.h"
#include "rules/facts/feed.h"
#include "store/follower.h"

namespace laoyou::facts {

/// The moment that facts show.
struct FactsMoment {
  std::int64_t sequence = 0;  ///< the last journal entry taken in
  Instant at;                 ///< when it was made
};

/// Safe across threads.
class FactsKeeper {
 public:
  /// Loads all registers and subscribes; the follower is started later and ends before this. `layout`: that of the plans which are asked over these facts.
  /// Throws StoreUnavailable, and StoreDamaged when a register cannot be read back.
  FactsKeeper(store::Store& store, store::Follower& follower, std::shared_ptr<const registry::FactsLayout> layout);

  /// Returns f(facts, moment); the facts do not change meanwhile, so f is quick and waits for nothing.
  template <class F>
  auto read(F&& f) const {
    const std::shared_lock lock(mutex_);
    return f(facts_, moment_);
  }

  /// Returns f(totals, moment): what rules give over the facts, each total computed anew only when a record it looks at has changed.
  template <class F>
  auto read_totals(F&& f) const {
    return read([&](const rules::Facts& facts, const FactsMoment& moment) {
      const TotalsOf totals = [&](const std::shared_ptr<const rules::Book>& book, const Period& period, const std::vector<int>& rules, const std::vector<RegionCode>& places) {
        return totals_.of(facts, changes_, book, period, rules, places);
      };
      return f(totals, moment);
    });
  }

  /// Rises with every change of a register: what was computed at one number holds as long as it is the same.
  std::int64_t changed_at() const { return changed_at_.load(); }
  /// The same for what the totals of a book look at: it stays when other registers change.
  std::int64_t changed_at(const std::shared_ptr<const rules::Book>& book) const { return changes_.last(totals_.records(book)); }
  /// The last journal entry taken in.
  std::int64_t sequence() const {
    const std::shared_lock lock(mutex_);
    return moment_.sequence;
  }
  /// Records that are not in the facts because a number of theirs is larger than rules can reckon with (rules::field_bound()).
  std::size_t left_out() const {
    const std::shared_lock lock(mutex_);
    return left_out_.size();
  }

 private:
  void load(store::Store& store);
  void take(const store::StoreContents& contents, const store::JournalEntry& entry);
  void put(rules::FeedEntry entry);

  const std::shared_ptr<const registry::FactsLayout> layout_;
  mutable std::shared_mutex mutex_;
  rules::Facts facts_;
  rules::Feed feed_;
  FactsMoment moment_;
  std::set<std::pair<std::string, std::int64_t>> left_out_;
  std::atomic<std::int64_t> changed_at_ = 0;
  RecordChanges changes_;
  mutable KeptTotals totals_;
};

}  // namespace laoyou::facts
