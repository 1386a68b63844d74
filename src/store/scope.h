// Who may see what: every read of records names the place it is allowed to see, and sees that place and everything below it.
#pragma once

#include "base/check.h"
#include "base/region_code.h"

namespace laoyou::store {

/// A place whose records may be read. The whole country must be asked for by name, so that a region nobody filled in opens nothing.
class Scope {
 public:
  /// The place and everything below it; a region that is the whole country is our own mistake here.
  explicit Scope(RegionCode region) : region_(region) { CHECK(region.level() != RegionLevel::country); }
  static Scope country() { return Scope(); }
  /// The scope of an account, whose region may be the whole country: used once, where the caller of a request is known.
  static Scope of_account(RegionCode region) { return region.level() == RegionLevel::country ? country() : Scope(region); }

  RegionCode region() const { return region_; }
  bool whole_country() const { return region_.level() == RegionLevel::country; }
  bool contains(RegionCode region) const { return region_.contains(region); }

 private:
  Scope() = default;
  RegionCode region_;
};

}  // namespace laoyou::store
