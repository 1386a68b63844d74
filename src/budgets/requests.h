// What the routes of budgets are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "budgets/records.h"

namespace laoyou::budgets {

struct BudgetListRequest {
  std::optional<RegionCode> region;   ///< nothing: all that the caller may see
  std::optional<std::string> year;    ///< nothing: this year
};
LAOYOU_RECORD(BudgetListRequest, "budget_list_request", region, year)

/// A line as screens show it.
struct BudgetRow {
  Id<BudgetLine> id;
  RegionCode region;
  std::string region_name;
  std::int32_t year = 0;
  std::string key, name;
  registry::FundSource source = registry::FundSource::budget;
  registry::FundPurpose purpose = registry::FundPurpose::other;
  std::optional<std::string> document;
  bool synthetic = false;
  LineStanding standing;
};
LAOYOU_RECORD(BudgetRow, "budget_row", id, region, region_name, year, key, name, source, purpose, document, synthetic, standing)

/// The lines of one source and purpose together, and their part of the source's whole.
struct BudgetUse {
  registry::FundSource source = registry::FundSource::budget;
  registry::FundPurpose purpose = registry::FundPurpose::other;
  Fen budgeted;  ///< planned, adjusted and exceeded
  Fen committed; ///< committed and spent
  Fen spent;
  std::optional<Decimal> budgeted_percent, spent_percent;
};
LAOYOU_RECORD(BudgetUse, "budget_use", source, purpose, budgeted, committed, spent, budgeted_percent, spent_percent)

/// What a plan of the place wants of the money of one source, and how it is.
struct ShareTest {
  std::string plan;         ///< its key
  std::string name;
  std::optional<std::string> name_en;
  std::string target;       ///< ">= 55 %"
  std::string clause;
  std::optional<Decimal> budgeted_percent, spent_percent;
  std::optional<bool> budgeted_holds, spent_holds;  ///< nothing where there is no money yet
};
LAOYOU_RECORD(ShareTest, "budget_share_test", plan, name, name_en, target, clause, budgeted_percent, spent_percent, budgeted_holds, spent_holds)

struct BudgetList {
  std::int32_t year = 0;
  std::vector<std::int32_t> years;  ///< of which there are lines, with this one
  std::vector<BudgetRow> rows;
  LineStanding total;
  std::vector<BudgetUse> uses;
  std::vector<ShareTest> tests;
};
LAOYOU_RECORD(BudgetList, "budget_list", year, years, rows, total, uses, tests)

struct BudgetLineRequest {
  Id<BudgetLine> id;
  std::optional<Instant> at;  ///< how it stood at this moment
};
LAOYOU_RECORD(BudgetLineRequest, "budget_line_request", id, at)

struct MovementRow {
  Id<BudgetMovement> id;
  MovementKind kind = MovementKind::planned;
  Fen amount;
  std::string client_id;
  std::string reason;
  std::optional<std::string> document;
  std::optional<std::string> of;
  std::string by;
  Instant at;
  Fen rest;  ///< of a reservation: what it still holds
};
LAOYOU_RECORD(MovementRow, "budget_movement_row", id, kind, amount, client_id, reason, document, of, by, at, rest)

struct BudgetPage {
  BudgetRow line;
  std::vector<MovementRow> movements;  ///< newest first, the last five hundred
  std::int64_t sequence = 0;           ///< of the ledger, at the moment that was asked for
};
LAOYOU_RECORD(BudgetPage, "budget_page", line, movements, sequence)

struct NewBudgetLine {
  RegionCode region;
  std::int32_t year = 0;
  std::string key, name;
  registry::FundSource source = registry::FundSource::budget;
  registry::FundPurpose purpose = registry::FundPurpose::other;
  Fen planned;
  std::optional<std::string> document;
};
LAOYOU_RECORD(NewBudgetLine, "new_budget_line", region, year, key, name, source, purpose, planned, document)

struct NewMovement {
  Id<BudgetLine> id;
  Fen amount;
  std::string reason;
  std::optional<std::string> document;
  std::optional<std::string> of;      ///< the reservation, when it is committed or released
  bool beyond_line = false;           ///< a commitment may go beyond the line; asks for the power budget_exceed
};
LAOYOU_RECORD(NewMovement, "new_budget_movement", id, amount, reason, document, of, beyond_line)

}  // namespace laoyou::budgets
