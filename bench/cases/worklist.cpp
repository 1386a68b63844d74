#include <algorithm>

#include "accounts/records.h"
#include "accounts/testing/visitor.h"
#include "http/server.h"
#include "store/late_indexes.h"
#include "town.h"

namespace laoyou::bench {
namespace {

namespace json = boost::json;

constexpr std::string_view k_password = "right-horse-7";

/// Cases that wait, written in bulk: a worklist reads what stands there, however it came. One in eight waits for the office that is asked.
void fill(Town& town, std::size_t count) {
  constexpr std::size_t k_rows_at_once = 500;
  cases::OpenCase open = town.draft();
  open.state.phase = procedures::Phase::running;
  open.state.submitted = open.state.changed = town.clock.now();
  open.state.step = "receive";
  open.state.parts.push_back({"receive", "", false, 0, 0, town.clock.now(), 0, false, false});
  cases::fill_columns(open);
  open.file.opened = town.clock.now();
  town.store->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { cases::keep_version(town.desk->services, writing, *open.procedure); return {}; });
  store::LateIndexes indexes(*town.store, {"case_file", "case_task"});
  run_all(*town.store, count / k_rows_at_once, 4, [&](store::Writing& writing, std::size_t batch) -> Result<void> {
    std::vector<cases::CaseFile> files;
    std::vector<cases::CaseTask> tasks;
    for (std::size_t i = 0; i < k_rows_at_once; ++i) {
      const std::size_t at = batch * k_rows_at_once + i;
      cases::CaseFile file = open.file;
      file.id = writing.new_id<cases::CaseFile>();
      file.number = "N" + std::to_string(at);
      cases::CaseTask task;
      task.id = writing.new_id<cases::CaseTask>();
      task.region = at % 8 == 0 ? k_district : RegionCode::from_number(450'204'000'000 + static_cast<std::int64_t>(at % 7) * 1'000'000);
      task.of_case = file.id;
      task.holder = "role:health_commission";
      task.procedure = file.procedure;
      task.step = task.part = "receive";
      // Terms end with a day: over some weeks to come.
      task.due = Instant{(town.clock.now().beijing_day().days() + 1 + static_cast<std::int64_t>(at * 7919 % 60)) * 86'400'000LL - 8 * 3'600'000LL};
      task.since = town.clock.now();
      files.push_back(std::move(file));
      tasks.push_back(std::move(task));
    }
    writing.insert_all(files);
    writing.insert_all(tasks);
    return {};
  });
  indexes.make();
  // What PostgreSQL's autovacuum does within a minute of such a load: before, it takes an office's tasks for a few and sorts them all.
  if (town.store->address().kind == store::DatabaseKind::postgresql) store::connect(town.store->address(), store::ConnectionUse::writing)->execute("vacuum analyze");
}

/// The program's door in front of the town, and an office's clerk behind a connection that stays open.
class Door {
 public:
  explicit Door(Town& town) : town_(town) {
    accounts::Unit unit;
    unit.id.number = town.store->new_id();
    unit.region = k_district;
    unit.name = "卫生健康局";
    unit.kind = powers::OfficeKind::department;
    CHECK(town.store->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
    accounts::CreateAccountRequest request;
    request.name = request.display_name = "clerk";
    request.role = "health_commission";
    request.region = k_district;
    request.password = std::string(k_password);
    request.unit = unit.id;
    CHECK(town.house->accounts().create({0, "command", ""}, request).has_value());
    http::ServerOptions serving;
    serving.threads = 1;
    server_ = std::make_unique<http::Server>(serving, http::ServerParts{town.clock, town.random, town.house->accounts().authenticator(), log_, town.house->routes(), {}});
    server_->start();
    clerk_ = std::make_unique<accounts::Visitor>(server_->port(), "clerk", k_password);
    CHECK(clerk_->answer().status == 200);
    client_ = std::make_unique<http::LoopbackClient>(server_->port());
  }
  ~Door() {
    client_.reset();
    server_->stop();
    server_->wait();
  }

  json::object get(const std::string& target) { return ask({"GET", target, {}, ""}); }
  json::object post(const std::string& target, const json::object& body) {
    return ask({"POST", target, {{"Content-Type", "application/json"}, {"X-CSRF-Token", clerk_->csrf_token()}}, json::serialize(body)});
  }

 private:
  json::object ask(http::ClientRequest request) {
    request.headers.emplace_back("Cookie", std::string(http::k_session_cookie) + "=" + clerk_->token());
    const auto answer = client_->ask(http::request_text(request));
    if (!answer || answer->status != 200) std::printf("    %s: %s\n", request.target.c_str(), answer ? answer->body.c_str() : "no answer");
    CHECK(answer && answer->status == 200);
    return json::parse(answer->body).as_object();
  }

  Town& town_;
  http::Log log_{town_.clock, http::LogTarget::nowhere};
  std::unique_ptr<http::Server> server_;
  std::unique_ptr<accounts::Visitor> clerk_;
  std::unique_ptr<http::LoopbackClient> client_;
};

/// Of one request, asked again and again: from its first byte sent to its answer read as JSON.
void measure(Door& door, const char* what, const std::string& target, int times) {
  std::vector<double> times_ms;
  door.get(target);
  for (int i = 0; i < times; ++i) {
    const auto begun = Steady::now();
    door.get(target);
    times_ms.push_back(1'000 * seconds_since(begun));
  }
  std::sort(times_ms.begin(), times_ms.end());
  const auto at = [&](double share) { return times_ms[static_cast<std::size_t>(share * static_cast<double>(times - 1))]; };
  std::printf("    %-34s p50 %6.2f ms, p99 %6.2f ms\n", what, at(0.5), at(0.99));
}

/// A step that was answered is in the next reader's worklist, or out of it, at once.
void check_seen_at_once(Door& door) {
  constexpr int k_steps = 50;
  for (int i = 0; i < k_steps; ++i) {
    const json::object before = door.get("/api/cases/tasks");
    const std::string id(before.at("rows").as_array().front().as_object().at("id").as_string());
    door.post("/api/cases/" + id + "/acts/decide", {{"part", "receive"}, {"decision", "accept"}, {"event", "bench"}});
    const json::object after = door.get("/api/cases/tasks");
    for (const json::value& row : after.at("rows").as_array()) CHECK(row.as_object().at("id").as_string() != id || row.as_object().at("part").as_string() != "receive");
  }
  std::printf("    %d steps through the door, each out of the next reader's list at once\n", k_steps);
}

}  // namespace

void measure_worklist(Town& town, std::size_t count) {
  const auto begun = Steady::now();
  fill(town, count);
  std::printf("  worklist     of %zu cases, stored in %.0f s (promise p50 5 ms, p99 20 ms)\n", count, seconds_since(begun));
  std::fflush(stdout);
  Door door(town);
  const std::string a_day = Date::from_days(town.clock.now().beijing_day().days() + 20).text();
  measure(door, "the most urgent 50", "/api/cases/tasks", 300);
  measure(door, "of one procedure", "/api/cases/tasks?procedure=nursery_filing", 300);
  measure(door, "of one day", "/api/cases/tasks?day=" + a_day, 300);
  measure(door, "the next 50", "/api/cases/tasks?offset=50", 300);
  measure(door, "the 20th page", "/api/cases/tasks?offset=1000", 100);
  measure(door, "counts of each day (calendar)", "/api/cases/calendar", 100);
  check_seen_at_once(door);
}

}  // namespace laoyou::bench
