#include "funds/compare_runs.h"

#include <algorithm>

#include "base/check.h"
#include "record/packed_extensions.h"

namespace laoyou::funds {
namespace {

struct Side {
  std::map<std::int64_t, Fen> entitled;
  PartsBySubject parts;
  Fen total;
};

CheckedResult<Side> side_of(const OpenedRun& run) {
  const auto made = calculate(run);
  if (!made) return made.error();
  Side side;
  side.total = made->whole.total;
  for (const RunPayment& payment : made->payments) {
    side.entitled.emplace(payment.entitlement.subject, payment.entitlement.amount);
    if (payment.held() || payment.input.correction != Fen() || payment.input.recovered != Fen())
      side.parts.emplace(payment.entitlement.subject, PaymentParts{payment.input.correction, payment.input.recovered, payment.held()});
  }
  return side;
}

/// Whether facts of one are facts of the other, whatever their fields are called.
bool same_layout(const rules::Schema& left, const rules::Schema& right) {
  const auto same_names = [](const auto& one, const auto& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const auto& a, const auto& b) { return a.name == b.name; });
  };
  const auto same_fields = [&](const rules::RecordKind& one, const rules::RecordKind& other) { return same_names(one.fields, other.fields); };
  const auto same_codes = [&](const rules::CodeList& one, const rules::CodeList& other) { return same_names(one.codes, other.codes); };
  return std::equal(left.records.begin(), left.records.end(), right.records.begin(), right.records.end(), same_fields) &&
         std::equal(left.code_lists.begin(), left.code_lists.end(), right.code_lists.begin(), right.code_lists.end(), same_codes);
}

CheckedResult<RunComparison> compare_in_one_layout(const OpenedRun& before, const OpenedRun& after) {
  const auto old_side = side_of(before), new_side = side_of(after);
  if (!old_side) return old_side.error();
  if (!new_side) return new_side.error();
  RunComparison comparison;
  comparison.before = old_side->total;
  comparison.after = new_side->total;
  comparison.differences = differences({*before.book, *before.facts, before.material.period, before.subsidy}, {*after.book, *after.facts, after.material.period, after.subsidy},
                                       after.material.place);
  add_payment_parts(comparison.differences, old_side->entitled, old_side->parts, new_side->entitled, new_side->parts);
  std::int64_t sum = 0;
  for (const Difference& difference : comparison.differences)
    for (const Step& step : difference.steps) {
      ReasonTotal& total = comparison.by_reason[step.reason];
      ++total.people;
      total.change = total.change.plus(step.change).value();
      sum += step.change.count();
    }
  CHECK(sum == comparison.after.count() - comparison.before.count());
  return comparison;
}

}  // namespace

/// A plan may have added fields since, or taken some away: one side's rules are asked over the other's facts, so each must stand at one place in both.
CheckedResult<RunComparison> compare_runs(const OpenedRun& before, const OpenedRun& after) {
  if (same_layout(before.book->schema, after.book->schema)) return compare_in_one_layout(before, after);
  const registry::FactsLayout layout(record::extensions_of_both(before.material.fields, after.material.fields));
  const auto old_run = open_material(before.material, layout), new_run = open_material(after.material, layout);
  if (!old_run) return old_run.error();
  if (!new_run) return new_run.error();
  return compare_in_one_layout(*old_run, *new_run);
}

}  // namespace laoyou::funds
