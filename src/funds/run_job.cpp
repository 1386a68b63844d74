// A run as long work: frozen from the live columns, computed on a thread of the jobs, kept in one command with the job's end.
#include "funds/answers.h"
#include "funds/facts_as_of.h"
#include "funds/frozen_facts.h"
#include "funds/keep_run.h"
#include "funds/room.h"
#include "record/json_read.h"

namespace laoyou::funds {
namespace {

Id<SubsidyRun> run_of(const jobs::Job& job) {
  const auto arguments = record::parse_json<RunJob>(job.arguments);
  return arguments ? arguments->run : Id<SubsidyRun>();
}

CheckedResult<void> computed(const Services& services, jobs::JobWork& work, const SubsidyRun& run) {
  const auto plan = services.plans.current()->find(run.plan);
  if (!plan) return Refusals{refuse("plan.not_found", {run.plan})};
  const auto paid = paid_subsidy(*plan, run.subsidy);
  if (!paid) return Refusals{paid.error()};
  const auto subsidy = subsidy_rules(*plan->book, *paid);
  if (!subsidy) return Refusals{subsidy.error()};
  work.phase("freezing_facts");
  const FieldsRead read = fields_needed(*plan->book, *subsidy, services.store.tables());
  std::int64_t sequence = 0;
  const rules::Facts facts = services.facts.read([&](const rules::Facts& live, const facts::FactsMoment& moment) {
    sequence = moment.sequence;
    return freeze(live, plan->book->schema, read);
  });
  const auto prepared = prepare_run(services.store, {plan, run.subsidy, run.period, run.region}, facts, sequence, [&](const std::string& phase) { work.phase(phase); });
  if (!prepared) return prepared.error();
  work.phase("keeping_payments", std::ssize(prepared->calculation.payments));
  const store::Command keep = keeping(services.store, run.id, *prepared);
  if (const Result<void> kept = work.write_last(keep); !kept) return Refusals{kept.error()};
  return {};
}

CheckedResult<void> work_on(const Services& services, jobs::JobWork& work) {
  const auto run = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), run_of(work.job())); });
  if (!run || run->state != RunState::computing) return Refusals{refuse("funds.not_computing")};
  CheckedResult<void> done = computed(services, work, *run);
  if (!done) static_cast<void>(services.store.write(work.acting().actor, failing(run->id, done.error().front().code)));
  return done;
}

}  // namespace

jobs::JobKind run_kind(const Services& services) {
  return {"funds.run", [](const jobs::Job&) { return http::Summary{"核算补贴", "Compute a subsidy"}; },
          [](const jobs::Job& job) { return "/subsidies/" + std::to_string(run_of(job).number); }, [services](jobs::JobWork& work) { return work_on(services, work); }};
}

}  // namespace laoyou::funds
