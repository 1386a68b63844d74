// Aggregates over one record's rows: which registers they rest on, and the accounts that a thread keeps while it goes through the chunks.
#pragma once

#include <memory>
#include <span>

#include "rules/columns/frame.h"
#include "rules/columns/groups.h"
#include "rules/columns/evaluate.h"

namespace laoyou::rules {

/// One Total node, compiled.
struct Aggregate {
  const Node* node = nullptr;
  Function function = Function::count;
  int condition = -1;  ///< mask; -1: all rows
  int value = -1;      ///< value; -1: count, exists, share
  int inner = -1;      ///< mask of a share
  int zero = -1;       ///< mask of rows that add nothing but their presence; -1: not known
  int absent = -1;     ///< mask of rows without a value; -1: not known
  std::vector<std::pair<int, int>> absent_masks;   ///< without condition: masks whose rows, added or taken away, are those of `absent`
  std::vector<std::pair<int, int>> absent_counts;  ///< the same as positions in RecordTotals::counted
  int undecided_field = -1;  ///< the condition is missing for exactly the rows without this field; -1: they are counted
  int missing_field = -1;  ///< and, of those without a value, rows without this field; -1: there are none
  bool never_absent = false;  ///< `absent` is known and never TRUE
  bool wide = false;   ///< sums may leave int64
  bool visited = false;  ///< only rows that masks leave open are visited
};

/// All aggregates of a question over one record.
struct RecordTotals {
  int record = -1, domain = -1;
  std::vector<Aggregate> aggregates;
  std::vector<int> counted;  ///< masks whose rows are counted once for all aggregates
  Schedule masks;    ///< every chunk: conditions, supports, and the values of aggregates that are not `visited`
  Schedule visited;  ///< rows visited: conditions and values of aggregates that are
  bool any_visited = false;
};

/// Compiles the Total nodes of one record into `compiler`'s program; schedules are made by choose_visiting().
/// `rows`: how many rows there are at most to be added up.
RecordTotals compile_totals(class Compiler& compiler, int record, const std::vector<const Node*>& totals, std::int64_t rows);
/// Decides which aggregates visit chosen rows only, by a sample of the table, and schedules both passes.
void choose_visiting(const Program& program, RecordTotals& totals, Visiting visiting);

/// What one thread counts for one aggregate in one group.
struct Cell {
  std::int64_t selected = 0, undecided = 0, missing = 0;
  std::int64_t number = 0;  ///< sum, number of TRUE ones, least or greatest
};

/// The accounts of one thread for one record.
class TotalsWorker {
 public:
  /// weights: how many rows each row stands for; empty: itself.
  TotalsWorker(const Program& program, const RecordTotals& totals, const RecordGroups& groups, std::size_t group_count, std::span<const std::int64_t> weights);

  void clear();
  /// Takes in rows first..end of the table; first is a multiple of 64.
  void visit(std::size_t first, std::size_t end);
  /// Takes in what was set aside.
  void finish();
  /// Adds another worker's accounts.
  void merge(const TotalsWorker& other);
  /// missing, undecided: of each group, the rows without the aggregate's missing_field and undecided_field.
  Tally tally(std::size_t aggregate, std::size_t group, const std::vector<std::int64_t>& missing, const std::vector<std::int64_t>& undecided) const;
  std::size_t bytes() const;

 private:
  /// Rows to be counted together: looking up a few groups at a time would wait for memory each time.
  struct Waiting {
    std::vector<std::int32_t> rows;
    std::size_t n = 0;
  };
  struct Account {
    std::vector<Cell> cells;
    Waiting selected, undecided, missing, number;  // by what is counted in a Cell
    std::vector<Wide> wide;
    std::vector<std::pair<std::uint32_t, std::int64_t>> different;
    std::size_t different_when_sorted = 0;
  };

  using Mask = std::uint64_t[k_chunk_words];
  template <class Step>
  void each_word(const Step& step) const {
    for (std::size_t word = 0; word < words_; ++word) step(word);
  }

  void visit_chunk(std::size_t first, std::size_t n);
  void begin_chunk(std::size_t first, std::size_t n);
  void count_conditions();
  void total_selected(const Aggregate& aggregate, Account& account, std::uint64_t* open);
  void select(const Aggregate& aggregate, std::uint64_t* selected, Account& account);
  void count_inner(const Register& inner, const std::uint64_t* selected, Account& account);
  void open_selected(const Aggregate& aggregate, std::uint64_t* selected, std::uint64_t* open, Account& account);
  void leave_open(const Aggregate& aggregate, std::uint64_t* open) const;
  void visit_rows();
  /// Adds one to `what` of the group of every row of the mask, at once or, where they are few, later.
  void count(const std::uint64_t* mask, std::int64_t Cell::*what, Waiting Account::*later, Account& account);
  void count_waiting(std::int64_t Cell::*what, Waiting Account::*later, Account& account);
  void add_values(const Aggregate& aggregate, const Register& value, std::uint64_t* selected, Account& account);
  void sort_different(Account& account);
  void need_groups();

  const Program& program_;
  const RecordTotals& totals_;
  const RecordGroups& groups_;
  std::size_t group_count_;
  std::span<const std::int64_t> weights_;
  const Kernels& kernels_;
  Frame masks_;
  std::unique_ptr<Frame> visited_;
  std::vector<Account> accounts_, counted_;
  // The chunk at hand.
  std::vector<std::uint32_t> group_of_lane_;
  bool groups_known_ = false;
  const std::int32_t* rows_ = nullptr;
  std::size_t first_ = 0, n_ = 0, words_ = 0;
  std::uint64_t live_[k_chunk_words];
  std::uint32_t waiting_groups_[2 * k_chunk_rows];
  std::vector<std::int32_t> waiting_;
  std::size_t waiting_count_ = 0;
};

}  // namespace laoyou::rules
