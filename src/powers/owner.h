// Whose records a caller may see within its region: an institution's account its own alone, a parent's its own child (所有者).
#pragma once

#include <cstdint>

namespace laoyou::powers {

/// What owns a record. A record's table says which column holds the owner of each kind; a table that does not say is closed to callers of that kind.
enum class OwnerKind {
  institution,  ///< an Institution's id
  household,    ///< the Resident id of the grown-up who speaks for a family
  unit          ///< a department's Unit id
};

struct Owner {
  OwnerKind kind = OwnerKind::institution;
  std::int64_t id = 0;
  bool operator==(const Owner&) const = default;
};

}  // namespace laoyou::powers
