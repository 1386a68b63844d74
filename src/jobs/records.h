// What the store keeps of long work (后台任务): who asked for what, how far it came, and where its files lie.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/enum_leaf.h"
#include "record/leaf.h"
#include "store/table_definition.h"

namespace laoyou::jobs {

enum class JobState {
  queued,       ///< waits for a runner
  running,
  done,
  failed,       ///< its refusals say why
  cancelled,    ///< somebody stopped it; nothing of it was stored
  interrupted   ///< its server ended, and its kind may not be begun again
};
LAOYOU_ENUM(JobState, "job_state", queued, running, done, failed, cancelled, interrupted)

/// True when nothing more will happen to it.
constexpr bool ended(JobState state) { return state != JobState::queued && state != JobState::running; }

/// One piece of long work.
struct Job {
  Id<Job> id;
  RegionCode region;              ///< the scope of who asked: what the work reaches
  std::int64_t owner = 0;         ///< of the scope; 0: everything in the region
  std::string owner_kind;         ///< of powers::OwnerKind; empty without an owner
  std::string kind;               ///< "records.import"
  JobState state = JobState::queued;
  std::int64_t account = 0;       ///< who asked; 0: a schedule
  std::string powers;             ///< as they were then
  std::string arguments;          ///< JSON; its kind knows it
  std::string phase;              ///< what it is doing; its kind names it
  std::int64_t steps_done = 0, steps_whole = 0;  ///< at the last change of phase; whole 0: unknown
  std::int32_t attempts = 0;
  bool cancel_asked = false;
  Instant asked_at;
  std::optional<Instant> started_at, ended_at;
  std::string runner;             ///< of whoever works on it, or did
  std::optional<std::string> schedule;  ///< which recurring work this is
  std::optional<Instant> due;           ///< and of which time: each is done once
  std::string input_file, outcome_file, result_file;  ///< names in the directory of files; empty: none
  std::string result_name, result_type;
  std::int64_t result_bytes = 0;
  std::string file_key;           ///< what its files are sealed with
  std::optional<Instant> files_until;
  bool files_gone = false;
  std::string refusals;           ///< JSON list of JobRefusal
};
LAOYOU_RECORD(Job, "job", id, region, owner, owner_kind, kind, state, account, powers, arguments, phase, steps_done, steps_whole, attempts, cancel_asked, asked_at, started_at,
              ended_at, runner, schedule, due, input_file, outcome_file, result_file, result_name, result_type, result_bytes, file_key, files_until, files_gone, refusals)

/// A server that works on jobs, and until when the others take it for alive.
struct JobRunner {
  Id<JobRunner> id;
  RegionCode region;
  std::string name;
  Instant until;
};
LAOYOU_RECORD(JobRunner, "job_runner", id, region, name, until)

/// Why a job failed, as kept; worded when it is read.
struct JobRefusal {
  std::string code, place;
  std::vector<std::string> words;
};
LAOYOU_RECORD(JobRefusal, "job_refusal", code, place, words)

/// At most a hundred of them.
std::string refusals_text(const Refusals& refusals);
Refusals refusals_of(const Job& job);

}  // namespace laoyou::jobs
