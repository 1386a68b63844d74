#include "engines/siting/swap_search.h"

#include <algorithm>
#include <cmath>

namespace laoyou::siting {

SwapSearch::SwapSearch(const MedianProblem& problem) : problem_(problem) {
  const auto places = static_cast<std::size_t>(problem.place_count);
  const std::size_t offers = problem.offer_place.size();
  first_client_.assign(places + 1, 0);
  for (const std::int32_t place : problem.offer_place) ++first_client_[static_cast<std::size_t>(place) + 1];
  for (std::size_t place = 0; place < places; ++place) first_client_[place + 1] += first_client_[place];
  offered_client_.resize(offers);
  offered_cost_.resize(offers);
  std::vector<std::int64_t> next(first_client_.begin(), first_client_.end() - 1);
  double total = std::abs(problem.constant);
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    total += problem.unserved_cost[client];
    for (auto at = static_cast<std::size_t>(problem.first_offer[client]);
         at < static_cast<std::size_t>(problem.first_offer[client + 1]); ++at) {
      const auto to = static_cast<std::size_t>(next[static_cast<std::size_t>(problem.offer_place[at])]++);
      offered_client_[to] = static_cast<std::int32_t>(client);
      offered_cost_[to] = problem.offer_cost[at];
    }
  }
  // Below this a saving may be rounding: the search must not run in circles on it.
  least_saving_ = problem.whole_costs ? 0.5 : 1e-12 * total;
}

double SwapSearch::improve(std::vector<std::int32_t>& open) {
  start_from(open);
  add_places();
  for (Exchange exchange = best_exchange(); exchange.place_in >= 0; exchange = best_exchange()) apply(exchange);
  open = open_;
  std::sort(open.begin(), open.end());
  return cost_of(problem_, open);
}

void SwapSearch::start_from(const std::vector<std::int32_t>& open) {
  const auto clients = problem_.unserved_cost.size();
  const auto places = static_cast<std::size_t>(problem_.place_count);
  const auto slots = static_cast<std::size_t>(std::max(problem_.most_places, 0));
  open_ = open;
  slot_of_place_.assign(places, -1);
  spent_fen_ = 0;
  for (std::size_t slot = 0; slot < open_.size(); ++slot) {
    const auto place = static_cast<std::size_t>(open_[slot]);
    slot_of_place_[place] = static_cast<std::int32_t>(slot);
    if (problem_.has_budget()) spent_fen_ += problem_.price_fen[place];
  }
  nearest_slot_.resize(clients);
  second_slot_.resize(clients);
  nearest_cost_.resize(clients);
  second_cost_.resize(clients);
  gain_.assign(places, 0);
  loss_.assign(slots, 0);
  correction_.assign(slots * places, 0);
  for (std::size_t client = 0; client < clients; ++client) {
    find_two_nearest(client);
    account(client, 1);
  }
}

void SwapSearch::find_two_nearest(std::size_t client) {
  nearest_slot_[client] = second_slot_[client] = -1;
  nearest_cost_[client] = second_cost_[client] = problem_.unserved_cost[client];
  for (auto at = static_cast<std::size_t>(problem_.first_offer[client]);
       at < static_cast<std::size_t>(problem_.first_offer[client + 1]); ++at) {
    const std::int32_t slot = slot_of_place_[static_cast<std::size_t>(problem_.offer_place[at])];
    if (slot < 0) continue;
    if (nearest_slot_[client] < 0) {
      nearest_slot_[client] = slot;
      nearest_cost_[client] = problem_.offer_cost[at];
    } else {
      second_slot_[client] = slot;
      second_cost_[client] = problem_.offer_cost[at];
      return;
    }
  }
}

void SwapSearch::account(std::size_t client, double sign) {
  const double nearest = nearest_cost_[client];
  const double second = second_cost_[client];
  const std::int32_t slot = nearest_slot_[client];
  auto at = static_cast<std::size_t>(problem_.first_offer[client]);
  const auto end = static_cast<std::size_t>(problem_.first_offer[client + 1]);
  if (slot < 0) {
    for (; at < end; ++at) gain_[static_cast<std::size_t>(problem_.offer_place[at])] += sign * (nearest - problem_.offer_cost[at]);
    return;
  }
  loss_[static_cast<std::size_t>(slot)] += sign * (second - nearest);
  double* const correction = correction_.data() + static_cast<std::size_t>(slot) * static_cast<std::size_t>(problem_.place_count);
  for (; at < end && problem_.offer_cost[at] < nearest; ++at) {
    const auto place = static_cast<std::size_t>(problem_.offer_place[at]);
    gain_[place] += sign * (nearest - problem_.offer_cost[at]);
    correction[place] += sign * (second - nearest);
  }
  for (; at < end && problem_.offer_cost[at] < second; ++at) {
    correction[static_cast<std::size_t>(problem_.offer_place[at])] += sign * (second - problem_.offer_cost[at]);
  }
}

