// Literals: numbers with units, texts, dates, periods. What stands on the other side decides where the writing alone does not.
#include "rules/check/expression_checker.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {

NodePtr ExpressionChecker::check_number(const ParseNode& at, const ParsedNumber& number, const Hint& hint) {
  if (number.unit.empty() && (hint.wants(Kind::period) || hint.wants(Kind::date)))
    if (const auto year = year_value(number.digits)) return literal(at, {Kind::period}, *year);
  if (number.unit.empty() && hint.wants(Kind::region))
    if (const auto region = region_value(number.digits)) return literal(at, {Kind::region}, *region);
  const Result<TypedValue> value = number_value(number.digits, number.unit);
  if (value) return literal(at, value->type, value->value);
  refuse(at, value.error().code, value.error().words);
  return nullptr;
}

NodePtr ExpressionChecker::check_text(const ParseNode& at, const ParsedText& text, const Hint& hint) {
  if (hint.wants(Kind::code)) {
    if (NodePtr code = code_by_hint(at, text.text, hint)) return code;
    refuse_name(at, text.text, code_names(hint.type->detail));
    return nullptr;
  }
  return make(at, {Kind::text}, field_bound(Kind::text), Literal{std::nullopt, text.text});
}

NodePtr ExpressionChecker::check_date(const ParseNode& at, const ParsedDate& date) {
  const Result<Date> day = Date::parse(date.text);
  if (day) return literal(at, {Kind::date}, day->days());
  refuse(at, day.error().code, day.error().words);
  return nullptr;
}

NodePtr ExpressionChecker::check_period(const ParseNode& at, const ParsedPeriod& written_period) {
  const Result<Period> period = Period::parse(written_period.text);
  if (period) return literal(at, {Kind::period}, pack_period(*period));
  refuse(at, period.error().code, period.error().words);
  return nullptr;
}

}  // namespace laoyou::rules
