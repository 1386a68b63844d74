// Days, months and periods by integer arithmetic. PostgreSQL hands its own reading of a text as a number or a date to no foreign server, since
// the session's settings have a part in it; where tables are partitioned, digits are taken one by one instead.
#include "rules/value/period_value.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

/// SQLite's julian day of 1970-01-01 00:00.
constexpr std::string_view k_epoch_julian = "2440587.5";

/// The number in digits `first`, `first`+1 … of a text, times the weights.
std::string digits(const std::string& column, std::initializer_list<std::pair<int, std::int64_t>> weights) {
  std::string text;
  std::int64_t offset = 0;
  for (const auto& [position, weight] : weights) {
    text += (text.empty() ? "" : " + ") + std::string("ascii(substr(") + column + ", " + std::to_string(position) + ", 1)) * " + std::to_string(weight);
    offset += weight * '0';
  }
  return "(" + text + " - " + std::to_string(offset) + ")";
}

/// A number as text with leading zeros; unlike printf, null for null.
std::string padded(const std::string& number, int places) {
  return "substr(" + std::string(places == 4 ? "10000" : "100") + " + (" + number + "), 2)";
}

bool by_digits(const SqlWriter& writer) { return !writer.sqlite() && writer.target().partition; }

std::string part(const SqlWriter& writer, const std::string& column, int first, int count) {
  if (!by_digits(writer)) return "cast(substr(" + column + ", " + std::to_string(first) + ", " + std::to_string(count) + ") as integer)";
  if (count == 1) return digits(column, {{first, 1}});
  if (count == 2) return digits(column, {{first, 10}, {first + 1, 1}});
  return digits(column, {{first, 1000}, {first + 1, 100}, {first + 2, 10}, {first + 3, 1}});
}

}  // namespace

std::string sql_number_of_text(const SqlWriter& writer, const std::string& column) {
  if (!by_digits(writer)) return "cast(replace(" + column + ", '-', '') as " + (writer.sqlite() ? "integer)" : "bigint)");
  return digits(column, {{1, 10'000'000}, {2, 1'000'000}, {3, 100'000}, {4, 10'000}, {6, 1'000}, {7, 100}, {9, 10}, {10, 1}}) + "::bigint";
}

std::string sql_days_of_text(const SqlWriter& writer, const std::string& column) {
  if (writer.sqlite()) return "cast(julianday(" + column + ") - " + std::string(k_epoch_julian) + " as integer)";
  if (!by_digits(writer)) return "(cast(" + column + " as date) - date '1970-01-01')::bigint";
  return sql_days_of_calendar(writer, part(writer, column, 1, 4), part(writer, column, 6, 2), part(writer, column, 9, 2));
}

std::string sql_number_of_days(SqlWriter& writer, const std::string& days) {
  if (writer.sqlite()) return "cast(strftime('%Y%m%d', " + days + " + " + std::string(k_epoch_julian) + ") as integer)";
  return writer.bind("(date '1970-01-01' + (" + days + ")::int)", [](const std::string& day) {
    return "(date_part('year', " + day + ") * 10000 + date_part('month', " + day + ") * 100 + date_part('day', " + day + "))::bigint";
  });
}

std::string sql_days_of_calendar(const SqlWriter& writer, const std::string& year, const std::string& month, const std::string& day) {
  if (writer.sqlite())
    return "cast(julianday(" + padded(year, 4) + " || '-' || " + padded(month, 2) + " || '-' || " + padded(day, 2) + ") - " + std::string(k_epoch_julian) + " as integer)";
  return "(make_date((" + year + ")::int, (" + month + ")::int, (" + day + ")::int) - date '1970-01-01')::bigint";
}

std::string sql_month_end(SqlWriter& writer, const std::string& days) {
  // The day 30 days after the month's first is its 31st, or as many days into the next month as this one lacks.
  return writer.bind(days, [&](const std::string& day) {
    return writer.bind("(" + day + " + 31 - " + sql_number_of_days(writer, day) + " % 100)", [&](const std::string& later) {
      return "(" + later + " - (" + sql_number_of_days(writer, later) + " % 100) % 31)";
    });
  });
}

std::string sql_period_of_text(SqlWriter& writer, const std::string& column) {
  const std::string year = part(writer, column, 1, 4), number = part(writer, column, 7, 1);
  const auto packed = [](const std::string& last_day, PeriodKind kind) { return "(" + last_day + " * 8 + " + std::to_string(static_cast<int>(kind)) + ")"; };
  const auto last = [&](const std::string& month, const std::string& day) { return sql_days_of_calendar(writer, year, month, day); };
  return "case length(" + column + ") when 4 then " + packed(last("12", "31"), PeriodKind::year) + " when 10 then " +
         packed(sql_days_of_text(writer, column), PeriodKind::day) + " else case substr(" + column + ", 6, 1) when 'H' then " +
         packed(last(number + " * 6", "case " + number + " when 1 then 30 else 31 end"), PeriodKind::half) + " when 'Q' then " +
         packed(last(number + " * 3", "case " + number + " when 1 then 31 when 4 then 31 else 30 end"), PeriodKind::quarter) + " else " +
         packed(sql_month_end(writer, last(part(writer, column, 6, 2), "1")), PeriodKind::month) + " end end";
}

std::string sql_period_start(SqlWriter& writer, const std::string& period) {
  return writer.bind(period, [&](const std::string& packed) {
    return writer.bind_all({sql_number_of_days(writer, "(" + packed + " >> 3)"), "(" + packed + " & 7)"}, [&](const std::vector<std::string>& names) {
      const std::string& number = names[0];
      const std::string months_before = "case " + names[1] + " when 0 then 11 when 1 then 5 when 2 then 2 else 0 end";
      const std::string day = "case " + names[1] + " when 4 then " + number + " % 100 else 1 end";
      return sql_days_of_calendar(writer, number + " / 10000", number + " / 100 % 100 - " + months_before, day);
    });
  });
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const InPeriod& what) {
  const std::string operand = writer.write(what.operand, scope);
  if (const std::optional<Value> known = writer.known(*what.outer)) {
    if (!*known) return writer.missing(node.type.kind);
    return "(" + operand + " between " + writer.integer(period_first_day(**known)) + " and " + writer.integer(period_last_day(**known)) + ")";
  }
  return writer.bind(writer.write(what.outer, scope), [&](const std::string& outer) {
    return "(" + operand + " between " + sql_period_start(writer, outer) + " and (" + outer + " >> 3))";
  });
}

}  // namespace laoyou::rules
