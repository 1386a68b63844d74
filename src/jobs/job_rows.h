// Every change of a job's row, each one command: what two servers must not both do, only one of them can.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "jobs/kind.h"
#include "store/store.h"

namespace laoyou::jobs {

/// How often a job is begun before it counts as one that ends its server.
inline constexpr std::int32_t k_attempts_max = 3;
/// How long a server counts as alive that no longer says so.
inline constexpr std::int64_t k_lease_ms = 60'000;
/// How long the files of a job are kept after its end.
inline constexpr std::int64_t k_files_kept_ms = std::int64_t{30} * 24 * 3'600'000;

/// How a job ends, or goes back to the queue.
struct JobEnd {
  JobState state = JobState::done;
  Refusals refusals = {};
  std::string outcome_file = {}, result_file = {}, result_name = {}, result_type = {};
  std::int64_t result_bytes = 0;
  bool tried = true;  ///< false: an orderly stop put it back, which is no failed attempt
};

/// For one server, known to the others by `runner`. Everything throws StoreUnavailable.
class JobRows {
 public:
  JobRows(store::Store& store, std::string runner) : store_(store), runner_(std::move(runner)) {}

  /// Queues it; its id is given here. Refused as "jobs.too_many" when as many of the account wait or run already, and as "store.duplicate" when this time
  /// of its schedule is taken.
  Result<Job> add(const store::Acting& acting, Job job);
  std::optional<Job> find(const store::Scope& scope, std::int64_t id);
  /// The oldest queued job that `can` takes is running here from now on.
  std::optional<Job> claim(const std::function<bool(const Job&)>& can);
  void note_phase(std::int64_t id, const std::string& phase, std::int64_t whole);
  /// Refused as "jobs.not_ours" when another server has taken it over.
  Result<void> end(std::int64_t id, const JobEnd& end);
  /// The same within the command of whoever asked, so that what the job writes and its end are stored together or not at all.
  Result<void> end_within(store::Writing& writing, std::int64_t id, const JobEnd& end) const;
  /// A queued one is cancelled; a running one is asked to stop. `actor` is who stops it.
  Result<Job> cancel(const store::Acting& acting, std::int64_t id);
  /// Takes back what servers were at that are no more: it is queued again or said to be interrupted. `is_live`: this server is at it; `alone`: no other
  /// server can be on this database.
  void recover(const std::function<bool(const Job&)>& may_begin_again, const std::function<bool(std::int64_t)>& is_live, bool alone);
  /// This server lives.
  void renew_lease();
  bool was_asked(const Schedule& schedule, Instant due);
  /// Jobs whose files have been kept long enough.
  std::vector<Job> expired(Instant now);
  void files_are_gone(std::int64_t id);
  /// The names of all files that jobs still have.
  std::vector<std::string> files_in_use();

 private:
  bool runner_lives(store::Writing& writing, const std::string& runner) const;
  void lease(store::Writing& writing) const;
  void run(const store::Command& command);

  store::Store& store_;
  const std::string runner_;
};

/// Who a job acts for, with the rights of when it was asked for.
store::Acting acting_of(const Job& job);

}  // namespace laoyou::jobs
