// What the cells of a filled-in sheet mean: people write names where programs write keys and codes.
#pragma once

#include "plan/stack/library.h"

namespace laoyou::plan {

/// The indicator of that key, or of that name when only one has it. Refused as "readings.unknown_indicator" or "readings.name_of_several".
Result<const Row<Indicator>*> indicator_named(const Plan& plan, std::string_view text);
/// What to write for it so that indicator_named() finds it: its name where no other has it.
std::string indicator_words(const Plan& plan, const Indicator& indicator);

/// The region of that code (6, 9 or 12 digits), or of that name within `scope` when only one has it. Refused as "region.malformed",
/// "readings.unknown_place" or "readings.name_of_several".
Result<RegionCode> region_named(const Library& library, std::string_view text, RegionCode scope);
std::string region_words(const Library& library, RegionCode region, RegionCode scope);

/// region_words() of the place and of all within it, higher levels first; empty where they are more than a person can choose from.
std::vector<std::string> place_choices(const Library& library, RegionCode within);

/// "2026年", "2026年上半年", "2026年第三季度", "2026年6月", "2026年6月30日", and all that a period column takes. Refused as Period::parse() refuses.
Result<Period> period_named(std::string_view text);
std::string period_words(const Period& period);

}  // namespace laoyou::plan
