#include "engines/addresses/geocode.h"

#include <algorithm>
#include <array>

#include "engines/addresses/part_key.h"

namespace laoyou::addresses {
namespace {

using Row = AddressBase::Row;

constexpr int k_region_weight = 15, k_road_weight = 20, k_number_weight = 30, k_estate_weight = 20, k_building_weight = 15;
/// Rows of one door or building this near to each other are one place.
constexpr double k_one_place_m = 100;

Point middle_of(const AddressBase& base, const std::vector<Row>& rows) {
  Point sum;
  for (const Row row : rows) {
    sum.longitude += base.row(row).point.longitude;
    sum.latitude += base.row(row).point.latitude;
  }
  const auto count = static_cast<double>(rows.size());
  return {sum.longitude / count, sum.latitude / count};
}

bool is_one_place(const AddressBase& base, const std::vector<Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](Row row) {
    return base.row(row).region == base.row(rows[0]).region && distance_m(base.row(row).point, base.row(rows[0]).point) <= k_one_place_m;
  });
}

/// The place that bounds the search: a record's village may be wrong, its county is not doubted.
RegionCode county_of(RegionCode region) {
  while (region.level() > RegionLevel::county) region = *region.parent();
  return region;
}

class Placing {
 public:
  Placing(const AddressBase& base, const Written& written) : base_(base), written_(written), region_(written.region.value_or(RegionCode())) {
    road_ = part_key(PartKind::road, written.road);
    number_ = part_key(PartKind::road_number, written.number);
    estate_ = part_key(PartKind::estate, written.estate);
    building_ = part_key(PartKind::building, written.building);
    placed_.region = written.region;
  }

  Placed place() {
    const bool sure = try_rows(base_.doors(road_, part_key(PartKind::road_number, written_.long_number)), Certainty::door) || try_rows(base_.doors(road_, number_), Certainty::door) ||
                      try_rows(base_.buildings(estate_, building_), Certainty::building);
    if (!sure && placed_.doubt == Doubt::nothing && !try_along()) placed_.doubt = road_ != 0 || estate_ != 0 ? Doubt::unknown : Doubt::nothing;
    if (placed_.certainty == Certainty::none) place_by_region();
    if (placed_.certainty == Certainty::none && placed_.doubt == Doubt::nothing) placed_.doubt = Doubt::unknown;
    explain();
    return std::move(placed_);
  }

