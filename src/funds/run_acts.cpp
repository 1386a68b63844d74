#include "funds/run_acts.h"

#include <algorithm>

#include "budgets/lines.h"
#include "funds/calculation.h"
#include "funds/tell_payees.h"
#include "notices/tell.h"
#include "plan/stack/acted_records.h"

namespace laoyou::funds {
namespace {

using powers::Power;
using store::Filter;
using store::Scope;
using store::Writing;

constexpr notices::Kind k_run_waits{"notice.run_waits", notices::Importance::dated};

std::vector<RunStep> steps_of(const store::Snapshot& snapshot, Id<SubsidyRun> run) { return snapshot.select<RunStep>(Scope::country(), Filter().equals("run", run).order_by("at")); }

/// Who agreed for the city last.
std::int64_t who_did(const std::vector<RunStep>& steps, RunAct act) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (step->act == act) return step->account;
  return 0;
}

/// What decisions of a case may carry out is allowed by the same powers outside of one; what only the run's own page does needs the power to approve.
bool may_do(powers::Powers powers, RunAct act) {
  const std::string name = record::Leaf<RunAct>::to_json_text(act);
  for (const procedures::ActedRecord::Act& each : plan::subsidy_runs().acts)
    if (each.name == name) return std::any_of(each.powers.begin(), each.powers.end(), [&](Power power) { return powers.has(power); });
  return powers.has(Power::funds_approve);
}

bool needs_note(RunAct act) { return act == RunAct::returned || act == RunAct::withdrawn; }

void note_step(Writing& writing, const SubsidyRun& run, RunAct act, const std::string& note) {
  writing.insert(RunStep{writing.new_id<RunStep>(), run.region, run.id, act, writing.actor().account, writing.now(), note.empty() ? std::nullopt : std::optional(note)});
}

std::string client_id(const SubsidyRun& run, std::string_view what) { return "subsidy-run/" + std::to_string(run.id.number) + "/" + std::string(what); }

std::optional<budgets::BudgetLine> line_of(Writing& writing, const SubsidyRun& run) {
  return budgets::find_line(writing, Scope::country(), run.region, run.period.last_day().year(), run.subsidy);
}

/// Commits the run's total to its budget line.
Result<void> commit_money(Writing& writing, ledger::Ledger& ledger, const SubsidyRun& run, const Acting& acting) {
  const bool beyond = acting.caller.powers.has(Power::budget_exceed) && !acting.exceed_reason.empty();
  const auto line = line_of(writing, run);
  if (!line && !beyond) return refuse("funds.no_budget_line", {run.name, std::to_string(run.period.last_day().year())});
  if (!line || run.total == Fen()) return {};
  const std::int64_t lacking = run.total.count() - budgets::standing(writing, *line).left.count();
  if (lacking > 0 && beyond)
    if (const auto made = budgets::exceed(writing, ledger, *line, {client_id(run, "exceeded"), lacking, acting.exceed_reason}); !made) return made.error();
  return budgets::commit(writing, ledger, *line, {client_id(run, "committed"), run.total.count(), run.name + " " + run.period.text()});
}

/// Nothing of a run that is given up corrects or recovers anything.
void undo_corrections(Writing& writing, const SubsidyRun& run) {
  for (const PaymentCorrection& each : writing.select<PaymentCorrection>(Scope::country(), Filter().equals("run", run.id))) writing.remove(each.id);
  for (const Recovery& each : writing.select<Recovery>(Scope::country(), Filter().equals("from_run", run.id))) writing.remove(each.id);
}

void withdraw(Writing& writing, SubsidyRun& run) {
  Filter before = Filter().equals("region", run.region).equals("subsidy", run.subsidy).equals("period", run.period);
  run.attempt = static_cast<std::int32_t>(writing.count<SubsidyRun>(Scope::country(), before));
  run.state = RunState::withdrawn;
  undo_corrections(writing, run);
}

RunState state_after(RunAct act) {
  switch (act) {
    case RunAct::county_agrees: return RunState::county;
    case RunAct::city_agrees: return RunState::city;
    case RunAct::finance_agrees: return RunState::approved;
    case RunAct::returned: return RunState::draft;
    case RunAct::sent_to_bank: return RunState::sent;
    case RunAct::answer_read: return RunState::settled;
    case RunAct::withdrawn: return RunState::withdrawn;
  }
  return RunState::draft;
}

void tell_next(Writing& writing, const SubsidyRun& run) {
  const bool waits = run.state == RunState::county || run.state == RunState::city || run.state == RunState::approved;
  notices::settle(writing, notices::cause(run), {k_run_waits.code});
  if (waits)
    notices::tell(writing, {k_run_waits, notices::cause(run), writing.now().text(), notices::Addressee::holders(Power::funds_approve), run.region, {run.name, run.period.text()},
                            {run.name, run.period.text()}, "/subsidies/" + std::to_string(run.id.number)});
}

/// What the payment has kept back is owed no more, the oldest debt first.
void give_back(Writing& writing, const SubsidyRun& run, const SubsidyPayment& payment) {
  std::int64_t recovered = payment.recovered.count();
  for (Recovery& each : writing.select<Recovery>(Scope::country(), Filter().equals("subsidy", run.subsidy).equals("subject", payment.subject).is_absent("closed").order_by("opened"))) {
    const std::int64_t part = std::min(recovered, each.left.count());
    if (part == 0) continue;
    recovered -= part;
    each.left = Fen::create(each.left.count() - part).value();
    if (each.left == Fen()) each.closed = writing.now().beijing_day();
    writing.update(each);
  }
}

/// Approved without them: who waits for a check is told so.
void tell_held(Writing& writing, const SubsidyRun& run) {
  std::vector<PayeeNote> notes;
  writing.each<SubsidyPayment>(Scope::country(), Filter().equals("run", run.id).equals("state", PaymentState::held), [&](const SubsidyPayment& payment) {
    if (payment.resident) notes.push_back({*payment.resident, payment.id.number, PayeeNews::held});
  });
  tell_payees(writing, run, notes);
}

PayeeNews news_of(const SubsidyPayment& payment) {
  if (payment.state == PaymentState::refused) return PayeeNews::refused;
  return payment.recovered == Fen() ? PayeeNews::paid : PayeeNews::paid_less;
}

std::optional<SubsidyRun> find_run(Writing& writing, Id<SubsidyRun> id) { return writing.find<SubsidyRun>(writing.scope(), id); }

}  // namespace

