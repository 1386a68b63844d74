// Functions of days and periods.
#include "base/check.h"
#include "rules/value/period_value.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

// The calendar of Date.
constexpr std::int64_t k_first_day = -719'162, k_last_day = 2'932'896;
constexpr std::int64_t k_first_month = 12, k_last_month = 9999 * 12 + 11;

std::int64_t calendar_number(Date day) { return day.year() * 10'000 + day.month() * 100 + day.day(); }

/// year × 10000 + month × 100 + day of a date; read straight from the text where the date is a field.
std::string number_of(SqlWriter& writer, SqlScope& scope, const Node& date) {
  if (const std::optional<Value> known = writer.known(date))
    return *known ? writer.integer(calendar_number(Date::from_days(**known))) : writer.missing(Kind::integer);
  const auto* read = std::get_if<FieldRead>(&date.what);
  if (read != nullptr && date.type.kind == Kind::date && !writer.field(read->record, read->field).sealed)
    return sql_number_of_text(writer, scope.alias_of(read->path) + "." + sql_name(writer.field(read->record, read->field).name));
  return sql_number_of_days(writer, writer.write(date, scope));
}

/// Rounded down, where SQL's division rounds towards zero; `least` is a multiple of the divisor and below every dividend.
std::string divided_down(const std::string& dividend, std::int64_t divisor, std::int64_t least) {
  return "((" + dividend + " + " + std::to_string(-least) + ") / " + std::to_string(divisor) + " - " + std::to_string(-least / divisor) + ")";
}

std::string sql_years_between(SqlWriter& writer, SqlScope& scope, const DateCall& call) {
  // 10000 from birthday to birthday, whatever the lengths of months.
  return divided_down(number_of(writer, scope, *call.arguments[1]) + " - " + number_of(writer, scope, *call.arguments[0]), 10'000, -100'000'000);
}

std::string months_between(SqlWriter& writer, SqlScope& scope, const DateCall& call) {
  const auto counted = [&](const Node& date) {
    // (year × 12 + month) × 100 + day
    return writer.bind(number_of(writer, scope, date), [](const std::string& number) { return "(" + number + " - " + number + " / 10000 * 8800)"; });
  };
  return divided_down(counted(*call.arguments[1]) + " - " + counted(*call.arguments[0]), 100, -100'000'000);
}

std::string add_days(SqlWriter& writer, const std::string& day, const std::string& count) {
  return writer.bind("(" + day + " + " + count + ")", [&](const std::string& sum) {
    return "case when " + sum + " between " + writer.integer(k_first_day) + " and " + writer.integer(k_last_day) + " then " + sum + " end";
  });
}

std::string add_months(SqlWriter& writer, const std::string& number, const std::string& count) {
  return writer.bind_all({number, count}, [&](const std::vector<std::string>& start) {
    const std::string month = start[0] + " / 10000 * 12 + " + start[0] + " / 100 % 100 - 1 + " + start[1];
    return writer.bind_all({month, start[0] + " % 100"}, [&](const std::vector<std::string>& moved) {
      const std::string first = "case when " + moved[0] + " between " + writer.integer(k_first_month) + " and " + writer.integer(k_last_month) + " then " +
                                sql_days_of_calendar(writer, moved[0] + " / 12", moved[0] + " % 12 + 1", "1") + " end";
      return writer.bind_all({first}, [&](const std::vector<std::string>& month_start) {
        return writer.bind_all({month_start[0] + " + " + moved[1] + " - 1", sql_month_end(writer, month_start[0])}, [](const std::vector<std::string>& days) {
          return "case when " + days[0] + " <= " + days[1] + " then " + days[0] + " else " + days[1] + " end";
        });
      });
    });
  });
}

std::string month_start(SqlWriter& writer, SqlScope& scope, const Node& date) {
  return "(" + writer.write(date, scope) + " + 1 - " + number_of(writer, scope, date) + " % 100)";
}

std::string packed(const std::string& last_day, PeriodKind kind) { return "(" + last_day + " * 8 + " + std::to_string(static_cast<int>(kind)) + ")"; }

std::string quarter_of(SqlWriter& writer, const std::string& number) {
  return writer.bind_all({number + " / 10000", "(" + number + " / 100 % 100 + 2) / 3"}, [&](const std::vector<std::string>& names) {
    const std::string last = sql_days_of_calendar(writer, names[0], names[1] + " * 3", "case " + names[1] + " when 1 then 31 when 4 then 31 else 30 end");
    return packed(last, PeriodKind::quarter);
  });
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const DateCall& what) {
  const Node& first = *what.arguments.at(0);
  const auto day = [&] { return writer.write(first, scope); };
  const auto number = [&] { return number_of(writer, scope, first); };
  const auto second = [&] { return writer.write(what.arguments.at(1), scope); };
  switch (what.function) {
    case DateFunction::years_between: return sql_years_between(writer, scope, what);
    case DateFunction::months_between: return months_between(writer, scope, what);
    case DateFunction::days_between: return "(" + second() + " - " + day() + ")";
    case DateFunction::add_days: return add_days(writer, day(), second());
    case DateFunction::add_months: return add_months(writer, number(), second());
    case DateFunction::month_start: return month_start(writer, scope, first);
    case DateFunction::month_end: return sql_month_end(writer, day());
    case DateFunction::year_of: return packed(sql_days_of_calendar(writer, number() + " / 10000", "12", "31"), PeriodKind::year);
    case DateFunction::month_of: return packed(sql_month_end(writer, day()), PeriodKind::month);
    case DateFunction::quarter_of: return quarter_of(writer, number());
    case DateFunction::period_start: return sql_period_start(writer, day());
    case DateFunction::period_end: return "(" + day() + " >> 3)";
    case DateFunction::year_number: return "(" + number() + " / 10000)";
    case DateFunction::month_number: return "(" + number() + " / 100 % 100)";
  }
  CHECK(false);
}

}  // namespace laoyou::rules
