#include "budgets/answers.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "budgets/lines.h"
#include "ledger/balances.h"

namespace laoyou::budgets {
namespace {

using store::Filter;
using store::Order;
using store::Scope;

constexpr std::int64_t k_lines_shown = 1000, k_movements_shown = 500;

Fen plus(Fen one, Fen other) {
  const Result<Fen> sum = one.plus(other);
  CHECK(sum.has_value());
  return *sum;
}

void add(LineStanding& total, const LineStanding& each) {
  total.planned = plus(total.planned, each.planned);
  total.adjusted = plus(total.adjusted, each.adjusted);
  total.exceeded = plus(total.exceeded, each.exceeded);
  total.reserved = plus(total.reserved, each.reserved);
  total.committed = plus(total.committed, each.committed);
  total.spent = plus(total.spent, each.spent);
  total.left = plus(total.left, each.left);
}

/// One place behind the point.
std::optional<Decimal> percent(Fen part, Fen whole) {
  if (whole.count() <= 0) return std::nullopt;
  const Result<Fen> thousandths = Fen().plus(part)->scaled(1000, whole.count(), Rounding::half_up);
  if (!thousandths) return std::nullopt;
  const std::string digits = std::to_string(thousandths->count() / 10) + "." + std::to_string(std::abs(thousandths->count() % 10));
  const Result<Decimal> made = Decimal::parse(digits);
  return made ? std::optional(*made) : std::nullopt;
}

std::vector<BudgetUse> uses_of(const std::vector<BudgetRow>& rows) {
  std::map<std::pair<registry::FundSource, registry::FundPurpose>, BudgetUse> by_kind;
  std::map<registry::FundSource, std::pair<Fen, Fen>> whole;
  for (const BudgetRow& row : rows) {
    BudgetUse& use = by_kind[{row.source, row.purpose}];
    use.source = row.source;
    use.purpose = row.purpose;
    const Fen budgeted = plus(plus(row.standing.planned, row.standing.adjusted), row.standing.exceeded);
    use.budgeted = plus(use.budgeted, budgeted);
    use.committed = plus(use.committed, plus(row.standing.committed, row.standing.spent));
    use.spent = plus(use.spent, row.standing.spent);
    whole[row.source].first = plus(whole[row.source].first, budgeted);
    whole[row.source].second = plus(whole[row.source].second, row.standing.spent);
  }
  std::vector<BudgetUse> uses;
  for (auto& [kind, use] : by_kind) {
    use.budgeted_percent = percent(use.budgeted, whole[kind.first].first);
    use.spent_percent = percent(use.spent, whole[kind.first].second);
    uses.push_back(use);
  }
  return uses;
}

}  // namespace

BudgetRow row_of(const store::Snapshot& snapshot, const Services& services, const BudgetLine& line, std::optional<std::int64_t> at_sequence) {
  const LineStanding stands = at_sequence ? standing_at(snapshot, line, *at_sequence) : standing(snapshot, line);
  return {line.id, line.region, services.region_name(line.region), line.year, line.key, line.name, line.source, line.purpose, line.document, line.synthetic, stands};
}

BudgetList list_of(const store::Snapshot& snapshot, const Services& services, const Scope& scope, RegionCode place, std::int32_t year) {
  BudgetList list;
  list.year = year;
  list.years = {year};
  Filter filter;
  filter.page(0, k_lines_shown);
  snapshot.each<BudgetLine>(scope, Filter(), [&](const BudgetLine& line) { list.years.push_back(line.year); });
  std::sort(list.years.begin(), list.years.end());
  list.years.erase(std::unique(list.years.begin(), list.years.end()), list.years.end());
  for (const BudgetLine& line : snapshot.select<BudgetLine>(scope, filter.equals("year", static_cast<std::int64_t>(year)).order_by("region").order_by("key"))) {
    if (!place.contains(line.region)) continue;
    list.rows.push_back(row_of(snapshot, services, line));
    add(list.total, list.rows.back().standing);
  }
  list.uses = uses_of(list.rows);
  return list;
}

std::vector<MovementRow> movements_of(const store::Snapshot& snapshot, const Services& services, const BudgetLine& line, std::optional<Instant> until) {
  Filter filter;
  filter.equals("line", line.id);
  if (until) filter.at_most("at", *until);
  std::vector<MovementRow> rows;
  for (const BudgetMovement& each : snapshot.select<BudgetMovement>(Scope::country(), filter.order_by("at", Order::falling).order_by("id", Order::falling).page(0, k_movements_shown))) {
    MovementRow row{each.id, each.kind, each.amount, each.client_id, each.reason, each.document, each.of, services.account_name(each.account), each.at, {}};
    if (each.kind == MovementKind::reserved) row.rest = *Fen::create(ledger::rest_of(snapshot, each.client_id).value_or(0));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace laoyou::budgets
