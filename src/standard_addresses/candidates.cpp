#include "standard_addresses/candidates.h"

#include <set>

#include "engines/addresses/part_key.h"
#include "engines/addresses/search_base.h"

namespace laoyou::standard_addresses {
namespace {

using Row = addresses::AddressBase::Row;

constexpr std::size_t k_candidates_most = 30, k_found_most = 20;

Candidate candidate(const Placer& placer, const regions::RegionTree& tree, Row row, bool fits) {
  const addresses::KnownAddress& known = placer.base.row(row);
  return {{placer.ids[row]}, standard_text(known), place_name(tree, known.region), known.point.longitude, known.point.latitude, fits};
}

}  // namespace

std::string place_name(const regions::RegionTree& tree, RegionCode region) {
  const auto street = region.level() == RegionLevel::village ? region.parent() : std::nullopt;
  return (street ? tree.name(*street) : std::string()) + tree.name(region);
}

std::vector<Candidate> candidates(const Placer& placer, const regions::RegionTree& tree, const addresses::ParsedAddress& address, const addresses::Placed& placed, RegionCode region, RegionCode within) {
  std::vector<Candidate> all;
  std::set<Row> named;
  const auto add = [&](Row row, bool fits) {
    if (all.size() < k_candidates_most && within.contains(placer.base.row(row).region) && named.insert(row).second) all.push_back(candidate(placer, tree, row, fits));
  };
  if (placed.row) add(*placed.row, true);
  for (const Row row : placed.others) add(row, true);
  const addresses::Written written = addresses::written_of(address);
  const RegionCode county = county_of(region);
  for (const Row row : placer.base.of_estate(addresses::part_key(addresses::PartKind::estate, written.estate), county)) add(row, false);
  for (const Row row : placer.base.along(addresses::part_key(addresses::PartKind::road, written.road), county)) add(row, false);
  for (const Row row : placer.base.in(region)) add(row, false);
  return all;
}

AddressSearch searched(const Placer& placer, const regions::RegionTree& tree, std::string_view text, RegionCode region, RegionCode within) {
  AddressSearch answer;
  const std::vector<Row> rows = addresses::search_base(placer.base, placer.gazetteer, text, within, county_of(region), k_found_most + 1);
  for (const Row row : rows)
    if (answer.rows.size() < k_found_most) answer.rows.push_back(candidate(placer, tree, row, false));
  answer.more = rows.size() > k_found_most;
  return answer;
}

}  // namespace laoyou::standard_addresses
