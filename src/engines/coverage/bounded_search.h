#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/coverage/travel_graph.h"

namespace laoyou::coverage {

/// Shortest times from some sources to every junction within a limit. One object is made once for a graph and used for many searches:
/// starting anew costs nothing, and memory is kept. Not for several threads at once.
///
/// The frontier lies in buckets a second wide; inside a bucket a junction may be looked at twice, so no heap is needed (Dial 1969;
/// Meyer and Sanders, "Δ-stepping", 2003).
class BoundedSearch {
 public:
  /// Searches along `arcs`, which must outlive the search: TravelGraph::out for times from the sources, `against` for times to them.
  BoundedSearch(const ArcLists& arcs, std::int32_t longest_arc_ms);

  /// Forgets everything; then sources are added and run() is called once.
  void start();
  /// `time_ms` ≥ 0 is spent before the junction is reached; `origin` is given back for the junctions reached from here.
  void add_source(std::int32_t junction, std::int32_t time_ms, std::int32_t origin = 0);
  /// Reaches every junction whose time is at most `limit_ms`.
  void run(std::int32_t limit_ms);

  [[nodiscard]] bool reached(std::int32_t junction) const { return labels_[static_cast<std::size_t>(junction)].round == round_; }
  /// The time of a reached junction.
  [[nodiscard]] std::int32_t time_ms(std::int32_t junction) const { return labels_[static_cast<std::size_t>(junction)].time_ms; }
  /// The source the time comes from.
  [[nodiscard]] std::int32_t origin(std::int32_t junction) const { return origin_[static_cast<std::size_t>(junction)]; }
  /// Every reached junction, in no particular order.
  [[nodiscard]] std::span<const std::int32_t> reached_junctions() const { return reached_; }

 private:
  struct Label {
    std::int32_t time_ms = 0;
    std::uint32_t round = 0;
  };
  struct Entry {
    std::int32_t junction;
    std::int32_t time_ms;
    std::int32_t next;
  };
  struct Source {
    std::int32_t time_ms, junction, origin;
  };

  void improve(std::int32_t junction, std::int32_t time_ms, std::int32_t origin);
  void empty_bucket(std::size_t bucket, std::int32_t limit_ms);
  [[nodiscard]] std::int64_t next_bucket(std::int64_t after) const;

  const ArcLists& arcs_;
  std::vector<Label> labels_;
  std::vector<std::int32_t> origin_;
  std::uint32_t round_ = 0;
  std::vector<std::int32_t> reached_;
  std::vector<Source> sources_;
  std::vector<Entry> entries_;
  std::vector<std::int32_t> first_entry_;    // bucket → entry, −1 for none; buckets are used in a ring
  std::vector<std::uint64_t> filled_;        // a bit a bucket
  std::size_t ring_mask_ = 0;
};

}  // namespace laoyou::coverage
