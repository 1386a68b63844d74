// What the room of budgets keeps (预算): lines, and what was done with them. The amounts themselves stand in the ledger.
#pragma once

#include <optional>
#include <string>

#include "record/enum_leaf.h"
#include "record/leaf.h"
#include "registry/locality.h"

namespace laoyou::budgets {

/// One line of a year's budget (预算项目). It never changes but in its name and paper; its amounts are six accounts of the ledger.
struct BudgetLine {
  Id<BudgetLine> id;
  std::int32_t version = 0;
  RegionCode region;
  std::int32_t year = 0;
  std::string key;   ///< with region and year unique: the key of a subsidy, or any short name
  std::string name;
  registry::FundSource source = registry::FundSource::budget;
  registry::FundPurpose purpose = registry::FundPurpose::other;
  std::optional<std::string> document;  ///< 批复文号
  bool synthetic = false;
};
LAOYOU_RECORD(BudgetLine, "budget_line", id, version, region, year, key, name, source, purpose, document, synthetic)

enum class MovementKind {
  planned,    ///< 年初预算
  adjusted,   ///< 预算调整, up or down
  reserved,   ///< 预留: held for a commitment to come
  released,   ///< 释放预留
  committed,  ///< 承诺（批复）
  exceeded,   ///< 超预算: room made beyond the line, with a reason
  spent,      ///< 支出
  returned    ///< 退回: spent, and come back
};
LAOYOU_ENUM(MovementKind, "budget_movement_kind", planned, adjusted, reserved, released, committed, exceeded, spent, returned)

/// Something done with a line, by whom and why. What one command posts for many people is one movement.
struct BudgetMovement {
  Id<BudgetMovement> id;
  RegionCode region;
  Id<BudgetLine> line;
  MovementKind kind = MovementKind::planned;
  Fen amount;            ///< negative for an adjustment downwards alone
  std::string client_id; ///< unique; begins the client ids of its transfers
  std::string reason;
  std::optional<std::string> document;
  std::optional<std::string> of;  ///< client id of the reservation that is committed or released
  std::int64_t account = 0;       ///< who did it; 0: the program
  Instant at;
};
LAOYOU_RECORD(BudgetMovement, "budget_movement", id, region, line, kind, amount, client_id, reason, document, of, account, at)

/// How a line stands, in fen: planned + adjusted + exceeded = left + reserved + committed + spent.
struct LineStanding {
  Fen planned, adjusted, exceeded;
  Fen reserved, committed, spent, left;
};
LAOYOU_RECORD(LineStanding, "budget_standing", planned, adjusted, exceeded, reserved, committed, spent, left)

}  // namespace laoyou::budgets
