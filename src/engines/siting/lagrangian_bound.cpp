#include "engines/siting/lagrangian_bound.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace laoyou::siting {
namespace {

constexpr double k_memory = 0.4;          // share of the last direction kept in the new one
constexpr double k_activity_share = 0.1;  // weight of the newest relaxed choice in the running average

}  // namespace

LagrangianBound::LagrangianBound(const MedianProblem& problem)
    : problem_(problem),
      reduced_cost_(static_cast<std::size_t>(problem.place_count)),
      order_(static_cast<std::size_t>(problem.place_count)),
      is_chosen_(static_cast<std::size_t>(problem.place_count), 0),
      served_(problem.unserved_cost.size(), 0),
      first_client_(static_cast<std::size_t>(problem.place_count) + 1, 0),
      offered_client_(problem.offer_place.size()),
      offered_cost_(problem.offer_place.size()),
      direction_(problem.unserved_cost.size(), 0) {
  std::iota(order_.begin(), order_.end(), 0);
  for (const std::int32_t place : problem.offer_place) ++first_client_[static_cast<std::size_t>(place) + 1];
  std::partial_sum(first_client_.begin(), first_client_.end(), first_client_.begin());
  std::vector<std::int64_t> next(first_client_.begin(), first_client_.end() - 1);
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    for (auto at = static_cast<std::size_t>(problem.first_offer[client]); at < static_cast<std::size_t>(problem.first_offer[client + 1]); ++at) {
      const auto to = static_cast<std::size_t>(next[static_cast<std::size_t>(problem.offer_place[at])]++);
      offered_client_[to] = static_cast<std::int32_t>(client);
      offered_cost_[to] = problem.offer_cost[at];
    }
  }
}

double LagrangianBound::relax(const Multipliers& multipliers) {
  if (problem_.has_budget()) {
    for (std::size_t place = 0; place < reduced_cost_.size(); ++place) {
      reduced_cost_[place] = multipliers.of_budget * static_cast<double>(problem_.price_fen[place]);
    }
  } else {
    std::fill(reduced_cost_.begin(), reduced_cost_.end(), 0.0);
  }
  double sum = problem_.constant;
  offers_looked_at_ = 0;
  const std::int32_t* const offer_place = problem_.offer_place.data();
  const double* const offer_cost = problem_.offer_cost.data();
  double* const reduced_cost = reduced_cost_.data();
  for (std::size_t client = 0; client < problem_.unserved_cost.size(); ++client) {
    const double price = multipliers.of_client[client];
    sum += price;
    const std::int64_t end = problem_.first_offer[client + 1];
    std::int64_t at = problem_.first_offer[client];
    offers_looked_at_ -= at;
    for (; at < end && offer_cost[at] < price; ++at) reduced_cost[offer_place[at]] += offer_cost[at] - price;
    offers_looked_at_ += at;
  }
  choose();
  for (const std::int32_t place : chosen_) sum += reduced_cost_[static_cast<std::size_t>(place)];
  if (problem_.has_budget()) sum -= multipliers.of_budget * static_cast<double>(problem_.budget_fen);
  return sum;
}

void LagrangianBound::choose() {
  for (const std::int32_t place : chosen_) is_chosen_[static_cast<std::size_t>(place)] = 0;
  chosen_.clear();
  const auto most = static_cast<std::ptrdiff_t>(
      std::clamp<std::int64_t>(problem_.most_places, 0, static_cast<std::int64_t>(order_.size())));
  const auto cheaper = [this](std::int32_t a, std::int32_t b) {
    const double left = reduced_cost_[static_cast<std::size_t>(a)];
    const double right = reduced_cost_[static_cast<std::size_t>(b)];
    return left != right ? left < right : a < b;
  };
  if (most < static_cast<std::ptrdiff_t>(order_.size())) std::nth_element(order_.begin(), order_.begin() + most, order_.end(), cheaper);
  for (std::ptrdiff_t at = 0; at < most; ++at) {
    const std::int32_t place = order_[static_cast<std::size_t>(at)];
    if (reduced_cost_[static_cast<std::size_t>(place)] >= 0) continue;
    chosen_.push_back(place);
    is_chosen_[static_cast<std::size_t>(place)] = 1;
  }
}

void LagrangianBound::count_served(const Multipliers& multipliers) {
  std::int64_t offers_of_chosen = 0;
  for (const std::int32_t place : chosen_) {
    offers_of_chosen += first_client_[static_cast<std::size_t>(place) + 1] - first_client_[static_cast<std::size_t>(place)];
  }
  // Few places with many clients, or many with few: look from the side that has less to look at.
  if (offers_of_chosen < offers_looked_at_) {
    std::fill(served_.begin(), served_.end(), 0);
    for (const std::int32_t place : chosen_) {
      for (auto at = static_cast<std::size_t>(first_client_[static_cast<std::size_t>(place)]);
           at < static_cast<std::size_t>(first_client_[static_cast<std::size_t>(place) + 1]); ++at) {
        const auto client = static_cast<std::size_t>(offered_client_[at]);
        served_[client] += offered_cost_[at] < multipliers.of_client[client] ? 1 : 0;
      }
    }
    return;
  }
  for (std::size_t client = 0; client < served_.size(); ++client) {
    const double price = multipliers.of_client[client];
    std::int32_t served = 0;
    const std::int64_t end = problem_.first_offer[client + 1];
    for (std::int64_t at = problem_.first_offer[client]; at < end; ++at) {
      if (problem_.offer_cost[static_cast<std::size_t>(at)] >= price) break;
      served += is_chosen_[static_cast<std::size_t>(problem_.offer_place[static_cast<std::size_t>(at)])];
    }
    served_[client] = served;
  }
}

