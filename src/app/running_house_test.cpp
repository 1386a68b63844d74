#include "app/running_house_test.h"

#include "app/store_options.h"
#include "plan/stack/register_field.h"
#include "store/testing/postgres_server.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_password = "right-horse-7";

}  // namespace

plan::RunningPlans& real_plans() {
  static plan::RunningPlans plans("plans");
  static const bool loaded = plans.reload().has_value();
  CHECK(loaded);
  return plans;
}

RunningHouse::RunningHouse(Database database, plan::RunningPlans& plans) {
  options_.database = database == Database::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
  options_.key_file = directory_.path() / "laoyou.key";
  options_.readers = 2;
  serve(plans);
}

RunningHouse::RunningHouse(const RunningHouse& beside, plan::RunningPlans& plans) : options_(beside.options_) {
  options_.node = beside.options_.node + 1;
  serve(plans);
}

void RunningHouse::serve(plan::RunningPlans& plans) {
  store_ = store::Store::open(options_, clock_, random_, all_tables(plan::extensions(*plans.current())));
  house_ = std::make_unique<House>(*store_, plans, clock_, random_, accounts::PasswordCost::least);
  authenticator_ = std::make_unique<GivenPowers>(house_->accounts().authenticator());
  house_->follow();
  house_->work({.directory = directory_.path() / "jobs", .schedules = false});
  http::ServerOptions serving;
  serving.threads = 2;
  server_ = std::make_unique<http::Server>(serving, http::ServerParts{clock_, random_, *authenticator_, log_, house_->routes(), {}});
  server_->start();
}

RunningHouse::~RunningHouse() {
  server_->stop();
  server_->wait();
}

boost::asio::awaitable<std::optional<http::Caller>> GivenPowers::authenticate(const http::Credentials& credentials) {
  std::optional<http::Caller> caller = co_await accounts_.authenticate(credentials);
  if (!caller) co_return caller;
  const std::scoped_lock lock(mutex_);
  if (const auto given = given_.find(caller->name); given != given_.end()) caller->powers = given->second;
  co_return caller;
}

void GivenPowers::give(const std::string& name, powers::Powers powers) {
  const std::scoped_lock lock(mutex_);
  given_[name] = powers;
}

Visitor RunningHouse::visit_with(const std::string& name, powers::Powers powers, std::string_view region) {
  authenticator_->give(name, powers);
  return visit(name, "viewer", region);
}

Visitor RunningHouse::visit(const std::string& name, std::string_view role, std::string_view region) {
  CHECK(house_->accounts().create({0, "command", ""}, {name, name, std::string(role), code(region), std::nullopt, std::string(k_password), {}}));
  return Visitor(port(), name, k_password);
}

void RunningHouse::add_readings(std::vector<plan::ReportedValue> readings) {
  const store::WriteOutcome outcome = store_->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    for (plan::ReportedValue& each : readings) {
      each.id = writing.new_id<plan::ReportedValue>();
      each.reported_at = writing.now();
      writing.insert(each);
    }
    return {};
  });
  CHECK(outcome.result());
}

std::vector<plan::ReportedValue> RunningHouse::readings() {
  return store_->read([](store::Snapshot& reading) { return reading.select<plan::ReportedValue>(store::Scope::country()); });
}

std::vector<store::JournalEntry> RunningHouse::journal(std::string_view record) {
  store::JournalQuery query;
  query.record = record;
  return store_->read([&](store::Snapshot& reading) { return reading.journal(store::Scope::country(), query); });
}

plan::ReportedValue reading(std::string_view region, std::string_view indicator, std::string_view period, std::string_view value, std::string source) {
  plan::ReportedValue made;
  made.region = code(region);
  made.plan = "liuzhou";
  made.indicator = indicator;
  made.period = Period::parse(period).value();
  made.value = Decimal::parse(value).value();
  made.source = std::move(source);
  return made;
}

}  // namespace laoyou::app
