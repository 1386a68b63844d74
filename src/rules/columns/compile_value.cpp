#include "base/check.h"
#include "rules/columns/compile.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

constexpr std::int64_t k_lowest = INT64_MIN, k_highest = INT64_MAX;

}  // namespace

struct Compiler::ValueVisit {
  Compiler& compiler;
  const Place& place;
  const Node& node;

  int emit(Operation operation) const {
    operation.holds = Holds::value;
    return compiler.emit(place.domain, std::move(operation));
  }
  int of(const NodePtr& operand) const { return compiler.value(place, *operand); }
  int of_or_missing(const NodePtr& operand) const { return operand ? of(operand) : compiler.constant(place.domain, Holds::value, {}); }
  int constant(Value value) const { return compiler.constant(place.domain, Holds::value, value); }

  int operator()(const Literal& what) const {
    return constant(node.type.kind == Kind::text ? Value(compiler.facts_.texts.find(what.text)) : what.value);
  }
  int operator()(const FieldRead& what) const { return compiler.read_field(place, what); }
  int operator()(const RuleRead& what) const { return compiler.read_rule(place, what, false); }
  int operator()(const ParameterRead& what) const { return constant(compiler.parameter(what.parameter)); }
  int operator()(const ContextRead& what) const {
    switch (what.what) {
      case ContextRead::What::period: return constant(pack_period(compiler.period_));
      case ContextRead::What::period_start: return constant(compiler.period_.first_day().days());
      case ContextRead::What::period_end: return constant(compiler.period_.last_day().days());
      case ContextRead::What::plan_region: return constant(compiler.book_.region.number());
    }
    CHECK(false);
  }
  int operator()(const ParameterLookup& what) const {
    const DatedValue* const table = compiler.book_.parameters[static_cast<std::size_t>(what.parameter)].on(compiler.period_.last_day());
    if (table == nullptr || table->ended) return constant({});
    BandTable bands{{}, table->otherwise};
    for (const DatedValue::Row& row : table->rows) bands.bands.push_back({row.low.value_or(k_lowest), row.high.value_or(k_highest), row.value});
    return compiler.band_lookup(place, *what.key, std::move(bands));
  }
  int operator()(const Bands& what) const { return compiler.bands(place, what, node.type); }
  int operator()(const Unary& what) const {
    CHECK(what.sign == UnarySign::negate);
    return emit({.op = Op::negate, .a = of(what.operand)});
  }
  int operator()(const Binary& what) const {
    CHECK(what.sign == BinarySign::add || what.sign == BinarySign::subtract);
    return emit({.op = what.sign == BinarySign::add ? Op::add : Op::subtract, .a = of(what.left), .b = of(what.right)});
  }
  int operator()(const Fallback& what) const { return emit({.op = Op::fallback_value, .a = of(what.left), .b = of(what.right)}); }
  int operator()(const Case& what) const { return compiler.branches(place, what, node.type); }
  int operator()(const Scale& what) const {
    const int one = constant(1);
    return emit({.op = Op::scale, .a = of(what.factor), .b = what.factor2 ? of(what.factor2) : one, .c = what.divisor ? of(what.divisor) : one, .x = what.scale_up,
                 .y = what.scale_down, .sign = static_cast<std::uint8_t>(what.rounding)});
  }
  int operator()(const Widen& what) const { return emit({.op = Op::multiply, .a = of(what.operand), .x = what.multiplier}); }
  int operator()(const DateCall& what) const {
    return emit({.op = Op::date, .a = of(what.arguments.at(0)), .b = what.arguments.size() > 1 ? of(what.arguments[1]) : -1, .sign = static_cast<std::uint8_t>(what.function)});
  }
  int operator()(const Related& what) const { return compiler.related(place, what); }
  // Conditions are masks; totals are never part of a row's rule.
  int operator()(const InRanges&) const { CHECK(false); }
  int operator()(const Within&) const { CHECK(false); }
  int operator()(const InPeriod&) const { CHECK(false); }
  int operator()(const TotalRead&) const { CHECK(false); }
  int operator()(const Total&) const { CHECK(false); }
  int operator()(const TotalArithmetic&) const { CHECK(false); }
};

int Compiler::make_value(const Place& place, const Node& node) { return std::visit(ValueVisit{*this, place, node}, node.what); }

int Compiler::band_lookup(const Place& place, const Node& key, BandTable bands) {
  std::sort(bands.bands.begin(), bands.bands.end(), [](const BandTable::Band& left, const BandTable::Band& right) { return left.low < right.low; });
  const auto same = std::find(program_.bands.begin(), program_.bands.end(), bands);
  const int table = static_cast<int>(same - program_.bands.begin());
  if (same == program_.bands.end()) program_.bands.push_back(std::move(bands));
  return emit(place.domain, {.op = Op::band_value, .holds = Holds::value, .a = value(place, key), .table = table});
}

int Compiler::bands(const Place& place, const Bands& what, Type type) {
  if (type.kind != Kind::boolean) {
    const auto known = [&](const NodePtr& result) -> const Operation* {
      const int made = result ? value(place, *result) : constant(place.domain, Holds::value, {});
      const Operation& operation = program_.domains[static_cast<std::size_t>(place.domain)].operations[static_cast<std::size_t>(made)];
      return operation.op == Op::constant_value ? &operation : nullptr;
    };
    const auto number = [&](const NodePtr& result) { return known(result)->present ? Value(known(result)->x) : Value(); };
    if (known(what.otherwise) != nullptr && std::all_of(what.rows.begin(), what.rows.end(), [&](const TableRow& row) { return known(row.result) != nullptr; })) {
      BandTable bands{{}, number(what.otherwise)};
      for (const TableRow& row : what.rows) bands.bands.push_back({row.low.value_or(k_lowest), row.high.value_or(k_highest), number(row.result)});
      return band_lookup(place, *what.key, std::move(bands));
    }
  }
  const Holds holds = type.kind == Kind::boolean ? Holds::mask : Holds::value;
  Operation choose{.op = holds == Holds::mask ? Op::choose_mask : Op::choose_value, .holds = holds};
  choose.present = false;  // the ranges exclude one another
  const int key = value(place, *what.key);
  for (const TableRow& row : what.rows) {
    const int range = ranges({{{row.low.value_or(k_lowest), row.high.value_or(k_highest)}}, {}});
    choose.arguments.push_back(emit(place.domain, {.op = Op::in_ranges, .holds = Holds::mask, .a = key, .table = range}));
    choose.arguments.push_back(either(place, *row.result));
  }
  choose.arguments.push_back(what.otherwise ? either(place, *what.otherwise) : constant(place.domain, holds, {}));
  return emit(place.domain, std::move(choose));
}

int Compiler::branches(const Place& place, const Case& what, Type type) {
  const Holds holds = type.kind == Kind::boolean ? Holds::mask : Holds::value;
  Operation choose{.op = holds == Holds::mask ? Op::choose_mask : Op::choose_value, .holds = holds};
  choose.present = what.ordered;
  for (const auto& [condition, result] : what.branches) {
    choose.arguments.push_back(mask(place, *condition));
    choose.arguments.push_back(either(place, *result));
  }
  choose.arguments.push_back(what.otherwise ? either(place, *what.otherwise) : constant(place.domain, holds, {}));
  return emit(place.domain, std::move(choose));
}

}  // namespace laoyou::rules