double LagrangianBound::find_direction(const Multipliers& multipliers) {
  count_served(multipliers);
  double square = 0;
  for (std::size_t client = 0; client < direction_.size(); ++client) {
    const double price = multipliers.of_client[client];
    const double wish = 1.0 - served_[client] + k_memory * direction_[client];
    const double unserved = problem_.unserved_cost[client];
    // At the edge of its range a multiplier cannot follow: what it cannot do must not shorten the step of the others.
    const bool stuck = (wish > 0 && price >= unserved) || (wish < 0 && price <= 0);
    direction_[client] = stuck ? 0 : wish;
    square += direction_[client] * direction_[client];
  }
  if (problem_.has_budget()) {
    std::int64_t spent_fen = -problem_.budget_fen;
    for (const std::int32_t place : chosen_) spent_fen += problem_.price_fen[static_cast<std::size_t>(place)];
    // Scaled to a share of the budget, so that the budget's multiplier moves as the clients' do.
    const double wish = static_cast<double>(spent_fen) / std::max(1.0, static_cast<double>(problem_.budget_fen)) +
                        k_memory * budget_direction_;
    budget_direction_ = wish < 0 && multipliers.of_budget <= 0 ? 0 : wish;
    square += budget_direction_ * budget_direction_;
  }
  return square;
}

void LagrangianBound::step(Multipliers& multipliers, double length) const {
  for (std::size_t client = 0; client < direction_.size(); ++client) {
    multipliers.of_client[client] =
        std::clamp(multipliers.of_client[client] + length * direction_[client], 0.0, problem_.unserved_cost[client]);
  }
  if (!problem_.has_budget()) return;
  const double scale = std::max(1.0, static_cast<double>(problem_.budget_fen));
  multipliers.of_budget = std::max(0.0, multipliers.of_budget + length * budget_direction_ / scale);
}

LagrangianAnswer LagrangianBound::climb(Multipliers start, const Climb& climb, const OnChoice& on_choice) {
  LagrangianAnswer best;
  best.activity.assign(reduced_cost_.size(), 0);
  Multipliers now = std::move(start);
  std::fill(direction_.begin(), direction_.end(), 0.0);
  budget_direction_ = 0;
  double step_share = climb.step;
  int since_better = 0;
  for (int iteration = 0; iteration < climb.iterations; ++iteration) {
    const double bound = relax(now);
    const bool better = bound > best.bound;
    if (better) {
      since_better = bound > best.bound + 1e-5 * std::abs(best.bound) ? 0 : since_better + 1;
      best.bound = bound;
      best.multipliers = now;
      best.reduced_cost = reduced_cost_;
    } else {
      ++since_better;
    }
    for (std::size_t place = 0; place < best.activity.size(); ++place) {
      best.activity[place] += k_activity_share * (is_chosen_[place] - best.activity[place]);
    }
    if (best.bound >= climb.good_enough) break;
    const double target = on_choice(chosen_, best, better);
    if (std::isnan(target) || best.bound >= climb.good_enough) break;
    if (since_better >= climb.patience) {
      step_share /= 2;
      since_better = 0;
      now = best.multipliers;
      relax(now);
      std::fill(direction_.begin(), direction_.end(), 0.0);
    }
    if (step_share < climb.least_step) break;
    const double square = find_direction(now);
    if (square <= 0) break;
    const double distance = std::max(target - bound, 1e-4 * std::abs(target) + 1e-9);
    step(now, step_share * distance / square);
  }
  return best;
}

Multipliers multipliers_of(const MedianProblem& problem, std::span<const std::int32_t> open) {
  std::vector<std::uint8_t> is_open(static_cast<std::size_t>(problem.place_count), 0);
  for (const std::int32_t place : open) is_open[static_cast<std::size_t>(place)] = 1;
  Multipliers result;
  result.of_client.reserve(problem.unserved_cost.size());
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    double nearest[2] = {problem.unserved_cost[client], problem.unserved_cost[client]};
    int found = 0;
    for (auto at = static_cast<std::size_t>(problem.first_offer[client]);
         at < static_cast<std::size_t>(problem.first_offer[client + 1]) && found < 2; ++at) {
      if (is_open[static_cast<std::size_t>(problem.offer_place[at])]) nearest[found++] = problem.offer_cost[at];
    }
    result.of_client.push_back((nearest[0] + nearest[1]) / 2);
  }
  return result;
}

std::vector<Decision> fix_places(const MedianProblem& problem, const LagrangianAnswer& answer, double ceiling) {
  const std::size_t places = answer.reduced_cost.size();
  std::vector<Decision> decisions(places, Decision::free);
  const auto most = static_cast<std::size_t>(std::max(problem.most_places, 0));
  std::vector<double> sorted = answer.reduced_cost;
  std::sort(sorted.begin(), sorted.end());
  // The dearest place the relaxed problem opens, and the cheapest it leaves closed.
  const double last_in = most == 0 ? 0 : (most <= places ? std::min(sorted[most - 1], 0.0) : 0.0);
  const double first_out = most < places ? std::min(sorted[most], 0.0) : 0.0;
  for (std::size_t place = 0; place < places; ++place) {
    const double cost = answer.reduced_cost[place];
    const bool in = cost < 0 && cost <= last_in;
    // Opening a place left closed pushes the dearest open one out; closing an open one lets the next one in.
    if (cost >= last_in && answer.bound + cost - last_in >= ceiling) {
      decisions[place] = Decision::closed;
    } else if (in && answer.bound - cost + first_out >= ceiling) {
      decisions[place] = Decision::open;
    }
  }
  return decisions;
}

}  // namespace laoyou::siting
