// The search for a roster out of whole rows: greedily at first, then by generating columns for all carers, then piece by piece.
#pragma once

#include <optional>

#include "engines/roster/search/pieces.h"
#include "engines/roster/search/row_pool.h"

namespace laoyou::roster {

struct SearchOptions {
  std::int64_t steps = 0;                 ///< pieces made anew, at most
  std::function<double()> elapsed_share;  ///< may be empty
  std::uint64_t seed = 1;
  int threads = 1;
  std::function<void(double share, std::int64_t price, std::optional<std::int64_t> bound)> progress;  ///< may be empty
};

/// One deterministic search: equal problem, beginning, seed and steps give equal rosters for every number of threads, as long as elapsed_share is
/// empty.
class Search {
 public:
  /// Makes new the rows of `carers` alone; those of `begin` keep every rule for them.
  Search(const Ground& ground, Plan begin, std::vector<int> carers);

  void run(const SearchOptions& options);

  const Plan& plan() const { return plan_; }
  std::int64_t price() const { return price_; }
  /// No roster costs less; absent where that was not found out. Rows of carers not among those of the search stay as they are.
  std::optional<std::int64_t> bound() const { return bound_; }
  std::int64_t steps() const { return made_; }

 private:
  struct Task {
    bool from_pool = false, aside = false;
    Piece piece;
    std::vector<std::vector<int>> rows;
    std::vector<Column> columns;
    std::int64_t work = 0;
  };

  void improve_one_by_one();
  void start_from_all();
  void make_pieces();
  void work_on(Task& task, const Pieces& pieces, const Plan& before, std::int64_t number) const;
  bool is_near(double value, double share) const;
  bool pool_is_worth_it() const;
  void take(const std::vector<int>& carers, const std::vector<std::vector<int>>& rows, const Plan& before, bool aside);
  bool settled() const { return bound_ && *bound_ >= price_; }
  double share() const { return options_.elapsed_share ? options_.elapsed_share() : 0; }
  void tell() const;

  const Ground& ground_;
  Plan plan_;
  std::vector<int> carers_;
  SearchOptions options_;
  std::int64_t price_ = 0;
  std::optional<std::int64_t> bound_;
  double mix_ = 0;  ///< what the mix of rows of all carers cost
  std::vector<double> guide_;
  RowPool pool_;
  std::int64_t made_ = 0;
};

}  // namespace laoyou::roster
