// The threads that do the work: so many workers, and a keeper that asks for what recurs, lives by the clock and takes back what dead servers left.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "jobs/work.h"

namespace laoyou::jobs {

/// Told of what went wrong that no row can hold, from any thread.
using Trouble = std::function<void(const std::string& about, const std::string& what)>;

struct RunnerOptions {
  std::filesystem::path directory;  ///< of the files; for each server of one database its own, or one that all share
  store::CipherSuite cipher = store::CipherSuite::sodium;
  int workers = 2;
  bool schedules = true;            ///< asks for recurring work when it is due
};

/// What the threads work with; everything outlives them.
struct RunnerParts {
  store::Store& store;
  const Clock& clock;
  Random& random;
  const std::map<std::string, JobKind>& kinds;
  const std::vector<Schedule>& schedules;
  std::function<void(std::int64_t job, std::int64_t account)> tell;  ///< that a job has come further
  Trouble trouble;
};

class Runner {
 public:
  Runner(RunnerOptions options, RunnerParts parts);
  ~Runner() { stop(); }
  /// Begins with what is queued, after taking back what was lost. Throws StoreUnavailable.
  void start();
  /// Stops what runs: it is queued again where its kind allows, else interrupted. Not from a job.
  void stop();

  const ResultFiles& files() const { return files_; }
  JobRows& rows() { return rows_; }
  const LiveJobs& live() const { return live_; }
  /// There may be something to do.
  void wake();

 private:
  void work();
  bool take_one();
  void execute(Job job, const std::shared_ptr<LiveJob>& live);
  struct Ending {
    JobState state = JobState::done;
    Refusals refusals = {};
    bool tried = true;    ///< see JobEnd
    bool pauses = false;  ///< the world failed: not at once again
  };
  Ending attempt(const JobKind& kind, JobWork& work, const Job& job, const LiveJob& live);
  void keep();
  void keep_once(std::int64_t tick);
  void ask_what_is_due();
  void tell_progress();
  void recover(bool alone);
  bool may_begin_again(const Job& job) const;
  /// Waits; true when the server stops.
  bool stops_within(std::chrono::milliseconds time);

  const RunnerOptions options_;
  const RunnerParts parts_;
  ResultFiles files_;
  JobRows rows_;
  LiveJobs live_;
  std::map<std::int64_t, JobProgress> told_;
  std::map<std::string, Instant> asked_;  ///< by schedule: what has been seen to be asked for
  std::mutex claiming_;                   ///< between a claim and its place among the live ones nobody takes it for lost
  std::mutex mutex_;
  std::condition_variable woken_;
  std::uint64_t wakes_ = 0;
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace laoyou::jobs
