// An account as the door would know it, without a session: for what the program does on its behalf.
#include "accounts/desk.h"

namespace laoyou::accounts {

std::optional<http::Caller> Accounts::caller_of(std::int64_t id) const {
  return desk_->services().store.read([&](store::Snapshot& snapshot) -> std::optional<http::Caller> {
    const auto account = snapshot.find(store::Scope::country(), Id<Account>{id});
    if (!account || account->state != AccountState::active) return std::nullopt;
    const Rights rights = rights_of(desk_->services(), snapshot, *account);
    http::Caller caller;
    caller.account = account->id.number;
    caller.name = account->name;
    caller.role = account->role;
    caller.powers = rights.powers;
    caller.scope = account->region;
    caller.unit = account->unit ? account->unit->number : 0;
    caller.owner = rights.owner;
    caller.duty = duty_of(*account, rights);
    return caller;
  });
}

}  // namespace laoyou::accounts
