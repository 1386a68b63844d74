// Has runs of subsidies approved by their cases and paid, from 32 threads for ever; prints what it has been answered for. It is there to be killed. What
// an earlier writer left half done it does again from the beginning, as whoever got no answer asks again.
//
//   run_writer DIRECTORY        lines: "RUN ACT" once the act is durable
#include <thread>

#include "act_on_case.h"
#include "funds/calculation.h"
#include "killed_writer.h"
#include "run_town.h"

namespace {

using namespace laoyou;
using crash::act_on_case;
using funds::PaymentState;
using funds::RunState;
using procedures::Act;
using store::Filter;
using store::Scope;

constexpr std::int64_t k_county = 9'001, k_city = 9'002, k_finance = 9'003;

RunState state_of(crash::RunTown& town, Id<funds::SubsidyRun> run) {
  return town.store().read([&](store::Snapshot& snapshot) { return snapshot.find(Scope::country(), run)->state; });
}

void send_to_bank(crash::RunTown& town, const http::Caller& finance, Id<funds::SubsidyRun> run) {
  if (state_of(town, run) == RunState::approved)
    CHECK(town.store().write(store::Actor{finance.account, "web", ""}, [&](store::Writing& writing) {
      return funds::act_on_run(writing, town.ledger(), run, funds::RunAct::sent_to_bank, {finance, "", ""});
    }).done());
  crash::promise(run.number, "sent");
}

/// The bank has paid the first and refused the second, and says so in two files.
void take_answers(crash::RunTown& town, const http::Caller& finance, Id<funds::SubsidyRun> run) {
  for (const bool paid : {true, false}) {
    const auto done = town.store().write(store::Actor{finance.account, "web", ""}, [&](store::Writing& writing) -> Result<void> {
      const auto payments = writing.select<funds::SubsidyPayment>(Scope::country(), Filter().equals("run", run).order_by("id"));
      const funds::SubsidyPayment& payment = payments.at(paid ? 0 : 1);
      if (payment.state != PaymentState::due) return {};
      return funds::take_bank_answer(writing, town.ledger(), run, {{funds::payment_reference(payment.subsidy, payment.period, payment.subject), paid, paid ? "" : "账户已销户"}}, {finance, "", ""});
    });
    CHECK(done.done());
    crash::promise(run.number, paid ? "paid" : "refused");
  }
}

void finish(crash::RunTown& town, std::int64_t clerk, const crash::RunWithCase& made) {
  const http::Caller finance = crash::caller(k_finance, "finance", crash::k_city);
  const auto act = [&](const http::Caller& who, Act act, const std::string& step, const std::string& decision) {
    crash::promise(made.run.number, act_on_case(town.cases(), who, made.case_id, act, step, decision));
  };
  act(crash::caller(clerk, "county_civil_affairs", crash::k_district), Act::submit, "", "");
  act(crash::caller(k_county, "county_civil_affairs", crash::k_district), Act::decide, "county_check", "agree");
  act(crash::caller(k_city, "city_civil_affairs", crash::k_city), Act::decide, "city_check", "agree");
  act(finance, Act::decide, "finance_check", "approve");
  send_to_bank(town, finance, made.run);
  take_answers(town, finance, made.run);
}

/// With the account that made each.
std::vector<std::pair<std::int64_t, crash::RunWithCase>> left_half_done(crash::RunTown& town) {
  return town.store().read([&](store::Snapshot& snapshot) {
    std::vector<std::pair<std::int64_t, crash::RunWithCase>> left;
    for (const cases::CaseFile& file : snapshot.select<cases::CaseFile>(Scope::country())) {
      const auto run = snapshot.find(Scope::country(), crash::RunTown::run_of(cases::open_case(town.cases().desk(), snapshot, file.id.number).value()));
      if (run->state != RunState::settled) left.push_back({run->made_by, {run->id, file.id.number}});
    }
    return left;
  });
}

void work_for_ever(crash::RunTown& town, std::int64_t clerk) {
  for (;;) {
    crash::RunWithCase made;
    CHECK(town.store().write(store::Actor{clerk, "web", ""}, [&](store::Writing& writing) -> Result<void> { made = town.open_run(writing, clerk); return {}; }).done());
    finish(town, clerk, made);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CHECK(argc == 2);
  crash::RunTown town(argv[1]);
  const auto left = left_half_done(town);
  std::vector<std::thread> threads;
  for (std::int64_t clerk = 1; clerk <= 32; ++clerk)
    threads.emplace_back([&, clerk] {
      for (const auto& [made_by, run] : left)
        if (made_by == clerk) finish(town, clerk, run);
      work_for_ever(town, clerk);
    });
  for (std::thread& thread : threads) thread.join();
}
