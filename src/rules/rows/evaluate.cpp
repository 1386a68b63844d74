#include "rules/rows/evaluate.h"

#include "base/check.h"
#include "rules/value/period_value.h"
#include "rules/rows/node.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

// One overload for each kind of node.
class Visit {
 public:
  Visit(const RowEvaluator& evaluator, const Node& node, const RowStack& rows) : evaluator_(evaluator), node_(node), rows_(rows) {}

  Value operator()(const Literal& what) const { return row_literal(evaluator_, node_, what); }
  Value operator()(const ContextRead& what) const { return row_context(evaluator_, what); }
  Value operator()(const Related& what) const { return row_related(evaluator_, what, rows_); }

  Value operator()(const FieldRead& what) const {
    const std::optional<RowAt> row = evaluator_.follow(what.path, rows_);
    if (!row) return {};
    CHECK(row->record == what.record);
    return evaluator_.facts().tables[static_cast<std::size_t>(row->record)].column(what.field).at(row->row);
  }

  Value operator()(const RuleRead& what) const {
    const std::optional<RowAt> row = evaluator_.follow(what.path, rows_);
    if (!row) return {};
    const Rule& rule = evaluator_.book().rules[static_cast<std::size_t>(what.rule)];
    CHECK(row->record == rule.record);
    return evaluator_.evaluate(*rule.tree, {*row});
  }

  Value operator()(const ParameterRead& what) const {
    const Parameter& parameter = evaluator_.book().parameters[static_cast<std::size_t>(what.parameter)];
    const DatedValue* const value = parameter.on(evaluator_.period().last_day());
    if (value == nullptr || value->ended) return {};
    return value->rows.at(0).value;
  }

  Value operator()(const ParameterLookup& what) const {
    const Parameter& parameter = evaluator_.book().parameters[static_cast<std::size_t>(what.parameter)];
    return row_lookup(parameter, evaluator_.period().last_day(), of(what.key));
  }

  Value operator()(const Bands& what) const {
    const Value key = of(what.key);
    if (!key) return {};
    for (const TableRow& row : what.rows)
      if ((!row.low || *row.low <= *key) && (!row.high || *key <= *row.high)) return of(row.result);
    return of(what.otherwise);
  }

  Value operator()(const Unary& what) const {
    const Value operand = of(what.operand);
    if (what.sign == UnarySign::is_missing) return operand ? 0 : 1;
    if (!operand) return {};
    return what.sign == UnarySign::negate ? narrow(-Wide{*operand}) : 1 - *operand;
  }

  Value operator()(const Binary& what) const { return row_binary(what.sign, of(what.left), of(what.right)); }

  Value operator()(const Fallback& what) const {
    const Value left = of(what.left);
    return left ? left : of(what.right);
  }

  Value operator()(const InRanges& what) const {
    const Value operand = of(what.operand);
    if (!operand) return {};
    for (const auto& [low, high] : what.ranges)
      if ((!low || *low <= *operand) && (!high || *operand <= *high)) return 1;
    for (const std::string& text : what.texts)
      if (text_number(evaluator_.facts().texts, text) == *operand) return 1;
    return 0;
  }

  Value operator()(const Within& what) const {
    const Value operand = of(what.operand), outer = of(what.outer);
    if (!operand || !outer) return {};
    return RegionCode::from_number(*outer).contains(RegionCode::from_number(*operand)) ? 1 : 0;
  }

  Value operator()(const InPeriod& what) const {
    const Value operand = of(what.operand), outer = of(what.outer);
    if (!operand || !outer) return {};
    return period_first_day(*outer) <= *operand && *operand <= period_last_day(*outer) ? 1 : 0;
  }

  Value operator()(const Case& what) const {
    bool undecided = false;
    for (const auto& [condition, value] : what.branches) {
      const Value holds = of(condition);
      if (!holds && what.ordered) return {};
      if (!holds) undecided = true;
      else if (*holds != 0) return of(value);
    }
    return undecided ? Value() : of(what.otherwise);
  }

  Value operator()(const Scale& what) const { return row_scale(what, of(what.factor), of_or_one(what.factor2), of_or_one(what.divisor)); }

  Value operator()(const Widen& what) const {
    const Value operand = of(what.operand);
    return operand ? narrow(Wide{*operand} * what.multiplier) : Value();
  }

  Value operator()(const DateCall& what) const {
    std::vector<Value> arguments;
    for (const NodePtr& argument : what.arguments) arguments.push_back(of(argument));
    return row_date_call(what.function, arguments);
  }

  // Totals speak of all rows; they are never part of one row's rule.
  Value operator()(const TotalRead&) const { CHECK(false); }
  Value operator()(const Total&) const { CHECK(false); }
  Value operator()(const TotalArithmetic&) const { CHECK(false); }

 private:
  Value of(const NodePtr& node) const { return node ? evaluator_.evaluate(*node, rows_) : Value(); }
  Value of_or_one(const NodePtr& node) const { return node ? evaluator_.evaluate(*node, rows_) : Value(1); }

  const RowEvaluator& evaluator_;
  const Node& node_;
  const RowStack& rows_;
};

}  // namespace

RowEvaluator::RowEvaluator(const Book& book, const Facts& facts, const Period& period) : book_(book), facts_(facts), period_(period) {}

Value RowEvaluator::evaluate(const Node& node, const RowStack& rows) const { return std::visit(Visit(*this, node, rows), node.what); }

std::optional<RowAt> RowEvaluator::follow(const Path& path, const RowStack& rows) const {
  CHECK(static_cast<std::size_t>(path.level) < rows.size());
  RowAt at = rows[rows.size() - 1 - static_cast<std::size_t>(path.level)];
  for (const int step : path.steps) {
    const Column& column = facts_.tables[static_cast<std::size_t>(at.record)].column(step);
    const Value id = column.at(at.row);
    if (!id) return std::nullopt;
    const int next = column.type().detail;
    const std::int64_t row = facts_.tables[static_cast<std::size_t>(next)].find(*id);
    if (row < 0) return std::nullopt;
    at = {next, static_cast<std::size_t>(row)};
  }
  return at;
}

const std::vector<std::size_t>& RowEvaluator::rows_naming(int record, int reference, std::int64_t id) const {
  static const std::vector<std::size_t> k_none;
  const auto [place, fresh] = rows_by_reference_.try_emplace({record, reference});
  if (fresh) {
    const Table& table = facts_.tables[static_cast<std::size_t>(record)];
    for (std::size_t row = 0; row < table.rows(); ++row)
      if (const Value named = table.column(reference).at(row)) place->second[*named].push_back(row);
  }
  const auto found = place->second.find(id);
  return found == place->second.end() ? k_none : found->second;
}

Value RowEvaluator::id_of(RowAt row) const {
  const int field = book_.schema.records[static_cast<std::size_t>(row.record)].id_field;
  if (field < 0) return {};
  return facts_.tables[static_cast<std::size_t>(row.record)].column(field).at(row.row);
}

Value evaluate_row(const Book& book, const Facts& facts, const Period& period, int rule, std::size_t row) {
  const Rule& asked = book.rules[static_cast<std::size_t>(rule)];
  CHECK(asked.record >= 0);
  return RowEvaluator(book, facts, period).evaluate(*asked.tree, {{asked.record, row}});
}

}  // namespace laoyou::rules
