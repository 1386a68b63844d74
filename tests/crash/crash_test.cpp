// Kills a writing server with kill -9 again and again, and each time opens its database and looks whether everything it had answered for is
// there, whether the journal verifies, and whether nothing is there that no journal entry tells of.
//
//   crash_test [KILLS [SEED]]      1,000 kills unless told otherwise; the writer is the program crash_writer beside this one
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <set>
#include <thread>

#include "store/testing/temporary_directory.h"
#include "visit.h"

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

/// The ids of whole lines; a last line without its end is no promise.
std::set<std::int64_t> ids_of(const std::string& text) {
  std::set<std::int64_t> ids;
  for (std::size_t start = 0, end; (end = text.find('\n', start)) != std::string::npos; start = end + 1)
    ids.insert(std::stoll(text.substr(start, end - start)));
  return ids;
}

/// Lets a writer work for a random while after its first answer, kills it, and returns what it had promised.
std::set<std::int64_t> write_and_kill(const Options& options, const std::filesystem::path& directory, SeededRandom& random) {
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
  return ids_of(text);
}

/// What is wrong with the database; empty when nothing is.
std::string complaint(const std::filesystem::path& directory, const std::set<std::int64_t>& promised) {
  const SystemClock clock;
  SecureRandom random;
  const auto store = crash::open_store(directory, clock, random);
  const store::JournalCheck check = store->verify_journal();
  if (!check.intact()) return store::fault_code(check.fault) + " at " + std::to_string(check.first_bad_sequence);
  return store->read([&](store::Snapshot& reading) -> std::string {
    std::set<std::int64_t> present, journalled;
    reading.each<crash::Visit>(store::Scope::country(), {}, [&](const crash::Visit& visit) { present.insert(visit.id.number); });
    for (std::int64_t after = 0;;) {
      const auto entries = reading.journal(store::Scope::country(), {.after_sequence = after, .record = "", .record_id = 0, .rows = 5'000});
      if (entries.empty()) break;
      for (const store::JournalEntry& entry : entries) journalled.insert(entry.record_id);
      after = entries.back().sequence;
    }
    if (present != journalled) return "the table and the journal differ";
    for (const std::int64_t id : promised)
      if (!present.contains(id)) return "visit " + std::to_string(id) + " was answered for and is lost";
    return "";
  });
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
  std::size_t promises = 0;
  for (int kills = 0; kills < options.kills;) {
    const store::TemporaryDirectory directory;
    std::set<std::int64_t> promised;
    for (int i = 0; i < k_kills_of_one_database && kills < options.kills; ++i, ++kills) {
      promised.merge(write_and_kill(options, directory.path(), random));
      const std::string wrong = complaint(directory.path(), promised);
      if (!wrong.empty()) {
        std::printf("after kill %d: %s\n", kills + 1, wrong.c_str());
        return 1;
      }
    }
    promises += promised.size();
    std::printf("%d kills, %zu answered writes, none lost, every journal intact\n", kills, promises);
    std::fflush(stdout);
  }
}
