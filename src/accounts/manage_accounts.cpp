#include <algorithm>

#include "accounts/desk.h"
#include "accounts/display_name.h"
#include "accounts/key_notices.h"
#include "http/asked_number.h"

namespace laoyou::accounts {
namespace {

constexpr std::int32_t k_page_rows_default = 50;
constexpr std::int32_t k_page_rows_max = 500;

bool well_shaped_name(std::string_view name) {
  return name.size() >= 3 && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

Result<void> check_text(std::string_view text, std::string_view field) {
  constexpr std::size_t k_bytes_max = 200;
  if (text.empty()) return at("/" + std::string(field), refuse("json.missing_field", {std::string(field)}));
  if (!is_plainly_shown(text)) return at("/" + std::string(field), refuse("accounts.hidden_sign"));
  if (text.size() > k_bytes_max) return at("/" + std::string(field), refuse("text.too_long", {std::to_string(k_bytes_max)}));
  return {};
}

/// An empty text is no phone. A masked one (138****1234), sent back by a form that could not see the whole, is refused.
Result<void> take_phone(const std::optional<std::string>& given, std::optional<std::string>& kept) {
  if (!given) return {};
  const bool shaped = given->size() >= 7 && given->size() <= 20 && given->find_first_not_of("0123456789+- ") == std::string::npos;
  if (!given->empty() && !shaped) return at("/phone", refuse("accounts.malformed_phone"));
  kept = given->empty() ? std::nullopt : given;
  return {};
}

}  // namespace

void drop_code(Account& account) {
  account.totp_secret.reset();
  account.totp_pending.reset();
  account.recovery_hashes.clear();
}

AccountRow Accounts::Desk::row_of(store::Snapshot& snapshot, const Account& account) const {
  AccountRow row;
  row.id = account.id;
  row.name = account.name;
  row.display_name = account.display_name;
  row.role = account.role;
  const Rights rights = rights_of(services_, snapshot, account);
  if (rights.role) row.role_name = rights.role->zh;
  if (rights.role) row.role_name_en = rights.role->en;
  row.region = account.region;
  row.region_name = services_.region_name(account.region);
  row.unit = account.unit;
  if (rights.unit) row.unit_name = rights.unit->name;
  row.state = account.state;
  row.phone = account.phone;
  row.created_at = account.created_at;
  row.last_sign_in_at = account.last_sign_in_at;
  row.totp_enabled = account.totp_secret.has_value();
  return row;
}

Result<AccountList> Accounts::Desk::list(http::Context& context, const ListAccountsRequest& request) const {
  const store::Scope scope = store::Scope::of_account(request.region.value_or(context.caller().scope)).owned_by(context.caller().owner);
  const Result<std::int32_t> rows = http::asked_number("page_rows", request.page_rows, k_page_rows_default, 1, k_page_rows_max);
  const Result<std::int32_t> page = http::asked_number("page", request.page, 1, 1, http::k_page_last);
  if (!rows) return rows.error();
  if (!page) return page.error();
  store::Filter filter;
  if (request.role) filter.equals("role", *request.role);
  if (request.search && !request.search->empty()) filter.contains_any({"name", "display_name"}, *request.search);
  filter.order_by("region").order_by("name").page(std::int64_t{*page - 1} * *rows, *rows);
  return services_.store.read([&](store::Snapshot& snapshot) {
    AccountList answer{{}, snapshot.count<Account>(scope, filter), *page, *rows};
    for (const Account& account : snapshot.select<Account>(scope, filter)) answer.rows.push_back(row_of(snapshot, account));
    return answer;
  });
}

Result<AccountRow> Accounts::Desk::create_for(http::Context& context, const CreateAccountRequest& request) {
  if (const Result<void> proved = refuse_unproved(context); !proved) return proved.error();
  AccountRow row;
  const Result<Account> account = create(actor_of(context), scope_of(context), request, true, &row);
  if (!account) return account.error();
  return row;
}

Result<Account> Accounts::Desk::create(const store::Actor& actor, const store::Scope& by, const CreateAccountRequest& request, bool other, AccountRow* row) {
  if (!well_shaped_name(request.name)) return at("/name", refuse("accounts.malformed_name", {request.name}));
  if (const Result<void> text = check_text(request.display_name, "display_name"); !text) return text.error();
  if (const Result<void> strong = check_password_rules(request.password, request.name); !strong) return at("/password", strong.error());
  if (!services_.region_known(request.region)) return at("/region", refuse("plan.unknown_region", {request.region.text()}));
  Account account;
  account.region = request.region;
  account.name = request.name;
  account.display_name = request.display_name;
  account.role = request.role;
  if (const Result<void> phone = take_phone(request.phone, account.phone); !phone) return phone.error();
  account.unit = request.unit;
  account.password_from_other = other;
  account.password_hash = hashed(request.password);
  const store::WriteOutcome outcome = services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
    if (const Result<void> role = check_role(services_, writing, by, account.role, account.region, account.unit); !role) return role;
    account.id = writing.new_id<Account>();
    account.created_at = writing.now();
    writing.insert(account);
    if (row != nullptr) *row = row_of(writing, account);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done && done.error().code == "store.duplicate") return at("/name", refuse("accounts.name_taken", {request.name}));
  if (!done) return done.error();
  return account;
}

Result<AccountRow> Accounts::Desk::update(http::Context& context, const UpdateAccountRequest& request) {
  if (const Result<void> proved = refuse_unproved(context); !proved) return proved.error();
  if (const Result<void> text = check_text(request.display_name, "display_name"); !text) return text.error();
  if (!services_.region_known(request.region)) return at("/region", refuse("plan.unknown_region", {request.region.text()}));
  const bool own = request.id.number == context.caller().account;
  const std::int64_t unit = request.unit ? request.unit->number : 0;
  if (own && (request.state != AccountState::active || request.role != context.caller().role || request.region != context.caller().scope || unit != context.caller().unit))
    return refuse("accounts.own_rights");
  AccountRow changed;  // made within the command: a reading after the commit could fail and then deny what is stored
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(scope_of(context), request.id);
    if (!account) return refuse("accounts.not_found");
    const bool moved = account->role != request.role || account->region != request.region || account->unit != request.unit;
    if (const Result<void> role = check_role(services_, writing, scope_of(context), request.role, request.region, request.unit); moved && !role) return role;
    account->unit = request.unit;
    account->display_name = request.display_name;
    account->role = request.role;
    account->region = request.region;
    if (const Result<void> phone = take_phone(request.phone, account->phone); !phone) return phone;
    account->state = request.state;
    writing.update(*account);
    // New rights hold from the next sign-in on; until then there is none.
    if (!own) end_sessions(writing, account->id);
    changed = row_of(writing, *account);
    return {};
  });
  keeper_.forget();
  if (const Result<void> done = outcome.result(); !done) return done.error();
  return changed;
}

