#include "app/job_notices.h"

#include "jobs/records.h"
#include "notices/tell.h"

namespace laoyou::app {
namespace {

constexpr notices::Kind k_job_failed{"notice.job_failed", notices::Importance::message};
constexpr notices::Kind k_schedule_failed{"notice.schedule_failed", notices::Importance::urgent};

bool fails_now(const store::Change<jobs::Job>& change) {
  const auto failed = [](const jobs::Job& job) { return job.state == jobs::JobState::failed || job.state == jobs::JobState::interrupted; };
  return change.after && failed(*change.after) && (!change.before || !failed(*change.before));
}

/// Why it failed stands on the page of jobs, behind its own access: refusals may speak of persons.
notices::Told told(const jobs::Job& job) {
  const std::string cause = notices::cause(job);
  if (job.account != 0) return {k_job_failed, cause, "", notices::Addressee::account(job.account), job.region, {}, {}, "/jobs"};
  return {k_schedule_failed, cause, "", notices::Addressee::holders(powers::Power::accounts_manage), job.region, {job.schedule.value_or(job.kind)}, {}, "/jobs"};
}

}  // namespace

void tell_of_failed_jobs(store::Follower& follower) {
  follower.keep<jobs::Job>("job notices", store::Follower::From::now, [](store::Writing& writing, const store::Change<jobs::Job>& change) -> Result<void> {
    if (fails_now(change)) notices::tell(writing, told(*change.after));
    return {};
  });
}

}  // namespace laoyou::app
