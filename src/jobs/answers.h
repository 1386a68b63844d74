// What the routes of jobs are asked and what they answer.
#pragma once

#include "jobs/records.h"

namespace laoyou::jobs {

struct JobListRequest {
  std::optional<bool> all;             ///< also those of others, for whoever manages accounts
  std::optional<std::int64_t> before;  ///< the id behind which the page begins
  std::optional<std::int32_t> rows;
};
LAOYOU_RECORD(JobListRequest, "job_list_request", all, before, rows)

struct JobRequest {
  Id<Job> id;
};
LAOYOU_RECORD(JobRequest, "job_request", id)

struct JobProblem {
  std::string place, code, message;
};
LAOYOU_RECORD(JobProblem, "job_problem", place, code, message)

/// A job as a screen shows it.
struct JobRow {
  Id<Job> id;
  std::string kind, title, title_en;
  std::string page;                    ///< the address of its own screen; empty: none
  JobState state = JobState::queued;
  bool cancel_asked = false;
  bool mine = false;
  std::string account_name;            ///< empty: a schedule
  std::string phase;
  std::int64_t steps_done = 0, steps_whole = 0;
  Instant asked_at;
  std::optional<Instant> started_at, ended_at, files_until;
  std::optional<std::string> result_name;  ///< there is something to be fetched
  std::optional<std::int64_t> result_bytes;
  bool files_gone = false;
  std::vector<JobProblem> refusals;
};
LAOYOU_RECORD(JobRow, "job_row", id, kind, title, title_en, page, state, cancel_asked, mine, account_name, phase, steps_done, steps_whole, asked_at, started_at, ended_at,
              files_until, result_name, result_bytes, files_gone, refusals)

struct JobPage {
  std::vector<JobRow> rows;
};
LAOYOU_RECORD(JobPage, "job_page", rows)

}  // namespace laoyou::jobs
