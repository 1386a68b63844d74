// Functions of dates, missing(), round().
#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

struct Signature {
  std::string_view name;
  DateFunction function;
  std::vector<Kind> arguments;
  Kind result;
  std::int64_t bound;
};

/// The calendar's years, 1 to 9999: no two days are further apart.
constexpr std::int64_t k_years = 9999;

const std::vector<Signature>& signatures() {
  using enum DateFunction;
  constexpr Kind date = Kind::date, number = Kind::integer, period = Kind::period;
  static const std::vector<Signature> all{
      {"years_between", DateFunction::years_between, {date, date}, number, k_years},
      {"months_between", months_between, {date, date}, number, 12 * k_years},
      {"days_between", days_between, {date, date}, number, 366 * k_years},
      {"add_days", add_days, {date, number}, date, field_bound(date)},
      {"add_months", add_months, {date, number}, date, field_bound(date)},
      {"month_start", month_start, {date}, date, field_bound(date)},
      {"month_end", month_end, {date}, date, field_bound(date)},
      {"year", year_of, {date}, period, field_bound(period)},
      {"month", month_of, {date}, period, field_bound(period)},
      {"quarter", quarter_of, {date}, period, field_bound(period)},
      {"year_number", year_number, {date}, number, k_years},
      {"month_number", month_number, {date}, number, 12},
  };
  return all;
}

}  // namespace

NodePtr ExpressionChecker::check_call(const ParseNode& at, const ParsedCall& call, const Scope& scope) {
  const auto found = std::find_if(signatures().begin(), signatures().end(), [&](const Signature& each) { return each.name == call.function; });
  const bool known = call.function == "round" || call.function == "missing" || found != signatures().end();
  if (!known) {
    std::vector<std::string> names{"round", "missing"};
    for (const Signature& signature : signatures()) names.emplace_back(signature.name);
    refuse_name(at, call.function, names);
    return nullptr;
  }
  const std::size_t wanted = found != signatures().end() ? found->arguments.size() : call.function == "round" ? 2 : 1;
  if (call.arguments.size() != wanted) {
    refuse(at, "rules.argument_count", {call.function, std::to_string(wanted), std::to_string(call.arguments.size())});
    return nullptr;
  }
  if (call.function == "round") return check_round(at, call, scope);
  if (call.function == "missing") {
    const NodePtr operand = check(call.arguments[0], scope);
    return operand ? make(at, {Kind::boolean}, 1, Unary{UnarySign::is_missing, operand}) : nullptr;
  }
  DateCall checked{found->function, {}};
  bool good = true;
  for (std::size_t i = 0; i < wanted; ++i) {
    NodePtr argument = check(call.arguments[i], scope);
    // year(p) of a period is the year of its last day.
    if (argument && wanted == 1 && argument->type.kind == Kind::period) argument = end_of_period(*call.arguments[i], argument, DateFunction::period_end);
    good = require(argument, *call.arguments[i], found->arguments[i]) && good;
    checked.arguments.push_back(std::move(argument));
  }
  if (!good) return nullptr;
  return make(at, {found->result}, found->bound, std::move(checked));
}

}  // namespace laoyou::rules
