#include "engines/coverage/hierarchy.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

#include "engines/coverage/reach.h"

namespace laoyou::coverage {
namespace {

constexpr std::size_t k_look_simulating = 60;    // junctions a witness search settles at most
constexpr std::size_t k_look_contracting = 400;
constexpr std::int32_t k_never = 1 << 30;

using Arcs = std::vector<Arc>;

/// Sets the arc, or makes a known one quicker.
void put(Arcs& arcs, std::int32_t head, std::int32_t time_ms) {
  for (Arc& arc : arcs) {
    if (arc.head != head) continue;
    arc.time_ms = std::min(arc.time_ms, time_ms);
    return;
  }
  arcs.push_back({head, time_ms});
}

void drop(Arcs& arcs, std::int32_t head) {
  std::erase_if(arcs, [head](const Arc& arc) { return arc.head == head; });
}

/// Looks for ways that make a shortcut needless.
class WitnessSearch {
 public:
  WitnessSearch(const std::vector<Arcs>& out, std::size_t junctions) : out_(out), time_(junctions, k_never) {}

  /// Times from `source` without passing `without`, until `most_ms` or `most_settled`.
  void run(std::int32_t source, std::int32_t without, std::int32_t most_ms, std::size_t most_settled) {
    for (const std::int32_t junction : touched_) time_[static_cast<std::size_t>(junction)] = k_never;
    touched_.clear();
    queue_.clear();
    improve(source, 0);
    std::size_t settled = 0;
    while (!queue_.empty() && settled < most_settled) {
      std::pop_heap(queue_.begin(), queue_.end(), std::greater<>());
      const auto [time_ms, junction] = queue_.back();
      queue_.pop_back();
      if (time_ms > time_[static_cast<std::size_t>(junction)]) continue;
      if (time_ms > most_ms) return;
      ++settled;
      for (const Arc& arc : out_[static_cast<std::size_t>(junction)]) {
        if (arc.head != without) improve(arc.head, std::min(k_never, time_ms + arc.time_ms));
      }
    }
  }

  [[nodiscard]] std::int32_t time_ms(std::int32_t junction) const { return time_[static_cast<std::size_t>(junction)]; }

 private:
  void improve(std::int32_t junction, std::int32_t time_ms) {
    std::int32_t& known = time_[static_cast<std::size_t>(junction)];
    if (time_ms >= known) return;
    if (known == k_never) touched_.push_back(junction);
    known = time_ms;
    queue_.emplace_back(time_ms, junction);
    std::push_heap(queue_.begin(), queue_.end(), std::greater<>());
  }

  const std::vector<Arcs>& out_;
  std::vector<std::int32_t> time_;
  std::vector<std::int32_t> touched_;
  std::vector<std::pair<std::int32_t, std::int32_t>> queue_;
};

class Contraction {
 public:
  explicit Contraction(const TravelGraph& graph)
      : junctions_(static_cast<std::size_t>(graph.junctions())), out_(junctions_), in_(junctions_), depth_(junctions_, 0), witness_(out_, junctions_) {
    for (std::size_t junction = 0; junction < junctions_; ++junction) {
      const auto out = graph.out.of(static_cast<std::int32_t>(junction)), in = graph.against.of(static_cast<std::int32_t>(junction));
      out_[junction].assign(out.begin(), out.end());
      in_[junction].assign(in.begin(), in.end());
    }
  }

  Hierarchy run(const std::function<bool(double)>& progress) {
    order_all();
    hierarchy_.rank.assign(junctions_, -1);
    up_.resize(junctions_);
    down_.resize(junctions_);
    while (!queue_.empty()) {
      const auto [priority, junction] = queue_.top();
      queue_.pop();
      if (hierarchy_.rank[static_cast<std::size_t>(junction)] >= 0) continue;
      const std::int32_t now = priority_of(junction);
      if (!queue_.empty() && now > queue_.top().first) {
        queue_.push({now, junction});
        continue;
      }
      take_out(junction);
      const std::size_t done = hierarchy_.junction.size();
      if (progress && done % 1024 == 0 && !progress(static_cast<double>(done) / static_cast<double>(junctions_))) throw Stopped();
    }
    hierarchy_.up = by_rank(up_);
    hierarchy_.down = by_rank(down_);
    return std::move(hierarchy_);
  }

