#include "engines/siting/cover_solver.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engines/siting/cover_bound.h"

namespace laoyou::siting {
namespace {

class CoverSolver {
 public:
  explicit CoverSolver(const Effort& effort) : effort_(effort) {}

  CoverAnswer solve(CoverProblem problem, std::int64_t cutoff, int depth) {
    const ReducedCover reduced = reduce_cover(std::move(problem));
    CoverAnswer answer;
    if (reduced.impossible) {
      answer.bound = CoverAnswer::k_impossible;
      return answer;
    }
    answer.price = 0;
    add(answer, reduced.chosen, reduced.problem.price);
    answer.bound = answer.price;
    std::vector<CoverProblem> parts = split_cover(reduced.problem);
    // The bounds of all parts come first: what the others cost at least is taken from each part's cutoff.
    std::vector<CoverBound> climbed;
    std::int64_t others = answer.bound;
    for (CoverProblem& part : parts) {
      climbed.push_back(climb_cover_bound(part, cutoff - others, depth == 0 ? 1500 : 400, 1.0, effort_));
      others += whole_bound(climbed.back());
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
      others -= whole_bound(climbed[at]);
      const CoverAnswer of_part = solve_part(std::move(parts[at]), climbed[at], cutoff - others, depth);
      others = std::min(CoverAnswer::k_impossible, others + of_part.bound);
      answer.chosen.insert(answer.chosen.end(), of_part.chosen.begin(), of_part.chosen.end());
      answer.price = std::min(CoverAnswer::k_impossible, answer.price + of_part.price);
    }
    answer.bound = others;
    return answer;
  }

 private:
  static std::int64_t whole_bound(const CoverBound& climbed) {
    return std::min(climbed.price, static_cast<std::int64_t>(std::ceil(climbed.bound - 1e-6)));
  }

  static void add(CoverAnswer& answer, const std::vector<std::int32_t>& places, const std::vector<std::int64_t>& price) {
    for (const std::int32_t place : places) {
      answer.chosen.push_back(place);
      answer.price += price[static_cast<std::size_t>(place)];
    }
  }

  /// A part that reduction cannot make smaller.
  CoverAnswer solve_part(CoverProblem part, const CoverBound& climbed, std::int64_t cutoff, int depth) {
    CoverAnswer answer{climbed.chosen, climbed.price, whole_bound(climbed)};
    const std::int64_t limit = std::min(answer.price, cutoff);
    if (answer.bound >= limit || effort_.stop_now() || ++nodes_ > effort_.node_limit) return answer;
    const std::int32_t place = place_to_branch_on(part, climbed.reduced_cost);
    part.worth = climbed.worth;
    drop_hopeless(part, climbed, limit);
    std::int64_t least = limit;
    // A part without its hopeless places may be impossible: then nothing is better than the limit.
    const std::int64_t price = part.price[static_cast<std::size_t>(place)];
    CoverAnswer opened = solve(without_clients_of(part, place), limit - price, depth + 1);
    if (opened.price < CoverAnswer::k_impossible) {
      opened.chosen.push_back(place);
      opened.price += price;
      opened.bound += price;
    }
    least = std::min(least, opened.bound);
    if (opened.price < answer.price) take(answer, std::move(opened));
    for (auto& places : part.reached_by) std::erase(places, place);
    CoverAnswer closed = solve(std::move(part), std::min(limit, answer.price), depth + 1);
    least = std::min(least, closed.bound);
    if (closed.price < answer.price) take(answer, std::move(closed));
    answer.bound = std::min(answer.price, std::max(answer.bound, least));
    return answer;
  }

  static CoverProblem without_clients_of(const CoverProblem& part, std::int32_t place) {
    CoverProblem rest{{}, part.price};
    for (std::size_t client = 0; client < part.reached_by.size(); ++client) {
      const auto& places = part.reached_by[client];
      if (std::binary_search(places.begin(), places.end(), place)) continue;
      rest.reached_by.push_back(places);
      rest.worth.push_back(part.worth[client]);
    }
    return rest;
  }

  static void take(CoverAnswer& answer, CoverAnswer&& better) {
    answer.chosen = std::move(better.chosen);
    answer.price = better.price;
  }

  /// Drops places no choice cheaper than `limit` can hold.
  static void drop_hopeless(CoverProblem& part, const CoverBound& climbed, std::int64_t limit) {
    for (auto& places : part.reached_by) {
      std::erase_if(places, [&](std::int32_t place) {
        return climbed.bound + climbed.reduced_cost[static_cast<std::size_t>(place)] > static_cast<double>(limit) - 1 + 1e-6 &&
               climbed.reduced_cost[static_cast<std::size_t>(place)] > 0;
      });
    }
  }

  /// Of the client for whom the fewest places are worth their price, the place with the least reduced cost.
  static std::int32_t place_to_branch_on(const CoverProblem& part, const std::vector<double>& reduced_cost) {
    constexpr double k_sharpness = 5;
    const auto cost = [&](std::int32_t place) { return reduced_cost[static_cast<std::size_t>(place)]; };
    double fewest = std::numeric_limits<double>::infinity();
    const std::vector<std::int32_t>* narrowest = nullptr;
    for (const auto& places : part.reached_by) {
      double worthwhile = 0;
      for (const std::int32_t place : places) worthwhile += std::exp(-k_sharpness * std::abs(cost(place)));
      if (narrowest != nullptr && worthwhile >= fewest) continue;
      fewest = worthwhile;
      narrowest = &places;
    }
    return *std::min_element(narrowest->begin(), narrowest->end(), [&](std::int32_t a, std::int32_t b) { return cost(a) < cost(b); });
  }

  const Effort& effort_;
  std::int64_t nodes_ = 0;
};

}  // namespace

CoverAnswer solve_cover(const CoverProblem& problem, const Effort& effort, std::int64_t cutoff) {
  // Prices in units of their greatest common divisor make the rounding of a bound count.
  std::int64_t unit = 0;
  for (const std::int64_t price : problem.price) unit = std::gcd(unit, price);
  unit = std::max<std::int64_t>(unit, 1);
  CoverProblem scaled = problem;
  for (std::int64_t& price : scaled.price) price /= unit;
  const std::int64_t scaled_cutoff = cutoff >= CoverAnswer::k_impossible ? cutoff : (cutoff + unit - 1) / unit;
  CoverAnswer answer = CoverSolver(effort).solve(std::move(scaled), scaled_cutoff, 0);
  std::sort(answer.chosen.begin(), answer.chosen.end());
  if (answer.price < CoverAnswer::k_impossible) {
    answer.price *= unit;
    answer.bound *= unit;
  } else {
    answer.chosen.clear();
  }
  return answer;
}

}  // namespace laoyou::siting
