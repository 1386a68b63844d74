// Tokens of programs and devices (接口令牌): what a program offers instead of a session.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/records.h"

namespace laoyou::accounts {

/// A token. It acts as the account that made it, within that account's region and unit, with those of its powers that the account still holds; it
/// ends with the account. Only the hash of what the program keeps is stored.
struct ApiToken {
  Id<ApiToken> id;
  RegionCode region;  ///< the account's when it was made
  std::string name;   ///< what it is for
  std::string token_hash;
  std::vector<powers::Power> powers;
  Id<Account> account;
  Instant created_at;
  Date ends;  ///< its first day without effect
  std::optional<Instant> used_at;  ///< noted once a day
};
LAOYOU_RECORD(ApiToken, "api_token", id, region, name, token_hash, powers, account, created_at, ends, used_at)

struct CreateTokenRequest {
  std::string name;
  std::vector<powers::Power> powers;
  Date ends;
};
LAOYOU_RECORD(CreateTokenRequest, "create_token_request", name, powers, ends)

struct TokenRow {
  Id<ApiToken> id;
  std::string name;
  std::vector<powers::Power> powers;
  std::string display_name;  ///< whose it is
  Instant created_at;
  Date ends;
  std::optional<Instant> used_at;
  std::optional<std::string> token;  ///< in the answer that makes it, and never again
};
LAOYOU_RECORD(TokenRow, "token_row", id, name, powers, display_name, created_at, ends, used_at, token)

struct TokenList {
  std::vector<TokenRow> rows;
};
LAOYOU_RECORD(TokenList, "token_list", rows)

struct TokenIdRequest {
  Id<ApiToken> id;
};
LAOYOU_RECORD(TokenIdRequest, "token_id_request", id)

/// The token of "Bearer laoyou_…"; empty for anything else.
std::string_view bearer_token(std::string_view authorization);

}  // namespace laoyou::accounts
