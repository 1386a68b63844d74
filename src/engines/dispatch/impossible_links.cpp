#include "engines/dispatch/impossible_links.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// The starts of one group, raised link by link until they stand or pass a last start (Bellman and Ford on difference constraints).
class Group {
 public:
  Group(const Problem& problem, std::vector<int> visits, std::vector<int> links)
      : problem_(problem), visits_(std::move(visits)), links_(std::move(links)), start_(problem.visits.size()), pushed_by_(problem.visits.size(), {k_none, k_none}) {
    for (int v : visits_) start_[index(v)] = visit(v).pinned_start_s.value_or(visit(v).windows.front().opens_s);
  }

  /// The visit whose start cannot be kept; k_none where all can.
  int find_late() {
    bool moved = true;
    int last = k_none;
    for (std::size_t round = 0; moved && round <= visits_.size(); ++round) {
      moved = false;
      for (int l : links_) {
        const Link& link = problem_.links[index(l)];
        for (const int late : {raise(link.second, link.first, link.least_s, l), raise(link.first, link.second, -link.most_s, l)}) {
          if (late == k_none) continue;
          moved = true;
          last = late;
          if (start_[index(late)] > last_start(late)) return late;
        }
      }
    }
    return moved ? last : k_none;
  }

  ImpossibleLinks chain_to(int late) const {
    ImpossibleLinks found;
    std::set<int> seen;
    for (int v = late; v != k_none && seen.insert(v).second; v = pushed_by_[index(v)].visit) {
      found.visits.push_back(v);
      const int link = pushed_by_[index(v)].link;
      if (link != k_none && (found.link == k_none || problem_.links[index(found.link)].entry == k_none)) found.link = link;
    }
    std::reverse(found.visits.begin(), found.visits.end());
    return found;
  }

 private:
  struct Push {
    int visit = k_none;
    int link = k_none;
  };

  const Visit& visit(int v) const { return problem_.visits[index(v)]; }
  Seconds last_start(int v) const { return visit(v).pinned_start_s.value_or(visit(v).windows.back().closes_s + visit(v).lateness_limit_s); }

  int raise(int v, int by, Seconds least_s, int link) {
    if (start_[index(by)] + least_s <= start_[index(v)]) return k_none;
    start_[index(v)] = start_[index(by)] + least_s;
    pushed_by_[index(v)] = {by, link};
    return v;
  }

  const Problem& problem_;
  std::vector<int> visits_, links_;
  std::vector<Seconds> start_;
  std::vector<Push> pushed_by_;
};

}  // namespace

std::vector<ImpossibleLinks> impossible_links(const Problem& problem) {
  std::vector<int> root(problem.visits.size());
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&root](int v) {
    while (root[index(v)] != v) v = root[index(v)];
    return v;
  };
  for (const Link& link : problem.links) {
    const int a = find(link.first), b = find(link.second);
    root[index(std::max(a, b))] = std::min(a, b);
  }
  std::set<int> locked;
  for (const Shift& day : problem.shifts)
    for (int stop : day.locked)
      if (stop != k_break) locked.insert(find(stop));
  std::map<int, std::pair<std::vector<int>, std::vector<int>>> groups;
  for (std::size_t l = 0; l < problem.links.size(); ++l) groups[find(problem.links[l].first)].second.push_back(static_cast<int>(l));
  for (std::size_t v = 0; v < problem.visits.size(); ++v)
    if (const auto at = groups.find(find(static_cast<int>(v))); at != groups.end()) at->second.first.push_back(static_cast<int>(v));
  std::vector<ImpossibleLinks> found;
  for (auto& [first, members] : groups) {
    if (locked.count(first) > 0) continue;
    Group group(problem, std::move(members.first), std::move(members.second));
    if (const int late = group.find_late(); late != k_none) found.push_back(group.chain_to(late));
  }
  return found;
}

}  // namespace laoyou::dispatch
