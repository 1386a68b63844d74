// The room of long work (后台任务) with progress, cancel and a file to fetch, and of work that recurs. Its public face.
//
//   jobs.add(JobKind{"audit.verify", title, page, work});           // by the room that owns the work
//   Result<Job> job = jobs.ask({"audit.verify", acting});           // in its route; the answer is jobs.row(*job, context)
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/registry.h>

#include "jobs/answers.h"
#include "jobs/runner.h"
#include "store/actor_of.h"
#include "store/follower.h"

namespace laoyou::jobs {

std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const Clock& clock;
  Random& random;
  std::function<std::string(std::int64_t account)> account_name;
  std::function<void(std::int64_t job, std::int64_t account)> tell;  ///< open screens that a job has come further; from any thread
};

/// What is asked for.
struct Asked {
  std::string kind;
  store::Acting acting;
  std::string arguments = {};                        ///< JSON
  std::optional<std::string_view> input = std::nullopt;  ///< a file that came with the request
};

/// Safe across threads once it works.
class Jobs {
 public:
  /// `follower` is started later; it must end before the jobs do.
  Jobs(Services services, store::Follower& follower);

  // Named before start().
  void add(JobKind kind);
  void add(Schedule schedule) { schedules_.push_back(std::move(schedule)); }

  /// Works from now on. Throws StoreUnavailable.
  void start(RunnerOptions options, Trouble trouble = {});
  void stop();
  /// Counts the jobs that end, by kind and state; the registry outlives stop().
  void count_in(prometheus::Registry& registry);

  /// Keeps the file, then queues the job: it will be done, whatever becomes of this server. Refused as
  /// "jobs.too_many"; throws WorldFailure "jobs.not_working" before start().
  Result<Job> ask(const Asked& asked);
  /// A job of this caller as screens show it, in the words of the context's language.
  JobRow row(const Job& job, const http::Context& context) const;
  /// What a job of the caller has found, as its kind's room wrote it. Refused as "jobs.not_found", "jobs.files_gone", "jobs.file_not_here".
  Result<std::string> outcome(const http::Context& context, std::int64_t id, std::string_view kind);

  /// /api/jobs…
  http::RouteTable routes();

 private:
  Result<Job> find(const http::Context& context, std::int64_t id, bool others_too);
  CheckedResult<JobPage> list(const http::Context& context, const JobListRequest& request);
  Result<JobRow> cancel(const http::Context& context, std::int64_t id);
  Result<http::FileAnswer> result(const http::Context& context, std::int64_t id);
  Result<std::string> read_file(const Job& job, const std::string& name);
  CheckedResult<void> clear(JobWork& work);
  std::shared_ptr<Runner> runner() const;
  /// The same; throws WorldFailure "jobs.not_working" when there is none.
  std::shared_ptr<Runner> working() const;
  void count(const Job& job) const;

  Services services_;
  std::map<std::string, JobKind> kinds_;
  std::vector<Schedule> schedules_;
  mutable std::mutex mutex_;
  prometheus::Family<prometheus::Counter>* ended_ = nullptr;  ///< counts
  std::shared_ptr<Runner> runner_;  ///< null before start() and after stop()
};

/// Who acts, as the jobs take it: the caller with its rights of now.
using store::acting_of;

}  // namespace laoyou::jobs
