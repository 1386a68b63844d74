// The cheapest row of days that keeps every rule of one carer, found exactly by dynamic programming over days.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "engines/roster/rows/row_states.h"

namespace laoyou::roster {

/// What one thread needs while it looks for rows; kept so that it is not allocated anew for each.
struct RowScratch {
  struct Node {
    int from = 0, until = -1;           ///< times that can be had here, in units
    int least_rest = 0, most_rest = -1; ///< units that the days still to come can add
    std::size_t cells = 0;              ///< position of the cell of time `from`
    bool reached = false;
  };
  /// A node that there is a way to.
  struct Reached {
    std::size_t node;
    int state, layer;
  };
  std::vector<Node> nodes;
  std::vector<std::vector<Reached>> reached;  ///< by day
  std::vector<double> cells;
  std::vector<double> prices;  ///< by day and class, the day off first
  std::vector<int> kinds;     ///< which kind of a class is the cheapest
  std::int64_t work = 0;      ///< cells made, all in all
};

/// A row and what it costs.
struct PricedRow {
  std::vector<int> row;
  double price = 0;
  double bound = 0;  ///< no row that keeps every rule costs less
};

class BestRow {
 public:
  /// `problem` and `rows` outlive it.
  BestRow(const Problem& problem, const Rows& rows, int carer);

  /// The cheapest row for `prices` (by day and kind, k_off first) out of the kinds whose bits are set in `choices`, by day, as in
  /// Rows::choice_bits. Nothing where there is no row, or where the limits on kinds are too many for it to find one; `gave_up` is set for the latter.
  /// Kinds whose limit is seen to matter are counted from then on. A row found without counting, which need not be the cheapest, will do where its
  /// price is below `aim` and gains at least half of what the bound below it would.
  std::optional<PricedRow> find(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch, double aim = k_exactly, bool* gave_up = nullptr);

  static constexpr double k_exactly = -std::numeric_limits<double>::infinity();
  static constexpr double k_any = std::numeric_limits<double>::infinity();

  /// False: the rules of this carer make tables too large to be filled.
  bool usable() const;

 private:
  enum class Filled : std::uint8_t { yes, no_row, too_large };
  Filled fill(RowScratch& scratch) const;
  void set_prices(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch) const;
  void reach(RowScratch& scratch) const;
  void look_ahead(RowScratch& scratch) const;
  Filled lay_out(RowScratch& scratch) const;
  void push(RowScratch& scratch) const;
  std::optional<PricedRow> read_back(RowScratch& scratch) const;
  int broken_kind(const std::vector<int>& row) const;
  bool count(int kind);
  std::optional<PricedRow> find_by_counting(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch, int kind, bool* gave_up);
  std::optional<PricedRow> find_by_prices(std::vector<double> prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch) const;
  std::size_t node(int day, int state, int layer) const {
    return (static_cast<std::size_t>(day) * static_cast<std::size_t>(states_->states()) + static_cast<std::size_t>(state)) * static_cast<std::size_t>(states_->layers()) +
           static_cast<std::size_t>(layer);
  }
  double price(const RowScratch& scratch, int day, int duty) const { return scratch.prices[static_cast<std::size_t>(day) * (states_->classes().size() + 1) + static_cast<std::size_t>(duty + 1)]; }
  int length(int duty) const { return duty < 0 || !states_->timed() ? 0 : states_->classes()[static_cast<std::size_t>(duty)].length; }
  template <class Take>
  void for_steps(const RowScratch& scratch, int day, const Take& take) const;

  const Problem& problem_;
  const Rows& rows_;
  int carer_;
  std::vector<int> counted_;
  std::shared_ptr<const RowStates> plain_;          ///< nothing is counted
  std::shared_ptr<const RowStates> counting_;       ///< the kinds of counted_ are
  std::shared_ptr<const RowStates> states_;         ///< of these, the one in use
};

}  // namespace laoyou::roster
