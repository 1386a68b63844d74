#include "engines/siting/cover_problem.h"

#include <algorithm>
#include <numeric>

namespace laoyou::siting {
namespace {

using Lists = std::vector<std::vector<std::int32_t>>;

/// For each of `count` members the indices of the lists it stands in, rising.
Lists turned_round(const Lists& lists, std::size_t count) {
  Lists result(count);
  for (std::size_t at = 0; at < lists.size(); ++at) {
    for (const std::int32_t member : lists[at]) result[static_cast<std::size_t>(member)].push_back(static_cast<std::int32_t>(at));
  }
  return result;
}

bool within(const std::vector<std::int32_t>& part, const std::vector<std::int32_t>& whole) {
  return part.size() <= whole.size() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// The list in `lists` that is shortest among those `members` name.
const std::vector<std::int32_t>& shortest(const Lists& lists, const std::vector<std::int32_t>& members) {
  const auto best = std::min_element(members.begin(), members.end(), [&](std::int32_t a, std::int32_t b) {
    return lists[static_cast<std::size_t>(a)].size() < lists[static_cast<std::size_t>(b)].size();
  });
  return lists[static_cast<std::size_t>(*best)];
}

/// Takes out the clients `out` says yes to; whether there were any.
template <class Out>
bool remove_clients(CoverProblem& problem, const Out& out) {
  const std::size_t clients = problem.reached_by.size();
  std::size_t kept = 0;
  for (std::size_t client = 0; client < clients; ++client) {
    if (out(client)) continue;
    if (kept != client) {
      problem.reached_by[kept] = std::move(problem.reached_by[client]);
      if (!problem.worth.empty()) problem.worth[kept] = problem.worth[client];
    }
    ++kept;
  }
  problem.reached_by.resize(kept);
  if (!problem.worth.empty()) problem.worth.resize(kept);
  return kept < clients;
}

/// Drops clients that are reached whenever another is.
bool drop_clients(CoverProblem& problem) {
  const Lists reaches = turned_round(problem.reached_by, problem.price.size());
  std::vector<std::uint8_t> dropped(problem.reached_by.size(), 0);
  for (std::size_t client = 0; client < problem.reached_by.size(); ++client) {
    const auto& places = problem.reached_by[client];
    if (dropped[client] || places.empty()) continue;
    for (const std::int32_t other : shortest(reaches, places)) {
      const auto o = static_cast<std::size_t>(other);
      if (o == client || dropped[o] || !within(places, problem.reached_by[o])) continue;
      dropped[o] = 1;
      // No place gains by this, so the bound is at least as good as before.
      if (!problem.worth.empty()) problem.worth[client] += problem.worth[o];
    }
  }
  return remove_clients(problem, [&](std::size_t client) { return dropped[client] != 0; });
}

/// Drops places whose clients a place of no higher price also reaches.
bool drop_places(CoverProblem& problem) {
  const Lists reaches = turned_round(problem.reached_by, problem.price.size());
  std::vector<std::uint8_t> dropped(problem.price.size(), 0);
  bool any = false;
  for (std::size_t place = 0; place < reaches.size(); ++place) {
    if (reaches[place].empty()) continue;
    for (const std::int32_t other : shortest(problem.reached_by, reaches[place])) {
      const auto o = static_cast<std::size_t>(other);
      if (o == place || dropped[o] || problem.price[o] > problem.price[place] || !within(reaches[place], reaches[o])) continue;
      dropped[place] = 1;
      any = true;
      break;
    }
  }
  if (!any) return false;
  for (auto& places : problem.reached_by) {
    std::erase_if(places, [&](std::int32_t place) { return dropped[static_cast<std::size_t>(place)] != 0; });
  }
  return true;
}

/// Chooses places that alone reach some client.
bool choose_needed(CoverProblem& problem, std::vector<std::int32_t>& chosen) {
  std::vector<std::uint8_t> needed(problem.price.size(), 0);
  bool any = false;
  for (const auto& places : problem.reached_by) {
    if (places.size() != 1 || needed[static_cast<std::size_t>(places[0])]) continue;
    needed[static_cast<std::size_t>(places[0])] = 1;
    chosen.push_back(places[0]);
    any = true;
  }
  if (!any) return false;
  return remove_clients(problem, [&](std::size_t client) {
    const auto& places = problem.reached_by[client];
    return std::any_of(places.begin(), places.end(), [&](std::int32_t place) { return needed[static_cast<std::size_t>(place)] != 0; });
  });
}

}  // namespace

ReducedCover reduce_cover(CoverProblem problem) {
  ReducedCover result;
  for (bool changed = true; changed;) {
    result.impossible = std::any_of(problem.reached_by.begin(), problem.reached_by.end(), [](const auto& places) { return places.empty(); });
    if (result.impossible) break;
    changed = drop_clients(problem);
    changed = drop_places(problem) || changed;
    changed = choose_needed(problem, result.chosen) || changed;
  }
  result.problem = std::move(problem);
  return result;
}

std::vector<CoverProblem> split_cover(const CoverProblem& problem) {
  std::vector<std::int32_t> parent(problem.price.size());
  std::iota(parent.begin(), parent.end(), 0);
  const auto root_of = [&parent](std::int32_t place) {
    while (parent[static_cast<std::size_t>(place)] != place) {
      auto& above = parent[static_cast<std::size_t>(place)];
      above = parent[static_cast<std::size_t>(above)];
      place = above;
    }
    return place;
  };
  for (const auto& places : problem.reached_by) {
    for (const std::int32_t place : places) parent[static_cast<std::size_t>(root_of(place))] = root_of(places[0]);
  }
  std::vector<CoverProblem> parts;
  std::vector<std::int32_t> part_of_root(parent.size(), -1);
  for (std::size_t client = 0; client < problem.reached_by.size(); ++client) {
    const auto& places = problem.reached_by[client];
    auto& part = part_of_root[static_cast<std::size_t>(root_of(places[0]))];
    if (part < 0) {
      part = static_cast<std::int32_t>(parts.size());
      parts.push_back({{}, problem.price});
    }
    CoverProblem& to = parts[static_cast<std::size_t>(part)];
    to.reached_by.push_back(places);
    if (!problem.worth.empty()) to.worth.push_back(problem.worth[client]);
  }
  return parts;
}

}  // namespace laoyou::siting
