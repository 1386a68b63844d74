// Kills a writing server with kill -9 again and again, and each time opens its database and looks whether everything it had answered for is
// there, whether the journal verifies, whether nothing is there that no journal entry tells of, and whether no job is lost or half done.
//
//   crash_test [KILLS [SEED]]      1,000 kills unless told otherwise; the writer is the program crash_writer beside this one
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <set>
#include <thread>

#include "store/testing/temporary_directory.h"
#include "job_work.h"

namespace {

using namespace laoyou;

struct Options {
  int kills = 1'000;
  std::string writer;
  std::uint64_t seed = 1;
};

/// Starts the writer with its answers going into a pipe; returns the pipe's reading end.
int start_writer(const Options& options, const std::filesystem::path& directory, pid_t& child) {
  int ends[2];
  CHECK(::pipe2(ends, O_CLOEXEC) == 0);
  child = ::fork();
  CHECK(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(options.writer.c_str(), options.writer.c_str(), directory.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  return ends[0];
}

/// Reads what arrived until `enough`, or until the writer is gone.
void read_promises(int pipe, std::string& text, const std::function<bool()>& enough) {
  char block[65'536];
  while (!enough()) {
    const ssize_t size = ::read(pipe, block, sizeof block);
    if (size <= 0) return;
    text.append(block, static_cast<std::size_t>(size));
  }
}

/// What a writer had answered for: visits that are stored, and jobs that will be done.
struct Promises {
  std::set<std::int64_t> visits, jobs;
};

/// Of whole lines; a last line without its end is no promise.
void add_promises(const std::string& text, Promises& promises) {
  for (std::size_t start = 0, end; (end = text.find('\n', start)) != std::string::npos; start = end + 1) {
    const bool job = text[start] == 'J';
    (job ? promises.jobs : promises.visits).insert(std::stoll(text.substr(start + (job ? 1 : 0), end - start)));
  }
}

/// Lets a writer work for a random while after its first answer, kills it, and adds what it had promised.
void write_and_kill(const Options& options, const std::filesystem::path& directory, SeededRandom& random, Promises& promises) {
  pid_t child = 0;
  const int pipe = start_writer(options, directory, child);
  std::string text;
  read_promises(pipe, text, [&] { return !text.empty(); });
  CHECK(!text.empty());
  const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random.below(150'000));
  read_promises(pipe, text, [&] { return std::chrono::steady_clock::now() >= until; });
  ::kill(child, SIGKILL);
  read_promises(pipe, text, [] { return false; });
  ::close(pipe);
  int status = 0;
  CHECK(::waitpid(child, &status, 0) == child && WIFSIGNALED(status));
  add_promises(text, promises);
}

/// What is wrong with the database; empty when nothing is.
std::string complaint(const std::filesystem::path& directory, const Promises& promised) {
  const SystemClock clock;
  SecureRandom random;
  const auto store = crash::open_store(directory, clock, random);
  const store::JournalCheck check = store->verify_journal();
  if (!check.intact()) return store::fault_code(check.fault) + " at " + std::to_string(check.first_bad_sequence);
  return store->read([&](store::Snapshot& reading) -> std::string {
    std::set<std::int64_t> present, journalled;
    std::map<std::string, int> of_job;
    reading.each<crash::Visit>(store::Scope::country(), {}, [&](const crash::Visit& visit) {
      present.insert(visit.id.number);
      if (visit.note.starts_with("job ")) ++of_job[visit.note];
    });
    for (std::int64_t after = 0;;) {
      const auto entries = reading.journal(store::Scope::country(), {.after_sequence = after, .record = "", .record_id = 0, .rows = 5'000});
      if (entries.empty()) break;
      for (const store::JournalEntry& entry : entries)
        if (entry.record == "crash_visit") journalled.insert(entry.record_id);
      after = entries.back().sequence;
    }
    if (present != journalled) return "the table and the journal differ";
    for (const std::int64_t id : promised.visits)
      if (!present.contains(id)) return "visit " + std::to_string(id) + " was answered for and is lost";
    for (const std::int64_t id : promised.jobs) {
      const auto job = reading.find(store::Scope::country(), Id<jobs::Job>{id});
      if (!job) return "job " + std::to_string(id) + " was answered for and is lost";
      const auto visits = of_job.find("job " + std::to_string(id));
      const int written = visits == of_job.end() ? 0 : visits->second;
      if (written != (job->state == jobs::JobState::done ? crash::k_visits_of_a_job : 0)) return "job " + std::to_string(id) + " is half done: " + std::to_string(written);
    }
    return "";
  });
}

/// Lets a server finish what is left; what is wrong with the jobs then.
std::string complaint_once_done(const std::filesystem::path& directory, const Promises& promised) {
  const SystemClock clock;
  SecureRandom random;
  const auto store = crash::open_store(directory, clock, random);
  crash::VisitingJobs working(*store, clock, random, directory);
  const auto left = [&] {
    return store->read([](store::Snapshot& reading) {
      return reading.count<jobs::Job>(store::Scope::country(), store::Filter().one_of("state", std::vector{jobs::JobState::queued, jobs::JobState::running}));
    });
  };
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (left() > 0 && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  for (const std::int64_t id : promised.jobs) {
    const auto job = store->read([&](store::Snapshot& reading) { return reading.find(store::Scope::country(), Id<jobs::Job>{id}); });
    // One that was killed three times is given up, and says so.
    const bool given_up = job && job->state == jobs::JobState::interrupted && job->attempts == jobs::k_attempts_max;
    if (!job || (job->state != jobs::JobState::done && !given_up)) return "job " + std::to_string(id) + " was never done";
  }
  return "";
}

Options parse(int argc, char** argv) {
  Options options;
  options.writer = std::filesystem::path(argv[0]).parent_path() / "crash_writer";
  if (argc > 1) options.kills = std::stoi(argv[1]);
  if (argc > 2) options.seed = std::stoull(argv[2]);
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  constexpr int k_kills_of_one_database = 20;  // then a fresh one, so that verifying it all each time stays quick
  SeededRandom random(options.seed);
  std::size_t visits = 0, jobs = 0;
  for (int kills = 0; kills < options.kills;) {
    const store::TemporaryDirectory directory;
    Promises promised;
    std::string wrong;
    for (int i = 0; i < k_kills_of_one_database && kills < options.kills && wrong.empty(); ++i, ++kills) {
      write_and_kill(options, directory.path(), random, promised);
      wrong = complaint(directory.path(), promised);
    }
    if (wrong.empty()) wrong = complaint_once_done(directory.path(), promised);
    if (wrong.empty()) wrong = complaint(directory.path(), promised);
    if (!wrong.empty()) {
      std::printf("after kill %d: %s\n", kills, wrong.c_str());
      return 1;
    }
    visits += promised.visits.size();
    jobs += promised.jobs.size();
    std::printf("%d kills, %zu answered writes and %zu jobs, none lost, none half done, every journal intact\n", kills, visits, jobs);
    std::fflush(stdout);
  }
}
