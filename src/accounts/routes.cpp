#include "accounts/desk.h"
#include "accounts/unit.h"
#include "http/declare_route.h"

namespace laoyou::accounts {

using http::Context;
using powers::Power;

std::vector<store::TableDefinition> tables() {
  return {units().table, store::table<Account>({store::unique({"name"}), store::indexed({"unit"})}, {"locked_until"}),
          store::table<ApiToken>({store::unique({"token_hash"}), store::indexed({"account"})}).withholding({"token_hash"}),
          store::table<AnsweredRequest>({store::unique({"account", "key_hash"})}).withholding({"key_hash"}),
          store::table<Session>({store::unique({"token_hash"}), store::indexed({"account"})}).withholding({"token_hash"})};
}

Accounts::Accounts(Services services) : desk_(std::make_unique<Desk>(std::move(services))) {}
Accounts::~Accounts() = default;

http::Repeats& Accounts::repeats() { return desk_->repeats(); }

http::Authenticator& Accounts::authenticator() { return desk_->keeper(); }

Result<Account> Accounts::create(const store::Actor& actor, const CreateAccountRequest& request) { return desk_->create(actor, store::Scope::country(), request, false); }

bool Accounts::exists(std::string_view name) const { return desk_->find_by_name(name).has_value(); }

std::optional<std::int64_t> Accounts::id_of(std::string_view name) const {
  const auto found = desk_->find_by_name(name);
  return found ? std::optional(found->id.number) : std::nullopt;
}

std::string Accounts::name_of(std::int64_t account) const {
  if (account == 0) return {};
  const auto found = desk_->services().store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), Id<Account>{account}); });
  return found ? found->name : std::string();
}

std::string Accounts::display_name_of(std::int64_t account) const {
  if (account == 0) return {};
  const auto found = desk_->services().store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), Id<Account>{account}); });
  return found ? found->display_name : std::string();
}

Result<void> Accounts::set_password(const store::Actor& actor, std::string_view name, std::string_view password) {
  const auto account = desk_->find_by_name(name);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> strong = check_password_rules(password, name); !strong) return strong;
  return desk_->replace_password(actor, account->id, password, false, false);
}

Result<void> Accounts::unlock(const store::Actor& actor, std::string_view name) {
  const auto account = desk_->find_by_name(name);
  if (!account) return refuse("accounts.not_found");
  return desk_->unlock(actor, store::Scope::country(), account->id);
}

Result<void> Accounts::remove_code(const store::Actor& actor, std::string_view name) {
  const auto account = desk_->find_by_name(name);
  if (!account) return refuse("accounts.not_found");
  return desk_->remove_code(actor, account->id);
}

