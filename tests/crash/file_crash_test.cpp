// Kills a program that attaches files with kill -9 again and again, and each time looks whether every file it had answered for is there byte for
// byte, whether nothing else can be found, and whether the sweep leaves no part that nothing names.
//
//   file_crash_test [KILLS [SEED]]      the writer is the program file_writer beside this one
#include <cstdio>
#include <map>
#include <sstream>

#include "file_library.h"
#include "killed_writer.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;

struct Promise {
  std::int64_t record = 0, bytes = 0;
  bool leaving = false;  ///< it may be there or not
};
using Promises = std::map<std::int64_t, Promise>;

/// What the writer has said in whole lines.
void read_promises(const std::string& text, Promises& promises) {
  std::istringstream lines(text);
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
      read_promises(crash::said_until_killed(writer, directory.path(), random, {12, 30'000}), promises);
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
