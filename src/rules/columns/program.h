// A rule as the column evaluator runs it: operations on registers that hold one chunk of rows each. Compiled from the typed tree for one book,
// one day and one state of the facts: parameters, texts and regions are constants here, and what depends on one small column is a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "rules/tree/book.h"
#include "rules/facts/derived_facts.h"
#include "rules/facts/facts.h"

namespace laoyou::rules {

/// Rows evaluated at once, so that registers stay in the second cache; and the words of a mask over them.
constexpr std::size_t k_chunk_rows = 2048;
constexpr std::size_t k_chunk_words = k_chunk_rows / 64;

/// What a register holds. Bits and lanes behind the last row are anything.
///   rows   int32 row numbers, -1 where a path led nowhere; none when the chunk is a stretch of the table
///   value  int64 lanes and validity words (none: all present); lanes of missing values hold some number within the type's bounds
///   mask   words of TRUE rows and words of FALSE rows; neither is missing
enum class Holds : std::uint8_t { rows, value, mask };

enum class Op : std::uint8_t {
  // rows
  base,    ///< the rows of the domain
  outer,   ///< rows register `a` of the domain around, by the owner of each lane
  follow,  ///< from rows `a` of `record` along id field `field`
  // values
  constant_value,
  load,  ///< `field` of `record` at rows `a`
  add,
  subtract,
  negate,
  multiply,  ///< `a` times constant `x`
  scale,     ///< a × b × x ÷ (c × y), rounded
  date,      ///< a DateFunction of `a` and, for two arguments, `b`
  choose_value,    ///< arguments: condition, value, condition, value …, otherwise
  fallback_value,  ///< a, or b where a is missing
  mask_as_value,
  reached_value,  ///< a, missing where rows b led nowhere
  band_value,     ///< bands[table] asked for a
  table_value,    ///< tables[table] asked for the raw number of a column
  related_value,  ///< aggregate of domain `child` over the rows that refer to rows `a`
  // masks
  constant_mask,
  value_as_mask,  ///< TRUE where not 0
  compare,        ///< a BinarySign of a and b
  mask_equal,
  mask_and,
  mask_or,
  mask_not,
  value_missing,
  mask_missing,
  in_ranges,  ///< a lies in one of ranges[table]
  within,     ///< region a within region b
  in_period,  ///< date a in period b
  choose_mask,
  fallback_mask,
  reached_mask,
  column_ranges,  ///< the raw number of a column lies in one of ranges[table]
  table_mask,     ///< tables[table] asked for the raw number of a column
  certain         ///< FALSE where a is not TRUE, also where it is missing
};

struct Operation {
  Op op = Op::base;
  Holds holds = Holds::rows;
  int a = -1, b = -1, c = -1;
  std::vector<int> arguments = {};
  int record = -1, field = -1;
  std::int64_t x = 0, y = 0;
  bool present = true;   ///< of a constant; choose_*: ordered
  std::uint8_t sign = 0; ///< BinarySign, DateFunction, Rounding or Function
  int table = -1, child = -1;

  bool operator==(const Operation&) const = default;
};

/// Disjoint ranges of numbers, ends included, ascending. `if_missing`: what a missing number is.
struct Ranges {
  std::vector<std::pair<std::int64_t, std::int64_t>> ranges;
  Value if_missing;
  bool operator==(const Ranges&) const = default;
};

/// A function given by disjoint ranges, ascending by low.
struct BandTable {
  struct Band {
    std::int64_t low, high;
    Value value;
    bool operator==(const Band&) const = default;
  };
  std::vector<Band> bands;
  Value otherwise;
  bool operator==(const BandTable&) const = default;
};

/// A function of one column by its raw number: entry i belongs to least + i.
struct DirectTable {
  std::int64_t least = 0;
  std::vector<std::int64_t> values;
  std::vector<std::uint8_t> present;
  bool all_present = true;
  Value if_missing;
};

/// Operations over the rows of one record; register i is what operations[i] gives. Related aggregates have a domain of their own.
struct Domain {
  int record = -1;
  std::vector<Operation> operations;
  /// Related aggregates: registers of the condition, the value (share: a mask) and the order; -1 where there is none.
  int condition = -1, value = -1, order = -1;
};

/// The order in which the operations needed for some registers run, and where each puts its result.
struct Schedule {
  std::vector<int> order;
  std::vector<int> slot;  ///< by register; -1 where it is not needed
  std::vector<int> constants;
  int value_slots = 0, mask_slots = 0, rows_slots = 0;
};

struct Program {
  const Facts* facts = nullptr;
  const Book* book = nullptr;
  std::vector<Domain> domains;
  std::vector<Schedule> related_schedules;  ///< by domain
  std::vector<Ranges> ranges;
  std::vector<BandTable> bands;
  std::vector<DirectTable> tables;
  std::vector<std::pair<std::pair<int, int>, std::shared_ptr<const RowLinks>>> links;       ///< by record and field
  std::vector<std::pair<std::pair<int, int>, std::shared_ptr<const RelatedRows>>> related;

  const Column& column(int record, int field) const { return facts->tables[static_cast<std::size_t>(record)].column(field); }
  const RowLinks& links_of(int record, int field) const;
  const RelatedRows& related_of(int record, int field) const;
};

/// Orders what `roots` need. `lanes_given`: loads find their lanes prepared, so the rows they read at are not needed (column_fold.h).
Schedule schedule(const Domain& domain, const std::vector<int>& roots, bool lanes_given = false);

/// Registers that an operation reads, without -1.
std::vector<int> inputs(const Operation& operation);

}  // namespace laoyou::rules
