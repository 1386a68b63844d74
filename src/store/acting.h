// Who acts, and what for: the same value whether a screen, a sheet, a feed, a device, a job or a command is the caller (行为人).
#pragma once

#include "powers/powers.h"
#include "store/journal_entry.h"
#include "store/scope.h"

namespace laoyou::store {

struct Acting {
  Acting(Actor who, Scope where, powers::Powers what, Instant when = {}) : actor(std::move(who)), scope(std::move(where)), powers(what), at(when) {}

  Actor actor;              ///< for the journal
  Scope scope;              ///< what may be read, and where and whose records may be changed
  powers::Powers powers;    ///< what may be done there
  Instant at;               ///< when it was asked for; of the program itself, the beginning of time unless told

  /// The program itself: everywhere, with every power. `request_id` says which part of it.
  static Acting system(std::string request_id) { return {Actor{0, "system", std::move(request_id)}, Scope::country(), powers::Powers::all()}; }
};

}  // namespace laoyou::store
