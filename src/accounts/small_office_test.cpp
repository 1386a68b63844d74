#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

/// The roles of this office: one that manages accounts, and two that may do nothing of what this room offers.
std::optional<powers::Role> find_role(std::string_view code, RegionCode) {
  using powers::Power;
  if (code == "administrator") return powers::Role{"administrator", "管理员", "Administrator", {}, {Power::accounts_manage}, false, "test"};
  if (code == "official") return powers::Role{"official", "主管", "Official", {}, {Power::plan_read, Power::values_report}, false, "test"};
  if (code == "viewer") return powers::Role{"viewer", "查看", "Viewer", {}, {Power::plan_read}, false, "test"};
  if (code == "reporter") return powers::Role{"reporter", "填报员", "Reporter", {}, {Power::values_report}, false, "test"};
  return std::nullopt;
}

bool known(RegionCode region) { return region != code("450299000000"); }

}  // namespace

SmallOffice::SmallOffice() {
  store::StoreOptions options;
  options.database = "sqlite:" + (directory_.path() / "laoyou.db").string();
  options.key_file = directory_.path() / "laoyou.key";
  store_ = store::Store::open(options, clock_, random_, tables());
  accounts_ = std::make_unique<Accounts>(Services{*store_, clock_, random_, [](RegionCode region) { return region.text(); }, known,
                                                  [this](std::string_view role, RegionCode region) { return role == forgotten_role_ ? std::nullopt : find_role(role, region); },
                                                  [](RegionCode) { return std::vector{*find_role("administrator", {}), *find_role("reporter", {})}; }, PasswordCost::least});
  http::ServerOptions serving;
  serving.threads = 2;
  server_ = std::make_unique<http::Server>(serving, http::ServerParts{clock_, random_, accounts_->authenticator(), log_, accounts_->routes(), {}});
  server_->start();
}

SmallOffice::~SmallOffice() {
  server_->stop();
  server_->wait();
}

Id<Account> SmallOffice::add(const std::string& name, std::string_view role, std::string_view region) {
  return accounts_->create({0, "command", ""}, {name, name + " Li", std::string(role), code(region), std::nullopt, std::string(k_password)}).value().id;
}

Account SmallOffice::kept(Id<Account> id) {
  return store_->read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id).value(); });
}

boost::json::object SmallOffice::unchanged(Id<Account> id) {
  const Account account = kept(id);
  return {{"display_name", account.display_name},
          {"role", account.role},
          {"region", account.region.text()},
          {"state", record::Leaf<AccountState>::to_json_text(account.state)}};
}

std::size_t SmallOffice::entries(std::string_view record, std::int64_t by_account) {
  store::JournalQuery query;
  query.record = record;
  const auto entries = store_->read([&](store::Snapshot& snapshot) { return snapshot.journal(store::Scope::country(), query); });
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.actor.account == by_account; }));
}

}  // namespace laoyou::accounts
