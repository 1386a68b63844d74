// Writes visits from several threads for ever, and prints each one's id as soon as the store has answered for it: a line that arrived is a
// promise. A line with a J before the id promises that a job will be done. It is there to be killed.
//
//   crash_writer DIRECTORY
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "job_work.h"

namespace {

using namespace laoyou;

/// One write(2) a line: what the pipe has taken survives us.
void promise(std::int64_t id, const char* kind = "") {
  const std::string line = kind + std::to_string(id) + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
}

void write_for_ever(store::Store& store) {
  for (int i = 0;; ++i) {
    crash::Visit visit{{store.new_id()}, *RegionCode::parse("650203001001"), "visit " + std::to_string(i), "13800000000"};
    const store::WriteOutcome outcome = store.write({0, "system", ""}, [&](store::Writing& writing) -> Result<void> {
      writing.insert(visit);
      // Some visits are changed by the command that makes them, some refused after the change: those must never show.
      if (i % 5 == 1) {
        visit.note += ", changed";
        writing.update(visit);
      }
      if (i % 11 == 7) return refuse("scope.outside");
      return {};
    });
    if (outcome.done()) promise(visit.id.number);
  }
}

void ask_for_ever(crash::VisitingJobs& jobs) {
  for (;; std::this_thread::sleep_for(std::chrono::milliseconds(10)))
    if (const Result<jobs::Job> job = jobs.ask()) promise(job->id.number, "J");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const SystemClock clock;
  SecureRandom random;
  const auto store = crash::open_store(argv[1], clock, random);
  crash::VisitingJobs jobs(*store, clock, random, argv[1]);
  constexpr int k_threads = 8;
  std::vector<std::thread> threads;
  for (int i = 0; i < k_threads; ++i) threads.emplace_back([&] { write_for_ever(*store); });
  threads.emplace_back([&] { ask_for_ever(jobs); });
  for (std::thread& thread : threads) thread.join();
}
