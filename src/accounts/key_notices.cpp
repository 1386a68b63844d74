#include "accounts/key_notices.h"

#include <algorithm>

#include "http/places.h"

namespace laoyou::accounts {
namespace {

const std::string k_own_page = "/me";

}  // namespace

void tell_of_keys(store::Writing& writing, const Account& account, const notices::Kind& kind) {
  notices::tell(writing, {kind, notices::cause(account), writing.now().text(), notices::Addressee::account(account.id.number), account.region, {}, {}, k_own_page});
}

void tell_of_attempts(store::Writing& writing, const Account& account, const Attempts::Reached& reached, std::string_view client) {
  const std::string at = writing.now().text();
  if (reached.pair_locked)
    notices::tell(writing, {k_wrong_attempts, notices::cause(account), at, notices::Addressee::account(account.id.number), account.region, {std::string(client)}, {}, k_own_page});
  if (reached.name_locked)
    notices::tell(writing, {k_name_attacked, notices::cause(account), at, notices::Addressee::holders(powers::Power::accounts_manage), account.region, {account.display_name}, {}, "/accounts"});
}

void tell_of_client(store::Writing& writing, std::string_view client) {
  notices::tell(writing, {k_client_stopped, "client " + std::string(client), writing.now().text(), notices::Addressee::holders(powers::Power::accounts_manage), RegionCode(), {std::string(client)}, {}, "/journal"});
}

void tell_of_new_place(store::Writing& writing, const Account& account, const std::vector<Session>& open, const Session& fresh) {
  if (!account.last_sign_in_at) return;
  const std::string here = http::client_of(fresh.client);
  const auto is_here = [&](const std::string& client) { return http::client_of(client) == here; };
  if (account.last_client && is_here(*account.last_client)) return;
  if (std::any_of(open.begin(), open.end(), [&](const Session& session) { return is_here(session.client); })) return;
  notices::tell(writing, {k_signed_in_elsewhere, notices::cause(fresh), "", notices::Addressee::account(account.id.number), account.region, {fresh.client}, {}, k_own_page});
}

}  // namespace laoyou::accounts
