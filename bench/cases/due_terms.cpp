#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "notices/records.h"
#include "record/json_write.h"
#include "town.h"

namespace laoyou::bench {
namespace {

/// Asked to supply long ago, and that time is over.
cases::OpenCase overdue(Town& town) {
  cases::OpenCase open = town.draft();
  const Instant long_ago = town.clock.now().plus_milliseconds(-90LL * 86'400'000);
  open.state.phase = procedures::Phase::asked;
  open.state.submitted = open.state.changed = long_ago;
  open.state.step = open.state.asked_by = "receive";
  open.state.asked = {"receive"};
  open.state.stops.push_back({long_ago, std::nullopt});
  open.state.parts.push_back({"receive", "", false, 0, 0, long_ago, 0, false, false});
  cases::fill_columns(open);
  open.file.due = long_ago.plus_milliseconds(86'400'000);
  open.file.opened = long_ago;
  return open;
}

/// Its standing task, as the applicant's worklist has it.
cases::CaseTask task_of(store::Writing& writing, const cases::CaseFile& file) {
  cases::CaseTask task;
  task.id = writing.new_id<cases::CaseTask>();
  task.region = file.region;
  task.of_case = file.id;
  task.holder = "account:" + std::to_string(file.opened_by);
  task.procedure = file.procedure;
  task.step = file.step;
  task.due = *file.due;
  task.since = file.opened;
  return task;
}

void print_terms(std::size_t terms, double took_s, const char* how) {
  std::printf("  due terms    %zu passed once each in %.1f s%s: 100,000 in %.1f s (promise 10 s)\n", terms, took_s, how, took_s * 100'000 / static_cast<double>(terms));
}

}  // namespace

void fill_due_cases(Town& town, std::size_t count) {
  const cases::OpenCase open = overdue(town);
  town.store->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { cases::keep_version(town.desk->services, writing, *open.procedure); return {}; });
  constexpr std::size_t k_rows_at_once = 500;
  run_all(*town.store, count / k_rows_at_once, 4, [&](store::Writing& writing, std::size_t batch) -> Result<void> {
    std::vector<cases::CaseFile> files;
    std::vector<cases::CaseTask> tasks;
    for (std::size_t i = 0; i < k_rows_at_once; ++i) {
      files.push_back(open.file);
      files.back().id = writing.new_id<cases::CaseFile>();
      files.back().number = "T" + std::to_string(batch * k_rows_at_once + i);
      tasks.push_back(task_of(writing, files.back()));
    }
    writing.insert_all(files);
    writing.insert_all(tasks);
    return {};
  });
}

void measure_terms(Town& town, std::size_t count) {
  fill_due_cases(town, count);
  const double processor_before = processor_seconds();
  const auto begun = Steady::now();
  const std::size_t done = cases::let_time_pass(*town.desk, town.clock.now()).acts;
  const double took = seconds_since(begun);
  print_terms(done, took, "");
  std::printf("               %8.0f µs of processor each\n", 1e6 * (processor_seconds() - processor_before) / static_cast<double>(done));
}

namespace {

/// Starts the program and waits until it says that it begins; its process.
pid_t start(const std::string& program, const std::string& database, const std::string& key_file, int& said) {
  int ends[2];
  CHECK(::pipe(ends) == 0);
  const pid_t child = ::fork();
  CHECK(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], 1);
    ::close(ends[0]);
    ::execl(program.c_str(), program.c_str(), "--let-time-pass", database.c_str(), key_file.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  char letter = 0;
  CHECK(::read(ends[0], &letter, 1) == 1);
  said = ends[0];
  return child;
}

/// Each case ended by one event and told of once; the journal whole.
void check_once_each(Town& town, std::size_t count) {
  CHECK(town.store->verify_journal().intact());
  town.store->read([&](store::Snapshot& snapshot) {
    const auto everywhere = store::Scope::country();
    CHECK(snapshot.count<cases::CaseFile>(everywhere, store::Filter().equals("phase", procedures::Phase::ended)) == static_cast<std::int64_t>(count));
    std::set<std::int64_t> passed, told;
    std::size_t events = 0, notices = 0;
    snapshot.each<cases::CaseEvent>(everywhere, {}, [&](const cases::CaseEvent& event) { passed.insert(event.of_case.number); ++events; });
    snapshot.each<notices::Notice>(everywhere, {}, [&](const notices::Notice& notice) { told.insert(std::stoll(notice.cause.substr(notice.cause.find(':') + 1))); ++notices; });
    CHECK(events == count && passed.size() == count && notices == count && told.size() == count);
  });
}

}  // namespace

void measure_terms_across_kills(plan::RunningPlans& plans, const std::string& database, const std::string& key_file, const std::string& program, std::size_t count) {
  constexpr int k_kills = 5;
  {
    Town town(plans, database, key_file);
    fill_due_cases(town, count);
  }
  double took_s = 0;
  int kills = 0;
  for (bool ended = false; !ended;) {
    int said = -1;
    const pid_t child = start(program, database, key_file, said);
    const auto begun = Steady::now();
    int status = 0;
    if (kills < k_kills) {
      // From the middle of its first commands to somewhere on its way.
      std::this_thread::sleep_for(std::chrono::milliseconds(150 + 350 * kills));
      ::kill(child, SIGKILL);
    }
    CHECK(::waitpid(child, &status, 0) == child);
    took_s += seconds_since(begun);
    ::close(said);
    kills += WIFSIGNALED(status) ? 1 : 0;
    ended = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    CHECK(ended || WIFSIGNALED(status));
  }
  Town town(plans, database, key_file);
  check_once_each(town, count);
  const std::string how = " across " + std::to_string(kills) + " kill -9";
  print_terms(count, took_s, how.c_str());
}

int let_time_pass_to_be_killed(const std::string& database, const std::string& key_file) {
  plan::RunningPlans plans("plans");
  CHECK(plans.reload().has_value());
  Town town(plans, database, key_file);
  std::printf("begun\n");
  std::fflush(stdout);
  cases::let_time_pass(*town.desk, town.clock.now());
  return 0;
}

}  // namespace laoyou::bench
