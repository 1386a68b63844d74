// One person's page (我的补贴): what I got, why, what ended, whom to ask.
#include <algorithm>

#include "funds/answers_of.h"
#include "funds/prepare_run.h"
#include "record/mask.h"
#include "registry/facts.h"
#include "rules/explain/text.h"

namespace laoyou::funds {
namespace {

using http::Context;
using store::Filter;
using store::Scope;
using store::Snapshot;

Scope scope_of(const Context& context) { return Scope::of_account(context.caller().scope).owned_by(context.caller().owner); }

struct Found {
  registry::Resident resident;
  std::vector<SubsidyPayment> payments;
  std::map<std::int64_t, SubsidyRun> runs;                       ///< those of the payments
  std::map<std::string, SubsidyRun> latest;                      ///< subsidy → last run around the person's place
  std::map<std::int64_t, std::vector<plan::PaymentCheck>> checks;  ///< payment → what holds it back
  std::map<std::string, std::string> missing;
  std::map<std::string, Fen> owed;
};

bool counts(const SubsidyRun& run) { return run.attempt == 0 && run.frozen.has_value(); }

void find_runs(const Snapshot& snapshot, Found& found) {
  for (SubsidyRun& run : snapshot.select<SubsidyRun>(Scope::country(), Filter().equals("attempt", std::int32_t{0}))) {
    if (!counts(run)) continue;
    if (run.region.contains(found.resident.region)) {
      const auto known = found.latest.find(run.subsidy);
      if (known == found.latest.end() || known->second.period < run.period) found.latest[run.subsidy] = run;
    }
    found.runs.emplace(run.id.number, std::move(run));
  }
}

std::optional<Found> find_all(const Snapshot& snapshot, const Context& context, Id<registry::Resident> id) {
  auto resident = snapshot.find(scope_of(context), id);
  if (!resident) return std::nullopt;
  Found found;
  found.resident = std::move(*resident);
  find_runs(snapshot, found);
  found.payments = snapshot.select<SubsidyPayment>(Scope::country(), Filter().equals("resident", id).order_by("period", store::Order::falling));
  for (const SubsidyPayment& payment : found.payments)
    if (payment.state == PaymentState::held)
      for (const PaymentHold& hold : snapshot.select<PaymentHold>(Scope::country(), Filter().equals("payment", payment.id).equals("state", HoldState::open)))
        found.checks[payment.id.number].push_back(hold.check);
  for (const auto& [subsidy, run] : found.latest)
    for (const UndecidedClaim& claim : snapshot.select<UndecidedClaim>(Scope::country(), Filter().equals("run", run.id).equals("resident", id))) found.missing[subsidy] = claim.missing;
  for (const Recovery& recovery : snapshot.select<Recovery>(Scope::country(), Filter().equals("resident", id).is_absent("closed")))
    found.owed[recovery.subsidy] = found.owed[recovery.subsidy].plus(recovery.left).value();
  return found;
}

/// Why the rule gives what it gives, by what was frozen for the run; empty when the run does not know the record.
Result<std::string> explained(const Services& services, const SubsidyRun& run, std::int64_t subject, Language language) {
  const auto opened = opened_inputs(services, run);
  if (!opened) return opened.error().front();
  const rules::Table& table = (*opened)->facts->tables[static_cast<std::size_t>((*opened)->subsidy.record)];
  const std::int64_t row = table.find(subject);
  if (row < 0) return std::string();
  const rules::RowEvaluator evaluator(*(*opened)->book, *(*opened)->facts, run.period);
  return rules::explanation_text(evaluator, rules::explain_row(evaluator, (*opened)->subsidy.amount, static_cast<std::size_t>(row)), language);
}

std::string source_of(const plan::Plan& plan, const std::string& subsidy) {
  for (const auto& row : plan.content.subsidies)
    if (row.value.key == subsidy) return row.value.source;
  return {};
}

/// A subsidy is shown when the person had money of it or is waiting for it.
std::optional<OwnSubsidy> own_subsidy(const Found& found, const std::string& subsidy, const SubsidyRun& run) {
  OwnSubsidy own;
  own.subsidy = subsidy;
  own.name = run.name;
  own.period = run.period;
  bool ever = false;
  for (const SubsidyPayment& payment : found.payments) {
    if (payment.subsidy != subsidy || !found.runs.contains(payment.run.number)) continue;
    ever = true;
    if (payment.run.number == run.id.number) own.amount = payment.entitled;
    if (payment.state == PaymentState::paid && (!own.last_paid || *own.last_paid < payment.period)) own.last_paid = payment.period;
  }
  own.ended = ever && own.amount == Fen();
  if (const auto missing = found.missing.find(subsidy); missing != found.missing.end()) own.missing = missing->second;
  if (const auto owed = found.owed.find(subsidy); owed != found.owed.end()) own.owed = owed->second;
  return ever || !own.missing.empty() ? std::optional(own) : std::nullopt;
}

}  // namespace

CheckedResult<OwnBenefits> own_benefits(const Services& services, const Context& context, const BenefitsRequest& request) {
  const auto found = services.store.read([&](Snapshot& snapshot) { return find_all(snapshot, context, request.resident); });
  if (!found) return Refusals{refuse("records.not_found")};
  const auto library = services.plans.current();
  OwnBenefits answer;
  answer.name = context.caller().owner ? found->resident.name : record::masked(found->resident.name, record::Mask::name);
  for (const auto& [subsidy, run] : found->latest) {
    auto own = own_subsidy(*found, subsidy, run);
    const auto plan = library->find(run.plan);
    if (!own || !plan) continue;
    own->source = source_of(*plan, subsidy);
    const bool of_person = plan->book->rules[static_cast<std::size_t>(plan->book->find_rule(subsidy))].record == plan->book->schema.find_record("resident");
    if (of_person) {
      const auto why = explained(services, run, request.resident.number, context.language());
      if (!why) return Refusals{why.error()};
      own->why = *why;
    }
    answer.subsidies.push_back(std::move(*own));
  }
  for (const SubsidyPayment& payment : found->payments) {
    const auto run = found->runs.find(payment.run.number);
    if (run == found->runs.end()) continue;
    const auto checks = found->checks.find(payment.id.number);
    answer.payments.push_back({run->second.name, payment.period, payment.entitled, payment.correction, payment.recovered, payment.amount, payment.state, run->second.state,
                               checks == found->checks.end() ? std::vector<plan::PaymentCheck>() : checks->second, payment.bank_reason});
  }
  RegionCode street = found->resident.region;
  while (street.level() > RegionLevel::street) street = *street.parent();
  answer.ask = library->regions.name(street);
  return answer;
}

}  // namespace laoyou::funds