std::vector<RunAct> open_acts(const SubsidyRun& run, const std::vector<RunStep>& steps, const http::Caller& caller) {
  std::vector<RunAct> acts;
  const auto add = [&](RunAct act, bool open) {
    if (open && may_do(caller.powers, act)) acts.push_back(act);
  };
  const bool made_it = caller.account == run.made_by, is_before_finance = run.state == RunState::county || run.state == RunState::city;
  add(RunAct::county_agrees, run.state == RunState::draft && !made_it);
  add(RunAct::withdrawn, run.state == RunState::draft);
  add(RunAct::city_agrees, run.state == RunState::county && !made_it);
  add(RunAct::finance_agrees, run.state == RunState::city && !made_it && who_did(steps, RunAct::city_agrees) != caller.account);
  add(RunAct::returned, is_before_finance);
  add(RunAct::sent_to_bank, run.state == RunState::approved);
  add(RunAct::answer_read, run.state == RunState::sent);
  return acts;
}

Result<void> act_on_run(Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> id, RunAct act, const Acting& acting) {
  auto run = find_run(writing, id);
  if (!run) return refuse("funds.run.not_found", {std::to_string(id.number)});
  const std::vector<RunAct> open = open_acts(*run, steps_of(writing, id), acting.caller);
  if (act == RunAct::answer_read || std::find(open.begin(), open.end(), act) == open.end()) return refuse("funds.act_not_open");
  if (needs_note(act) && acting.note.empty()) return at("/note", refuse("funds.note_needed"));
  if (act == RunAct::finance_agrees)
    if (const auto committed = commit_money(writing, ledger, *run, acting); !committed) return committed.error();
  if (act == RunAct::withdrawn)
    withdraw(writing, *run);
  else
    run->state = state_after(act);
  writing.update(*run);
  note_step(writing, *run, act, acting.exceed_reason.empty() ? acting.note : acting.note + " " + acting.exceed_reason);
  tell_next(writing, *run);
  if (act == RunAct::finance_agrees) tell_held(writing, *run);
  return {};
}

