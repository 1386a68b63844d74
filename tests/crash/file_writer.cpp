// Attaches files from several threads for ever and takes some out again; prints what it has been answered for. It is there to be killed.
//
//   file_writer DIRECTORY        lines: "kept RECORD FILE BYTES", "leaving FILE" before a file is taken out
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "file_library.h"

namespace {

using namespace laoyou;

/// One write(2) a line: what the pipe has taken survives us.
void tell(const std::string& line) {
  if (::write(STDOUT_FILENO, (line + "\n").data(), line.size() + 1) != static_cast<ssize_t>(line.size() + 1)) ::_exit(1);
}

std::string some_file(SeededRandom& random, bool text) {
  if (!text) return files::sample_jpeg(40 + static_cast<int>(random.below(300)), 40, random.next());
  std::string bytes;
  const std::size_t size = random.below(700'000) + 1;
  while (bytes.size() < size) bytes += std::to_string(random.next()) + "\n";
  return bytes;
}

void write_for_ever(const files::Services& services, const std::filesystem::path& directory, std::uint64_t seed) {
  SeededRandom random(seed);
  for (;;) {
    const std::int64_t record = files::add_nursery(services.store, "650203001001");
    const files::Folder folder{services, services.registers.all().front(), files::everywhere(), record};
    const bool text = random.below(2) == 0;
    files::Spool spool(directory, services.random);
    spool.append(some_file(random, text));
    const Result<files::FileShown> kept = files::attach(folder, "papers", text ? "a.txt" : "a.jpg", spool);
    CHECK(kept.has_value());
    tell("kept " + std::to_string(record) + " " + std::to_string(kept->id.number) + " " + std::to_string(kept->size_bytes));
    if (random.below(3) != 0) continue;
    tell("leaving " + std::to_string(kept->id.number));
    CHECK(files::take_out(folder, kept->id));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const SystemClock clock;
  SecureRandom random;
  const collection::Registers registers = files::nurseries();
  const auto store = crash::open_files(argv[1], registers, clock, random);
  const files::Services services = crash::file_services(*store, registers, random);
  std::vector<std::thread> threads;
  for (std::uint64_t i = 0; i < 4; ++i) threads.emplace_back([&, i] { write_for_ever(services, argv[1], i + static_cast<std::uint64_t>(clock.now().milliseconds)); });
  for (std::thread& thread : threads) thread.join();
}
