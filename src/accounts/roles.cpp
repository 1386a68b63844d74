// The roles that accounts may be given. Which there are is data of the plans.
#include "accounts/desk.h"

namespace laoyou::accounts {

RoleList Accounts::Desk::list_roles(http::Context& context, const ListRolesRequest& request) const {
  RoleList list;
  for (powers::Role& role : services_.roles_of(request.region.value_or(context.caller().scope)))
    list.roles.push_back({std::move(role.role), std::move(role.zh), std::move(role.en), role.unit_kind, std::move(role.powers)});
  for (const powers::Power power : powers::Powers::all().list()) {
    const record::DictionaryEntry& entry = record::dictionary().entry("power", record::Leaf<powers::Power>::to_json_text(power));
    list.powers.push_back({power, entry.zh, entry.en});
  }
  return list;
}

}  // namespace laoyou::accounts
