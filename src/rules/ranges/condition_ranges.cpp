#include "rules/ranges/condition_ranges.h"

#include <limits>

#include "rules/tree/typed_text.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_most_boxes = 64;
constexpr int k_most_rules_followed = 16;
constexpr std::int64_t k_least = std::numeric_limits<std::int64_t>::min() + 1, k_greatest = std::numeric_limits<std::int64_t>::max();

const Boxes k_anything{Box{}};
const Boxes k_never{};

/// The values x with x `sign` bound.
ValueSet compared(BinarySign sign, std::int64_t bound) {
  switch (sign) {
    case BinarySign::equal: return ValueSet::range(bound, bound);
    case BinarySign::unequal: return ValueSet::range(k_least, k_greatest).without(ValueSet::range(bound, bound));
    case BinarySign::less: return ValueSet::range(k_least, bound - 1);
    case BinarySign::less_equal: return ValueSet::range(k_least, bound);
    case BinarySign::greater: return ValueSet::range(bound + 1, k_greatest);
    default: return ValueSet::range(bound, k_greatest);
  }
}

/// a `sign` b as b `turned` a.
BinarySign turned(BinarySign sign) {
  switch (sign) {
    case BinarySign::less: return BinarySign::greater;
    case BinarySign::less_equal: return BinarySign::greater_equal;
    case BinarySign::greater: return BinarySign::less;
    case BinarySign::greater_equal: return BinarySign::less_equal;
    default: return sign;
  }
}

/// All values of the kind. Narrower bounds of the node may come from today's figures of a table, and those may change.
ValueSet domain(const Node& node) {
  if (node.type.kind == Kind::text) return ValueSet::range(k_least, k_greatest);
  const bool from_zero = node.type.kind == Kind::boolean || node.type.kind == Kind::code || node.type.kind == Kind::region;
  const std::int64_t bound = node.type.kind == Kind::code ? node.bound : field_bound(node.type.kind);
  return ValueSet::range(from_zero ? 0 : -bound, bound);
}

std::optional<Box> meet(const Box& left, const Box& right) {
  Box both = left;
  for (const auto& [term, range] : right) {
    const auto [place, fresh] = both.emplace(term, range);
    if (fresh) continue;
    place->second.values = place->second.values.meet(range.values);
    if (place->second.values.empty()) return std::nullopt;
  }
  return both;
}

Boxes either(Boxes left, const Boxes& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left.size() > k_most_boxes ? k_anything : left;
}

bool reads_parameter(const Node& node) {
  bool reads = std::holds_alternative<ParameterRead>(node.what);
  for_each_child(node, [&reads](const Node& child) { reads = reads || reads_parameter(child); });
  return reads;
}

ValueSet as_set(const InRanges& in) {
  ValueSet set;
  for (const auto& [low, high] : in.ranges) set = set.join(ValueSet::range(low.value_or(k_least), high.value_or(k_greatest)));
  return set;
}

}  // namespace

Boxes meet(const Boxes& left, const Boxes& right) {
  Boxes both;
  for (const Box& one : left)
    for (const Box& other : right)
      if (const std::optional<Box> box = meet(one, other)) {
        both.push_back(*box);
        // One side alone still covers what lies in both.
        if (both.size() > k_most_boxes) return left.size() < right.size() ? left : right;
      }
  return both;
}

