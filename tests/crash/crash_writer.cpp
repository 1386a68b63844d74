// Writes visits from several threads for ever, and prints each one's id as soon as the store has answered for it: a line that arrived is a
// promise. It is there to be killed.
//
//   crash_writer DIRECTORY
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "visit.h"

namespace {

using namespace laoyou;

/// One write(2) a line: what the pipe has taken survives us.
void promise(std::int64_t id) {
  const std::string line = std::to_string(id) + "\n";
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

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const SystemClock clock;
  SecureRandom random;
  const auto store = crash::open_store(argv[1], clock, random);
  constexpr int k_threads = 8;
  std::vector<std::thread> threads;
  for (int i = 0; i < k_threads; ++i) threads.emplace_back([&] { write_for_ever(*store); });
  for (std::thread& thread : threads) thread.join();
}
