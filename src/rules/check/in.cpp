// x in (…): constant ranges stay ranges; what depends on the row, on parameters or on the period is written out as comparisons.
#include <algorithm>

#include "rules/check/expression_checker.h"
#include "rules/value/period_value.h"
#include "rules/ranges/range_list.h"

namespace laoyou::rules {
namespace {

const Literal* constant(const NodePtr& node) { return std::get_if<Literal>(&node->what); }

Value constant_value(const NodePtr& end) { return end ? constant(end)->value : Value{}; }

}  // namespace

NodePtr ExpressionChecker::check_in(const ParseNode& at, const ParsedIn& in, const Scope& scope) {
  NodePtr operand = check(in.operand, scope);
  if (operand && operand->type.kind == Kind::boolean) {
    refuse(at, "rules.boolean_in");
    return nullptr;
  }
  std::vector<Member> members;
  bool good = operand != nullptr;
  for (const ParsedRange& range : in.ranges) {
    const std::optional<Member> member = check_member(range, scope, operand);
    good = good && member;
    if (member) members.push_back(*member);
  }
  if (!good || !members_in_one_type(operand, members)) return nullptr;
  const NodePtr result = membership(at, operand, members);
  if (!result || !in.negated) return result;
  return make(at, {Kind::boolean}, 1, Unary{UnarySign::logical_not, result});
}

std::optional<ExpressionChecker::Member> ExpressionChecker::check_member(const ParsedRange& range, const Scope& scope, const NodePtr& operand) {
  const Hint hint = operand ? Hint{operand->type, false} : Hint{std::nullopt, true};
  const bool single = range.low == range.high;
  Member member{range.low, range.high, nullptr, nullptr, false};
  if (range.low && !(member.low = check(range.low, scope, hint))) return std::nullopt;
  if (!single && range.high && !(member.high = check(range.high, scope, hint))) return std::nullopt;
  if (!operand) return std::nullopt;
  if (!single && !is_ordered(operand->type.kind)) {
    refuse(range.low ? *range.low : *range.high, "rules.no_order", {type_name(operand->type), ".."});
    return std::nullopt;
  }
  const auto is_period = [](const NodePtr& end) { return end && end->type.kind == Kind::period; };
  if (single) member.high = member.low;
  if (operand->type.kind != Kind::date) return member;
  // Days are asked for in periods: from the first day of the one to the last day of the other.
  member.period = single && is_period(member.low) && !constant(member.low);
  if (member.period) return member;
  if (is_period(member.low)) member.low = end_of_period(*range.low, member.low, DateFunction::period_start);
  if (is_period(member.high)) member.high = end_of_period(*range.high, member.high, DateFunction::period_end);
  return member;
}

NodePtr ExpressionChecker::end_of_period(const ParseNode& at, const NodePtr& period, DateFunction which) {
  const bool first = which == DateFunction::period_start;
  if (const Literal* known = constant(period)) return literal(at, {Kind::date}, first ? period_first_day(*known->value) : period_last_day(*known->value));
  if (const auto* context = std::get_if<ContextRead>(&period->what); context && context->what == ContextRead::What::period)
    return read_context(at, first ? ContextRead::What::period_start : ContextRead::What::period_end);
  return make(at, {Kind::date}, field_bound(Kind::date), DateCall{which, {period}});
}

bool ExpressionChecker::members_in_one_type(NodePtr& operand, std::vector<Member>& members) {
  // Whole numbers asked for in ranges of ratios become ratios.
  for (const Member& member : members)
    for (const NodePtr& end : {member.low, member.high})
      if (end && !member.period && !converted(end, operand->type))
        if (NodePtr wider = converted(operand, end->type)) operand = wider;
  for (Member& member : members) {
    if (member.period) continue;
    const bool single = member.low == member.high;
    for (const bool low : {true, false}) {
      NodePtr& end = low ? member.low : member.high;
      if (!end) continue;
      if (const NodePtr changed = converted(end, operand->type)) {
        end = changed;
        continue;
      }
      refuse_types(low ? *member.written_low : *member.written_high, end->type, operand->type);
      return false;
    }
    if (single) member.high = member.low;
  }
  return true;
}

NodePtr ExpressionChecker::membership(const ParseNode& at, const NodePtr& operand, const std::vector<Member>& members) {
  InRanges constants{operand, {}, {}};
  NodePtr result;
  const auto either = [&](const NodePtr& other) { result = result ? make(at, {Kind::boolean}, 1, Binary{BinarySign::logical_or, result, other}) : other; };
  for (const Member& member : members) {
    if (member.period) {
      either(make(at, {Kind::boolean}, 1, InPeriod{operand, member.low}));
    } else if ((member.low && !constant(member.low)) || (member.high && !constant(member.high))) {
      if (operand->type.kind == Kind::text) {
        refuse(*member.written_low, "rules.text_with_text");
        return nullptr;
      }
      either(between(at, operand, member));
    } else if (operand->type.kind == Kind::text) {
      constants.texts.push_back(constant(member.low)->text);
    } else {
      constants.ranges.emplace_back(constant_value(member.low), constant_value(member.high));
      if (!is_empty(constants.ranges.back())) continue;
      refuse(*member.written_low, "rules.range_reversed", {written(*member.written_low), written(*member.written_high)});
      return nullptr;
    }
  }
  constants.ranges = joined(std::move(constants.ranges));
  std::sort(constants.texts.begin(), constants.texts.end());
  constants.texts.erase(std::unique(constants.texts.begin(), constants.texts.end()), constants.texts.end());
  if (!constants.ranges.empty() || !constants.texts.empty()) either(make(at, {Kind::boolean}, 1, std::move(constants)));
  return result;
}

NodePtr ExpressionChecker::between(const ParseNode& at, const NodePtr& operand, const Member& ends) {
  const auto compare = [&](BinarySign sign, const NodePtr& end) { return make(at, {Kind::boolean}, 1, Binary{sign, operand, end}); };
  if (ends.low == ends.high) return compare(BinarySign::equal, ends.low);
  if (!ends.high) return compare(BinarySign::greater_equal, ends.low);
  if (!ends.low) return compare(BinarySign::less_equal, ends.high);
  return make(at, {Kind::boolean}, 1, Binary{BinarySign::logical_and, compare(BinarySign::greater_equal, ends.low), compare(BinarySign::less_equal, ends.high)});
}

}  // namespace laoyou::rules
