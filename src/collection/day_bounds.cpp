#include "collection/day_bounds.h"

#include <map>
#include <string>

#include "base/check.h"
#include "base/csv.h"
#include "base/embedded.h"

LAOYOU_EMBEDDED(day_bounds_csv)

namespace laoyou::collection {
namespace {

struct Bounds {
  std::string first, last;
};

using Rows = std::map<std::pair<std::string, std::string>, Bounds>;

Rows load() {
  Rows rows;
  const auto table = read_csv(day_bounds_csv()).value();
  for (std::size_t i = 1; i < table.size(); ++i) {
    CHECK(table[i].size() == 5);
    rows[{table[i][0].text, table[i][1].text}] = {table[i][2].text, table[i][3].text};
  }
  return rows;
}

const Bounds& bounds_of(std::string_view record, std::string_view field) {
  static const Rows rows = load();
  for (const auto& key : {std::pair(std::string(record), std::string(field)), {"*", std::string(field)}})
    if (const auto found = rows.find(key); found != rows.end()) return found->second;
  return rows.at({"*", "*"});
}

Date day_of(const std::string& bound, Date today) { return bound == "today" ? today : Date::parse(bound).value(); }

}  // namespace

Result<void> check_day(std::string_view record, std::string_view field, Date day, Date today) {
  const Bounds& bounds = bounds_of(record, field);
  const Date first = day_of(bounds.first, today), last = day_of(bounds.last, today);
  if (day >= first && day <= last) return {};
  return refuse("records.day_out_of_range", {day.text(), first.text(), last.text()});
}

}  // namespace laoyou::collection
