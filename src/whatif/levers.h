// What of a plan can be changed to see what follows: its parameters and rules, and the totals that each of them reaches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "plan/stack/plan.h"
#include "record/leaf.h"

namespace laoyou::whatif {

/// How a parameter's values are typed in.
enum class LeverKind { number, yes_no, other };
LAOYOU_ENUM(LeverKind, "lever_kind", number, yes_no, other)

/// One row of a parameter's table, or its plain value under an empty key.
struct LeverRow {
  std::string key;               ///< as the plan writes it
  std::string label;             ///< the key as people read it
  std::string value;             ///< as the plan writes it: "50元", "60%"
  std::optional<Decimal> number; ///< of a number what stands before its unit
  std::string unit;              ///< what stands behind it: "元", "万元", "%", "岁"
};
LAOYOU_RECORD(LeverRow, "lever_row", key, label, value, number, unit)

/// A parameter as it is in force.
struct Lever {
  std::string key;
  std::string name;
  std::string layer;
  std::string source;
  std::string document;
  Date from;                        ///< since when
  LeverKind kind = LeverKind::number;
  bool table = false;
  bool example = false;             ///< no document names the figure
  std::vector<LeverRow> rows;
  std::vector<std::string> totals;  ///< keys of the totals that it reaches
};
LAOYOU_RECORD(Lever, "lever", key, name, layer, source, document, from, kind, table, example, rows, totals)

struct RuleLever {
  std::string key;
  std::string name;
  std::string layer;
  std::string source;
  std::string record;  ///< of what it gives a value for each row; empty: a total
  std::string expression;
  bool example = false;
  std::vector<std::string> totals;
};
LAOYOU_RECORD(RuleLever, "rule_lever", key, name, layer, source, record, expression, example, totals)

/// A total that changes can be seen in.
struct LeverTotal {
  std::string key;
  std::string name;
  std::string unit;
  std::string record;  ///< of what its first aggregate counts
  std::string source;
  bool money = false;
  bool example = false;
};
LAOYOU_RECORD(LeverTotal, "lever_total", key, name, unit, record, source, money, example)

struct Levers {
  Period period;
  RegionCode region;
  std::vector<LeverTotal> totals;
  std::vector<Lever> parameters;
  std::vector<RuleLever> rules;
};
LAOYOU_RECORD(Levers, "levers", period, region, totals, parameters, rules)

/// All that reaches a total. Parameters without a value on the period's last day are not among them.
Levers levers_of(const plan::Plan& plan, RegionCode region, const Period& period);

/// The unit a total is shown in: its own, else that of its type.
std::string shown_unit(const rules::Rule& rule);

}  // namespace laoyou::whatif
