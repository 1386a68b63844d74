// What a kind's function has in hand: the job, the rights it was asked with, how it says how far it is, and where what it makes goes.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "jobs/job_rows.h"
#include "jobs/live_jobs.h"
#include "jobs/result_file.h"

namespace laoyou::jobs {

/// Lives while the work runs; used by the thread of the work, report() and the progress from any.
class JobWork {
 public:
  JobWork(store::Store& store, JobRows& rows, const ResultFiles& files, LiveJob& live, const std::atomic<bool>& stopping, Job job);

  const Job& job() const { return job_; }
  /// Who asked, with the rights of then.
  const store::Acting& acting() const { return acting_; }
  store::Store& store() const { return store_; }

  /// Begins a part of the work: kept in the job's row. Throws store::Cancelled when it is to stop.
  void phase(const std::string& name, std::int64_t whole = 0);
  /// How far the phase is; cheap, to be called several times a second. Throws store::Cancelled when it is to stop.
  void report(std::int64_t done, std::int64_t whole);
  /// The same for what asks by answer whether to go on.
  store::Progress progress();

  /// The file that came with the request. Refused as "jobs.file_not_here" or "jobs.file_damaged".
  Result<std::string> input() const { return files_.read(job_.file_key, job_.input_file); }
  /// The file to be fetched by who asked; one at most. Bytes are handed to the writer, which is finished with the job.
  ResultWriter& result(std::string file_name, std::string content_type);
  /// No such file after all.
  void drop_result() { result_.reset(); }
  /// What was found, as JSON that the kind's room reads again.
  void outcome(std::string json) { outcome_ = std::move(json); }

  /// The job's last change: what the command writes and the job's end are stored together or not at all, so that a job begun again finds either both or
  /// neither. A refusal leaves the job running.
  Result<void> write_last(const store::Command& command);
  /// Ends the job, or puts it back, unless write_last() has ended it; see JobEnd::tried.
  Result<void> end(JobState state, Refusals refusals, bool tried = true);

 private:
  JobEnd kept_end(JobState state, Refusals refusals);

  store::Store& store_;
  JobRows& rows_;
  const ResultFiles& files_;
  LiveJob& live_;
  const std::atomic<bool>& stopping_;
  Job job_;
  store::Acting acting_;
  std::string phase_, outcome_, result_name_, result_type_;
  std::unique_ptr<ResultWriter> result_;
  bool result_finished_ = false, ended_ = false;
};

}  // namespace laoyou::jobs
