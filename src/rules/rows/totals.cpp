#include <algorithm>
#include <set>

#include "base/check.h"
#include "rules/rows/evaluate.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

// Keys in the order of Answer::groups: the missing one last.
struct MissingLast {
  bool operator()(const GroupKey& left, const GroupKey& right) const {
    if (left.has_value() != right.has_value()) return left.has_value();
    return left < right;
  }
};
using Keys = std::set<GroupKey, MissingLast>;

Keys keys_of(const Book& book, const Facts& facts, const Grouping& grouping, const std::vector<const Node*>& totals) {
  if (grouping.by == Grouping::By::nothing) return {0};
  Keys keys;
  for (const Node* const node : totals) {
    const int record = std::get<Total>(node->what).record;
    for (std::size_t row = 0; row < facts.tables[static_cast<std::size_t>(record)].rows(); ++row) keys.insert(group_of(book.schema, facts, grouping, {record, row}));
  }
  return keys;
}

// Tallies of one Total node by group, one row after the other.
class Counting {
 public:
  Counting(const RowEvaluator& evaluator, const Node& node) : evaluator_(evaluator), what_(std::get<Total>(node.what)) {}

  void visit(GroupKey group, RowAt row) {
    Tally& tally = tallies_[group];
    const Value holds = what_.condition ? evaluator_.evaluate(*what_.condition, {row}) : Value(1);
    if (!holds) ++tally.undecided;
    if (holds != Value(1)) return;
    ++tally.selected;
    const Value value = what_.value ? evaluator_.evaluate(*what_.value, {row}) : Value();
    if (!value) return;
    ++tally.valued;
    count(group, tally, *value);
  }

  Tally of(GroupKey group) { return tallies_[group]; }

 private:
  void count(GroupKey group, Tally& tally, std::int64_t value) {
    switch (what_.function) {
      case Function::sum:
      case Function::avg:
      case Function::share: tally.sum += value; return;
      case Function::min: tally.least = std::min(tally.least.value_or(value), value); return;
      case Function::max: tally.greatest = std::max(tally.greatest.value_or(value), value); return;
      case Function::distinct: tally.sum += different_[group].insert(value).second ? 1 : 0; return;
      default: CHECK(false);
    }
  }

  const RowEvaluator& evaluator_;
  const Total& what_;
  std::map<GroupKey, Tally> tallies_;
  std::map<GroupKey, std::set<std::int64_t>> different_;
};

}  // namespace

GroupKey group_of(const Schema& schema, const Facts& facts, const Grouping& grouping, RowAt row) {
  if (grouping.by == Grouping::By::nothing) return 0;
  const RecordKind& record = schema.records[static_cast<std::size_t>(row.record)];
  const bool by_region = grouping.by == Grouping::By::region_level;
  const int field = by_region ? record.region_field : record.find(grouping.field);
  if (field < 0) return {};
  const Value value = facts.tables[static_cast<std::size_t>(row.record)].column(field).at(row.row);
  return value && by_region ? cut_region(*value, grouping.level) : value;
}

Tally tally_by_rows(const RowEvaluator& evaluator, const Node& total, const Grouping& grouping, GroupKey group) {
  const int record = std::get<Total>(total.what).record;
  Counting counting(evaluator, total);
  for (std::size_t row = 0; row < evaluator.facts().tables[static_cast<std::size_t>(record)].rows(); ++row)
    if (group_of(evaluator.book().schema, evaluator.facts(), grouping, {record, row}) == group) counting.visit(group, {record, row});
  return counting.of(group);
}

Answer evaluate_by_rows(const Book& book, const Facts& facts, const Question& question) {
  const RowEvaluator evaluator(book, facts, question.period);
  const Keys keys = keys_of(book, facts, question.grouping, totals_of(book, question.rules));
  Answer answer;
  answer.groups.assign(keys.begin(), keys.end());
  for (const int rule : question.rules) {
    CHECK(book.rules[static_cast<std::size_t>(rule)].record < 0);
    std::vector<Outcome> outcomes(keys.size());
    for (const Node* const node : totals_of(book, rule)) {
      const int record = std::get<Total>(node->what).record;
      Counting counting(evaluator, *node);
      for (std::size_t row = 0; row < facts.tables[static_cast<std::size_t>(record)].rows(); ++row)
        counting.visit(group_of(book.schema, facts, question.grouping, {record, row}), {record, row});
      for (std::size_t group = 0; group < keys.size(); ++group) outcomes[group].tallies.push_back(counting.of(answer.groups[group]));
    }
    for (Outcome& outcome : outcomes) outcome.value = combine(book, rule, outcome.tallies, question.period);
    answer.outcomes.push_back(std::move(outcomes));
  }
  return answer;
}

}  // namespace laoyou::rules