bool SwapSearch::affordable(std::int32_t place_in, std::int32_t slot_out) const {
  if (!problem_.has_budget()) return true;
  const std::int64_t freed_fen =
      slot_out < 0 ? 0 : problem_.price_fen[static_cast<std::size_t>(open_[static_cast<std::size_t>(slot_out)])];
  return spent_fen_ - freed_fen + problem_.price_fen[static_cast<std::size_t>(place_in)] <= problem_.budget_fen;
}

void SwapSearch::add_places() {
  while (open_.size() < static_cast<std::size_t>(problem_.most_places)) {
    std::int32_t best = -1;
    double best_worth = 0;
    for (std::int32_t place = 0; place < problem_.place_count; ++place) {
      const double gain = gain_[static_cast<std::size_t>(place)];
      if (slot_of_place_[static_cast<std::size_t>(place)] >= 0 || gain <= least_saving_ || !affordable(place, -1)) continue;
      const double price =
          problem_.has_budget() ? static_cast<double>(problem_.price_fen[static_cast<std::size_t>(place)]) : 1.0;
      const double worth = gain / std::max(price, 1.0);
      if (worth > best_worth) {
        best = place;
        best_worth = worth;
      }
    }
    if (best < 0) return;
    open_.push_back(best);
    open_place(best, static_cast<std::int32_t>(open_.size()) - 1);
  }
}

SwapSearch::Exchange SwapSearch::best_exchange() const {
  Exchange best;
  best.saving = least_saving_;
  const auto places = static_cast<std::size_t>(problem_.place_count);
  for (std::size_t slot = 0; slot < open_.size(); ++slot) {
    const double* const correction = correction_.data() + slot * places;
    for (std::size_t place = 0; place < places; ++place) {
      const double saving = gain_[place] + correction[place] - loss_[slot];
      if (saving <= best.saving || slot_of_place_[place] >= 0) continue;
      const Exchange exchange{saving, static_cast<std::int32_t>(place), static_cast<std::int32_t>(slot)};
      if (affordable(exchange.place_in, exchange.slot_out)) best = exchange;
    }
  }
  return best;
}

void SwapSearch::apply(const Exchange& exchange) {
  const std::int32_t slot = exchange.slot_out;
  const auto place_out = static_cast<std::size_t>(open_[static_cast<std::size_t>(slot)]);
  slot_of_place_[place_out] = -1;
  if (problem_.has_budget()) spent_fen_ -= problem_.price_fen[place_out];
  open_[static_cast<std::size_t>(slot)] = exchange.place_in;
  // The clients of the closed place look round before the new place is entered for everyone.
  for (std::size_t client = 0; client < nearest_slot_.size(); ++client) {
    if (nearest_slot_[client] != slot && second_slot_[client] != slot) continue;
    account(client, -1);
    find_two_nearest(client);
    account(client, 1);
  }
  open_place(exchange.place_in, slot);
}

void SwapSearch::open_place(std::int32_t place, std::int32_t slot) {
  slot_of_place_[static_cast<std::size_t>(place)] = slot;
  if (problem_.has_budget()) spent_fen_ += problem_.price_fen[static_cast<std::size_t>(place)];
  for (auto at = static_cast<std::size_t>(first_client_[static_cast<std::size_t>(place)]);
       at < static_cast<std::size_t>(first_client_[static_cast<std::size_t>(place) + 1]); ++at) {
    const auto client = static_cast<std::size_t>(offered_client_[at]);
    const double cost = offered_cost_[at];
    if (cost >= second_cost_[client]) continue;
    account(client, -1);
    if (cost < nearest_cost_[client]) {
      second_slot_[client] = nearest_slot_[client];
      second_cost_[client] = nearest_cost_[client];
      nearest_slot_[client] = slot;
      nearest_cost_[client] = cost;
    } else {
      second_slot_[client] = slot;
      second_cost_[client] = cost;
    }
    account(client, 1);
  }
}

}  // namespace laoyou::siting