 private:
  struct Shortcut {
    std::int32_t from, to, time_ms;
  };

  void order_all() {
    for (std::size_t junction = 0; junction < junctions_; ++junction) {
      queue_.push({priority_of(static_cast<std::int32_t>(junction)), static_cast<std::int32_t>(junction)});
    }
  }

  /// The shortcuts that must be put in when the junction goes.
  void find_shortcuts(std::int32_t junction, std::size_t most_settled) {
    shortcuts_.clear();
    const Arcs& in = in_[static_cast<std::size_t>(junction)];
    const Arcs& out = out_[static_cast<std::size_t>(junction)];
    std::int32_t longest_out = 0;
    for (const Arc& arc : out) longest_out = std::max(longest_out, arc.time_ms);
    for (const Arc& from : in) {
      witness_.run(from.head, junction, std::min(k_never, from.time_ms + longest_out), most_settled);
      for (const Arc& to : out) {
        if (to.head == from.head) continue;
        const std::int32_t through = std::min(k_never - 1, from.time_ms + to.time_ms);
        if (witness_.time_ms(to.head) > through) shortcuts_.push_back({from.head, to.head, through});
      }
    }
  }

  std::int32_t priority_of(std::int32_t junction) {
    find_shortcuts(junction, k_look_simulating);
    const auto j = static_cast<std::size_t>(junction);
    const auto removed = static_cast<std::int32_t>(in_[j].size() + out_[j].size());
    return 4 * static_cast<std::int32_t>(shortcuts_.size()) - 2 * removed + depth_[j];
  }

  void take_out(std::int32_t junction) {
    find_shortcuts(junction, k_look_contracting);
    const auto j = static_cast<std::size_t>(junction);
    hierarchy_.rank[j] = static_cast<std::int32_t>(hierarchy_.junction.size());
    hierarchy_.junction.push_back(junction);
    for (const Shortcut& shortcut : shortcuts_) {
      put(out_[static_cast<std::size_t>(shortcut.from)], shortcut.to, shortcut.time_ms);
      put(in_[static_cast<std::size_t>(shortcut.to)], shortcut.from, shortcut.time_ms);
    }
    for (const Arc& arc : out_[j]) drop(in_[static_cast<std::size_t>(arc.head)], junction);
    for (const Arc& arc : in_[j]) drop(out_[static_cast<std::size_t>(arc.head)], junction);
    up_[j] = std::move(out_[j]);
    down_[j] = std::move(in_[j]);
    out_[j].clear();
    in_[j].clear();
    std::vector<std::int32_t> neighbours;
    for (const Arcs* arcs : {&up_[j], &down_[j]}) {
      for (const Arc& arc : *arcs) neighbours.push_back(arc.head);
    }
    std::sort(neighbours.begin(), neighbours.end());
    neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
    for (const std::int32_t neighbour : neighbours) {
      auto& depth = depth_[static_cast<std::size_t>(neighbour)];
      depth = std::max(depth, depth_[j] + 1);
    }
  }

  [[nodiscard]] ArcLists by_rank(const std::vector<Arcs>& arcs) const {
    ArcLists lists;
    for (const std::int32_t junction : hierarchy_.junction) {
      for (const Arc& arc : arcs[static_cast<std::size_t>(junction)]) lists.arcs.push_back({hierarchy_.rank[static_cast<std::size_t>(arc.head)], arc.time_ms});
      lists.first.push_back(static_cast<std::int32_t>(lists.arcs.size()));
    }
    return lists;
  }

  std::size_t junctions_;
  std::vector<Arcs> out_, in_;  // among the junctions still there
  std::vector<std::int32_t> depth_;
  WitnessSearch witness_;
  std::vector<Shortcut> shortcuts_;
  std::vector<Arcs> up_, down_;
  std::priority_queue<std::pair<std::int32_t, std::int32_t>, std::vector<std::pair<std::int32_t, std::int32_t>>, std::greater<>> queue_;
  Hierarchy hierarchy_;
};

}  // namespace

Hierarchy build_hierarchy(const TravelGraph& graph, const std::function<bool(double)>& progress) { return Contraction(graph).run(progress); }

}  // namespace laoyou::coverage
