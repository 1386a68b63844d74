// The accounts room (账号): who may sign in, sessions, roles and the places they see. Its public face.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "accounts/password.h"
#include "accounts/requests.h"
#include "base/clock.h"
#include "base/random.h"
#include "http/authenticator.h"
#include "http/repeats.h"
#include "http/route.h"
#include "powers/role.h"
#include "store/store.h"

namespace laoyou::accounts {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const Clock& clock;
  Random& random;
  std::function<std::string(RegionCode)> region_name;  ///< for answers
  std::function<bool(RegionCode)> region_known;
  std::function<std::optional<powers::Role>(std::string_view, RegionCode)> find_role;  ///< as accounts of that region hold it
  std::function<std::vector<powers::Role>(RegionCode)> roles_of;                       ///< all of them
  PasswordCost password_cost = PasswordCost::interactive;
};

class Accounts {
 public:
  explicit Accounts(Services services);
  ~Accounts();

  http::Authenticator& authenticator();
  /// What keyed requests were answered, for http::once_each().
  http::Repeats& repeats();
  /// /api/accounts…
  http::RouteTable routes();

  /// For the command line and demos: an account by command, refused like the route ("accounts.weak_password", "store.duplicate", …).
  Result<Account> create(const store::Actor& actor, const CreateAccountRequest& request);
  bool exists(std::string_view name) const;
  /// The sign-in name of an account; empty for 0 and for one that is not there.
  std::string name_of(std::int64_t account) const;
  /// Nothing for a name nobody has.
  std::optional<std::int64_t> id_of(std::string_view name) const;
  /// What people call it; empty for an unknown account.
  std::string display_name_of(std::int64_t account) const;
  /// An open account as the door would know it, without a session; nothing for one that is disabled or not there.
  std::optional<http::Caller> caller_of(std::int64_t account) const;
  /// A new password for the account of that name; every session of it ends. Refused as "accounts.not_found" or "accounts.weak_password".
  Result<void> set_password(const store::Actor& actor, std::string_view name, std::string_view password);
  /// Wrong attempts up to now lock the account of that name no more.
  Result<void> unlock(const store::Actor& actor, std::string_view name);
  /// The account of that name signs in without one-time codes from now on; every session of it ends.
  Result<void> remove_code(const store::Actor& actor, std::string_view name);

 private:
  void add_token_routes(http::RouteTable& table);

  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace laoyou::accounts