 private:
  /// Rows that fit: within the place they say where, elsewhere they contradict it.
  bool try_rows(std::vector<Row> rows, Certainty certainty) {
    if (rows.empty() || placed_.doubt != Doubt::nothing) return false;
    std::vector<Row> here;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(here), [&](Row row) { return fits(base_.row(row).region); });
    if (here.empty()) {
      if (has_own(certainty)) std::erase_if(rows, [&](Row row) { return !county_of(region_).contains(base_.row(row).region); });
      return rows.empty() ? false : doubt(Doubt::contradicted, rows);
    }
    narrow(here);
    if (here.size() > 1 && !is_one_place(base_, here)) {
      const bool is_one_village = std::all_of(here.begin(), here.end(), [&](Row row) { return base_.row(row).region == base_.row(here[0]).region; });
      if (!is_one_village) return doubt(Doubt::ambiguous, here);
      certainty = Certainty::road;  // which of the houses behind one door is not said
    }
    take(here[0], certainty);
    return true;
  }

  /// Whether the county has a road, or an estate, of that name itself: that another county has one too contradicts nothing.
  [[nodiscard]] bool has_own(Certainty certainty) const {
    return !(certainty == Certainty::door ? base_.along(road_, county_of(region_)) : base_.of_estate(estate_, county_of(region_))).empty() || certainty == Certainty::building;
  }

  [[nodiscard]] bool fits(RegionCode region) const { return region_.contains(region) || region.contains(region_); }

  /// Of the rows of one door those that agree in estate and building, where any does.
  void narrow(std::vector<Row>& rows) const {
    const auto keep = [&](auto&& agrees) {
      std::vector<Row> kept;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), agrees);
      if (!kept.empty()) rows = std::move(kept);
    };
    if (building_ != 0) keep([&](Row row) { return part_key(PartKind::building, base_.row(row).building) == building_; });
    if (building_ == 0) keep([&](Row row) { return base_.row(row).building.empty(); });
    if (estate_ != 0) keep([&](Row row) { return part_key(PartKind::estate, base_.row(row).estate) == estate_; });
    if (road_ != 0) keep([&](Row row) { return part_key(PartKind::road, base_.row(row).road) == road_; });
  }

  bool doubt(Doubt doubt, std::vector<Row> rows) {
    placed_.doubt = doubt;
    std::sort(rows.begin(), rows.end());
    if (rows.size() > Placed::k_named) rows.resize(Placed::k_named);
    placed_.others = std::move(rows);
    return false;
  }

  void take(Row row, Certainty certainty) {
    placed_.certainty = certainty;
    placed_.row = row;
    placed_.point = base_.row(row).point;
    placed_.region = base_.row(row).region;
  }

  /// The estate, or the door of the road nearest by its number.
  bool try_along() {
    std::vector<Row> rows = base_.of_estate(estate_, region_);
    if (rows.empty() && road_ != 0) {
      rows = base_.along(road_, region_);
      if (spans_counties(rows)) return doubt(Doubt::ambiguous, rows);
      const std::int64_t number = leading_figures(written_.number);
      if (number >= 0)
        if (std::vector<Row> nearest = base_.nearest_doors(road_, region_, number); !nearest.empty()) rows = std::move(nearest);
    }
    if (rows.empty()) return false;
    if (spans_counties(rows)) return doubt(Doubt::ambiguous, rows);
    take(rows[rows.size() / 2], Certainty::road);
    return true;
  }

  [[nodiscard]] bool spans_counties(const std::vector<Row>& rows) const {
    return std::any_of(rows.begin(), rows.end(), [&](Row row) { return county_of(base_.row(row).region) != county_of(base_.row(rows[0]).region); });
  }

  void place_by_region() {
    if (region_.level() < RegionLevel::street) return;
    const std::vector<Row> rows = base_.in(region_);
    if (rows.empty()) return;
    placed_.certainty = region_.level() == RegionLevel::village ? Certainty::village : Certainty::street;
    placed_.point = middle_of(base_, rows);
    placed_.region = region_;
  }

  void explain() {
    const std::optional<Row> row = placed_.row ? placed_.row : placed_.others.empty() ? std::nullopt : std::optional(placed_.others[0]);
    if (!row) return;
    const KnownAddress& known = base_.row(*row);
    int agreeing = 0, whole = 0;
    const auto add = [&](PartKind kind, std::string_view written, std::string_view other, bool same, int weight) {
      if (written.empty()) return;
      const Agreement agreement = same ? Agreement::same : other.empty() ? Agreement::not_in_base : Agreement::differs;
      placed_.parts.push_back({kind, std::string(written), std::string(other), agreement, weight});
      whole += weight;
      if (same) agreeing += weight;
    };
    if (written_.region) add(PartKind::community, written_.region->text(), known.region.text(), fits(known.region), k_region_weight);
    const auto part = [&](PartKind kind, std::string_view written, std::string_view other, int weight) { add(kind, written, other, part_key(kind, written) == part_key(kind, other), weight); };
    part(PartKind::road, written_.road, known.road, k_road_weight);
    const bool is_long = !written_.long_number.empty() && part_key(PartKind::road_number, written_.long_number) == part_key(PartKind::road_number, known.number);
    part(PartKind::road_number, is_long ? written_.long_number : written_.number, known.number, k_number_weight);
    part(PartKind::estate, written_.estate, known.estate, k_estate_weight);
    if (!is_long) part(PartKind::building, written_.building, known.building, k_building_weight);
    placed_.score = whole == 0 ? 0 : 100 * agreeing / whole;
  }

  const AddressBase& base_;
  const Written& written_;
  RegionCode region_;
  std::uint64_t road_ = 0, number_ = 0, estate_ = 0, building_ = 0;
  Placed placed_;
};

}  // namespace

std::string_view certainty_name(Certainty certainty) {
  static constexpr std::array<std::string_view, k_certainties> names = {"door", "building", "road", "village", "street", "none"};
  return names[static_cast<std::size_t>(certainty)];
}

std::string_view doubt_name(Doubt doubt) {
  static constexpr std::array<std::string_view, 4> names = {"nothing", "ambiguous", "contradicted", "unknown"};
  return names[static_cast<std::size_t>(doubt)];
}

Written written_of(const ParsedAddress& address) {
  Written written{address.first(PartKind::road), address.first(PartKind::road_number), address.first(PartKind::estate), address.first(PartKind::building), {}, address.region};
  for (std::size_t at = 0; at + 2 < address.parts.size(); ++at) {
    const Part &first = address.parts[at], &dash = address.parts[at + 1], &second = address.parts[at + 2];
    if (first.kind == PartKind::road_number && second.kind == PartKind::building && dash.end == dash.begin + 1 && address.text[dash.begin] == '-')
      written.long_number = address.text.substr(first.begin, second.end - first.begin);
  }
  return written;
}

Placed Geocoder::place(std::string_view text, RegionCode within) const {
  const ParsedAddress address = read_address(gazetteer_, text, within);
  return Placing(base_, written_of(address)).place();
}

}  // namespace laoyou::addresses
