#include "engines/coverage/travel_matrix.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "engines/coverage/parallel.h"
#include "engines/coverage/street_times.h"

namespace laoyou::coverage {
namespace {

constexpr std::size_t k_lanes = 16;
constexpr std::int32_t k_never = 1 << 30;

/// Sixteen times side by side, one a source.
typedef std::int32_t Lanes __attribute__((vector_size(k_lanes * sizeof(std::int32_t))));

/// A container forgets the alignment of a bare vector type, not of a struct.
struct alignas(sizeof(Lanes)) LaneTimes {
  Lanes each;
};

#if defined(__x86_64__)
#define LAOYOU_WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define LAOYOU_WIDE
#endif

/// The ranks from which some target is reached going down, highest first, with the arcs between them.
struct TargetSpace {
  std::vector<std::int32_t> local_of_rank;  // −1: no target below
  ArcLists down;                            // by local number; heads are smaller local numbers
};

TargetSpace space_of(const Hierarchy& hierarchy, const std::vector<std::int32_t>& target_junctions) {
  const std::size_t ranks = hierarchy.rank.size();
  std::vector<std::uint8_t> needed(ranks, 0);
  for (const std::int32_t junction : target_junctions) needed[static_cast<std::size_t>(hierarchy.rank[static_cast<std::size_t>(junction)])] = 1;
  for (std::size_t rank = 0; rank < ranks; ++rank) {
    if (!needed[rank]) continue;
    for (const Arc& arc : hierarchy.down.of(static_cast<std::int32_t>(rank))) needed[static_cast<std::size_t>(arc.head)] = 1;
  }
  TargetSpace space;
  space.local_of_rank.assign(ranks, -1);
  std::int32_t locals = 0;
  for (std::size_t rank = ranks; rank-- > 0;) {
    if (!needed[rank]) continue;
    space.local_of_rank[rank] = locals++;
    for (const Arc& arc : hierarchy.down.of(static_cast<std::int32_t>(rank))) {
      space.down.arcs.push_back({space.local_of_rank[static_cast<std::size_t>(arc.head)], arc.time_ms});
    }
    space.down.first.push_back(static_cast<std::int32_t>(space.down.arcs.size()));
  }
  return space;
}

LAOYOU_WIDE void sweep(const std::int32_t* first, const Arc* arcs, std::size_t locals, LaneTimes* times) {
  for (std::size_t local = 0; local < locals; ++local) {
    Lanes best = times[local].each;
    for (std::int32_t at = first[local]; at < first[local + 1]; ++at) {
      const Lanes through = times[arcs[at].head].each + arcs[at].time_ms;
      best = through < best ? through : best;
    }
    times[local].each = best;
  }
}

/// The search up the hierarchy from one source.
class UpSearch {
 public:
  explicit UpSearch(const Hierarchy& hierarchy) : hierarchy_(hierarchy), time_(hierarchy.rank.size(), k_never) {}

  void start() {
    for (const std::int32_t rank : touched_) time_[static_cast<std::size_t>(rank)] = k_never;
    touched_.clear();
  }

  void improve(std::int32_t rank, std::int32_t time_ms) {
    std::int32_t& known = time_[static_cast<std::size_t>(rank)];
    if (time_ms >= known) return;
    if (known == k_never) {
      touched_.push_back(rank);
      waiting_.push_back(rank);
      std::push_heap(waiting_.begin(), waiting_.end(), std::greater<>());
    }
    known = time_ms;
  }

  /// By rank, not by time: all arcs go up, so a junction's time is final when its turn comes.
  void run() {
    while (!waiting_.empty()) {
      std::pop_heap(waiting_.begin(), waiting_.end(), std::greater<>());
      const std::int32_t rank = waiting_.back();
      waiting_.pop_back();
      const std::int32_t so_far = time_[static_cast<std::size_t>(rank)];
      for (const Arc& arc : hierarchy_.up.of(rank)) improve(arc.head, so_far + arc.time_ms);
    }
  }

  [[nodiscard]] const std::vector<std::int32_t>& reached() const { return touched_; }
  [[nodiscard]] std::int32_t time_ms(std::int32_t rank) const { return time_[static_cast<std::size_t>(rank)]; }

 private:
  const Hierarchy& hierarchy_;
  std::vector<std::int32_t> time_;
  std::vector<std::int32_t> touched_;
  std::vector<std::int32_t> waiting_;
};

/// How a target is entered: over either end of its street.
struct Entrance {
  std::int32_t local[2] = {-1, -1};
  std::int32_t extra_ms[2] = {0, 0};
};

class MatrixMaker {
 public:
  MatrixMaker(const ReachIndex& index, const Hierarchy& hierarchy, std::span<const Position> sources, std::span<const Position> targets, const ReachOptions& options)
      : network_(index.network()), hierarchy_(hierarchy), sources_(sources), targets_(targets), options_(options), times_(network_, options_) {
    options_.direction = Direction::to_places;
    find_space();
    for (std::size_t target = 0; target < targets.size(); ++target) {
      if (targets[target].on_street()) targets_on_[targets[target].street].push_back(target);
    }
  }

