// An expression after checking: every name is a position, every node has a type, every conversion and rounding is written out. The row
// evaluator, the column compiler, the SQL writer and the explainer all read this one tree.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "rules/text/parse_tree.h"
#include "rules/value/type.h"

namespace laoyou::rules {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// A value written in the rule. Text literals keep their text: its position is known only beside the facts.
struct Literal {
  Value value;
  std::string text;
};

/// How to get from a row to another: each step is an id field of the row it stands on (bed → institution → …).
/// `level` 0 starts at the row at hand, 1 at the row around it (inside exists(visit where …) level 1 is the person), and so on.
struct Path {
  int level = 0;
  std::vector<int> steps;  ///< field positions; each step's field has type id with the record it leads to
};

/// A field of the row at the end of the path; missing when a step leads nowhere.
struct FieldRead {
  Path path;
  int record = -1;  ///< of the row at the end
  int field = -1;
};

/// The value of another rule for the row at the end of the path.
struct RuleRead {
  Path path;
  int rule = -1;  ///< position in Book::rules; a rule over a record
};

/// The value of another total (only inside totals).
struct TotalRead {
  int rule = -1;
};

/// A plain parameter's value on the evaluation's day (last day of the period).
struct ParameterRead {
  int parameter = -1;
};

/// period, period.start, period.end, plan.region: the same for all rows of one evaluation.
struct ContextRead {
  enum class What { period, period_start, period_end, plan_region } what;
};

/// One row of a table: keys low..high, both included; nothing is open.
struct TableRow {
  Value low, high;
  NodePtr result;
};

/// A parameter's table asked for one key. No row holds the key: missing, unless the table has `else`.
struct ParameterLookup {
  int parameter = -1;
  NodePtr key;
};

/// Bands written in the rule itself: rows sorted by low, not overlapping, constant results or any expression of one type.
struct Bands {
  NodePtr key;
  std::vector<TableRow> rows;
  NodePtr otherwise;  ///< null: missing
};

enum class UnarySign { logical_not, negate, is_missing };
struct Unary {
  UnarySign sign;
  NodePtr operand;
};

/// Both operands have the same type (and, or: boolean). and/or are Kleene's: FALSE and missing is FALSE, TRUE or missing is TRUE.
enum class BinarySign { add, subtract, equal, unequal, less, less_equal, greater, greater_equal, logical_and, logical_or };
struct Binary {
  BinarySign sign;
  NodePtr left, right;
};

/// left, or right where left is missing.
struct Fallback {
  NodePtr left, right;
};

/// operand lies in one of the ranges (sorted, disjoint, ends included). Written `in`. Text has single values, kept in `texts`.
/// A range whose ends depend on parameters or period is written out as comparisons instead.
struct InRanges {
  NodePtr operand;
  std::vector<std::pair<Value, Value>> ranges;
  std::vector<std::string> texts;
};

/// region operand lies within region `outer`: a prefix of its code.
struct Within {
  NodePtr operand, outer;
};

/// date operand lies in period `outer`, both ends included.
struct InPeriod {
  NodePtr operand, outer;
};

/// ordered: the first branch whose condition is TRUE; missing when a condition before it is missing.
/// exclusive: at most one condition can be TRUE (proved when the plan loaded): its value; else missing when a condition is missing.
struct Case {
  bool ordered = false;
  std::vector<std::pair<NodePtr, NodePtr>> branches;
  NodePtr otherwise;  ///< null: missing
};

/// factor × factor2 ÷ divisor, computed exactly and then rounded; missing when the divisor is zero. factor2 and divisor may be null (one).
/// `scale_up`/`scale_down` are constants from units and millionths, multiplied above and below. Result in the node's type.
struct Scale {
  NodePtr factor, factor2, divisor;
  std::int64_t scale_up = 1, scale_down = 1;
  Rounding rounding = Rounding::half_up;
};

/// The same value in a wider type: integer → ratio, h → min: × multiplier ÷ divisor, exact by proof when divisor is 1, else by Scale.
struct Widen {
  NodePtr operand;
  std::int64_t multiplier = 1;
};

enum class DateFunction { years_between, months_between, days_between, add_days, add_months, month_start, month_end, year_of, month_of, quarter_of, period_start, period_end, year_number, month_number };
/// month_of(date) is a period; year_number(date) an integer. add_months keeps the day or takes the month's last (declared so, as Date does).
/// add_days and add_months beyond the calendar (years 1 to 9999) are missing. months_between counts as years_between does: a month is whole when
/// its day of the month is reached, 31 January to 28 February is 0, to 1 March 1; days_between is the plain difference. All may be negative.
struct DateCall {
  DateFunction function;
  std::vector<NodePtr> arguments;
};

enum class Function { count, exists, sum, avg, min, max, share, distinct, latest };

/// Over the rows of `record` whose id field `reference` names the row at hand. Undecided rows make the answer missing (exists: unless one is TRUE).
/// count, sum of none: 0; exists of none: FALSE; avg, min, max, latest of none: missing. latest: value of the row with the greatest order, the
/// greatest id among equals. avg and share are rounded half up in their type. A selected row without a value (latest: without an order) makes the
/// answer missing too, except for count and exists; latest is missing when only its own row's value is. A row at hand without id has no answer.
/// A sum beyond field_bound() of its kind is missing: no field could hold it either.
struct Related {
  Function function;
  int record = -1;
  int reference = -1;  ///< field position in `record`
  NodePtr value, condition, order;
};

/// Over all rows of `record`; only in totals. What it yields per group is a Tally (tally.h).
struct Total {
  Function function;
  int record = -1;
  NodePtr value, condition;
};

/// Exact arithmetic over totals: + - * / of rational numbers. No value when either side has none or a divisor is zero.
struct TotalArithmetic {
  char sign;  ///< + - * /
  NodePtr left, right;
};

struct Node {
  Type type;
  Span span;                ///< in the rule's expression
  int id = 0;               ///< stable within the rule: its number in the parse tree, counted before its children
  std::int64_t bound = 0;   ///< |value| is never above this
  std::variant<Literal, FieldRead, RuleRead, TotalRead, ParameterRead, ContextRead, ParameterLookup, Bands, Unary, Binary, Fallback, InRanges, Within, InPeriod, Case,
               Scale, Widen, DateCall, Related, Total, TotalArithmetic>
      what;
};

}  // namespace laoyou::rules
