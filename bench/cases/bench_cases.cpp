// How many cases a server opens and how many steps it takes durably in a second, how long a worklist takes among many cases, and how long many terms
// that pass at once. Everything goes through the room as the routes use it; see run.sh.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>

#include "app/house.h"
#include "app/store_options.h"
#include "cases/route_kit.h"
#include "cases/worklist.h"
#include "files/records.h"
#include "plan/stack/register_field.h"
#include "registry/institution.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;
using Clock_ = std::chrono::steady_clock;
namespace json = boost::json;

double seconds_since(Clock_::time_point begun) { return std::chrono::duration<double>(Clock_::now() - begun).count(); }

/// Of all threads of this program: what stays the same on a machine that others use too.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Options {
  std::size_t cases = 4'000, worklist_cases = 200'000, due_terms = 20'000, in_flight = 256;
};

const RegionCode k_district = RegionCode::parse("450203000000").value();
const std::vector<std::string> k_papers{"registration", "premises_proof", "staff_certificates", "hygiene_report", "fire_certificate", "commitment"};

/// A server's rooms on a database of its own.
struct Town {
  store::TemporaryDirectory directory;
  SystemClock clock;
  SecureRandom random;
  plan::RunningPlans& plans;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<app::House> house;
  std::unique_ptr<cases::Desk> desk;
  registry::Institution place;

  Town(plan::RunningPlans& running, const std::string& database) : plans(running) {
    store::StoreOptions options;
    options.database = database.empty() ? "sqlite:" + (directory.path() / "laoyou.db").string() : database;
    options.key_file = directory.path() / "laoyou.key";
    store = store::Store::open(options, clock, random, app::all_tables(plan::extensions(*plans.current())));
    house = std::make_unique<app::House>(*store, plans, clock, random, accounts::PasswordCost::least);
    desk = std::make_unique<cases::Desk>(house->case_services());
    place = registry::Institution{{store->new_id()}, 0, k_district, "小树苗托育中心"};
    CHECK(store->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(place); return {}; }).done());
  }
};

http::Caller caller(std::int64_t account, std::string role, std::optional<powers::Owner> owner) {
  http::Caller made;
  made.account = account;
  made.role = std::move(role);
  made.powers = powers::Powers::all();
  made.scope = k_district;
  made.owner = owner;
  return made;
}

/// Runs `count` commands, so many in flight; how long it took until all are durable. `command` gets the number of its case.
template <class Command>
double run_all(store::Store& store, std::size_t count, std::size_t in_flight, Command command) {
  std::mutex mutex;
  std::condition_variable room;
  std::size_t flying = 0, refused = 0;
  const auto begun = Clock_::now();
  for (std::size_t i = 0; i < count; ++i) {
    {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return flying < in_flight; });
      ++flying;
    }
    store.write(
        store::Actor{1, "bench", ""}, [&command, i](store::Writing& writing) -> Result<void> { return command(writing, i); },
        [&](const store::WriteOutcome& outcome) {
          const std::lock_guard lock(mutex);
          refused += outcome.done() ? 0 : 1;
          --flying;
          room.notify_all();
        });
  }
  std::unique_lock lock(mutex);
  room.wait(lock, [&] { return flying == 0; });
  if (refused > 0) std::printf("    %zu refused\n", refused);
  return seconds_since(begun);
}

cases::OpenCase draft(const Town& town, const cases::ProcedurePtr& procedure, Random& random) {
  cases::OpenCase open{{}, procedure, {}, {}, {}};
  open.file.region = open.state.region = k_district;
  open.file.procedure = procedure->key;
  open.file.procedure_version = procedure->version;
  open.file.opened_by = 1;
  open.file.institution = town.place.id.number;
  open.file.code = "12345678";
  open.file.number = cases::new_number(random, k_district, Date::parse("2026-11-29").value()) + std::to_string(random_token(random, 4).size()) + random_token(random, 4);
  open.values = json::object{{"place", std::to_string(town.place.id.number)}, {"operated_by", "nonprofit"}, {"head_name", "王园长"}, {"head_phone", "13800000000"}, {"floor_area", 320}, {"leased", false},
                             {"forms_of_care", json::array{"full_day"}}, {"slots", 60}, {"serves_meals", false}};
  return open;
}

Result<void> act(Town& town, store::Writing& writing, const http::Caller& who, std::int64_t id, procedures::Act act, std::string part, std::string decision) {
  cases::ActRequest request;
  request.event.id = record::Leaf<procedures::Act>::to_json_text(act) + part + decision;
  request.event.act = act;
  request.event.part = std::move(part);
  request.event.decision = std::move(decision);
  const auto done = cases::perform(*town.desk, writing, who, id, std::move(request));
  if (done) return {};
  return done.error().front();
}

