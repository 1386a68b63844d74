#include "jobs/job_rows.h"

#include "store/failure.h"

namespace laoyou::jobs {
namespace {

using store::Filter;
using store::Scope;

constexpr std::int64_t k_waiting_of_account_max = 20;
constexpr std::int64_t k_rows_looked_at = 200;

store::Acting program() { return store::Acting::system("jobs"); }

Filter of_state(JobState state) { return Filter().equals("state", state); }

void set_end(Job& job, const JobEnd& end, Instant now) {
  job.state = end.state;
  job.outcome_file = end.outcome_file;
  job.result_file = end.result_file;
  job.result_name = end.result_name;
  job.result_type = end.result_type;
  job.result_bytes = end.result_bytes;
  job.refusals = end.refusals.empty() ? "" : refusals_text(end.refusals);
  if (!end.tried) --job.attempts;
  if (!ended(end.state)) return;
  job.ended_at = now;
  job.files_until = now.plus_milliseconds(k_files_kept_ms);
}

std::optional<powers::OwnerKind> owner_kind(const std::string& text) {
  if (text == "institution") return powers::OwnerKind::institution;
  if (text == "household") return powers::OwnerKind::household;
  if (text == "unit") return powers::OwnerKind::unit;
  return std::nullopt;
}

}  // namespace

store::Acting acting_of(const Job& job) {
  const std::string id = "job-" + std::to_string(job.id.number);
  if (job.account == 0) return store::Acting::system(id);
  Scope scope = Scope::of_account(job.region);
  if (const auto kind = owner_kind(job.owner_kind)) scope = scope.owned_by(powers::Owner{*kind, job.owner});
  const Result<powers::Powers> powers = powers::Powers::parse(job.powers);
  return {store::Actor{job.account, "job", id}, scope, powers ? *powers : powers::Powers()};
}

void JobRows::run(const store::Command& command) {
  const store::WriteOutcome outcome = store_.write(program(), command);
  if (outcome.failure) std::rethrow_exception(outcome.failure);
}

Result<Job> JobRows::add(const store::Acting& acting, Job job) {
  const store::WriteOutcome outcome = store_.write(acting, [&](store::Writing& writing) -> Result<void> {
    if (job.account != 0) {
      Filter waiting = Filter().equals("account", job.account).one_of("state", std::vector{JobState::queued, JobState::running});
      if (writing.count<Job>(Scope::country(), waiting) >= k_waiting_of_account_max) return refuse("jobs.too_many", {std::to_string(k_waiting_of_account_max)});
    }
    job.id = writing.new_id<Job>();
    job.asked_at = writing.now();
    writing.insert(job);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done) return done.error();
  return job;
}

std::optional<Job> JobRows::find(const Scope& scope, std::int64_t id) {
  return store_.read([&](store::Snapshot& snapshot) { return snapshot.find(scope, Id<Job>{id}); });
}

std::optional<Job> JobRows::claim(const std::function<bool(const Job&)>& can) {
  const bool any = store_.read([](store::Snapshot& snapshot) { return snapshot.first<Job>(Scope::country(), of_state(JobState::queued)).has_value(); });
  if (!any) return std::nullopt;
  std::optional<Job> claimed;
  run([&](store::Writing& writing) -> Result<void> {
    for (Job& job : writing.select<Job>(Scope::country(), of_state(JobState::queued).order_by("id").page(0, k_rows_looked_at))) {
      if (!can(job)) continue;
      job.state = JobState::running;
      job.runner = runner_;
      job.started_at = writing.now();
      ++job.attempts;
      writing.update(job);
      lease(writing);
      claimed = std::move(job);
      return {};
    }
    return {};
  });
  return claimed;
}

void JobRows::note_phase(std::int64_t id, const std::string& phase, std::int64_t whole) {
  run([&](store::Writing& writing) -> Result<void> {
    auto job = writing.find(Scope::country(), Id<Job>{id});
    if (!job || job->runner != runner_ || job->state != JobState::running) return {};
    job->phase = phase;
    job->steps_done = 0;
    job->steps_whole = whole;
    writing.update(*job);
    return {};
  });
}

Result<void> JobRows::end_within(store::Writing& writing, std::int64_t id, const JobEnd& end) const {
  auto job = writing.find(Scope::country(), Id<Job>{id});
  if (!job || job->runner != runner_ || job->state != JobState::running) return refuse("jobs.not_ours");
  set_end(*job, end, writing.now());
  writing.update(*job);
  return {};
}

Result<void> JobRows::end(std::int64_t id, const JobEnd& how) {
  return store_.write(program(), [&](store::Writing& writing) { return end_within(writing, id, how); }).result();
}

Result<Job> JobRows::cancel(const store::Acting& acting, std::int64_t id) {
  std::optional<Job> job;
  const store::WriteOutcome outcome = store_.write(acting, [&](store::Writing& writing) -> Result<void> {
    job = writing.find(acting.scope, Id<Job>{id});
    if (!job) return refuse("jobs.not_found");
    if (ended(job->state)) return {};
    job->cancel_asked = true;
    if (job->state == JobState::queued) set_end(*job, {JobState::cancelled}, writing.now());
    writing.update(*job);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done) return done.error();
  return *job;
}

void JobRows::recover(const std::function<bool(const Job&)>& may_begin_again, const std::function<bool(std::int64_t)>& is_live, bool alone) {
  const auto lost = [&](const Job& job) { return job.runner == runner_ ? !is_live(job.id.number) : true; };
  const auto running = store_.read([&](store::Snapshot& snapshot) { return snapshot.select<Job>(Scope::country(), of_state(JobState::running)); });
  bool any = false;
  for (const Job& job : running) any = any || lost(job);
  if (!any) return;
  run([&](store::Writing& writing) -> Result<void> {
    for (Job& job : writing.select<Job>(Scope::country(), of_state(JobState::running))) {
      if (!lost(job) || (!alone && job.runner != runner_ && runner_lives(writing, job.runner))) continue;
      const bool again = may_begin_again(job) && job.attempts < k_attempts_max;
      JobEnd end{job.cancel_asked ? JobState::cancelled : again ? JobState::queued : JobState::interrupted};
      if (end.state == JobState::interrupted) end.refusals.push_back(refuse(job.attempts < k_attempts_max ? "jobs.interrupted" : "jobs.gave_up", {std::to_string(job.attempts)}));
      set_end(job, end, writing.now());
      writing.update(job);
    }
    return {};
  });
}

bool JobRows::runner_lives(store::Writing& writing, const std::string& runner) const {
  const auto row = writing.first<JobRunner>(Scope::country(), Filter().equals("name", runner));
  return row && row->until > writing.now();
}

void JobRows::lease(store::Writing& writing) const {
  const Instant until = writing.now().plus_milliseconds(k_lease_ms);
  bool mine = false;
  for (JobRunner& each : writing.select<JobRunner>(Scope::country())) {
    if (each.name == runner_) {
      mine = true;
      each.until = until;
      writing.update(each);
    } else if (each.until.plus_milliseconds(k_lease_ms) < writing.now()) {
      writing.remove(each.id);
    }
  }
  if (!mine) writing.insert(JobRunner{writing.new_id<JobRunner>(), RegionCode(), runner_, until});
}

void JobRows::renew_lease() {
  run([&](store::Writing& writing) -> Result<void> {
    lease(writing);
    return {};
  });
}

bool JobRows::was_asked(const Schedule& schedule, Instant due) {
  return store_.read([&](store::Snapshot& snapshot) { return snapshot.count<Job>(Scope::country(), Filter().equals("schedule", schedule.name).equals("due", due)) > 0; });
}

std::vector<Job> JobRows::expired(Instant now) {
  return store_.read([&](store::Snapshot& snapshot) { return snapshot.select<Job>(Scope::country(), Filter().less("files_until", now).equals("files_gone", false)); });
}

void JobRows::files_are_gone(std::int64_t id) {
  run([&](store::Writing& writing) -> Result<void> {
    if (auto job = writing.find(Scope::country(), Id<Job>{id})) {
      job->files_gone = true;
      writing.update(*job);
    }
    return {};
  });
}

std::vector<std::string> JobRows::files_in_use() {
  std::vector<std::string> names;
  store_.read([&](store::Snapshot& snapshot) {
    snapshot.each<Job>(Scope::country(), Filter().equals("files_gone", false), [&](const Job& job) {
      for (const std::string& name : {ended(job.state) ? std::string() : job.input_file, job.outcome_file, job.result_file})
        if (!name.empty()) names.push_back(name);
    });
  });
  return names;
}

}  // namespace laoyou::jobs
