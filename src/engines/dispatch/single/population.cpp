#include "engines/dispatch/single/population.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace laoyou::dispatch::single {

void Population::add(Solution solution, const Penalties& prices) {
  Group& group = solution.feasible() ? feasible_ : infeasible_;
  Member member{std::move(solution), {}, next_id_++, 0};
  for (Member& other : group) {
    const double distance = difference(member.solution, other.solution);
    const auto insert = [distance](Member& into, std::int64_t id) {
      const std::pair<double, std::int64_t> entry{distance, id};
      into.nearness.insert(std::lower_bound(into.nearness.begin(), into.nearness.end(), entry), entry);
    };
    insert(other, member.id);
    insert(member, other.id);
  }
  group.push_back(std::move(member));
  if (group.size() > sizes_.kept + sizes_.added) cut(group, prices);
}

const Solution& Population::draw(SeededRandom& random, const Penalties& prices) {
  CHECK(size() > 0);
  rank(feasible_, prices);
  rank(infeasible_, prices);
  const auto pick = [&]() -> const Member& {
    const std::size_t index = random.below(size());
    return index < feasible_.size() ? feasible_[index] : infeasible_[index - feasible_.size()];
  };
  const Member& one = pick();
  const Member& other = pick();
  return one.fitness <= other.fitness ? one.solution : other.solution;
}

void Population::clear() {
  feasible_.clear();
  infeasible_.clear();
}

double Population::difference_of(const Member& member) const {
  const std::size_t count = std::min(sizes_.nearest, member.nearness.size());
  if (count == 0) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += member.nearness[i].first;
  return sum / static_cast<double>(count);
}

/// Fitness = rank by cost + (1 - elite share) × rank by difference, both from 0 to 1; smaller is fitter.
void Population::rank(Group& group, const Penalties& prices) const {
  const std::size_t count = group.size();
  if (count == 0) return;
  std::vector<std::size_t> by_cost(count), by_difference(count);
  std::iota(by_cost.begin(), by_cost.end(), 0U);
  std::sort(by_cost.begin(), by_cost.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(group[a].solution.cost(prices), group[a].id) < std::pair(group[b].solution.cost(prices), group[b].id);
  });
  std::vector<double> contribution(count);
  for (std::size_t i = 0; i < count; ++i) contribution[i] = -difference_of(group[i]);
  by_difference = by_cost;
  std::stable_sort(by_difference.begin(), by_difference.end(),
                   [&](std::size_t a, std::size_t b) { return contribution[a] < contribution[b]; });
  const double last = count > 1 ? static_cast<double>(count - 1) : 1;
  const double weight = count <= sizes_.elite ? 0 : 1 - static_cast<double>(sizes_.elite) / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i) group[by_cost[i]].fitness = static_cast<double>(i) / last;
  for (std::size_t i = 0; i < count; ++i) group[by_difference[i]].fitness += weight * static_cast<double>(i) / last;
}

void Population::remove(Group& group, std::size_t index) {
  const std::int64_t id = group[index].id;
  group.erase(group.begin() + static_cast<std::ptrdiff_t>(index));
  for (Member& member : group) std::erase_if(member.nearness, [id](const auto& entry) { return entry.second == id; });
}

/// Copies go first, then the least fit.
void Population::cut(Group& group, const Penalties& prices) {
  while (group.size() > sizes_.kept) {
    rank(group, prices);
    std::size_t worst = 0;
    bool worst_is_copy = false;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const bool is_copy = !group[i].nearness.empty() && group[i].nearness.front().first == 0.0;
      if (std::pair(is_copy, group[i].fitness) > std::pair(worst_is_copy, group[worst].fitness) || i == 0) {
        worst = i;
        worst_is_copy = is_copy;
      }
    }
    remove(group, worst);
  }
}

}  // namespace laoyou::dispatch::single
