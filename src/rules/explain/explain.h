// Why a rule gives what it gives for one row, and what a total rests on: the tree of clauses with each value, the parameters in force with their
// documents, and what is missing when nothing can be decided. Rendered by explain_json.h and explain_text.h.
#pragma once

#include <string>

#include "rules/explain/open_facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// One node of a rule with its value for one row. Left out are results of branches that do not hold and conditions behind the one that does.
struct ExplainedNode {
  int rule = -1;         ///< position in Book::rules
  const Node* node = nullptr;
  RowStack rows;         ///< where it was evaluated
  Value value;
  bool open = false;     ///< no value yet: facts are missing that would decide it
  std::vector<ExplainedNode> children;
  /// Related aggregates: one for each row that names the row at hand, its id, whether it counts, its condition and value; at most as many as asked for.
  struct Member {
    RowAt row;
    Value counts;
    std::vector<ExplainedNode> children;
  };
  std::vector<Member> members;
  std::size_t members_in_all = 0;
  const DatedValue* version = nullptr;        ///< parameters: the value in force on the last day of the period
  const DatedValue::Row* table_row = nullptr; ///< tables: the row that holds the key; null for `else`
  int branch = -1;                            ///< case, first, bands: the row taken, from 0; one behind the last for `else`; -1 none
};

/// Whether the rule gives a value, waits for facts, or can give none whatever they are.
enum class Verdict { decided, open, no_value };

/// The book and the facts must outlive it.
struct Explanation {
  int rule = -1;
  RowAt row;
  Period period;
  Value value;
  Verdict verdict = Verdict::decided;
  FactPlaces needs;      ///< open: the missing facts that decide it
  ExplainedNode tree;
};

/// Explains one row of a rule over a record. Related rows are shown up to `most_members` an aggregate; all of them count.
Explanation explain_row(const RowEvaluator& evaluator, int rule, std::size_t row, std::size_t most_members = 5);

/// One aggregate of a total: the rows behind its tally.
struct ExplainedAggregate {
  const Node* node = nullptr;
  int rule = -1;                    ///< in which it is written
  Tally tally;
  std::int64_t rows = 0;            ///< of the record in the group
  std::int64_t excluded = 0;        ///< condition FALSE
  std::optional<Rational> value;
  std::map<int, std::int64_t> undecided_for;  ///< rows not decided, by the field of which record is missing (see field_key())
  std::map<int, std::int64_t> valueless_for;  ///< selected rows without value, likewise
  std::vector<RowAt> selected, undecided, valueless;  ///< the first rows of each
};

struct TotalExplanation {
  int rule = -1;
  Period period;
  Grouping grouping;
  GroupKey group;
  std::optional<Rational> value, numerator, denominator;  ///< the latter two when the total is a quotient
  std::vector<ExplainedAggregate> aggregates;             ///< in the order of totals_of()
};

/// A record and a field in one number, for the counts above.
int field_key(int record, int field);
int record_of_key(int key);
int field_of_key(int key);

/// Explains a total for one group (0 without grouping), with the ids of up to `most_rows` rows of each sort.
TotalExplanation explain_total(const RowEvaluator& evaluator, int rule, const Grouping& grouping, GroupKey group, std::size_t most_rows = 3);

}  // namespace laoyou::rules
