#pragma once

#include <cstdint>
#include <vector>

#include "engines/siting/median_problem.h"

namespace laoyou::siting {

/// Local search for a MedianProblem: adds places while that helps and is allowed, then exchanges one open place for one
/// closed one, always the best exchange, until none helps.
///
/// The exchange is found from gain, loss and correction tables that are kept up to date only where a client's two
/// nearest open places changed: Resende and Werneck, "A fast swap-based local search procedure for location problems",
/// Annals of Operations Research 150 (2007).
///
/// The problem must outlive the search. Memory: places × most_places numbers.
class SwapSearch {
 public:
  explicit SwapSearch(const MedianProblem& problem);

  /// Improves `open` (distinct places, within the limits) in place and returns its cost.
  double improve(std::vector<std::int32_t>& open);

 private:
  struct Exchange {
    double saving = 0;
    std::int32_t place_in = -1;
    std::int32_t slot_out = -1;
  };

  void start_from(const std::vector<std::int32_t>& open);
  void find_two_nearest(std::size_t client);
  void account(std::size_t client, double sign);
  void add_places();
  [[nodiscard]] Exchange best_exchange() const;
  void apply(const Exchange& exchange);
  void open_place(std::int32_t place, std::int32_t slot);
  [[nodiscard]] bool affordable(std::int32_t place_in, std::int32_t slot_out) const;

  const MedianProblem& problem_;
  double least_saving_;
  // Clients a place has offers for, with the cost: the offers turned round.
  std::vector<std::int64_t> first_client_;
  std::vector<std::int32_t> offered_client_;
  std::vector<double> offered_cost_;
  // State of the current choice.
  std::vector<std::int32_t> open_;           // slot → place
  std::vector<std::int32_t> slot_of_place_;  // place → slot, −1 when closed
  std::int64_t spent_fen_ = 0;
  std::vector<std::int32_t> nearest_slot_, second_slot_;  // client → slot, −1 for none
  std::vector<double> nearest_cost_, second_cost_;        // unserved cost where there is none
  std::vector<double> gain_;                              // place → saved by opening it
  std::vector<double> loss_;                              // slot → lost by closing it
  std::vector<double> correction_;                        // slot × place → gain and loss counted twice
};

}  // namespace laoyou::siting