Result<void> Accounts::Desk::reset_password(http::Context& context, const ResetPasswordRequest& request) {
  if (const Result<void> proved = refuse_unproved(context); !proved) return proved;
  const auto account = services_.store.read(
      [&](store::Snapshot& snapshot) { return snapshot.find(scope_of(context), request.id); });
  if (!account) return refuse("accounts.not_found");
  // One's own is changed with the present one; else a session taken over would be an account taken over.
  if (account->id.number == context.caller().account) return refuse("accounts.own_password");
  if (const Result<void> strong = check_password_rules(request.new_password, account->name); !strong) return at("/new_password", strong.error());
  return replace_password(actor_of(context), account->id, request.new_password, request.remove_code.value_or(false), true);
}

Result<void> Accounts::Desk::replace_password(const store::Actor& actor, Id<Account> id, std::string_view password, bool remove_code, bool other) {
  const std::string hash = hashed(password);
  const store::WriteOutcome outcome = services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(store::Scope::country(), id);
    if (!account) return refuse("accounts.not_found");
    account->password_hash = hash;
    account->password_from_other = other;
    account->keys_changed_at = writing.now();
    account->failures = 0;
    account->unlocked_at = writing.now();
    if (remove_code) drop_code(*account);
    writing.update(*account);
    tell_of_keys(writing, *account, k_password_reset);
    end_sessions(writing, id);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

std::string Accounts::Desk::hashed(std::string_view password) {
  return passwords_.run({}, [&] { return hash_password(password, services_.password_cost); });
}

Result<void> Accounts::Desk::unlock(http::Context& context, const AccountIdRequest& request) {
  return unlock(actor_of(context), scope_of(context), request.id);
}

Result<void> Accounts::Desk::unlock(const store::Actor& actor, store::Scope scope, Id<Account> id) {
  const store::WriteOutcome outcome = services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(scope, id);
    if (!account) return refuse("accounts.not_found");
    account->failures = 0;
    account->unlocked_at = writing.now();
    writing.update(*account);
    return {};
  });
  return outcome.result();
}

Result<void> Accounts::Desk::remove_code(const store::Actor& actor, Id<Account> id) {
  const store::WriteOutcome outcome = services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(store::Scope::country(), id);
    if (!account) return refuse("accounts.not_found");
    drop_code(*account);
    account->keys_changed_at = writing.now();
    writing.update(*account);
    tell_of_keys(writing, *account, k_codes_off);
    end_sessions(writing, id);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

}  // namespace laoyou::accounts
