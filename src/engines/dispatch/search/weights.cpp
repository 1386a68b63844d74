#include "engines/dispatch/search/weights.h"

namespace laoyou::dispatch {
namespace {

constexpr double k_between_levels = 1e7;

}  // namespace

Weights::Weights(const Objective& objective) {
  double scale = 1;
  for (std::size_t level = objective.levels.size(); level-- > 0; scale *= k_between_levels)
    for (std::size_t i = 0; i < k_terms; ++i) weight_[i] += scale * static_cast<double>(objective.levels[level].weight[i]);
}

double Weights::cost(const Terms& change) const {
  double sum = 0;
  for (std::size_t i = 0; i < k_terms; ++i) sum += weight_[i] * static_cast<double>(change[i]);
  return sum;
}

double Weights::cost(const Terms& after, const Terms& before) const {
  double sum = 0;
  for (std::size_t i = 0; i < k_terms; ++i) sum += weight_[i] * static_cast<double>(after[i] - before[i]);
  return sum;
}

}  // namespace laoyou::dispatch