Boxes ConditionRanges::where(const Node& condition, bool truth) {
  if (const std::optional<Value> known = constant(condition)) return decided(condition, *known && (**known != 0) == truth);
  if (const auto* unary = std::get_if<Unary>(&condition.what)) {
    if (unary->sign == UnarySign::logical_not) return where(*unary->operand, !truth);
    if (const std::optional<Value> operand = constant(*unary->operand)) return decided(*unary->operand, operand->has_value() != truth);
    if (unary->sign == UnarySign::is_missing) return {missing(*unary->operand, truth)};
  }
  if (const auto* binary = std::get_if<Binary>(&condition.what)) {
    if (binary->sign == BinarySign::logical_and || binary->sign == BinarySign::logical_or) return connective(*binary, truth);
    return comparison(*binary, truth);
  }
  if (const auto* in = std::get_if<InRanges>(&condition.what)) return in_ranges(*in, truth);
  if (const auto* in = std::get_if<InPeriod>(&condition.what)) return in_period(*in, truth);
  if (const auto* within = std::get_if<Within>(&condition.what)) {
    const std::optional<Value> outer = constant(*within->outer);
    if (!outer) return atom(condition, truth);
    if (!*outer) return decided(*within->outer, false);
    const RegionCode region = RegionCode::from_number(**outer);
    return term(within->operand, ValueSet::range(region.number(), region.end_number() - 1), truth);
  }
  if (const auto* fallback = std::get_if<Fallback>(&condition.what))
    return meet(atom(condition, truth), either(where(*fallback->left, truth), where(*fallback->right, truth)));
  if (const auto* read = std::get_if<RuleRead>(&condition.what)) return rule(condition, *read, truth);
  return atom(condition, truth);
}

Boxes ConditionRanges::connective(const Binary& binary, bool truth) {
  const bool both = (binary.sign == BinarySign::logical_and) == truth;
  const Boxes left = where(*binary.left, truth), right = where(*binary.right, truth);
  return both ? meet(left, right) : either(left, right);
}

Boxes ConditionRanges::comparison(const Binary& binary, bool truth) {
  if (binary.left->type.kind == Kind::text) {
    const bool left_is_literal = std::holds_alternative<Literal>(binary.left->what);
    const auto& literal = std::get<Literal>((left_is_literal ? binary.left : binary.right)->what);
    const std::int64_t number = text_number(literal.text);
    return term(left_is_literal ? binary.right : binary.left, ValueSet::range(number, number), (binary.sign == BinarySign::equal) == truth);
  }
  const std::optional<Value> left = constant(*binary.left), right = constant(*binary.right);
  if (left && !*left) return decided(*binary.left, false);
  if (right && !*right) return decided(*binary.right, false);
  if (right && left && reads_parameter(*binary.right)) return term(binary.right, compared(turned(binary.sign), **left), truth);
  if (right) return term(binary.left, compared(binary.sign, **right), truth);
  if (left) return term(binary.right, compared(turned(binary.sign), **left), truth);
  const Boxes ordered = order(text(*binary.left), text(*binary.right), binary.sign, truth);
  return meet(meet(ordered, {present(*binary.left)}), {present(*binary.right)});
}

Boxes ConditionRanges::order(const std::string& left, const std::string& right, BinarySign sign, bool truth) {
  if (left.starts_with("period.") && !right.starts_with("period.")) return order(right, left, turned(sign), truth);
  const ValueSet signs = ValueSet::range(-1, 1), held = signs.meet(compared(sign, 0));
  const ValueSet values = truth ? held : signs.without(held);
  const ValueSet less = ValueSet::range(-1, -1), same = ValueSet::range(0, 0), greater = ValueSet::range(1, 1);
  if (left == right) return values.meet(same).empty() ? k_never : k_anything;
  const Boxes boxes{ordered(left, right, values)};
  // A period starts before it ends: what does not lie behind its start does not lie behind its end, and the other way round.
  if (right == "period.start" && values.meet(greater).empty()) return meet(boxes, {ordered(left, "period.end", values.join(less))});
  if (right == "period.end" && values.meet(less).empty()) return meet(boxes, {ordered(left, "period.start", values.join(greater))});
  return boxes;
}

Box ConditionRanges::ordered(const std::string& left, const std::string& right, const ValueSet& signs) const {
  // One name for both ways of writing it: -1 where the first is less, 1 where it is greater.
  if (left < right) return {{"order(" + left + ", " + right + ")", {signs, {Kind::integer}}}};
  return {{"order(" + right + ", " + left + ")", {signs.turned(), {Kind::integer}}}};
}

Boxes ConditionRanges::in_ranges(const InRanges& in, bool truth) {
  ValueSet set = as_set(in);
  for (const std::string& each : in.texts) set = set.join(ValueSet::range(text_number(each), text_number(each)));
  return term(in.operand, set, truth);
}

