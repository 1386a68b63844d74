// Standard addresses (标准地址), and where each address in the registers was placed by them.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::standard_addresses {

enum class AddressUse { dwelling, care, business, public_place, other };
LAOYOU_ENUM(AddressUse, "address_use", dwelling, care, business, public_place, other)

/// One standard address (标准地址): a door of a road, a building of an estate, or both.
struct StandardAddress {
  Id<StandardAddress> id;
  std::int32_t version = 0;
  RegionCode region;  ///< the village or community
  std::optional<std::string> road, number, estate, building;
  double longitude = 0, latitude = 0;  ///< WGS84
  AddressUse use = AddressUse::dwelling;
  std::optional<std::string> source;   ///< who says so
  std::optional<Date> ended;           ///< 注销: from this day on nothing is placed by it
  bool synthetic = false;
};
LAOYOU_RECORD(StandardAddress, "standard_address", id, version, region, road, number, estate, building, longitude, latitude, use, source, ended, synthetic)

/// What has an address that is placed.
enum class AddressOwner { household, residence, institution };
LAOYOU_ENUM(AddressOwner, "address_owner", household, residence, institution)

/// As the engine's Certainty and Doubt, in the same order.
enum class AddressCertainty { door, building, road, village, street, none };
LAOYOU_ENUM(AddressCertainty, "address_certainty", door, building, road, village, street, none)
enum class AddressDoubt { nothing, ambiguous, contradicted, unknown };
LAOYOU_ENUM(AddressDoubt, "address_doubt", nothing, ambiguous, contradicted, unknown)

/// Where the address of one record was placed (落图): one for each that has an address. The address itself stays where it is.
struct AddressMatch {
  Id<AddressMatch> id;
  RegionCode region;            ///< of the record
  AddressOwner owner = AddressOwner::household;
  std::int64_t subject = 0;     ///< number of the record's id; not an Id: which record depends on `owner`
  AddressCertainty certainty = AddressCertainty::none;
  AddressDoubt doubt = AddressDoubt::nothing;
  std::optional<Id<StandardAddress>> standard_address;
  std::optional<double> longitude, latitude;  ///< WGS84
  std::int32_t score = 0;       ///< per cent of what is written that agrees
  bool open = false;            ///< a clerk is to look at it
  bool by_hand = false;         ///< a clerk chose: kept while the address stays the same
  std::int64_t text_key = 0;    ///< of the address and its place, to see that it changed
  Instant placed_at;
  std::optional<std::int64_t> decided_by;  ///< account
};
LAOYOU_RECORD(AddressMatch, "address_match", id, region, owner, subject, certainty, doubt, standard_address, longitude, latitude, score, open, by_hand, text_key, placed_at, decided_by)

}  // namespace laoyou::standard_addresses
