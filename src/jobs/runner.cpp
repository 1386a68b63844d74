#include "jobs/runner.h"

#include <algorithm>

#include "base/thread_turns.h"
#include "store/failure.h"

namespace laoyou::jobs {
namespace {

constexpr std::chrono::milliseconds k_tick{500};
constexpr std::int64_t k_ticks_of_care = 40;  // 20 s: a third of a lease
constexpr std::chrono::seconds k_pause_after_failure{5};
constexpr int k_niceness = 10;  // pages are answered before jobs go on

std::string runner_name(Random& random) {
  constexpr std::size_t k_name_bytes = 8;
  return random_token(random, k_name_bytes);
}

}  // namespace

Runner::Runner(RunnerOptions options, RunnerParts parts)
    : options_(std::move(options)), parts_(std::move(parts)), files_(options_.directory, options_.cipher, parts_.random), rows_(parts_.store, runner_name(parts_.random)) {}

void Runner::start() {
  // The lock on an SQLite directory says that no other server is at work there.
  recover(parts_.store.address().kind == store::DatabaseKind::sqlite);
  for (int i = 0; i < options_.workers; ++i) threads_.emplace_back([this] { work(); });
  threads_.emplace_back([this] { keep(); });
}

void Runner::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Runner::wake() {
  {
    const std::scoped_lock lock(mutex_);
    ++wakes_;
  }
  woken_.notify_all();
}

bool Runner::stops_within(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return woken_.wait_for(lock, time, [this] { return stopping_.load(); });
}

void Runner::work() {
  take_what_is_left(k_niceness);
  std::uint64_t heard = 0;
  while (!stopping_) {
    try {
      while (!stopping_ && take_one()) continue;
    } catch (const std::exception& failure) {
      parts_.trouble("jobs", failure.what());
      if (stops_within(k_pause_after_failure)) return;
      continue;
    }
    std::unique_lock lock(mutex_);
    // What another server queued, or a lost answer hid, is found by looking now and then.
    woken_.wait_for(lock, k_pause_after_failure, [&] { return stopping_ || wakes_ > heard; });
    heard = wakes_;
  }
}

bool Runner::take_one() {
  std::optional<Job> job;
  std::shared_ptr<LiveJob> live;
  {
    const std::scoped_lock lock(claiming_);
    job = rows_.claim([this](const Job& each) { return parts_.kinds.contains(each.kind) && (each.input_file.empty() || files_.has(each.input_file)); });
    if (!job) return false;
    live = live_.begin(job->id.number, job->account);
  }
  if (job->cancel_asked) live->cancel();
  const std::int64_t id = job->id.number;
  execute(std::move(*job), live);
  live_.end(id);
  return true;
}

void Runner::execute(Job job, const std::shared_ptr<LiveJob>& live) {
  JobWork work(parts_.store, rows_, files_, *live, stopping_, job);
  const Ending ending = attempt(parts_.kinds.at(job.kind), work, job, *live);
  if (ending.pauses) stops_within(k_pause_after_failure);
  // While the database is away the end waits for it; a server that stops meanwhile leaves the job to be found as lost.
  for (bool tried_once = false; !tried_once || !stops_within(std::chrono::seconds(1)); tried_once = true) {
    try {
      static_cast<void>(work.end(ending.state, ending.refusals, ending.tried));
      return;
    } catch (const std::exception& failure) {
      parts_.trouble("jobs", failure.what());
    }
  }
}

/// Nothing is written here: a handler of an exception must not wait for the store.
Runner::Ending Runner::attempt(const JobKind& kind, JobWork& work, const Job& job, const LiveJob& live) {
  const bool again = kind.may_begin_again;
  try {
    const CheckedResult<void> done = kind.work(work);
    return done ? Ending{JobState::done} : Ending{JobState::failed, done.error()};
  } catch (const store::Cancelled&) {
    if (live.cancelled()) return {JobState::cancelled};
    return again ? Ending{JobState::queued, {}, false} : Ending{JobState::interrupted, {refuse("jobs.interrupted")}};
  } catch (const WorldFailure& failure) {
    parts_.trouble(kind.code, failure.what());
    if (again && job.attempts < k_attempts_max && !live.cancelled()) return {JobState::queued, {}, true, true};
    return {JobState::failed, {refuse(failure.code())}};
  } catch (const std::exception& failure) {
    parts_.trouble(kind.code, failure.what());
    return {JobState::failed, {refuse("jobs.failed")}};
  }
}

void Runner::keep() {
  for (std::int64_t tick = 1; !stops_within(k_tick); ++tick) {
    try {
      keep_once(tick);
    } catch (const std::exception& failure) {
      parts_.trouble("jobs", failure.what());
      if (stops_within(k_pause_after_failure)) return;
    }
  }
}

void Runner::keep_once(std::int64_t tick) {
  tell_progress();
  if (options_.schedules && tick % 2 == 1) ask_what_is_due();
  if (tick % k_ticks_of_care != 0) return;
  if (!live_.all().empty()) rows_.renew_lease();
  recover(false);
}

void Runner::tell_progress() {
  const auto live = live_.all();
  for (const auto& [id, job] : live) {
    const JobProgress now = job->progress();
    if (const auto told = told_.find(id); told != told_.end() && told->second == now) continue;
    told_[id] = now;
    parts_.tell(id, job->account());
  }
  std::erase_if(told_, [&](const auto& each) { return !live.contains(each.first); });
}

void Runner::ask_what_is_due() {
  for (const Schedule& schedule : parts_.schedules) {
    const Instant due = last_due(schedule, parts_.clock.now());
    if (const auto seen = asked_.find(schedule.name); seen != asked_.end() && seen->second == due) continue;
    if (!rows_.was_asked(schedule, due)) {
      Job job;
      job.kind = schedule.kind;
      job.schedule = schedule.name;
      job.due = due;
      job.powers = powers::Powers::all().text();
      job.file_key = new_file_key(parts_.random);
      // Refused when another server has been quicker: then it is asked for all the same.
      static_cast<void>(rows_.add(store::Acting::system("schedule"), std::move(job)));
      wake();
    }
    asked_[schedule.name] = due;
  }
}

void Runner::recover(bool alone) {
  const std::scoped_lock lock(claiming_);
  rows_.recover([this](const Job& job) { return may_begin_again(job); }, [this](std::int64_t id) { return live_.find(id) != nullptr; }, alone);
}

bool Runner::may_begin_again(const Job& job) const {
  const auto kind = parts_.kinds.find(job.kind);
  return kind != parts_.kinds.end() && kind->second.may_begin_again;
}

}  // namespace laoyou::jobs
