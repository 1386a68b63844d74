#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

bool known(RegionCode region) { return region != code("450299000000"); }

}  // namespace

SmallOffice::SmallOffice() {
  store::StoreOptions options;
  options.database = "sqlite:" + (directory_.path() / "laoyou.db").string();
  options.key_file = directory_.path() / "laoyou.key";
  store_ = store::Store::open(options, clock_, random_, tables());
  accounts_ = std::make_unique<Accounts>(Services{*store_, clock_, random_, [](RegionCode region) { return region.text(); }, known, PasswordCost::least});
  http::ServerOptions serving;
  serving.threads = 2;
  server_ = std::make_unique<http::Server>(serving, http::ServerParts{clock_, random_, accounts_->authenticator(), log_, accounts_->routes(), {}});
  server_->start();
}

SmallOffice::~SmallOffice() {
  server_->stop();
  server_->wait();
}

Id<Account> SmallOffice::add(const std::string& name, http::Role role, std::string_view region) {
  return accounts_->create({0, "command", ""}, {name, name + " Li", role, code(region), std::nullopt, std::string(k_password)}).value().id;
}

Account SmallOffice::kept(Id<Account> id) {
  return store_->read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id).value(); });
}

boost::json::object SmallOffice::unchanged(Id<Account> id) {
  const Account account = kept(id);
  return {{"display_name", account.display_name},
          {"role", record::Leaf<http::Role>::to_json_text(account.role)},
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
