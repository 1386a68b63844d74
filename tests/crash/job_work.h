// Long work for the crash test: each job writes so many visits, together with its own end.
#pragma once

#include "jobs/room.h"
#include "visit.h"

namespace laoyou::crash {

inline constexpr int k_visits_of_a_job = 40;

/// The kind that writer and judge both know.
inline jobs::JobKind visiting() {
  return {"crash.visits", [](const jobs::Job&) { return http::Summary{"走访", "Visits"}; }, {}, [](jobs::JobWork& work) -> CheckedResult<void> {
            work.phase("visiting", k_visits_of_a_job);
            work.result("visits.csv", "text/csv").write(std::string(100'000, 'x'));
            const std::string note = "job " + std::to_string(work.job().id.number);
            const Result<void> done = work.write_last([&](store::Writing& writing) -> Result<void> {
              for (int i = 0; i < k_visits_of_a_job; ++i) writing.insert(Visit{writing.new_id<Visit>(), *RegionCode::parse("650203001001"), note, "13800000000"});
              return {};
            });
            return done ? CheckedResult<void>() : Refusals{done.error()};
          }};
}

/// The jobs of a server on that store; nobody is told of anything.
class VisitingJobs {
 public:
  VisitingJobs(store::Store& store, const Clock& clock, Random& random, const std::filesystem::path& directory)
      : follower_(store), jobs_({store, clock, random, [](std::int64_t) { return std::string(); }, [](std::int64_t, std::int64_t) {}}, follower_) {
    jobs_.add(visiting());
    follower_.start();
    jobs_.start({.directory = directory / "jobs", .schedules = false});
  }
  ~VisitingJobs() {
    follower_.stop();
    jobs_.stop();
  }
  Result<jobs::Job> ask() { return jobs_.ask({"crash.visits", store::Acting::system("crash"), "{}", "input"}); }

 private:
  store::Follower follower_;
  jobs::Jobs jobs_;
};

}  // namespace laoyou::crash
