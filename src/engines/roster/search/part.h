// A part of a roster made anew: some carers, some days. Columns are generated until no row of any carer would make the mix cheaper, which also
// bounds what the part can cost; then whole rows are chosen.
#pragma once

#include "engines/roster/search/ground.h"
#include "engines/roster/search/master.h"

namespace laoyou::roster {

/// Which carers, and what is open to them: bits by day, one bit where the day stays as it is.
struct Piece {
  std::vector<int> carers;
  std::vector<std::vector<std::uint64_t>> choices;
};

/// How to go about it.
struct PartEffort {
  int threads = 1;
  int rounds = 1000;        ///< of generating columns
  std::uint64_t seed = 1;
  int nodes = 40;           ///< of choosing among the columns; 0: only by fixing one row after another
  bool only_better = true;  ///< give up as soon as nothing cheaper than what stands can come out
  bool aside = false;       ///< another roster that costs the same will do too
  std::function<bool()> stop;           ///< may be empty
  std::function<bool()> stop_columns;   ///< ends only the generating; may be empty
  std::function<bool()> hurry;          ///< from now on more rows are fixed at once; may be empty
  const std::vector<double>* guide = nullptr;  ///< what carers are worth by slot, to begin with
};

class PartSearch {
 public:
  /// What one more on each slot is worth, and what each carer's row must cost to be of use.
  struct Prices {
    std::vector<double> worth, thresholds;
  };

  /// `plan` stands outside the part, and inside it is what must be bettered.
  PartSearch(const Ground& ground, const Plan& plan, const Piece& part, const PartEffort& effort);

  /// The new rows by position in Piece::carers; empty: none that are cheaper were found (or, with only_better off, none at all).
  std::vector<std::vector<int>> run();

  /// No plan that differs in the part alone costs less than this in the whole; only where generating was not cut short.
  double bound() const { return bound_ + static_cast<double>(elsewhere_); }
  bool bounded() const { return bounded_; }
  /// Nothing cheaper exists.
  bool closed() const { return closed_; }
  std::int64_t work() const;
  /// The prices of the program when generating ended: only by these does the reduced price of a row say whether a better plan can hold it. Rows that
  /// were fixed since do not count in them.
  const Prices& settled() const { return settled_; }
  /// What the mix of rows cost then, with all that is outside the part.
  double settled_value() const { return settled_value_ + static_cast<double>(elsewhere_); }
  /// What carers are worth by slot in the program as it stands, rows fixed and all.
  std::vector<double> worth() const;
  /// Rows that the mix holds, or could hold at no loss, after generating.
  std::vector<Column> good_columns() const;
  const Master& master() const { return master_; }

 private:
  void generate();
  Prices prices() const;
  int price_rows(const std::vector<char>& fixed, const Prices& prices, bool& complete, double& least);
  double bound_by(const std::vector<double>& worth, double least) const;
  void price_by_guide();
  void add_near_rows();
  std::vector<double> prices_of(std::size_t position, const std::vector<double>& worth) const;
  std::vector<std::vector<int>> dive();
  std::vector<std::vector<int>> rows_of(const std::vector<std::size_t>& columns) const;
  bool better(const std::vector<std::vector<int>>& rows) const;
  bool stopped() const { return effort_.stop && effort_.stop(); }
  bool far() const;
  Column column_of(std::size_t position, std::vector<int> row) const;
  double limit() const { return static_cast<double>(standing_) + (effort_.aside ? k_aside : 0.02 - 1); }  // prices are whole numbers

  static constexpr double k_aside = 0.4;  // all carers together

  const Ground& ground_;
  const Plan& plan_;
  const Piece& part_;
  const PartEffort& effort_;
  std::vector<int> outside_;     ///< given by carers outside the part, by slot
  std::vector<char> open_;       ///< by slot
  std::int64_t standing_ = 0;    ///< what the part costs now: its carers' requests and the open slots
  std::int64_t elsewhere_ = 0;   ///< the rest of the whole price
  Master master_;
  std::vector<BestRow> finders_;
  std::vector<RowScratch> scratch_;
  Prices settled_;
  double settled_value_ = 0;
  std::size_t solved_ = 0;  ///< columns that the last program solved while generating had
  double bound_ = 0;
  bool bounded_ = false, closed_ = false;

  struct Setup;
  PartSearch(const Ground& ground, const Plan& plan, const Piece& part, const PartEffort& effort, Setup setup);
};

}  // namespace laoyou::roster
