// Rules over whole tables, a chunk of rows at a time. Answers are those of row_evaluate.h, number for number, with any number of threads.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// Whether sums visit only rows that masks cannot decide, or compute all rows: chosen from a sample unless a test asks for one.
enum class Visiting { sampled, chosen_rows, all_rows };

/// A question made ready for one state of the facts, to be answered as often as wanted; memory for registers is kept between answers.
/// The book and the facts must outlive it. One thread at a time.
class CompiledQuestion {
 public:
  CompiledQuestion(const Book& book, const Facts& facts, const Question& question, Visiting visiting = Visiting::sampled);
  /// The same where each row stands for `weights[row]` equal ones (cube.h); all totals must be over one record, and all rows are visited.
  CompiledQuestion(const Book& book, const Facts& facts, const Question& question, std::span<const std::int64_t> weights);
  ~CompiledQuestion();
  CompiledQuestion(CompiledQuestion&&) noexcept;

  /// Facts that changed since are taken in first, as if compiled anew.
  Answer evaluate();
  /// Fields of their own row that the totals rest on; nothing when they read other rows too.
  std::optional<std::vector<int>> fields_read() const;
  /// Bytes of registers, tables and accumulators, all threads together.
  std::size_t bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Answers a question about totals.
Answer evaluate(const Book& book, const Facts& facts, const Question& question);

/// One value a row.
struct RuleColumn {
  std::vector<std::int64_t> values;     ///< 0 where missing
  std::vector<std::uint64_t> validity;  ///< bit i of word i/64: row i has a value
  Value at(std::size_t row) const {
    return (validity[row / 64] >> row % 64 & 1) != 0 ? Value(values[row]) : Value();
  }
};

/// The value of a rule over a record for every row of it.
RuleColumn evaluate_rule(const Book& book, const Facts& facts, const Period& period, int rule);

}  // namespace laoyou::rules
