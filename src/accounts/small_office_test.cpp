#include "accounts/small_office_test.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/executor_work_guard.hpp>

#include "notices/room.h"
#include "registry/collections.h"

namespace laoyou::accounts {
namespace {

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

/// The roles of this office: one that manages accounts, and two that may do nothing of what this room offers.
std::optional<powers::Role> find_role(std::string_view code, RegionCode) {
  using powers::Power;
  if (code == "administrator") return powers::Role{"administrator", "管理员", "Administrator", {}, {Power::accounts_manage}, false, "test"};
  if (code == "guarded") return powers::Role{"guarded", "须用口令", "Guarded", {}, {Power::accounts_manage}, true, "test"};
  if (code == "keeper") return powers::Role{"keeper", "登记员", "Keeper", {}, {Power::accounts_manage, Power::places_read}, false, "test"};
  if (code == "head") return powers::Role{"head", "负责人", "Head", powers::OfficeKind::institution, {Power::places_read, Power::accounts_manage}, false, "test"};
  if (code == "official") return powers::Role{"official", "主管", "Official", {}, {Power::plan_read, Power::values_report}, false, "test"};
  if (code == "viewer") return powers::Role{"viewer", "查看", "Viewer", {}, {Power::plan_read}, false, "test"};
  if (code == "reporter") return powers::Role{"reporter", "填报员", "Reporter", {}, {Power::values_report}, false, "test"};
  return std::nullopt;
}

/// With the registers that units speak of.
std::vector<store::TableDefinition> office_tables() {
  std::vector<store::TableDefinition> all = tables();
  for (const collection::Collection& each : registry::collections()) all.push_back(each.table);
  for (store::TableDefinition& table : notices::tables()) all.push_back(std::move(table));
  return all;
}

bool known(RegionCode region) { return region != code("450299000000"); }

}  // namespace

SmallOffice::SmallOffice() {
  store::StoreOptions options;
  options.database = "sqlite:" + (directory_.path() / "laoyou.db").string();
  options.key_file = directory_.path() / "laoyou.key";
  store_ = store::Store::open(options, clock_, random_, office_tables());
  accounts_ = std::make_unique<Accounts>(Services{*store_, clock_, random_, [](RegionCode region) { return region.text(); }, known,
                                                  [this](std::string_view role, RegionCode region) { return role == forgotten_role_ ? std::nullopt : find_role(role, region); },
                                                  [](RegionCode) { return std::vector{*find_role("administrator", {}), *find_role("reporter", {})}; }, PasswordCost::least});
  http::ServerOptions serving;
  serving.threads = 2;
  server_ = std::make_unique<http::Server>(serving, http::ServerParts{clock_, random_, accounts_->authenticator(), log_, http::once_each(accounts_->routes(), accounts_->repeats()), {}});
  server_->start();
}

SmallOffice::~SmallOffice() {
  server_->stop();
  server_->wait();
}

Id<Account> SmallOffice::add(const std::string& name, std::string_view role, std::string_view region) {
  return accounts_->create({0, "command", ""}, {name, name + " Li", std::string(role), code(region), std::nullopt, std::string(k_password), {}}).value().id;
}

Id<registry::Institution> SmallOffice::add_institution(std::string_view region) {
  registry::Institution home;
  const store::WriteOutcome outcome = store_->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    home.id = writing.new_id<registry::Institution>();
    home.region = code(region);
    home.name = "Home";
    writing.insert(home);
    return {};
  });
  CHECK(outcome.result());
  return home.id;
}

Id<Unit> SmallOffice::add_unit(powers::OfficeKind kind, std::string_view region, std::optional<Id<registry::Institution>> institution) {
  Unit unit;
  const store::WriteOutcome outcome = store_->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    unit.id = writing.new_id<Unit>();
    unit.region = code(region);
    unit.name = "Unit";
    unit.kind = kind;
    unit.institution = institution;
    writing.insert(unit);
    return {};
  });
  CHECK(outcome.result());
  return unit.id;
}

void SmallOffice::close_unit(Id<Unit> id) {
  const store::WriteOutcome outcome = store_->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    Unit unit = writing.find(store::Scope::country(), id).value();
    unit.closed = now().beijing_day();
    writing.update(unit);
    return {};
  });
  CHECK(outcome.result());
}

std::optional<http::Caller> SmallOffice::behind(const http::Credentials& credentials) {
  boost::asio::io_context context;
  // What is looked up comes back from another thread: until then there is nothing to do, and yet no end.
  const auto until_then = boost::asio::make_work_guard(context);
  std::optional<http::Caller> found;
  boost::asio::co_spawn(context, accounts_->authenticator().authenticate(credentials), [&](std::exception_ptr, std::optional<http::Caller> caller) {
    found = std::move(caller);
    context.stop();
  });
  context.run();
  return found;
}

http::Caller SmallOffice::caller_of(const std::string& name) {
  const std::string token = visit(name).token();
  return behind({token, ""}).value();
}

std::optional<http::Caller> SmallOffice::caller_with(const std::string& authorization) { return behind({"", authorization}); }

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
