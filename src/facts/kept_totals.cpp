#include "facts/kept_totals.h"

#include <algorithm>

namespace laoyou::facts {

std::int64_t RecordChanges::last(const RecordsRead& records) const {
  std::int64_t last = 0;
  for (const int record : records) last = std::max(last, changed_at_[static_cast<std::size_t>(record)].load());
  return last;
}

/// Plans that were loaded anew have other books; the old ones go when nobody else holds them.
KeptTotals::OfBook& KeptTotals::of_book(const std::shared_ptr<const rules::Book>& book) {
  if (const auto found = books_.find(book.get()); found != books_.end()) return found->second;
  std::erase_if(books_, [](const auto& each) { return each.second.book.use_count() == 1; });
  OfBook& fresh = books_[book.get()];
  fresh.book = book;
  for (int rule = 0; rule < static_cast<int>(book->rules.size()); ++rule) {
    if (book->rules[static_cast<std::size_t>(rule)].record >= 0) continue;
    const RecordsRead& reads = fresh.reads[rule] = records_read(*book, {rule});
    fresh.all.insert(reads.begin(), reads.end());
  }
  return fresh;
}

RecordsRead KeptTotals::records(const std::shared_ptr<const rules::Book>& book) {
  const std::scoped_lock lock(mutex_);
  return of_book(book).all;
}

void KeptTotals::keep(OfBook& kept, const Period& period, const std::vector<int>& rules, const PlaceTotals& computed, const std::map<int, std::int64_t>& changed_at) {
  constexpr std::size_t k_totals_most = 200'000;
  // What is asked for often comes back at once, so dropping all now and then costs little.
  if (kept.totals.size() > k_totals_most) kept.totals.clear();
  for (const auto& [place, totals] : computed)
    for (std::size_t i = 0; i < rules.size(); ++i) kept.totals[{rules[i], period, place}] = {changed_at.at(rules[i]), totals[i]};
}

PlaceTotals KeptTotals::of(const rules::Facts& facts, const RecordChanges& changes, const std::shared_ptr<const rules::Book>& book, const Period& period,
                           const std::vector<int>& rules, const std::vector<RegionCode>& places) {
  PlaceTotals found;
  std::vector<int> missing;
  std::map<int, std::int64_t> changed_at;
  {
    const std::scoped_lock lock(mutex_);
    OfBook& kept = of_book(book);
    for (const RegionCode place : places) found[place].resize(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const std::int64_t now = changed_at[rules[i]] = changes.last(kept.reads.at(rules[i]));
      const bool all = std::all_of(places.begin(), places.end(), [&](RegionCode place) {
        const auto total = kept.totals.find({rules[i], period, place});
        if (total == kept.totals.end() || total->second.changed_at != now) return false;
        found[place][i] = total->second.total;
        return true;
      });
      if (!all) missing.push_back(rules[i]);
    }
  }
  if (missing.empty()) return found;
  const PlaceTotals computed = place_totals(facts, *book, period, missing, places);
  for (const auto& [place, totals] : computed)
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (const auto at = std::find(missing.begin(), missing.end(), rules[i]); at != missing.end()) found[place][i] = totals[static_cast<std::size_t>(at - missing.begin())];
  const std::scoped_lock lock(mutex_);
  keep(of_book(book), period, missing, computed, changed_at);
  return found;
}

}  // namespace laoyou::facts
