#include "engines/coverage/bounded_search.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace laoyou::coverage {
namespace {

constexpr unsigned k_bucket_bits = 11;  // a bucket holds 2.048 seconds
constexpr std::int32_t k_no_entry = -1;
constexpr std::int64_t k_no_bucket = -1;

}  // namespace

BoundedSearch::BoundedSearch(const ArcLists& arcs, std::int32_t longest_arc_ms) : arcs_(arcs) {
  const std::size_t junctions = arcs.first.size() - 1;
  labels_.resize(junctions);
  origin_.resize(junctions);
  // The frontier never spans more than the longest arc.
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(64, (static_cast<std::size_t>(longest_arc_ms) >> k_bucket_bits) + 2));
  ring_mask_ = buckets - 1;
  first_entry_.assign(buckets, k_no_entry);
  filled_.assign(buckets / 64, 0);
}

void BoundedSearch::start() {
  if (++round_ == 0) {
    std::fill(labels_.begin(), labels_.end(), Label{});
    round_ = 1;
  }
  reached_.clear();
  sources_.clear();
  entries_.clear();
}

void BoundedSearch::add_source(std::int32_t junction, std::int32_t time_ms, std::int32_t origin) {
  CHECK(time_ms >= 0);
  sources_.push_back({time_ms, junction, origin});
}

inline void BoundedSearch::improve(std::int32_t junction, std::int32_t time_ms, std::int32_t origin) {
  Label& label = labels_[static_cast<std::size_t>(junction)];
  if (label.round != round_) {
    label.round = round_;
    reached_.push_back(junction);
  } else if (time_ms > label.time_ms || (time_ms == label.time_ms && origin >= origin_[static_cast<std::size_t>(junction)])) {
    // Of equally near sources the one with the smaller number wins, whatever the order of looking.
    return;
  }
  label.time_ms = time_ms;
  origin_[static_cast<std::size_t>(junction)] = origin;
  const std::size_t bucket = (static_cast<std::size_t>(time_ms) >> k_bucket_bits) & ring_mask_;
  entries_.push_back({junction, time_ms, first_entry_[bucket]});
  first_entry_[bucket] = static_cast<std::int32_t>(entries_.size()) - 1;
  filled_[bucket / 64] |= std::uint64_t{1} << (bucket % 64);
}

void BoundedSearch::empty_bucket(std::size_t bucket, std::int32_t limit_ms) {
  while (first_entry_[bucket] != k_no_entry) {
    const Entry entry = entries_[static_cast<std::size_t>(first_entry_[bucket])];
    first_entry_[bucket] = entry.next;
    if (labels_[static_cast<std::size_t>(entry.junction)].time_ms != entry.time_ms) continue;
    const std::int32_t origin = origin_[static_cast<std::size_t>(entry.junction)];
    for (const Arc& arc : arcs_.of(entry.junction)) {
      const std::int64_t time_ms = std::int64_t{entry.time_ms} + arc.time_ms;
      if (time_ms <= limit_ms) improve(arc.head, static_cast<std::int32_t>(time_ms), origin);
    }
  }
  filled_[bucket / 64] &= ~(std::uint64_t{1} << (bucket % 64));
}

std::int64_t BoundedSearch::next_bucket(std::int64_t after) const {
  const auto start = static_cast<std::size_t>(after) & ring_mask_;
  const std::size_t words = filled_.size();
  std::uint64_t word = filled_[start / 64] >> (start % 64) << (start % 64);
  for (std::size_t step = 0; step <= words; ++step) {
    const std::size_t at = (start / 64 + step) % words;
    if (step > 0) word = filled_[at];
    if (word == 0) continue;
    const std::size_t bucket = at * 64 + static_cast<std::size_t>(std::countr_zero(word));
    return after + static_cast<std::int64_t>((bucket - start) & ring_mask_);
  }
  return k_no_bucket;
}

void BoundedSearch::run(std::int32_t limit_ms) {
  std::sort(sources_.begin(), sources_.end(), [](const Source& a, const Source& b) { return a.time_ms < b.time_ms; });
  std::size_t next_source = 0;
  std::int64_t bucket = 0;
  while (true) {
    // Sources enter when the search comes to their time, so that the ring need not span them.
    std::int64_t next = next_bucket(bucket);
    if (next_source < sources_.size() && sources_[next_source].time_ms <= limit_ms) {
      const std::int64_t of_source = sources_[next_source].time_ms >> k_bucket_bits;
      if (next == k_no_bucket || of_source <= next) {
        const Source& source = sources_[next_source++];
        improve(source.junction, source.time_ms, source.origin);
        bucket = of_source;
        continue;
      }
    }
    if (next == k_no_bucket) return;
    empty_bucket(static_cast<std::size_t>(next) & ring_mask_, limit_ms);
    bucket = next;
  }
}

}  // namespace laoyou::coverage
