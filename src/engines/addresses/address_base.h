// The standard addresses that written ones are held against (标准地址库).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/point.h"
#include "base/region_code.h"
#include "engines/addresses/parts.h"

namespace laoyou::addresses {

/// One standard address: a door of a road, a building of an estate, or both.
struct KnownAddress {
  RegionCode region;  ///< the village or community; a street or town where no more is known
  std::string road, number, estate, building;
  Point point;
};

/// Made once for many questions; immutable, safe across threads.
class AddressBase {
 public:
  using Row = std::uint32_t;

  explicit AddressBase(std::vector<KnownAddress> rows);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const KnownAddress& row(Row row) const { return rows_[row]; }

  /// Rows by the keys of part_key.h, in order. A key of 0 finds nothing.
  [[nodiscard]] std::vector<Row> doors(std::uint64_t road, std::uint64_t number) const { return found(doors_, road, number); }
  [[nodiscard]] std::vector<Row> buildings(std::uint64_t estate, std::uint64_t building) const { return found(buildings_, estate, building); }
  /// At most `k_most` of them, evenly spread over all those within the place: a long road has many doors.
  [[nodiscard]] std::vector<Row> along(std::uint64_t road, RegionCode within) const { return spread(roads_, road, within); }
  [[nodiscard]] std::vector<Row> of_estate(std::uint64_t estate, RegionCode within) const { return spread(estates_, estate, within); }
  [[nodiscard]] std::vector<Row> in(RegionCode region) const;
  /// All of a place, by region and then by row.
  [[nodiscard]] std::span<const Row> all_in(RegionCode region) const;
  /// The door of a road within the place whose number is nearest to this one; the lowest row of equals. Of doors whose number begins with figures.
  [[nodiscard]] std::vector<Row> nearest_doors(std::uint64_t road, RegionCode within, std::int64_t number) const;

  static constexpr std::size_t k_most = 64;

 private:
  using Index = std::vector<std::pair<std::uint64_t, Row>>;
  static std::vector<Row> found(const Index& index, std::uint64_t first, std::uint64_t second);
  [[nodiscard]] std::vector<Row> spread(const Index& index, std::uint64_t key, RegionCode within) const;
  /// The rows of a key within a place: they stand by region.
  [[nodiscard]] std::span<const std::pair<std::uint64_t, Row>> range(const Index& index, std::uint64_t key, RegionCode within) const;

  std::vector<KnownAddress> rows_;
  Index doors_, buildings_, roads_, estates_;  // by key, then by region, then by row
  std::vector<Row> by_region_;
};

/// The figures that a number begins with (12 of 12-3号); -1 where there are none.
std::int64_t leading_figures(std::string_view number);

}  // namespace laoyou::addresses
