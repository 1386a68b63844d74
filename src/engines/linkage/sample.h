// Invented residents with their truth: what the engine is measured on.
#pragma once

#include <cstdint>
#include <iosfwd>

namespace laoyou::linkage {

/// Writes about `people` records as CSV (id, person, name, sex, birth_date, id_number, phone, street, address); equal `person` is one person.
/// Every seventh person stands in two feeds, some in three. A second record is what another office wrote: half of them lack the identity
/// number, names are written with another character of the same sound, in traditional characters, in pinyin or wrong, dates and numbers are
/// mistyped, phones are new, families have moved. Households share address, family name and often the phone; some children are twins.
/// The same seed gives the same bytes everywhere. Identity numbers are valid, but nobody's:
/// no province begins with 99.
void write_sample(std::uint32_t people, std::uint64_t seed, std::ostream& out);

}  // namespace laoyou::linkage