Boxes ConditionRanges::in_period(const InPeriod& in, bool truth) {
  const auto* context = std::get_if<ContextRead>(&in.outer->what);
  if (!context) return atom(Node{{Kind::boolean}, {}, 0, 1, in}, truth);
  const std::string day = text(*in.operand);
  const Boxes after = order(day, "period.start", BinarySign::greater_equal, truth), before = order(day, "period.end", BinarySign::less_equal, truth);
  return meet(truth ? meet(after, before) : either(after, before), {present(*in.operand)});
}

Boxes ConditionRanges::rule(const Node& node, const RuleRead& read, bool truth) {
  const Boxes known = atom(node, truth);
  // Of another row it is known by its name only.
  const bool same_row = read.path.level == 0 && read.path.steps.empty();
  if (!same_row || rules_followed_ >= k_most_rules_followed) return known;
  ++rules_followed_;
  return meet(known, where(*rules_[static_cast<std::size_t>(read.rule)].tree, truth));
}

Boxes ConditionRanges::term(const NodePtr& operand, const ValueSet& values, bool truth) {
  if (const std::optional<Value> known = constant(*operand))
    return decided(*operand, *known && values.meet(ValueSet::range(**known, **known)).empty() != truth);
  // 2 h is 120 min: what is asked of the wider number is asked of the narrower one by dividing.
  if (const auto* wide = std::get_if<Widen>(&operand->what)) return term(wide->operand, values.divided(wide->multiplier), truth);
  const ValueSet all = domain(*operand);
  const ValueSet left = truth ? all.meet(values) : all.without(values);
  if (left.empty()) return k_never;
  Box box = present(*operand);
  box.emplace(text(*operand), TermRange{left, operand->type});
  return {box};
}

Boxes ConditionRanges::decided(const Node& node, bool holds) const {
  if (switches_ == Switches::stay_open && reads_parameter(node)) return k_anything;
  return holds ? k_anything : k_never;
}

Boxes ConditionRanges::atom(const Node& node, bool truth) {
  Box box = present(node);
  box.emplace(text(node), TermRange{ValueSet::range(truth, truth), {Kind::boolean}});
  return {box};
}

Box ConditionRanges::present(const Node& node) const {
  if (std::holds_alternative<ContextRead>(node.what)) return {};
  return missing(node, false);
}

Box ConditionRanges::missing(const Node& node, bool truth) const {
  const Node* narrow = &node;
  while (const auto* wide = std::get_if<Widen>(&narrow->what)) narrow = wide->operand.get();
  return {{"missing(" + text(*narrow) + ")", {ValueSet::range(truth, truth), {Kind::boolean}}}};
}

std::optional<Value> ConditionRanges::constant(const Node& node) const {
  if (const auto* literal = std::get_if<Literal>(&node.what)) {
    if (node.type.kind == Kind::text) return std::nullopt;
    return literal->value;
  }
  if (const auto* read = std::get_if<ParameterRead>(&node.what)) {
    const DatedValue* dated = parameters_[static_cast<std::size_t>(read->parameter)]->on(day_);
    return dated ? Value{dated->rows.front().value} : Value{};
  }
  if (const auto* read = std::get_if<ContextRead>(&node.what)) {
    if (read->what == ContextRead::What::plan_region) return Value{region_.number()};
    return std::nullopt;
  }
  if (const auto* wide = std::get_if<Widen>(&node.what)) {
    const std::optional<Value> inner = constant(*wide->operand);
    return inner && *inner ? std::optional<Value>{Value{**inner * wide->multiplier}} : inner;
  }
  const auto* binary = std::get_if<Binary>(&node.what);
  if (!binary || (binary->sign != BinarySign::add && binary->sign != BinarySign::subtract)) return std::nullopt;
  const std::optional<Value> left = constant(*binary->left), right = constant(*binary->right);
  if (!left || !right) return std::nullopt;
  if (!*left || !*right) return Value{};
  return Value{binary->sign == BinarySign::add ? **left + **right : **left - **right};
}

std::int64_t ConditionRanges::text_number(const std::string& text) { return texts_.emplace(text, static_cast<std::int64_t>(texts_.size())).first->second; }

std::string ConditionRanges::text(const Node& node) const { return typed_text(schema_, node); }

}  // namespace laoyou::rules
