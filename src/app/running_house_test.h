// A whole server for the tests of this room: all rooms on a database of its own, passwords that cost little, and the real plans.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <mutex>

#include "accounts/testing/visitor.h"
#include "app/house.h"
#include "plan/answers/reading_record.h"
#include "http/testing/route_walk.h"
#include "http/server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::app {

using accounts::said;
using accounts::Visitor;

/// Which database a test runs on.
enum class Database { sqlite, postgresql };

inline RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

/// The real plans, loaded once for all tests of the program.
plan::RunningPlans& real_plans();

/// The accounts of a house, some of which are given other powers than their role's.
class GivenPowers final : public http::Authenticator {
 public:
  explicit GivenPowers(http::Authenticator& accounts) : accounts_(accounts) {}
  boost::asio::awaitable<std::optional<http::Caller>> authenticate(const http::Credentials& credentials) override;
  void give(const std::string& name, powers::Powers powers);

 private:
  http::Authenticator& accounts_;
  std::mutex mutex_;
  std::map<std::string, powers::Powers> given_;
};

class RunningHouse {
 public:
  explicit RunningHouse(Database database = Database::sqlite, plan::RunningPlans& plans = real_plans());
  /// A second server on the database of another house, which is PostgreSQL.
  explicit RunningHouse(const RunningHouse& beside, plan::RunningPlans& plans = real_plans());
  ~RunningHouse();

  /// An account, and a browser that is signed in to it.
  Visitor visit(const std::string& name, std::string_view role, std::string_view region);
  /// One whose account may do exactly this, whatever roles there are.
  Visitor visit_with(const std::string& name, powers::Powers powers, std::string_view region);
  /// From its next request on that account may do exactly this.
  void give(const std::string& name, powers::Powers powers) { authenticator_->give(name, powers); }
  Visitor nobody() const { return Visitor(port()); }
  std::uint16_t port() const { return server_->port(); }
  http::RouteTable routes() { return house_->routes(); }
  House& house() { return *house_; }
  store::Store& store() { return *store_; }

  /// Stores readings past the routes.
  void add_readings(std::vector<plan::ReportedValue> readings);
  std::vector<plan::ReportedValue> readings();
  std::vector<store::JournalEntry> journal(std::string_view record);

 private:
  void serve(plan::RunningPlans& plans);

  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
  store::StoreOptions options_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<House> house_;
  std::unique_ptr<GivenPowers> authenticator_;
  http::Log log_{clock_, http::LogTarget::nowhere};
  std::unique_ptr<http::Server> server_;
};

/// A reading of the plan of Liuzhou.
plan::ReportedValue reading(std::string_view region, std::string_view indicator, std::string_view period, std::string_view value, std::string source = "survey");

/// A suite of this fixture runs on both databases.
class OnBothDatabases : public testing::TestWithParam<Database> {
 protected:
  RunningHouse house{GetParam()};
};

inline std::string database_name(const testing::TestParamInfo<Database>& parameter) { return parameter.param == Database::sqlite ? "sqlite" : "postgresql"; }

#define RUN_ON_BOTH_DATABASES(Suite) INSTANTIATE_TEST_SUITE_P(House, Suite, testing::Values(Database::sqlite, Database::postgresql), database_name)

}  // namespace laoyou::app
