// Kills a program that has runs of subsidies approved by their cases and paid with kill -9 again and again, and each time looks whether every act it had
// answered for is there, whether case, run, ledger, budget line, payments and notices of every run tell one story, and whether nothing was done twice.
//
//   run_crash_test [KILLS [SEED]]      the writer is the program run_writer beside this one; run where plans/ lies
#include <cstdio>

#include "killed_writer.h"
#include "ledger/verify.h"
#include "run_town.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;
using crash::Promises;
using funds::PaymentState;
using funds::RunState;
using store::Filter;
using store::Scope;

/// How far one run has come, by the events of its case and the state of its payments.
struct Progress {
  bool submitted = false;
  int agreed = 0;    ///< of county, city and finance
  int answered = 0;  ///< payments that the bank has spoken of
  bool paid = false, refused = false;
};

/// In the order in which they are done.
const std::vector<std::string> k_events{"submit", "decidecounty_check", "decidecity_check", "decidefinance_check"};

std::vector<RunState> states_of(const Progress& progress) {
  if (progress.agreed < 3) return {std::vector{RunState::draft, RunState::county, RunState::city}[static_cast<std::size_t>(progress.agreed)]};
  if (progress.answered == 0) return {RunState::approved, RunState::sent};
  return {progress.answered == 1 ? RunState::sent : RunState::settled};
}

std::vector<funds::RunAct> steps_of(const Progress& progress, RunState state) {
  using funds::RunAct;
  const std::vector<RunAct> whole{RunAct::county_agrees, RunAct::city_agrees, RunAct::finance_agrees, RunAct::sent_to_bank, RunAct::answer_read, RunAct::answer_read};
  const bool sent = state == RunState::sent || state == RunState::settled;
  return {whole.begin(), whole.begin() + progress.agreed + (sent ? 1 + progress.answered : 0)};
}

/// How many people are told of a payment in each kind of notice.
std::int64_t told(const store::Snapshot& snapshot, const funds::SubsidyPayment& payment, const std::string& kind) {
  return snapshot.count<notices::Notice>(Scope::country(), Filter().equals("cause", notices::cause(payment)).equals("kind", kind));
}

class OneRun {
 public:
  OneRun(crash::RunTown& town, store::Snapshot& snapshot, const cases::CaseFile& file)
      : town_(town), snapshot_(snapshot), open_(cases::open_case(town.cases().desk(), snapshot, file.id.number).value()), run_(*snapshot.find(Scope::country(), crash::RunTown::run_of(open_))) {}

  /// What does not fit; empty when all does. Its promises are looked for among its acts.
  std::string complaint(const Promises& promises) {
    std::string wrong = wrong_with_case();
    if (wrong.empty()) wrong = wrong_with_payments();
    if (wrong.empty()) wrong = wrong_with_run();
    if (wrong.empty()) wrong = wrong_with_money();
    if (wrong.empty()) wrong = lost(promises);
    return wrong.empty() ? "" : run_.name + ": " + wrong;
  }
  const Progress& progress() const { return progress_; }

 private:
  std::string wrong_with_case() {
    const auto rebuilt = cases::replayed(town_.cases().desk(), snapshot_, open_);
    if (!rebuilt || !(*rebuilt == open_.state)) return "the events of the case give another state";
    std::vector<std::string> events;
    for (const cases::CaseEvent& each : snapshot_.select<cases::CaseEvent>(Scope::country(), Filter().equals("of_case", open_.file.id).order_by("serial"))) events.push_back(each.event_id);
    if (events.size() > k_events.size() || !std::equal(events.begin(), events.end(), k_events.begin())) return "an event is missing, or there twice";
    progress_.submitted = !events.empty();
    progress_.agreed = std::max(0, static_cast<int>(events.size()) - 1);
    const auto documents = snapshot_.count<cases::CaseDocument>(Scope::country(), Filter().equals("of_case", open_.file.id));
    return documents == (progress_.agreed == 3 ? 1 : 0) ? "" : "papers of the approval: " + std::to_string(documents);
  }

  std::string wrong_with_payments() {
    const auto payments = snapshot_.select<funds::SubsidyPayment>(Scope::country(), Filter().equals("run", run_.id).order_by("id"));
    if (payments.size() != 3 || payments[2].state != PaymentState::held) return "the payments are not those of the run";
    progress_.paid = payments[0].state == PaymentState::paid;
    progress_.refused = payments[1].state == PaymentState::refused;
    progress_.answered = (progress_.paid ? 1 : 0) + (progress_.refused ? 1 : 0);
    if (told(snapshot_, payments[0], "notice.payment_paid") != (progress_.paid ? 1 : 0)) return "paid, and the family told of it another number of times";
    if (told(snapshot_, payments[1], "notice.payment_refused") != (progress_.refused ? 1 : 0)) return "refused, and the family told of it another number of times";
    if (told(snapshot_, payments[2], "notice.payment_held") != (progress_.agreed == 3 ? 1 : 0)) return "held back, and the family told of it another number of times";
    return "";
  }

