#include "plan/answers/region_answers.h"

#include <algorithm>

#include "http/asked_number.h"
#include "regions/cartogram.h"

namespace laoyou::plan {
namespace {

RegionRow row_of(const Library& library, const regions::Region& region) {
  return {region.code, region.name, region.code.level(), static_cast<std::int32_t>(library.regions.children_count(region.code)), region.added, std::nullopt};
}

std::string path_text(const Library& library, RegionCode code) {
  std::string text;
  for (const regions::Region& step : library.regions.path(code)) {
    if (step.code == code || step.code.level() == RegionLevel::country) continue;
    text += (text.empty() ? "" : " / ") + step.name;
  }
  return text;
}

/// The plan's tiles for exactly these places, or nothing when it leaves one out.
std::optional<std::vector<regions::Tile>> placed_tiles(const Plan* plan, const std::vector<RegionCode>& codes) {
  if (plan == nullptr || codes.empty()) return std::nullopt;
  std::vector<regions::Tile> tiles;
  for (RegionCode code : codes) {
    const auto& placed = plan->content.tiles;
    const auto found = std::find_if(placed.begin(), placed.end(), [&](const auto& row) { return row.value.region == code; });
    if (found == placed.end()) return std::nullopt;
    tiles.push_back({code, found->value.column, found->value.row});
  }
  return tiles;
}

}  // namespace

Result<RegionAnswer> region_answer(const Library& library, RegionCode code) {
  const auto region = library.regions.find(code);
  if (!region) return refuse("regions.not_found", {code.text()});
  RegionAnswer answer{code, region->name, code.level(), {}, static_cast<std::int32_t>(library.regions.children_count(code)), region->added, std::nullopt};
  if (!region->note.empty()) answer.note = region->note;
  for (const regions::Region& step : library.regions.path(code)) answer.path.push_back({step.code, step.name, step.code.level()});
  return answer;
}

Result<RegionRows> region_children(const Library& library, RegionCode code) {
  if (!library.regions.find(code)) return refuse("regions.not_found", {code.text()});
  RegionRows rows;
  for (const regions::Region& child : library.regions.children(code)) rows.rows.push_back(row_of(library, child));
  return rows;
}

Result<RegionRows> region_search(const Library& library, const RegionSearchRequest& request) {
  constexpr std::int32_t k_limit_default = 20, k_limit_max = 100;
  const Result<std::int32_t> limit = http::asked_number("limit", request.limit, k_limit_default, 1, k_limit_max);
  if (!limit) return limit.error();
  RegionRows rows;
  for (const regions::Region& region : library.regions.search(request.text, request.within.value_or(RegionCode()), static_cast<std::size_t>(*limit))) {
    rows.rows.push_back(row_of(library, region));
    rows.rows.back().path_text = path_text(library, region.code);
  }
  return rows;
}

Result<Cartogram> cartogram(const Library& library, RegionCode region, const Plan* plan) {
  if (!library.regions.find(region)) return refuse("regions.not_found", {region.text()});
  std::vector<RegionCode> codes;
  for (const regions::Region& child : library.regions.children(region)) codes.push_back(child.code);
  const auto placed = placed_tiles(plan, codes);
  Cartogram map{region, {}, 0, 0, placed.has_value()};
  for (const regions::Tile& tile : placed ? *placed : regions::block_layout(codes)) {
    map.tiles.push_back({tile.region, library.regions.name(tile.region), tile.column, tile.row});
    map.columns = std::max(map.columns, tile.column + 1);
    map.rows = std::max(map.rows, tile.row + 1);
  }
  return map;
}

}  // namespace laoyou::plan