double plain_writes(Town& town, std::size_t count, std::size_t in_flight) {
  return static_cast<double>(count) / run_all(*town.store, count, in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
           registry::Institution row = town.place;
           row.id = writing.new_id<registry::Institution>();
           row.name = "机构" + std::to_string(i);
           writing.insert(row);
           return {};
         });
}

/// Papers as rows alone: what attaching costs is measured in bench/files.
void attach_papers(Town& town, const std::vector<std::int64_t>& ids, std::size_t in_flight) {
  run_all(*town.store, ids.size(), in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
    for (const std::string& paper : k_papers) {
      files::File file;
      file.id = writing.new_id<files::File>();
      file.region = k_district;
      file.record = "case_file";
      file.record_id = ids[i];
      file.field = paper;
      file.name = paper + ".pdf";
      file.uploaded_at = writing.now();
      writing.insert(file);
    }
    return {};
  });
}

void measure_steps(Town& town, const Options& options) {
  const double processor_begun = processor_seconds();
  const double plain = plain_writes(town, options.cases, options.in_flight);
  std::printf("  plain rows   %8.0f a second, %.0f µs of processor each\n", plain, 1e6 * (processor_seconds() - processor_begun) / static_cast<double>(options.cases));
  const cases::ProcedurePtr procedure = cases::find_procedure(*town.desk, "nursery_filing", k_district);
  std::vector<std::int64_t> ids(options.cases);
  const double opening = run_all(*town.store, ids.size(), options.in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
    cases::OpenCase open = draft(town, procedure, town.random);
    open.file.id = writing.new_id<cases::CaseFile>();
    open.file.opened = writing.now();
    ids[i] = open.file.id.number;
    cases::prefill(*town.desk, writing, open);
    cases::keep_version(writing, *procedure);
    cases::store_case(*town.desk, writing, open, true);
    return {};
  });
  attach_papers(town, ids, options.in_flight);
  const http::Caller head = caller(1, "institution_head", powers::Owner{powers::OwnerKind::institution, town.place.id.number});
  const http::Caller health = caller(2, "health_commission", std::nullopt), fire = caller(3, "fire_rescue", std::nullopt);
  double steps = 0;
  const double processor_before = processor_seconds();
  const std::int64_t rows_before = town.store->journal_head();
  const auto all = [&](const http::Caller& who, procedures::Act what, const std::string& part, const std::string& decision) {
    steps += run_all(*town.store, ids.size(), options.in_flight, [&](store::Writing& writing, std::size_t i) { return act(town, writing, who, ids[i], what, part, decision); });
  };
  all(head, procedures::Act::submit, "", "");
  all(health, procedures::Act::decide, "receive", "accept");
  all(health, procedures::Act::decide, "health", "conforms");
  all(fire, procedures::Act::decide, "safety", "conforms");
  const double count = 4 * static_cast<double>(ids.size());
  const double processor_us = 1e6 * (processor_seconds() - processor_before) / count, rows = static_cast<double>(town.store->journal_head() - rows_before) / count;
  const double per_second = 4 * static_cast<double>(ids.size()) / steps;
  std::printf("  openings     %8.0f a second (promise 1,000)\n", static_cast<double>(ids.size()) / opening);
  std::printf("  steps        %8.0f a second (promise 5,000), %.0f %% of %0.f plain durable writes\n", per_second, 100 * per_second / plain, plain);
  std::printf("               %8.0f µs of processor a step, %.1f rows written in each\n", processor_us, rows);
}

/// Cases that wait for one office, written in bulk: a worklist reads what stands there, however it came.
void fill_worklist(Town& town, const cases::ProcedurePtr& procedure, std::size_t count) {
  constexpr std::size_t k_rows_at_once = 500;
  cases::OpenCase open = draft(town, procedure, town.random);
  open.state.phase = procedures::Phase::running;
  open.state.submitted = town.clock.now();
  open.state.step = "receive";
  open.state.parts.push_back({"receive", "", false, 0, 0, town.clock.now(), 0, false, false});
  record::write_json(open.file.state, open.state, record::View{true});
  open.file.form = cases::form_text(open);
  open.file.phase = procedures::Phase::running;
  open.file.step = "receive";
  open.file.submitted = open.file.opened = town.clock.now();
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
      // One in eight waits for the office that is asked.
      task.region = at % 8 == 0 ? k_district : RegionCode::from_number(450'204'000'000 + static_cast<std::int64_t>(at % 7) * 1'000'000);
      task.of_case = file.id;
      task.holder = "role:health_commission";
      task.procedure = procedure->key;
      task.step = task.part = "receive";
      task.due = town.clock.now().plus_milliseconds(static_cast<std::int64_t>(at * 7919 % 1'000'003) * 1'000);
      task.since = town.clock.now();
      files.push_back(std::move(file));
      tasks.push_back(std::move(task));
    }
    writing.insert_all(files);
    writing.insert_all(tasks);
    return {};
  });
}

