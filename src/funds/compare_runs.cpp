#include "funds/compare_runs.h"

#include "base/check.h"

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

}  // namespace

CheckedResult<RunComparison> compare_runs(const OpenedRun& before, const OpenedRun& after) {
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

}  // namespace laoyou::funds