Result<void> decide_hold(Writing& writing, Id<PaymentHold> id, bool release, const Acting& acting) {
  auto hold = writing.find<PaymentHold>(writing.scope(), id);
  if (!hold) return refuse("funds.hold.not_found");
  if (hold->state != HoldState::open) return refuse("funds.hold_decided");
  if (acting.note.empty()) return at("/note", refuse("funds.note_needed"));
  SubsidyRun run = *writing.find(Scope::country(), hold->run);
  if (run.state != RunState::draft && run.state != RunState::county && run.state != RunState::city) return refuse("funds.already_approved");
  hold->state = release ? HoldState::released : HoldState::dropped;
  hold->decided_by = writing.actor().account;
  hold->note = acting.note;
  writing.update(*hold);
  SubsidyPayment payment = *writing.find(Scope::country(), hold->payment);
  const auto holds = writing.select<PaymentHold>(Scope::country(), Filter().equals("payment", payment.id));
  const bool all_released = std::all_of(holds.begin(), holds.end(), [](const PaymentHold& each) { return each.state == HoldState::released; });
  if (payment.state != PaymentState::held || (release && !all_released)) return {};
  payment.state = release ? PaymentState::due : PaymentState::dropped;
  writing.update(payment);
  --run.held;
  if (release) ++run.paid;
  if (release) run.total = run.total.plus(payment.amount).value();
  Writing beyond = writing.beyond_scope();
  beyond.update(run);
  return {};
}

Result<void> take_bank_answer(Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> id, const std::vector<BankAnswer>& answers, const Acting& acting) {
  auto run = find_run(writing, id);
  if (!run) return refuse("funds.run.not_found", {std::to_string(id.number)});
  if (run->state != RunState::sent) return refuse("funds.act_not_open");
  std::map<std::string, SubsidyPayment> waiting;
  writing.each<SubsidyPayment>(Scope::country(), Filter().equals("run", id).equals("state", PaymentState::due).greater("amount", Fen()), [&](SubsidyPayment payment) {
    waiting.emplace(payment_reference(run->subsidy, run->period, payment.subject), std::move(payment));
  });
  std::vector<budgets::Payment> spent;
  std::vector<PayeeNote> notes;
  std::int64_t sum = 0;
  for (const BankAnswer& answer : answers) {
    const auto found = waiting.find(answer.reference);
    if (found == waiting.end()) return refuse("funds.answer_unknown", {answer.reference});
    SubsidyPayment& payment = found->second;
    payment.state = answer.paid ? PaymentState::paid : PaymentState::refused;
    if (!answer.paid) payment.bank_reason = answer.reason;
    writing.update(payment);
    if (payment.resident) notes.push_back({*payment.resident, payment.id.number, news_of(payment)});
    if (answer.paid) {
      spent.push_back({"payment/" + std::to_string(payment.id.number), payment.amount.count()});
      sum += payment.amount.count();
      if (payment.recovered != Fen()) give_back(writing, *run, payment);
    }
    waiting.erase(found);
  }
  if (const auto line = line_of(writing, *run); line && sum > 0)
    if (const auto done = budgets::spend(writing, ledger, *line, {client_id(*run, "paid/" + writing.now().text()), sum, run->name + " " + run->period.text()}, spent); !done) return done.error();
  if (waiting.empty()) run->state = RunState::settled;
  writing.update(*run);
  note_step(writing, *run, RunAct::answer_read, acting.note);
  tell_payees(writing, *run, notes);
  return {};
}

std::vector<PaymentLine> payment_lines(const store::Snapshot& snapshot, const SubsidyRun& run) {
  std::vector<PaymentLine> lines;
  snapshot.each<SubsidyPayment>(Scope::country(), Filter().equals("run", run.id).order_by("subject"), [&](const SubsidyPayment& payment) {
    if (payment.state == PaymentState::held || payment.state == PaymentState::dropped || payment.amount == Fen()) return;
    lines.push_back({payment_reference(run.subsidy, run.period, payment.subject), payment.account_name.value_or(""), payment.account_number.value_or(""), payment.bank_name.value_or(""),
                     payment.amount});
  });
  return lines;
}

}  // namespace laoyou::funds