void measure_worklist(Town& town, const Options& options) {
  const cases::ProcedurePtr procedure = cases::find_procedure(*town.desk, "nursery_filing", k_district);
  fill_worklist(town, procedure, options.worklist_cases);
  // What PostgreSQL's autovacuum does within a minute of such a load: before, it takes an office's tasks for a few and sorts them all.
  if (town.store->address().kind == store::DatabaseKind::postgresql) store::connect(town.store->address(), store::ConnectionUse::writing)->execute("analyze");
  const http::Caller health = caller(2, "health_commission", std::nullopt);
  std::vector<double> times_ms;
  for (int i = 0; i < 300; ++i) {
    const auto begun = Clock_::now();
    const std::size_t bytes = town.store->read([&](store::Snapshot& snapshot) { return json::serialize(cases::worklist_page(*town.desk, snapshot, health, {}, town.clock.now())).size(); });
    CHECK(bytes > 1'000);
    times_ms.push_back(1'000 * seconds_since(begun));
  }
  std::sort(times_ms.begin(), times_ms.end());
  std::printf("  worklist     p50 %.2f ms, p99 %.2f ms, 50 rows of %zu cases (promise 5 and 20 ms)\n", times_ms[150], times_ms[297], options.worklist_cases);
}

/// Cases asked to supply whose time is over.
void measure_terms(Town& town, const Options& options) {
  const cases::ProcedurePtr procedure = cases::find_procedure(*town.desk, "nursery_filing", k_district);
  cases::OpenCase open = draft(town, procedure, town.random);
  const Instant long_ago = town.clock.now().plus_milliseconds(-90LL * 86'400'000);
  open.state.phase = procedures::Phase::asked;
  open.state.submitted = open.state.changed = long_ago;
  open.state.step = open.state.asked_by = "receive";
  open.state.asked = {"receive"};
  open.state.stops.push_back({long_ago, std::nullopt});
  open.state.parts.push_back({"receive", "", false, 0, 0, long_ago, 0, false, false});
  record::write_json(open.file.state, open.state, record::View{true});
  open.file.form = cases::form_text(open);
  open.file.phase = procedures::Phase::asked;
  open.file.step = "receive";
  open.file.due = long_ago.plus_milliseconds(86'400'000);
  open.file.submitted = open.file.opened = long_ago;
  constexpr std::size_t k_rows_at_once = 500;
  run_all(*town.store, options.due_terms / k_rows_at_once, 4, [&](store::Writing& writing, std::size_t batch) -> Result<void> {
    std::vector<cases::CaseFile> files;
    for (std::size_t i = 0; i < k_rows_at_once; ++i) {
      files.push_back(open.file);
      files.back().id = writing.new_id<cases::CaseFile>();
      files.back().number = "T" + std::to_string(batch * k_rows_at_once + i);
    }
    writing.insert_all(files);
    return {};
  });
  const double processor_before = processor_seconds();
  const auto begun = Clock_::now();
  const std::size_t done = cases::let_time_pass(*town.desk, town.clock.now()).acts;
  const double took = seconds_since(begun);
  std::printf("  due terms    %zu passed once each in %.1f s: 100,000 in %.1f s (promise 10 s)\n", done, took, took * 100'000 / static_cast<double>(done));
  std::printf("               %8.0f µs of processor each\n", 1e6 * (processor_seconds() - processor_before) / static_cast<double>(done));
}

Options parse(int argc, char** argv) {
  Options options;
  if (argc > 1) options.cases = std::stoul(argv[1]);
  if (argc > 2) options.worklist_cases = std::stoul(argv[2]);
  if (argc > 3) options.due_terms = std::stoul(argv[3]);
  return options;
}

void measure(plan::RunningPlans& plans, const std::string& name, const std::string& database, const Options& options) {
  std::printf("%s\n", name.c_str());
  std::fflush(stdout);
  {
    Town town(plans, database);
    measure_steps(town, options);
    std::fflush(stdout);
    if (options.due_terms > 0) measure_terms(town, options);
    std::fflush(stdout);
    if (options.worklist_cases > 0) measure_worklist(town, options);
  }
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  plan::RunningPlans plans("plans");
  CHECK(plans.reload().has_value());
  measure(plans, "SQLite", "", options);
  store::PostgresServer server(store::PostgresServer::Flush::always);
  measure(plans, "PostgreSQL", server.new_schema(), options);
}
