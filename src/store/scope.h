// Who may see what: every read of records names the place it is allowed to see, and sees that place and everything below it; an institution or a
// family sees of that only what is its own.
#pragma once

#include "base/check.h"
#include <optional>

#include "base/region_code.h"
#include "powers/owner.h"

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
  /// The same place, but of it only what belongs to this owner; nothing: all of it.
  Scope owned_by(std::optional<powers::Owner> owner) const {
    Scope scope = *this;
    scope.owner_ = owner;
    return scope;
  }
  const std::optional<powers::Owner>& owner() const { return owner_; }

 private:
  Scope() = default;
  RegionCode region_;
  std::optional<powers::Owner> owner_;
};

}  // namespace laoyou::store
