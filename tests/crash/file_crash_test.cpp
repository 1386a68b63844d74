// Kills a program that attaches files with kill -9 again and again, and each time looks whether every file it had answered for is there byte for
// byte, whether nothing else can be found, and whether the sweep leaves no part that nothing names.
//
//   file_crash_test [KILLS [SEED]]      the writer is the program file_writer beside this one
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "file_library.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;

struct Promise {
  std::int64_t record = 0, bytes = 0;
  bool leaving = false;  ///< it may be there or not
};
using Promises = std::map<std::int64_t, Promise>;

/// Whole lines alone are promises.
void read_promises(const std::string& text, Promises& promises) {
  std::istringstream lines(text.substr(0, text.rfind('\n') + 1));
  for (std::string word; lines >> word;) {
    std::int64_t record = 0, file = 0, bytes = 0;
    if (word == "kept") {
      lines >> record >> file >> bytes;
      promises[file] = {record, bytes, false};
    } else {
      lines >> file;
      promises[file].leaving = true;
    }
  }
}

void write_and_kill(const std::string& writer, const std::filesystem::path& directory, SeededRandom& random, Promises& promises) {
  int ends[2];
  CHECK(::pipe2(ends, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  CHECK(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(writer.c_str(), writer.c_str(), directory.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string text;
  char block[65'536];
  const std::uint64_t lines = 1 + random.below(12);
  const auto enough = [&] { return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) >= lines; };
  for (ssize_t size = 1; size > 0 && !enough();) {
    size = ::read(ends[0], block, sizeof block);
    text.append(block, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  }
  ::usleep(static_cast<useconds_t>(random.below(30'000)));
  ::kill(child, SIGKILL);
  for (ssize_t size = 1; size > 0;) {
    size = ::read(ends[0], block, sizeof block);
    text.append(block, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  }
  ::close(ends[0]);
  int status = 0;
  CHECK(::waitpid(child, &status, 0) == child && WIFSIGNALED(status));
  read_promises(text, promises);
}

std::string lost_file(const files::Services& services, const Promises& promises) {
  for (const auto& [id, promise] : promises) {
    if (promise.leaving) continue;
    const Result<files::HandedFile> file = files::hand_over({services, services.registers.all().front(), files::everywhere(), promise.record}, {id});
    if (!file || static_cast<std::int64_t>(file->bytes.size()) != promise.bytes) return "file " + std::to_string(id) + " was answered for and is lost";
  }
  return {};
}

/// What is wrong with the database; empty when nothing is.
std::string complaint(const std::filesystem::path& directory, const Promises& promises) {
  const SystemClock clock;
  SecureRandom random;
  const collection::Registers registers = files::nurseries();
  const auto store = crash::open_files(directory, registers, clock, random);
  const store::Verification found = store->verify();
  if (!found.intact()) return found.refusal().code;
  const files::Services services = crash::file_services(*store, registers, random);
  if (const std::string lost = lost_file(services, promises); !lost.empty()) return lost;
  files::sweep(services, Instant{clock.now().milliseconds + 1});
  return store->read([&](store::Snapshot& snapshot) -> std::string {
    std::int64_t parts = 0;
    snapshot.each<store::Content>(store::Scope::country(), {}, [&](const store::Content& content) { parts += content.parts; });
    if (snapshot.count<store::ContentPart>(store::Scope::country()) != parts) return "parts are left that nothing names";
    for (const auto& entry : std::filesystem::directory_iterator(directory))
      if (entry.path().filename().string().starts_with("upload")) return "an upload is left in the directory";
    return {};
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string writer = (std::filesystem::path(argv[0]).parent_path() / "file_writer").string();
  const int all = argc > 1 ? std::stoi(argv[1]) : 1'000;
  SeededRandom random(argc > 2 ? std::stoull(argv[2]) : 1);
  constexpr int k_kills_of_one_database = 10;
  std::size_t promised = 0;
  for (int kills = 0; kills < all;) {
    const store::TemporaryDirectory directory;
    Promises promises;
    for (int i = 0; i < k_kills_of_one_database && kills < all; ++i, ++kills) {
      write_and_kill(writer, directory.path(), random, promises);
      if (const std::string wrong = complaint(directory.path(), promises); !wrong.empty()) {
        std::printf("after kill %d: %s\n", kills + 1, wrong.c_str());
        return 1;
      }
    }
    promised += promises.size();
    std::printf("%d kills, %zu answered files, none lost, none left over\n", kills, promised);
    std::fflush(stdout);
  }
}
