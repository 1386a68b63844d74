// The jobs that this server works on at this moment: how far they are and whether they are to stop. In memory, since a tick is no fact worth a disk's
// flush; what is worth one stands in the job's row.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>


namespace laoyou::jobs {

/// How far a job is.
struct JobProgress {
  std::string phase;
  std::int64_t done = 0, whole = 0;  ///< whole 0: unknown
  bool operator==(const JobProgress&) const = default;
};

/// One job at work. Safe across threads.
class LiveJob {
 public:
  explicit LiveJob(std::int64_t account) : account_(account) {}
  std::int64_t account() const { return account_; }  ///< who asked; 0: a schedule

  void report(JobProgress progress) {
    const std::scoped_lock lock(mutex_);
    progress_ = std::move(progress);
  }
  JobProgress progress() const {
    const std::scoped_lock lock(mutex_);
    return progress_;
  }
  void cancel() { cancelled_ = true; }
  bool cancelled() const { return cancelled_; }

 private:
  const std::int64_t account_;
  mutable std::mutex mutex_;
  JobProgress progress_;
  std::atomic<bool> cancelled_ = false;
};

/// Safe across threads.
class LiveJobs {
 public:
  std::shared_ptr<LiveJob> begin(std::int64_t job, std::int64_t account) {
    const std::scoped_lock lock(mutex_);
    return jobs_[job] = std::make_shared<LiveJob>(account);
  }
  void end(std::int64_t job) {
    const std::scoped_lock lock(mutex_);
    jobs_.erase(job);
  }
  /// Null when this server does not work on it.
  std::shared_ptr<LiveJob> find(std::int64_t job) const {
    const std::scoped_lock lock(mutex_);
    const auto found = jobs_.find(job);
    return found == jobs_.end() ? nullptr : found->second;
  }
  std::map<std::int64_t, std::shared_ptr<LiveJob>> all() const {
    const std::scoped_lock lock(mutex_);
    return jobs_;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::int64_t, std::shared_ptr<LiveJob>> jobs_;
};

}  // namespace laoyou::jobs
