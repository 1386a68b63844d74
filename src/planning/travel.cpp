#include "planning/travel.h"

#include <algorithm>

#include "base/check.h"
#include "base/embedded.h"
#include "engines/tables/column_table.h"

namespace laoyou::planning {
namespace {

LAOYOU_EMBEDDED(planning_kinds_csv)
LAOYOU_EMBEDDED(planning_ways_csv)

using record::Leaf;
using tables::ColumnTable;

constexpr double k_most_minutes = 240, k_most_metres = 50'000;

std::optional<double> number(const ColumnTable& table, std::size_t row, const char* column) {
  if (table.text(row, column).empty()) return std::nullopt;
  return table.number(row, column, 0, k_most_metres).value();
}

}  // namespace

const std::vector<KindOfPlace>& kinds_of_place() {
  static const std::vector<KindOfPlace> kinds = [] {
    const auto table = ColumnTable::read(planning_kinds_csv(), {tables::needed("kind"), tables::needed("group"), tables::needed("unit")}).value();
    std::vector<KindOfPlace> all;
    for (std::size_t row = 0; row < table.rows(); ++row)
      all.push_back({Leaf<registry::InstitutionKind>::from_json_text(table.text(row, "kind")).value(), Leaf<PeopleGroup>::from_json_text(table.text(row, "group")).value(),
                     Leaf<PlaceUnit>::from_json_text(table.text(row, "unit")).value()});
    return all;
  }();
  return kinds;
}

const std::vector<WayOfGoing>& ways_of_going() {
  static const std::vector<WayOfGoing> ways = [] {
    const auto table = ColumnTable::read(planning_ways_csv(), {tables::needed("way"), tables::needed("metres_per_minute"), tables::needed("source")}).value();
    std::vector<WayOfGoing> all;
    for (std::size_t row = 0; row < table.rows(); ++row)
      all.push_back({Leaf<TravelWay>::from_json_text(table.text(row, "way")).value(), *number(table, row, "metres_per_minute"), table.text(row, "source")});
    return all;
  }();
  return ways;
}

const KindOfPlace* find_kind(registry::InstitutionKind kind) {
  const auto& kinds = kinds_of_place();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindOfPlace& each) { return each.kind == kind; });
  return found == kinds.end() ? nullptr : &*found;
}

double metres_per_minute(TravelWay way) {
  const auto& ways = ways_of_going();
  const auto found = std::find_if(ways.begin(), ways.end(), [&](const WayOfGoing& each) { return each.way == way; });
  CHECK(found != ways.end());
  return found->metres_per_minute;
}

Result<Question> question_of(registry::InstitutionKind kind, TravelWay way, std::optional<double> minutes, std::optional<double> metres, std::optional<PeopleGroup> group) {
  const KindOfPlace* const known = find_kind(kind);
  if (known == nullptr) return at("/kind", refuse("planning.kind_unknown", {Leaf<registry::InstitutionKind>::to_sheet_text(kind)}));
  if (minutes.has_value() == metres.has_value()) return at("/minutes", refuse("planning.limit_unclear"));
  if (minutes && !(*minutes >= 0 && *minutes <= k_most_minutes)) return at("/minutes", refuse("planning.limit_out_of_range", {"0", "240"}));
  if (metres && !(*metres >= 0 && *metres <= k_most_metres)) return at("/metres", refuse("planning.limit_out_of_range", {"0", "50000"}));
  return Question{kind, way, minutes, metres, group.value_or(known->group)};
}

}  // namespace laoyou::planning