http::RouteTable Accounts::routes() {
  Desk& desk = *desk_;
  const http::Access always = http::signed_in().even_before(http::Duty::new_password).even_before(http::Duty::one_time_code).in_person();
  const http::Access code_setup = http::signed_in().even_before(http::Duty::one_time_code).in_person();
  const http::Access people = http::signed_in().in_person();
  const http::Access administrators = http::needs({Power::accounts_manage}).in_person();
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::post("/api/accounts/sign-in", http::open_to_all(), {"登录", "Sign in"},
                 [&desk](Context& context, const SignInRequest& request) { return desk.sign_in(context, request); })
          .never_stored()
          .refuses(401, "accounts.wrong_password")
          .refuses(401, "accounts.code_needed")
          .refuses(401, "accounts.wrong_code")
          .refuses(429, "accounts.too_many_attempts")
          .refuses(403, "accounts.disabled")
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/sign-out", always, {"退出", "Sign out"}, [&desk](Context& context) { return desk.sign_out(context); }));
  add(http::get("/api/accounts/me", always, {"当前账号", "The signed-in account"}, [&desk](Context& context) { return desk.me(context); }).never_stored());
  add(http::post("/api/accounts/password", always, {"修改自己的密码", "Change one's own password"},
                 [&desk](Context& context, const ChangePasswordRequest& request) { return desk.change_password(context, request); })
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/prove", people, {"再次输入密码", "Type one's password again"},
                 [&desk](Context& context, const ProveRequest& request) { return desk.prove(context, request); })
          .never_stored()
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/totp/begin", code_setup, {"开始启用动态口令", "Begin one-time codes"},
                 [&desk](Context& context, const TotpBeginRequest& request) { return desk.begin_totp(context, request); })
          .never_stored()
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/totp/confirm", code_setup, {"确认启用动态口令", "Confirm one-time codes"},
                 [&desk](Context& context, const TotpCodeRequest& request) { return desk.confirm_totp(context, request); })
          .never_stored()
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/totp/remove", people, {"停用动态口令", "Stop one-time codes"},
                 [&desk](Context& context, const TotpRemoveRequest& request) { return desk.remove_totp(context, request); })
          .refuses(423, "accounts.locked"));
  add(http::post("/api/accounts/totp/recovery", people, {"重新生成恢复码", "Recovery codes anew"},
                 [&desk](Context& context, const TotpBeginRequest& request) { return desk.renew_recovery_codes(context, request); })
          .never_stored()
          .refuses(423, "accounts.locked"));
  add(http::get("/api/accounts/sessions", people, {"自己的登录", "Where one is signed in"}, [&desk](Context& context) { return desk.own_sessions(context); })
          .never_stored());
  add(http::remove("/api/accounts/sessions", people, {"结束自己的其他登录", "End all of one's sessions but this one"},
                   [&desk](Context& context) { return desk.end_other_sessions(context); }));
  add(http::remove("/api/accounts/sessions/{id}", people, {"结束自己的一个登录", "End one of one's sessions"},
                   [&desk](Context& context, const SessionIdRequest& request) { return desk.end_own_session(context, request); }));
  add(http::get("/api/accounts/{id}/sessions", administrators, {"账号的登录", "Where an account is signed in"},
                [&desk](Context& context, const AccountIdRequest& request) { return desk.sessions_of(context, request); })
          .never_stored());
  add(http::remove("/api/accounts/{id}/sessions", administrators, {"结束账号的全部登录", "End all sessions of an account"},
                   [&desk](Context& context, const AccountIdRequest& request) { return desk.end_sessions_of(context, request); }));
  add(http::get("/api/accounts", administrators, {"账号列表", "Accounts within one's region"},
                [&desk](Context& context, const ListAccountsRequest& request) { return desk.list(context, request); })
          .never_stored());
  add(http::get("/api/roles", administrators, {"角色", "The roles that accounts may have"},
                [&desk](Context& context, const ListRolesRequest& request) -> Result<RoleList> { return desk.list_roles(context, request); }));
  add(http::post("/api/accounts", administrators, {"新建账号", "Create an account"},
                 [&desk](Context& context, const CreateAccountRequest& request) { return desk.create_for(context, request); })
          .creates()
          .refuses(403, "accounts.prove_again")
          .refuses(409, "accounts.name_taken"));
  add(http::put("/api/accounts/{id}", administrators, {"修改账号", "Change an account"},
                [&desk](Context& context, const UpdateAccountRequest& request) { return desk.update(context, request); })
          .refuses(403, "accounts.prove_again"));
  add(http::post("/api/accounts/{id}/password", administrators, {"重置密码", "Reset a password"},
                 [&desk](Context& context, const ResetPasswordRequest& request) { return desk.reset_password(context, request); })
          .refuses(403, "accounts.prove_again"));
  add(http::post("/api/accounts/{id}/unlock", administrators, {"解除锁定", "Unlock an account"},
                 [&desk](Context& context, const AccountIdRequest& request) { return desk.unlock(context, request); }));
  add_token_routes(table);
  return table;
}

void Accounts::add_token_routes(http::RouteTable& table) {
  Desk& desk = *desk_;
  const http::Access administrators = http::needs({Power::accounts_manage}).in_person();
  table.push_back(http::get("/api/tokens", administrators, {"接口令牌", "Tokens of programs"}, [&desk](Context& context) { return desk.list_tokens(context); }).never_stored());
  table.push_back(http::post("/api/tokens", administrators, {"新建接口令牌", "Make a token for a program"},
                             [&desk](Context& context, const CreateTokenRequest& request) { return desk.create_token(context, request); })
                      .creates()
                      .refuses(403, "accounts.prove_again")
                      .never_stored());
  table.push_back(http::remove("/api/tokens/{id}", administrators, {"作废接口令牌", "End a token"},
                               [&desk](Context& context, const TokenIdRequest& request) { return desk.end_token(context, request); }));
}

}  // namespace laoyou::accounts
