#include "engines/addresses/address_base.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "engines/addresses/letters.h"
#include "engines/addresses/part_key.h"
#include "engines/linkage/values.h"

namespace laoyou::addresses {
namespace {

template <class Rows>
std::vector<AddressBase::Row> evenly(const Rows& rows, auto row_of) {
  std::vector<AddressBase::Row> chosen;
  const std::size_t count = std::min(rows.size(), AddressBase::k_most);
  for (std::size_t at = 0; at < count; ++at) chosen.push_back(row_of(rows[at * rows.size() / count]));
  return chosen;
}

std::int64_t figures_of(std::u32string_view plain) {
  constexpr std::size_t k_most_figures = 9;
  std::int64_t number = -1;
  for (std::size_t at = 0; at < std::min(plain.size(), k_most_figures) && is_figure(plain[at]); ++at) number = std::max<std::int64_t>(number, 0) * 10 + (plain[at] - U'0');
  return number;
}

}  // namespace

std::int64_t leading_figures(std::string_view number) { return figures_of(plain_part(PartKind::road_number, number)); }

AddressBase::AddressBase(std::vector<KnownAddress> rows) : rows_(std::move(rows)) {
  by_region_.resize(rows_.size());
  std::iota(by_region_.begin(), by_region_.end(), Row{0});
  std::stable_sort(by_region_.begin(), by_region_.end(), [this](Row a, Row b) { return rows_[a].region < rows_[b].region; });
  // Taken in by region, so that a stable order by key leaves the rows of a key by region, then by row.
  for (const Row row : by_region_) {
    const KnownAddress& known = rows_[row];
    const std::uint64_t road = part_key(PartKind::road, known.road), number = part_key(PartKind::road_number, known.number), estate = part_key(PartKind::estate, known.estate),
                        building = part_key(PartKind::building, known.building);
    if (road != 0) roads_.emplace_back(road, row);
    if (road != 0 && number != 0) doors_.emplace_back(linkage::mixed(road, number), row);
    if (estate != 0) estates_.emplace_back(estate, row);
    if (estate != 0 && building != 0) buildings_.emplace_back(linkage::mixed(estate, building), row);
  }
  for (Index* index : {&doors_, &buildings_, &roads_, &estates_}) {
    std::stable_sort(index->begin(), index->end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    index->shrink_to_fit();
  }
}

std::vector<AddressBase::Row> AddressBase::found(const Index& index, std::uint64_t first, std::uint64_t second) {
  std::vector<Row> rows;
  if (first == 0 || second == 0) return rows;
  const std::uint64_t key = linkage::mixed(first, second);
  for (auto at = std::lower_bound(index.begin(), index.end(), std::pair(key, Row{0}), [](const auto& a, const auto& b) { return a.first < b.first; }); at != index.end() && at->first == key; ++at)
    rows.push_back(at->second);
  return rows;
}

std::span<const std::pair<std::uint64_t, AddressBase::Row>> AddressBase::range(const Index& index, std::uint64_t key, RegionCode within) const {
  if (key == 0) return {};
  const auto before = [this](std::uint64_t wanted, std::int64_t place) {
    return [this, wanted, place](const std::pair<std::uint64_t, Row>& each) { return each.first < wanted || (each.first == wanted && rows_[each.second].region.number() < place); };
  };
  const auto first = std::partition_point(index.begin(), index.end(), before(key, within.number()));
  const auto last = std::partition_point(first, index.end(), before(key, within.end_number()));
  return {first, last};
}

std::vector<AddressBase::Row> AddressBase::spread(const Index& index, std::uint64_t key, RegionCode within) const {
  return evenly(range(index, key, within), [](const auto& each) { return each.second; });
}

std::span<const AddressBase::Row> AddressBase::all_in(RegionCode region) const {
  const auto before = [this](std::int64_t place) { return [this, place](Row row) { return rows_[row].region.number() < place; }; };
  const auto first = std::partition_point(by_region_.begin(), by_region_.end(), before(region.number()));
  const auto last = std::partition_point(first, by_region_.end(), before(region.end_number()));
  return {first, last};
}

std::vector<AddressBase::Row> AddressBase::in(RegionCode region) const {
  return evenly(all_in(region), [](Row row) { return row; });
}

std::vector<AddressBase::Row> AddressBase::nearest_doors(std::uint64_t road, RegionCode within, std::int64_t number) const {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  std::vector<Row> nearest;
  for (const auto& [key, row] : range(roads_, road, within)) {
    const std::int64_t other = leading_figures(rows_[row].number);
    if (other < 0) continue;
    // Doors of one side stand beside each other: the other side's count as a little farther.
    const std::int64_t away = 2 * std::abs(other - number) + ((other - number) % 2 != 0 ? 1 : 0);
    if (away < least) nearest.clear(), least = away;
    if (away == least) nearest.push_back(row);
  }
  std::sort(nearest.begin(), nearest.end());
  if (!nearest.empty()) nearest.resize(1);
  return nearest;
}

}  // namespace laoyou::addresses
