#include "jobs/work.h"

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::jobs {

JobWork::JobWork(store::Store& store, JobRows& rows, const ResultFiles& files, LiveJob& live, const std::atomic<bool>& stopping, Job job)
    : store_(store), rows_(rows), files_(files), live_(live), stopping_(stopping), job_(std::move(job)), acting_(acting_of(job_)) {}

void JobWork::phase(const std::string& name, std::int64_t whole) {
  phase_ = name;
  report(0, whole);
  rows_.note_phase(job_.id.number, name, whole);
}

void JobWork::report(std::int64_t done, std::int64_t whole) {
  live_.report({phase_, done, whole});
  if (live_.cancelled() || stopping_) throw store::Cancelled();
}

store::Progress JobWork::progress() {
  return [this](std::int64_t done, std::int64_t whole) {
    live_.report({phase_, done, whole});
    return !live_.cancelled() && !stopping_;
  };
}

ResultWriter& JobWork::result(std::string file_name, std::string content_type) {
  CHECK(!result_);
  result_ = files_.create(job_.file_key);
  result_name_ = std::move(file_name);
  result_type_ = std::move(content_type);
  return *result_;
}

/// The files are on the disk before the row names them.
JobEnd JobWork::kept_end(JobState state, Refusals refusals) {
  JobEnd end{state, std::move(refusals)};
  if (state == JobState::cancelled || !ended(state)) return end;
  if (!outcome_.empty()) end.outcome_file = files_.keep(job_.file_key, outcome_);
  if (!result_) return end;
  if (!result_finished_) result_->finish();
  result_finished_ = true;
  end.result_file = result_->name();
  end.result_name = result_name_;
  end.result_type = result_type_;
  end.result_bytes = result_->bytes();
  return end;
}

Result<void> JobWork::write_last(const store::Command& command) {
  const JobEnd end = kept_end(JobState::done, {});
  const store::WriteOutcome outcome = store_.write(acting_, [&](store::Writing& writing) -> Result<void> {
    const Result<void> written = command(writing);
    return written ? rows_.end_within(writing, job_.id.number, end) : written;
  });
  if (outcome.done()) {
    ended_ = true;
    return {};
  }
  files_.remove(end.outcome_file);
  return outcome.result();
}

Result<void> JobWork::end(JobState state, Refusals refusals, bool tried) {
  if (ended_) return {};
  JobEnd end = kept_end(state, std::move(refusals));
  end.tried = tried;
  const Result<void> done = rows_.end(job_.id.number, end);
  ended_ = done.has_value();
  return done;
}

}  // namespace laoyou::jobs