  std::string wrong_with_run() {
    const auto fitting = states_of(progress_);
    if (std::find(fitting.begin(), fitting.end(), run_.state) == fitting.end()) return "its case and its payments say another state than the run";
    if (run_.approval_case.has_value() != progress_.submitted || (run_.approval_case && *run_.approval_case != open_.file.id.number)) return "the run does not name its case";
    std::vector<funds::RunAct> steps;
    for (const funds::RunStep& step : snapshot_.select<funds::RunStep>(Scope::country(), Filter().equals("run", run_.id).order_by("id"))) steps.push_back(step.act);
    return steps == steps_of(progress_, run_.state) ? "" : "a step of the run is missing, or there twice";
  }

  std::string wrong_with_money() {
    const auto line = budgets::find_line(snapshot_, Scope::country(), run_.region, 2026, run_.subsidy);
    if (!line) return "it has no budget line";
    const budgets::LineStanding now = budgets::standing(snapshot_, *line);
    const std::int64_t committed = progress_.agreed == 3 ? 2 * crash::k_payment_fen : 0, spent = progress_.paid ? crash::k_payment_fen : 0;
    if (now.committed.count() != committed - spent) return "committed: " + now.committed.yuan_text();
    if (now.spent.count() != spent) return "spent: " + now.spent.yuan_text();
    if (now.left.count() != crash::k_planned_fen - committed) return "left: " + now.left.yuan_text();
    const auto movements = snapshot_.count<budgets::BudgetMovement>(Scope::country(), Filter().equals("line", line->id));
    return movements == 1 + (committed > 0) + (spent > 0) ? "" : "movements of its line: " + std::to_string(movements);
  }

  std::string lost(const Promises& promises) const {
    for (auto each = promises.lower_bound({run_.id.number, ""}); each != promises.end() && each->first == run_.id.number; ++each) {
      const auto event = std::find(k_events.begin(), k_events.end(), each->second);
      const bool sent = run_.state == RunState::sent || run_.state == RunState::settled;
      const bool there = event != k_events.end() ? progress_.submitted && event - k_events.begin() <= progress_.agreed
                                                 : each->second == "sent" ? sent : each->second == "paid" ? progress_.paid : progress_.refused;
      if (!there) return each->second + " was answered for and is lost";
    }
    return "";
  }

  crash::RunTown& town_;
  store::Snapshot& snapshot_;
  cases::OpenCase open_;
  funds::SubsidyRun run_;
  Progress progress_;
};

std::string complaint(const std::filesystem::path& directory, const Promises& promises) {
  crash::RunTown town(directory);
  const store::JournalCheck journal = town.store().verify_journal();
  if (!journal.intact()) return store::fault_code(journal.fault) + " at " + std::to_string(journal.first_bad_sequence);
  const ledger::LedgerCheck ledger = ledger::verify(town.store());
  if (!ledger.sound()) return "the ledger: " + std::string(ledger.faults.front().cause.code);
  return town.store().read([&](store::Snapshot& snapshot) -> std::string {
    std::int64_t transfers = 0, paid = 0;
    std::set<std::int64_t> seen;
    for (const cases::CaseFile& file : snapshot.select<cases::CaseFile>(Scope::country())) {
      OneRun run(town, snapshot, file);
      if (const std::string wrong = run.complaint(promises); !wrong.empty()) return wrong;
      transfers += 1 + (run.progress().agreed == 3) + (run.progress().paid ? 1 : 0);
      paid += run.progress().paid ? 1 : 0;
      seen.insert(file.id.number);
    }
    if (static_cast<std::int64_t>(seen.size()) != snapshot.count<funds::SubsidyRun>(Scope::country())) return "there are runs without a case";
    if (ledger.transfers != transfers) return "transfers: " + std::to_string(ledger.transfers) + ", not " + std::to_string(transfers);
    const auto uses = snapshot.count<registry::FundUse>(Scope::country());
    return uses == paid ? "" : "the register of the use of money has " + std::to_string(uses) + " rows for " + std::to_string(paid) + " payments";
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string writer = (std::filesystem::path(argv[0]).parent_path() / "run_writer").string();
  const int all = argc > 1 ? std::stoi(argv[1]) : 200;
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
    std::printf("%d kills, %zu answered acts, none lost, no run approved or paid in part, nothing done twice\n", kills, promised);
    std::fflush(stdout);
  }
}
