#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace laoyou::siting {

/// The common kernel of the median and the covering problems.
///
/// Choose at most `most_places` places, whose prices together stay within `budget`, so that
/// constant + Σ over clients of min(unserved_cost, cheapest chosen place) is least.
///
/// A p-median has travel costs in the lists; maximal covering has cost 0 for the places within reach and the client's
/// weight as unserved cost, so the objective is the weight left uncovered.
struct MedianProblem {
  std::int32_t place_count = 0;
  /// Offers of client i stand at [first_offer[i], first_offer[i + 1]), by rising cost; each below unserved_cost[i].
  std::vector<std::int64_t> first_offer = {0};
  std::vector<std::int32_t> offer_place;
  std::vector<double> offer_cost;
  /// What a client costs whom no chosen place serves; at least 0.
  std::vector<double> unserved_cost;
  double constant = 0;
  std::int32_t most_places = 0;
  /// Price of each place in fen; empty when there is no budget (`budget_fen` at its largest).
  std::vector<std::int64_t> price_fen;
  std::int64_t budget_fen = std::numeric_limits<std::int64_t>::max();
  /// Every cost is a whole number, so a bound may be rounded up to the next whole number.
  bool whole_costs = false;

  [[nodiscard]] std::int32_t client_count() const { return static_cast<std::int32_t>(unserved_cost.size()); }
  [[nodiscard]] bool has_budget() const { return budget_fen != std::numeric_limits<std::int64_t>::max(); }
};

/// Cost of opening exactly `open`, places of `problem`; the constant included.
double cost_of(const MedianProblem& problem, std::span<const std::int32_t> open);

/// Whether `open` keeps to the number of places and the budget.
bool keeps_to_limits(const MedianProblem& problem, std::span<const std::int32_t> open);

/// A smaller problem and how its places and clients are called in the larger one. Clients whom no free place could
/// serve better are gone into the constant.
struct ReducedMedianProblem {
  MedianProblem problem;
  std::vector<std::int32_t> original_place;
  std::vector<std::int32_t> original_client;
};

/// What has been decided of a place.
enum class Decision : std::uint8_t { free, closed, open };

/// The problem left when some places are decided. Open places become part of every client's unserved cost; offers no
/// cheaper than that, and those costing more than `offer_limit` of their client (where given), are dropped.
/// `decisions` has one entry a place; the open ones must keep to the limits.
ReducedMedianProblem reduce(const MedianProblem& problem, std::span<const Decision> decisions,
                            std::span<const double> offer_limit = {});

}  // namespace laoyou::siting
