// Kills a program that opens cases and decides them with kill -9 again and again, and each time looks whether every decision it had answered for is
// there, whether no register was changed without its decision nor left unchanged with it, whether the events of every case give the state it has, and
// whether nobody was told twice.
//
//   case_crash_test [KILLS [SEED]]      the writer is the program case_writer beside this one; run where plans/ lies
#include <cstdio>
#include <map>

#include "filing_town.h"
#include "killed_writer.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;
using store::Scope;

using crash::Promises;

/// What is wrong with one case; empty when nothing is.
std::string wrong_with(crash::CaseTown& town, store::Snapshot& snapshot, const cases::CaseFile& file, const std::map<std::int64_t, int>& told) {
  const std::string name = "case " + file.number + ": ";
  const auto open = cases::open_case(town.desk(), snapshot, file.id.number);
  if (!open) return name + "cannot be opened";
  const auto rebuilt = cases::replayed(town.desk(), snapshot, *open);
  if (!rebuilt) return name + "its events cannot be replayed";
  if (!(*rebuilt == open->state)) return name + "its events give another state";
  const auto events = snapshot.select<cases::CaseEvent>(Scope::country(), store::Filter().equals("of_case", file.id));
  const bool accepted = std::any_of(events.begin(), events.end(), [](const cases::CaseEvent& each) { return each.decision == "accept"; });
  const auto place = snapshot.find(Scope::country(), Id<registry::Institution>{std::stoll(std::string(open->values.at("place").as_string()))});
  if (!place || place->filed.value_or(false) != accepted) return name + (accepted ? "decided, and the register does not say so" : "the register was changed without a decision");
  const auto documents = snapshot.count<cases::CaseDocument>(Scope::country(), store::Filter().equals("of_case", file.id).equals("key", std::string("receipt")));
  if (documents != (accepted ? 1 : 0)) return name + "receipts: " + std::to_string(documents);
  const auto found = told.find(file.id.number);
  if (accepted && (found == told.end() || found->second < 1)) return name + "decided, and the applicant was not told";
  return "";
}

std::string complaint(const std::filesystem::path& directory, const Promises& promises) {
  crash::CaseTown town(directory, crash::filing_needs());
  const store::JournalCheck check = town.store().verify_journal();
  if (!check.intact()) return store::fault_code(check.fault) + " at " + std::to_string(check.first_bad_sequence);
  return town.store().read([&](store::Snapshot& snapshot) -> std::string {
    std::set<std::string> once;
    std::map<std::int64_t, int> told;
    std::string twice;
    snapshot.each<notices::Notice>(Scope::country(), {}, [&](const notices::Notice& notice) {
      if (!once.insert(notice.once).second) twice = notice.once;
      ++told[std::stoll(notice.cause.substr(notice.cause.find(':') + 1))];
    });
    if (!twice.empty()) return "told twice: " + twice;
    std::set<std::pair<std::int64_t, std::string>> events;
    snapshot.each<cases::CaseEvent>(Scope::country(), {}, [&](const cases::CaseEvent& event) { events.emplace(event.of_case.number, event.event_id); });
    for (const auto& promise : promises)
      if (!events.contains(promise)) return "case " + std::to_string(promise.first) + ": " + promise.second + " was answered for and is lost";
    for (const cases::CaseFile& file : snapshot.select<cases::CaseFile>(Scope::country()))
      if (const std::string wrong = wrong_with(town, snapshot, file, told); !wrong.empty()) return wrong;
    return "";
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string writer = (std::filesystem::path(argv[0]).parent_path() / "case_writer").string();
  const int all = argc > 1 ? std::stoi(argv[1]) : 1'000;
  SeededRandom random(argc > 2 ? std::stoull(argv[2]) : 1);
  constexpr int k_kills_of_one_database = 10;
  std::size_t promised = 0;
  for (int kills = 0; kills < all;) {
    const store::TemporaryDirectory directory;
    Promises promises;
    for (int i = 0; i < k_kills_of_one_database && kills < all; ++i, ++kills) {
      crash::write_and_kill(writer, directory.path(), random, promises);
      if (const std::string wrong = complaint(directory.path(), promises); !wrong.empty()) {
        std::printf("after kill %d: %s\n", kills + 1, wrong.c_str());
        return 1;
      }
    }
    promised += promises.size();
    std::printf("%d kills, %zu answered acts, none lost, no register changed without its decision, nobody told twice\n", kills, promised);
    std::fflush(stdout);
  }
}
