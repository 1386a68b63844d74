#include "base/check.h"
#include "rules/columns/compile.h"

namespace laoyou::rules {
namespace {

constexpr std::int64_t k_lowest = INT64_MIN, k_highest = INT64_MAX;

}  // namespace

struct Compiler::MaskVisit {
  Compiler& compiler;
  const Place& place;
  const Node& node;

  int emit(Operation operation) const {
    operation.holds = Holds::mask;
    return compiler.emit(place.domain, std::move(operation));
  }
  int mask(const NodePtr& operand) const { return compiler.mask(place, *operand); }
  int value(const NodePtr& operand) const { return compiler.value(place, *operand); }
  int from_value(int value) const { return emit({.op = Op::value_as_mask, .a = value}); }

  int operator()(const Literal& what) const { return compiler.constant(place.domain, Holds::mask, what.value); }
  int operator()(const FieldRead& what) const { return from_value(compiler.read_field(place, what)); }
  int operator()(const RuleRead& what) const { return compiler.read_rule(place, what, true); }
  int operator()(const ParameterRead& what) const { return compiler.constant(place.domain, Holds::mask, compiler.parameter(what.parameter)); }
  int operator()(const ParameterLookup&) const { return from_value(compiler.make_value(place, node)); }
  int operator()(const Bands& what) const { return compiler.bands(place, what, node.type); }
  int operator()(const Unary& what) const {
    CHECK(what.sign != UnarySign::negate);
    if (what.sign == UnarySign::logical_not) return emit({.op = Op::mask_not, .a = mask(what.operand)});
    if (what.operand->type.kind == Kind::boolean) return emit({.op = Op::mask_missing, .a = mask(what.operand)});
    return emit({.op = Op::value_missing, .a = value(what.operand)});
  }
  int operator()(const Binary& what) const {
    if (what.sign == BinarySign::logical_and) return emit({.op = Op::mask_and, .a = mask(what.left), .b = mask(what.right)});
    if (what.sign == BinarySign::logical_or) return emit({.op = Op::mask_or, .a = mask(what.left), .b = mask(what.right)});
    const bool equality = what.sign == BinarySign::equal || what.sign == BinarySign::unequal;
    if (equality && what.left->type.kind == Kind::boolean) {
      const int equal = emit({.op = Op::mask_equal, .a = mask(what.left), .b = mask(what.right)});
      return what.sign == BinarySign::equal ? equal : emit({.op = Op::mask_not, .a = equal});
    }
    return emit({.op = Op::compare, .a = value(what.left), .b = value(what.right), .sign = static_cast<std::uint8_t>(what.sign)});
  }
  int operator()(const Fallback& what) const { return emit({.op = Op::fallback_mask, .a = mask(what.left), .b = mask(what.right)}); }
  int operator()(const InRanges& what) const {
    Ranges ranges;
    for (const auto& [low, high] : what.ranges) ranges.ranges.emplace_back(low.value_or(k_lowest), high.value_or(k_highest));
    for (const std::string& text : what.texts) {
      const std::int64_t position = compiler.facts_.texts.find(text);
      ranges.ranges.emplace_back(position, position);
    }
    std::sort(ranges.ranges.begin(), ranges.ranges.end());
    return emit({.op = Op::in_ranges, .a = value(what.operand), .table = compiler.ranges(std::move(ranges))});
  }
  int operator()(const Within& what) const { return emit({.op = Op::within, .a = value(what.operand), .b = value(what.outer)}); }
  int operator()(const InPeriod& what) const { return emit({.op = Op::in_period, .a = value(what.operand), .b = value(what.outer)}); }
  int operator()(const Case& what) const { return compiler.branches(place, what, node.type); }
  int operator()(const Related& what) const {
    const int found = compiler.related(place, what);
    return what.function == Function::exists ? found : from_value(found);
  }
  // None of these gives a boolean of one row.
  int operator()(const ContextRead&) const { CHECK(false); }
  int operator()(const Scale&) const { CHECK(false); }
  int operator()(const Widen&) const { CHECK(false); }
  int operator()(const DateCall&) const { CHECK(false); }
  int operator()(const TotalRead&) const { CHECK(false); }
  int operator()(const Total&) const { CHECK(false); }
  int operator()(const TotalArithmetic&) const { CHECK(false); }
};

int Compiler::make_mask(const Place& place, const Node& node) { return std::visit(MaskVisit{*this, place, node}, node.what); }

}  // namespace laoyou::rules