  TravelMatrix make() {
    matrix_.targets = targets_.size();
    matrix_.time_ms.assign(sources_.size() * targets_.size(), k_not_reached);
    const std::size_t batches = (sources_.size() + k_lanes - 1) / k_lanes;
    in_shares(batches, options_.threads, [&](std::size_t begin, std::size_t end, unsigned thread) {
      UpSearch search(hierarchy_);
      std::vector<LaneTimes> times(space_.down.first.size() - 1);
      for (std::size_t batch = begin; batch < end; ++batch) {
        if (thread == 0 && options_.must_stop && options_.must_stop()) throw Stopped();
        make_rows(batch * k_lanes, std::min(sources_.size(), (batch + 1) * k_lanes), search, times);
      }
    });
    return std::move(matrix_);
  }

 private:
  void find_space() {
    std::vector<std::int32_t> junctions;
    for (const Position& target : targets_) {
      if (!target.on_street()) continue;
      const streets::Street& street = network_.streets[static_cast<std::size_t>(target.street)];
      const StreetTimes::Ends ends = times_.place_ends(target);
      if (ends.from_ms >= 0) junctions.push_back(street.from);
      if (ends.to_ms >= 0) junctions.push_back(street.to);
    }
    space_ = space_of(hierarchy_, junctions);
    for (const Position& target : targets_) entrances_.push_back(entrance(target));
  }

  [[nodiscard]] Entrance entrance(const Position& target) const {
    Entrance result;
    if (!target.on_street()) return result;
    const streets::Street& street = network_.streets[static_cast<std::size_t>(target.street)];
    const StreetTimes::Ends ends = times_.place_ends(target);
    const std::int32_t off_ms = times_.off_street(target);
    const auto local = [&](std::int32_t junction) { return space_.local_of_rank[static_cast<std::size_t>(hierarchy_.rank[static_cast<std::size_t>(junction)])]; };
    if (ends.from_ms >= 0) {
      result.local[0] = local(street.from);
      result.extra_ms[0] = ends.from_ms + off_ms;
    }
    if (ends.to_ms >= 0) {
      result.local[1] = local(street.to);
      result.extra_ms[1] = ends.to_ms + off_ms;
    }
    return result;
  }

  void make_rows(std::size_t begin, std::size_t end, UpSearch& search, std::vector<LaneTimes>& times) {
    std::fill(times.begin(), times.end(), LaneTimes{Lanes{} + k_never});
    for (std::size_t source = begin; source < end; ++source) {
      const Position& position = sources_[source];
      if (!position.on_street()) continue;
      const streets::Street& street = network_.streets[static_cast<std::size_t>(position.street)];
      const StreetTimes::Ends ends = times_.person_ends(position);
      const std::int32_t off_ms = times_.off_street(position);
      search.start();
      if (ends.from_ms >= 0) search.improve(rank_of(street.from), ends.from_ms + off_ms);
      if (ends.to_ms >= 0) search.improve(rank_of(street.to), ends.to_ms + off_ms);
      search.run();
      for (const std::int32_t rank : search.reached()) {
        const std::int32_t local = space_.local_of_rank[static_cast<std::size_t>(rank)];
        if (local >= 0) times[static_cast<std::size_t>(local)].each[source - begin] = search.time_ms(rank);
      }
    }
    sweep(space_.down.first.data(), space_.down.arcs.data(), times.size(), times.data());
    write_rows(begin, end, times);
  }

  void write_rows(std::size_t begin, std::size_t end, const std::vector<LaneTimes>& times) {
    for (std::size_t target = 0; target < targets_.size(); ++target) {
      Lanes best = Lanes{} + k_never;
      for (int side = 0; side < 2; ++side) {
        const std::int32_t local = entrances_[target].local[side];
        if (local < 0) continue;
        const Lanes through = times[static_cast<std::size_t>(local)].each + entrances_[target].extra_ms[side];
        best = through < best ? through : best;
      }
      for (std::size_t source = begin; source < end; ++source) {
        if (best[source - begin] < k_never) matrix_.time_ms[source * matrix_.targets + target] = best[source - begin];
      }
    }
    for (std::size_t source = begin; source < end; ++source) add_neighbours(source);
  }

  /// Targets on the source's own street may be reached without passing a junction.
  void add_neighbours(std::size_t source) {
    const Position& position = sources_[source];
    if (!position.on_street()) return;
    const auto neighbours = targets_on_.find(position.street);
    if (neighbours == targets_on_.end()) return;
    for (const std::size_t target : neighbours->second) {
      const std::int32_t direct = times_.direct(position, targets_[target]);
      if (direct < 0) continue;
      const std::int32_t time_ms = times_.off_street(position) + direct + times_.off_street(targets_[target]);
      std::int32_t& known = matrix_.time_ms[source * matrix_.targets + target];
      if (known == k_not_reached || time_ms < known) known = time_ms;
    }
  }

  [[nodiscard]] std::int32_t rank_of(std::int32_t junction) const { return hierarchy_.rank[static_cast<std::size_t>(junction)]; }

  const streets::StreetNetwork& network_;
  const Hierarchy& hierarchy_;
  std::span<const Position> sources_, targets_;
  ReachOptions options_;
  StreetTimes times_;
  TargetSpace space_;
  std::vector<Entrance> entrances_;
  std::unordered_map<std::int32_t, std::vector<std::size_t>> targets_on_;
  TravelMatrix matrix_;
};

}  // namespace

TravelMatrix travel_matrix(const ReachIndex& index, const Hierarchy& hierarchy, std::span<const Position> sources, std::span<const Position> targets,
                           const ReachOptions& options) {
  return MatrixMaker(index, hierarchy, sources, targets, options).make();
}

}  // namespace laoyou::coverage
