#include <algorithm>

#include "base/check.h"
#include "jobs/room.h"
#include "store/failure.h"

namespace laoyou::jobs {
namespace {

constexpr std::string_view k_clear = "jobs.clear";
constexpr int k_clear_hour = 2;
constexpr std::int64_t k_orphan_ms = std::int64_t{24} * 3'600'000;

std::string_view text(powers::OwnerKind kind) {
  switch (kind) {
    case powers::OwnerKind::institution: return "institution";
    case powers::OwnerKind::household: return "household";
    case powers::OwnerKind::unit: return "unit";
  }
  return "";
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  using powers::OwnerKind;
  store::TableDefinition jobs = store::table<Job>({store::indexed({"state"}), store::indexed({"account"}), store::unique({"schedule", "due"})});
  return {std::move(jobs).owned({{OwnerKind::institution, "owner"}, {OwnerKind::household, "owner"}, {OwnerKind::unit, "owner"}}), store::table<JobRunner>({store::unique({"name"})})};
}

Jobs::Jobs(Services services, store::Follower& follower) : services_(std::move(services)) {
  // Whichever server queued it, cancelled it or ended it: the journal brings it here within a second.
  follower.on<Job>("jobs", [this](const store::Change<Job>& change) {
    if (!change.after) return;
    services_.tell(change.after->id.number, change.after->account);
    if (ended(change.after->state) && change.before && !ended(change.before->state)) count(*change.after);
    const auto runner = this->runner();
    if (!runner) return;
    if (change.after->state == JobState::queued) runner->wake();
    if (!change.after->cancel_asked) return;
    if (const auto live = runner->live().find(change.after->id.number)) live->cancel();
  });
  add({std::string(k_clear), [](const Job&) { return http::Summary{"清理到期的任务文件", "Clear expired files of jobs"}; }, {}, [this](JobWork& work) { return clear(work); }});
  add(Schedule{"clear_files", std::string(k_clear), k_clear_hour});
}

void Jobs::add(JobKind kind) {
  std::string code = kind.code;
  CHECK(kinds_.emplace(std::move(code), std::move(kind)).second);
}

void Jobs::start(RunnerOptions options, Trouble trouble) {
  if (!trouble) trouble = [](const std::string&, const std::string&) {};
  auto started = std::make_shared<Runner>(std::move(options), RunnerParts{services_.store, services_.clock, services_.random, kinds_, schedules_, services_.tell, std::move(trouble)});
  {
    const std::scoped_lock lock(mutex_);
    runner_ = started;
  }
  started->start();
}

void Jobs::stop() {
  std::shared_ptr<Runner> ending;
  {
    const std::scoped_lock lock(mutex_);
    ending = std::move(runner_);
    runner_.reset();
    ended_ = nullptr;
  }
  if (ending) ending->stop();
}

std::shared_ptr<Runner> Jobs::working() const {
  auto runner = this->runner();
  if (!runner) throw WorldFailure("jobs.not_working", "jobs are asked for where none are done");
  return runner;
}

std::shared_ptr<Runner> Jobs::runner() const {
  const std::scoped_lock lock(mutex_);
  return runner_;
}

void Jobs::count_in(prometheus::Registry& registry) {
  auto& family = prometheus::BuildCounter().Name("laoyou_jobs_ended_total").Help("Jobs that have ended, by kind and state.").Register(registry);
  const std::scoped_lock lock(mutex_);
  ended_ = &family;
}

void Jobs::count(const Job& job) const {
  const std::scoped_lock lock(mutex_);
  if (ended_ != nullptr) ended_->Add({{"kind", job.kind}, {"state", record::Leaf<JobState>::to_json_text(job.state)}}).Increment();
}

Result<Job> Jobs::ask(const Asked& asked) {
  CHECK(kinds_.contains(asked.kind));
  const auto runner = working();
  Job job;
  job.region = asked.acting.scope.region();
  if (const auto& owner = asked.acting.scope.owner()) {
    job.owner = owner->id;
    job.owner_kind = text(owner->kind);
  }
  job.kind = asked.kind;
  job.account = asked.acting.actor.account;
  job.powers = asked.acting.powers.text();
  job.arguments = asked.arguments;
  job.file_key = new_file_key(services_.random);
  if (asked.input) job.input_file = runner->files().keep(job.file_key, *asked.input);
  const std::string input = job.input_file;
  Result<Job> added = runner->rows().add(asked.acting, std::move(job));
  if (added)
    runner->wake();
  else
    runner->files().remove(input);
  return added;
}

CheckedResult<void> Jobs::clear(JobWork& work) {
  const auto runner = this->runner();
  if (!runner) throw store::Cancelled();
  const std::vector<Job> expired = runner->rows().expired(services_.clock.now());
  work.phase("clearing", static_cast<std::int64_t>(expired.size()));
  std::int64_t done = 0;
  for (const Job& job : expired) {
    for (const std::string& name : {job.input_file, job.outcome_file, job.result_file}) runner->files().remove(name);
    runner->rows().files_are_gone(job.id.number);
    work.report(++done, static_cast<std::int64_t>(expired.size()));
  }
  // Files that no row names: their server ended between the two.
  const std::vector<std::string> old = runner->files().older_than(k_orphan_ms);
  const std::vector<std::string> used = runner->rows().files_in_use();
  for (const std::string& name : old)
    if (std::find(used.begin(), used.end(), name) == used.end()) runner->files().remove(name);
  return {};
}

}  // namespace laoyou::jobs
