// Places the addresses of the registers by the standard addresses, and keeps where they lie.
#pragma once

#include <functional>
#include <memory>

#include "engines/addresses/geocode.h"
#include "regions/region_tree.h"
#include "standard_addresses/base_rows.h"
#include "standard_addresses/requests.h"
#include "standard_addresses/subjects.h"
#include "store/store.h"

namespace laoyou::standard_addresses {

/// What was placed by a base that changed meanwhile is placed again by the new one, at most this often: whoever follows the base looked for what waits before it was kept.
constexpr int k_rounds_most = 3;

/// A number for an address at its place; another for nearly every other.
std::int64_t text_key(RegionCode region, std::string_view text);

/// What places addresses: the gazetteer, the base and the register's ids of its rows.
struct Placer {
  Placer(const regions::RegionTree& tree, BaseRows rows);
  std::set<RegionCode> counties;  ///< that have standard addresses: only there is an address placed
  addresses::Gazetteer gazetteer;
  std::vector<std::int64_t> ids;
  addresses::AddressBase base;
  addresses::Geocoder geocoder;

  void place(const Subject& subject, AddressMatch& match) const;
};

/// Whether both lie at the same place for the same reason.
bool is_same(const AddressMatch& one, const AddressMatch& other);

using MatchProgress = std::function<void(std::int64_t done, std::int64_t whole)>;
/// Places, city by city, every address in those counties of the scope that have standard addresses: elsewhere a list of all that has no place would tell nothing. A clerk's
/// choice stays while the address is the same. Throws StoreUnavailable, and what `progress` throws.
Result<MatchReport> match_addresses(store::Store& store, const store::Acting& acting, const regions::RegionTree& tree, Date day, const MatchProgress& progress);

/// Within a command: what a clerk chose. Refused as "address_matches.not_found", "reference.not_found", "addresses.half_point" or "point.out_of_range".
Result<void> decide_match(store::Writing& writing, const DecideMatch& decision, std::int64_t account);

}  // namespace laoyou::standard_addresses
