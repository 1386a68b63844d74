#include "engines/addresses/read_base.h"

#include "engines/tables/column_table.h"

namespace laoyou::addresses {
namespace {

constexpr std::size_t k_refusals_most = 20;

std::vector<tables::KnownColumn> columns() {
  using tables::needed, tables::wanted;
  return {needed("region", {"区划", "区划代码", "所属区划"}), needed("longitude", {"经度"}), needed("latitude", {"纬度"}), wanted("road", {"道路", "路名"}), wanted("number", {"门牌号"}),
          wanted("estate", {"小区", "地名"}), wanted("building", {"楼栋", "幢号"}), wanted("id", {"编号"})};
}

}  // namespace

CheckedResult<BaseTable> read_base(std::string_view csv) {
  const auto table = tables::ColumnTable::read(csv, columns());
  if (!table) return Refusals{table.error()};
  if (table->rows() == 0) return Refusals{refuse("addresses.table_empty")};
  BaseTable base;
  Refusals wrong;
  for (std::size_t row = 0; row < table->rows() && wrong.size() < k_refusals_most; ++row) {
    const auto region = RegionCode::parse(table->text(row, "region"));
    const auto longitude = table->number(row, "longitude", -180, 180), latitude = table->number(row, "latitude", -90, 90);
    if (!region) wrong.push_back(at(table->place(row, "region"), region.error()));
    if (!longitude) wrong.push_back(longitude.error());
    if (!latitude) wrong.push_back(latitude.error());
    if (table->text(row, "road").empty() && table->text(row, "estate").empty()) wrong.push_back(at(table->place(row, "region"), refuse("addresses.row_empty")));
    if (!wrong.empty()) continue;
    base.rows.push_back({*region, table->text(row, "road"), table->text(row, "number"), table->text(row, "estate"), table->text(row, "building"), {*longitude, *latitude}});
    base.ids.push_back(table->has("id") ? table->text(row, "id") : std::to_string(row + 1));
  }
  if (!wrong.empty()) return wrong;
  return base;
}

}  // namespace laoyou::addresses
