#include "planning/plan_names.h"

#include "base/embedded.h"
#include "engines/tables/column_table.h"

namespace laoyou::planning {
namespace {

LAOYOU_EMBEDDED(planning_estate_rules_csv)
LAOYOU_EMBEDDED(planning_plan_figures_csv)

using tables::ColumnTable;
constexpr std::int64_t k_oldest = 150;

}  // namespace

const std::vector<EstateStandard>& estate_standards() {
  static const std::vector<EstateStandard> all = [] {
    const auto table = ColumnTable::read(planning_estate_rules_csv(), {tables::needed("standard"), tables::needed("space"), tables::needed("newly_built")}).value();
    std::vector<EstateStandard> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
      rows.push_back({table.text(row, "standard"), record::Leaf<EstateSpace>::from_json_text(table.text(row, "space")).value(), table.text(row, "newly_built") == "yes"});
    return rows;
  }();
  return all;
}

const std::vector<FigureName>& figure_names() {
  static const std::vector<FigureName> all = [] {
    const auto table = ColumnTable::read(planning_plan_figures_csv(), {tables::needed("figure"), tables::needed("from_age"), tables::needed("to_age")}).value();
    std::vector<FigureName> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
      rows.push_back({table.text(row, "figure"), static_cast<std::int32_t>(table.whole_number(row, "from_age", k_oldest).value()),
                      static_cast<std::int32_t>(table.whole_number(row, "to_age", k_oldest).value())});
    return rows;
  }();
  return all;
}

}  // namespace laoyou::planning
