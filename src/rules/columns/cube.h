// Counts of equal rows: where totals rest on few coded facts (age, grade, county), the rows that agree in all of them are one row that stands
// for many, and another amount or age limit is answered from these at once.
#pragma once

#include <memory>
#include <optional>

#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// The rows of one record, counted by the fields that a question rests on and the field it groups by.
class CountCube {
 public:
  /// Nothing when the question's totals are over more than one record, read other rows, or their fields have too many numbers together.
  static std::optional<CountCube> build(const Book& book, const Facts& facts, const Question& question, std::size_t most_cells = std::size_t{1} << 20);

  /// What evaluate() gives on the facts counted, for this book or one with other parameters and rules over the same schema. Nothing when it
  /// reads a field that was not counted.
  std::optional<Answer> evaluate(const Book& book, const Question& question) const;

  /// False when the facts have changed since.
  bool is_current(const Facts& facts) const;
  /// Rows of the cube: combinations that occur.
  std::size_t cells() const { return weights_.size(); }

 private:
  CountCube(const Schema& schema) : cells_(std::make_unique<Facts>(schema)) {}
  bool counts(const Book& book, const Question& question) const;

  int record_ = -1;
  std::uint64_t version_ = 0;
  std::vector<int> fields_;  // ascending
  std::unique_ptr<Facts> cells_;
  std::vector<std::int64_t> weights_;
};

}  // namespace laoyou::rules
