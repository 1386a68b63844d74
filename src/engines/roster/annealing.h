// The search for a duty roster: simulated annealing over blocks of days, of one carer or exchanged between two.
#pragma once

#include <functional>

#include "base/random.h"
#include "engines/roster/rows.h"

namespace laoyou::roster {

/// One deterministic search: equal problem, seed and steps give equal rosters as long as elapsed_share is empty.
class Annealing {
 public:
  Annealing(const Problem& problem, std::uint64_t seed);

  /// Makes at most `steps` steps, or until `elapsed_share` (0 to 1, may be empty) reaches 1.
  void run(std::int64_t steps, const std::function<double()>& elapsed_share);

  /// The best roster met; one that keeps all rules before one that does not.
  const Plan& best() const { return best_; }
  std::int64_t best_broken() const { return best_broken_; }
  std::int64_t best_price() const { return best_price_; }
  std::int64_t steps() const { return made_; }

 private:
  /// A cell that a step changed, as it was.
  struct Change {
    int carer;
    int day;
    int kind;
  };

  void propose();
  void fill_block(int carer, int day, int length, int kind);
  void scatter(int carer, int day, int length);
  void exchange(int one, int other, int day, int length);
  void move_block_edge();
  void cover_need();
  void set(int carer, int day, int kind);
  void undo();
  bool accepts(double share);
  void keep_if_best();
  std::int64_t cover_price(int day, int kind) const;
  int below(int count) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(count))); }
  std::size_t slot(int day, int kind) const { return static_cast<std::size_t>(day) * problem_.kinds.size() + static_cast<std::size_t>(kind); }

  const Problem& problem_;
  Rows rows_;
  SeededRandom random_;
  Plan plan_;
  std::vector<RowCost> row_cost_;
  std::vector<int> given_;          ///< carers by day and kind
  std::vector<int> cover_of_;       ///< position in Problem::covers by day and kind; k_none
  std::vector<Change> changes_;
  std::vector<int> changed_carers_;
  std::vector<RowCost> fresh_;      ///< of the changed carers
  std::int64_t price_ = 0, broken_ = 0;
  std::int64_t price_before_ = 0;   ///< the step
  std::int64_t scale_ = 1;          ///< the dearest price
  int longest_ = 1;                 ///< of a block, in days
  Plan best_;
  std::int64_t best_broken_ = 0, best_price_ = 0;
  std::int64_t made_ = 0;
};

}  // namespace laoyou::roster
