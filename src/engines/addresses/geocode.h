// Where a written address lies, held against the standard addresses; how surely, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/addresses/address_base.h"
#include "engines/addresses/read_address.h"

namespace laoyou::addresses {

/// How surely a place is known, the surest first.
enum class Certainty : std::uint8_t {
  door,      ///< road and number are those of one standard address
  building,  ///< estate and building are
  road,      ///< road or estate is known, the number or building is not: at the nearest door, or within the estate
  village,   ///< the village or community alone
  street,    ///< the street or town alone
  none,      ///< not placed
};
inline constexpr std::size_t k_certainties = 6;
std::string_view certainty_name(Certainty certainty);

/// Why an address is not placed as surely as its parts would let.
enum class Doubt : std::uint8_t {
  nothing,
  ambiguous,     ///< several standard addresses fit equally
  contradicted,  ///< road and number are known, but elsewhere than the address or its record says
  unknown,       ///< nothing of the base fits
};
std::string_view doubt_name(Doubt doubt);

/// A part of the written address beside the standard one.
enum class Agreement : std::uint8_t { same, differs, not_in_base };
struct PartScore {
  PartKind kind = PartKind::other;
  std::string written, known;
  Agreement agreement = Agreement::same;
  int weight = 0;  ///< of 100 for region, road, number, estate and building together
};

struct Placed {
  Certainty certainty = Certainty::none;
  Doubt doubt = Doubt::nothing;
  std::optional<AddressBase::Row> row;  ///< the standard address; nothing where only the village or street is known
  std::optional<Point> point;           ///< of that row; in a village or street, the middle of its standard addresses
  std::optional<RegionCode> region;     ///< of that row, or what the address says
  std::vector<AddressBase::Row> others; ///< the rows that fit as well (`ambiguous`), or lie elsewhere (`contradicted`); at most k_named
  std::vector<PartScore> parts;         ///< what agrees; against `row`, or the first of `others`
  int score = 0;                        ///< per cent of the weights of what is written that agree
  static constexpr std::size_t k_named = 5;
};

/// `within`: where the address lies according to its record. What is written goes before it; the two are never reconciled by a guess. Both outlive
/// the geocoder, which is safe across threads.
class Geocoder {
 public:
  Geocoder(const Gazetteer& gazetteer, const AddressBase& base) : gazetteer_(gazetteer), base_(base) {}

  [[nodiscard]] Placed place(std::string_view text, RegionCode within = RegionCode()) const;

 private:
  const Gazetteer& gazetteer_;
  const AddressBase& base_;
};

/// What an address says, as the geocoder asks for it.
struct Written {
  std::string_view road, number, estate, building;
  std::string_view long_number;  ///< 720-12 of 720-12号, whose parts are a door and one within it; empty: none
  std::optional<RegionCode> region;
};
Written written_of(const ParsedAddress& address);

}  // namespace laoyou::addresses
