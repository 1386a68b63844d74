#include "base/check.h"
#include "rules/explain/explain.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

constexpr int k_most_fields = 10'000;

int rule_with(const Book& book, int rule, const Node* total);

// Looks for an aggregate in a tree and in the totals it reads; the rule in which it is written, or -1.
int search(const Book& book, int rule, const NodePtr& tree, const Node* total) {
  if (tree.get() == total) return rule;
  if (const auto* read = std::get_if<TotalRead>(&tree->what)) return rule_with(book, read->rule, total);
  const auto* arithmetic = std::get_if<TotalArithmetic>(&tree->what);
  if (arithmetic == nullptr) return -1;
  const int left = search(book, rule, arithmetic->left, total);
  return left >= 0 ? left : search(book, rule, arithmetic->right, total);
}

int rule_with(const Book& book, int rule, const Node* total) { return search(book, rule, book.rules[static_cast<std::size_t>(rule)].tree, total); }

class Behind {
 public:
  Behind(const RowEvaluator& evaluator, ExplainedAggregate& told, std::size_t most_rows)
      : evaluator_(evaluator), what_(std::get<Total>(told.node->what)), told_(told), most_rows_(most_rows) {}

  void visit(RowAt row) {
    ++told_.rows;
    const Value holds = what_.condition ? evaluator_.evaluate(*what_.condition, {row}) : Value(1);
    if (!holds) note(row, *what_.condition, told_.undecided_for, told_.undecided);
    else if (*holds == 0) ++told_.excluded;
    else select(row);
  }

 private:
  void select(RowAt row) {
    if (told_.selected.size() < most_rows_) told_.selected.push_back(row);
    if (what_.value && !evaluator_.evaluate(*what_.value, {row})) note(row, *what_.value, told_.valueless_for, told_.valueless);
  }

  // A row counts once for each field that is missing, however many related rows miss it.
  void note(RowAt row, const Node& missing, std::map<int, std::int64_t>& counts, std::vector<RowAt>& examples) {
    if (examples.size() < most_rows_) examples.push_back(row);
    std::set<int> keys;
    for (const FactPlace& place : evaluate_partially(evaluator_, missing, {row}).open) keys.insert(field_key(place.record, place.field));
    for (const int key : keys) ++counts[key];
  }

  const RowEvaluator& evaluator_;
  const Total& what_;
  ExplainedAggregate& told_;
  std::size_t most_rows_;
};

}  // namespace

int field_key(int record, int field) { return record * k_most_fields + field; }
int record_of_key(int key) { return key / k_most_fields; }
int field_of_key(int key) { return key % k_most_fields; }

TotalExplanation explain_total(const RowEvaluator& evaluator, int rule, const Grouping& grouping, GroupKey group, std::size_t most_rows) {
  const Book& book = evaluator.book();
  const Facts& facts = evaluator.facts();
  CHECK(book.rules[static_cast<std::size_t>(rule)].record < 0);
  TotalExplanation told{rule, evaluator.period(), grouping, group, {}, {}, {}, {}};
  const std::vector<const Node*> totals = totals_of(book, rule);
  std::vector<Tally> tallies;
  for (const Node* const total : totals) tallies.push_back(tally_by_rows(evaluator, *total, grouping, group));
  told.value = combine(book, rule, tallies, evaluator.period());
  if (const auto* top = std::get_if<TotalArithmetic>(&book.rules[static_cast<std::size_t>(rule)].tree->what); top && top->sign == '/') {
    told.numerator = combine(book, *top->left, totals, tallies, evaluator.period());
    told.denominator = combine(book, *top->right, totals, tallies, evaluator.period());
  }
  for (std::size_t i = 0; i < totals.size(); ++i) {
    ExplainedAggregate aggregate;
    aggregate.node = totals[i];
    aggregate.rule = rule_with(book, rule, totals[i]);
    aggregate.tally = tallies[i];
    aggregate.value = value_of(*totals[i], tallies[i]);
    Behind behind(evaluator, aggregate, most_rows);
    const int record = std::get<Total>(totals[i]->what).record;
    for (std::size_t row = 0; row < facts.tables[static_cast<std::size_t>(record)].rows(); ++row)
      if (group_of(book.schema, facts, grouping, {record, row}) == group) behind.visit({record, row});
    told.aggregates.push_back(std::move(aggregate));
  }
  return told;
}

}  // namespace laoyou::rules
