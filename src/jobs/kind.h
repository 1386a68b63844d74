// A kind of long work: what a room declares so that its work can be asked for, shown and run.
#pragma once

#include <functional>
#include <string>

#include "http/route.h"
#include "jobs/records.h"

namespace laoyou::jobs {

class JobWork;

struct JobKind {
  std::string code;                                     ///< "records.import"
  std::function<http::Summary(const Job&)> title;       ///< what people call this piece of it
  std::function<std::string(const Job&)> page;          ///< the address of its own screen; may be missing
  std::function<CheckedResult<void>(JobWork&)> work;    ///< on a thread of the jobs; refusals are why it failed
  bool may_begin_again = true;                          ///< once its server has ended amid the work; false: it is then interrupted
};

/// Work that comes again every day (定时任务).
struct Schedule {
  std::string name;
  std::string kind;
  int hour = 0;  ///< of the day in Beijing, 0..23
};

/// The last time before or at `now` that the schedule was due.
Instant last_due(const Schedule& schedule, Instant now);

}  // namespace laoyou::jobs
