// A server with the accounts room alone, for its tests: a database of its own, a clock that stands still, passwords that cost little.
#pragma once

#include "accounts/room.h"
#include "accounts/unit.h"
#include "accounts/testing/visitor.h"
#include "http/server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::accounts {

inline constexpr std::string_view k_password = "right-horse-7";

class SmallOffice {
 public:
  SmallOffice();
  ~SmallOffice();

  /// An account with k_password.
  Id<Account> add(const std::string& name, std::string_view role, std::string_view region);
  Visitor visit(std::string_view name, std::string_view password = k_password, std::string_view code = {}) const {
    return Visitor(server_->port(), name, password, code);
  }
  Visitor nobody() const { return Visitor(server_->port()); }
  /// The account as it is kept.
  Account kept(Id<Account> id);
  /// The body of a change that leaves everything as it is.
  boost::json::object unchanged(Id<Account> id);
  /// How often this record was changed by this account, as the journal has it.
  std::size_t entries(std::string_view record, std::int64_t by_account);
  Id<registry::Institution> add_institution(std::string_view region);
  Id<Unit> add_unit(powers::OfficeKind kind, std::string_view region, std::optional<Id<registry::Institution>> institution);
  void close_unit(Id<Unit> id);
  /// The account as the door knows it, after it has signed in.
  http::Caller caller_of(const std::string& name);
  /// What stands behind an Authorization header.
  std::optional<http::Caller> caller_with(const std::string& authorization);
  http::ClientAnswer ask_with(const std::string& authorization, const std::string& method, const std::string& target) const {
    return http::ask_once(server_->port(), {method, target, {{"Authorization", authorization}}, ""});
  }
  http::Repeats& repeats() { return accounts_->repeats(); }
  /// No plan knows it any more.
  void forget_role(std::string role) { forgotten_role_ = std::move(role); }
  void pass_minutes(int minutes) { clock_.advance_milliseconds(std::int64_t{minutes} * 60'000); }
  Instant now() const { return clock_.now(); }

 private:
  std::optional<http::Caller> behind(const http::Credentials& credentials);

  store::TemporaryDirectory directory_;
  ManualClock clock_{Instant{1'795'000'000'000}};
  SecureRandom random_;
  std::string forgotten_role_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Accounts> accounts_;
  http::Log log_{clock_, http::LogTarget::nowhere};
  std::unique_ptr<http::Server> server_;
};

}  // namespace laoyou::accounts
