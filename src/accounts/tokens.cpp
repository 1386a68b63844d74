#include "accounts/api_token.h"
#include "accounts/desk.h"
#include "accounts/display_name.h"

namespace laoyou::accounts {
namespace {

// So that whoever finds one in a file or a log knows what it is.
constexpr std::string_view k_prefix = "laoyou_";
constexpr std::size_t k_tokens_of_account_max = 50;

TokenRow token_row(store::Snapshot& snapshot, const ApiToken& token) {
  const auto account = snapshot.find(store::Scope::country(), token.account);
  return {token.id, token.name, token.powers, account ? account->display_name : std::string(), token.created_at, token.ends, token.used_at, std::nullopt};
}

Result<void> check_token(const CreateTokenRequest& request, const powers::Powers& held, Date today) {
  constexpr std::int32_t k_days_max = 366;
  constexpr std::size_t k_name_bytes_max = 200;
  if (request.name.empty()) return at("/name", refuse("json.missing_field", {"name"}));
  if (!is_plainly_shown(request.name)) return at("/name", refuse("accounts.hidden_sign"));
  if (request.name.size() > k_name_bytes_max) return at("/name", refuse("text.too_long", {std::to_string(k_name_bytes_max)}));
  if (request.powers.empty()) return at("/powers", refuse("accounts.token_without_powers"));
  for (const powers::Power power : request.powers)
    if (!held.has(power)) return at("/powers", refuse("accounts.power_not_yours", {record::Leaf<powers::Power>::to_sheet_text(power)}));
  if (request.ends <= today || request.ends > today.plus_days(k_days_max))
    return at("/ends", refuse("accounts.token_days", {today.plus_days(1).text(), today.plus_days(k_days_max).text()}));
  return {};
}

}  // namespace

std::string_view bearer_token(std::string_view authorization) {
  constexpr std::string_view k_scheme = "Bearer ";
  if (!authorization.starts_with(k_scheme)) return {};
  const std::string_view token = authorization.substr(k_scheme.size());
  return token.starts_with(k_prefix) ? token : std::string_view{};
}

Result<TokenList> Accounts::Desk::list_tokens(http::Context& context) const {
  return services_.store.read([&](store::Snapshot& snapshot) {
    TokenList list;
    for (const ApiToken& token : snapshot.select<ApiToken>(scope_of(context), store::Filter().order_by("created_at"))) list.rows.push_back(token_row(snapshot, token));
    return list;
  });
}

Result<TokenRow> Accounts::Desk::create_token(http::Context& context, const CreateTokenRequest& request) {
  if (const Result<void> proved = refuse_unproved(context); !proved) return proved.error();
  if (const Result<void> right = check_token(request, context.caller().powers, context.now().beijing_day()); !right) return right.error();
  const std::string secret = std::string(k_prefix) + random_token(services_.random, 32);
  ApiToken token;
  token.region = context.caller().scope;
  token.name = request.name;
  token.token_hash = token_hash(secret);
  token.powers = request.powers;
  token.account = Id<Account>{context.caller().account};
  token.ends = request.ends;
  // The answer is made within the command: a reading after the commit could fail, and the secret is shown once.
  TokenRow row;
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    if (writing.count<ApiToken>(store::Scope::country(), store::Filter().equals("account", token.account)) >= static_cast<std::int64_t>(k_tokens_of_account_max))
      return refuse("accounts.too_many_tokens", {std::to_string(k_tokens_of_account_max)});
    token.id = writing.new_id<ApiToken>();
    token.created_at = writing.now();
    writing.insert(token);
    row = token_row(writing, token);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  row.token = secret;
  return row;
}

Result<void> Accounts::Desk::end_token(http::Context& context, const TokenIdRequest& request) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    if (!writing.find(scope_of(context), request.id)) return refuse("accounts.token_not_found");
    writing.remove(request.id);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

}  // namespace laoyou::accounts
