// What is looked at once a day: at the start of the server and after each midnight of Beijing. What it writes is keyed, so that a second server, or a
// second start on the same day, writes nothing twice.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::app {

/// Tells and settles what the day brings, in one command: tasks and milestones of the running plans coming due, messages nobody needs any more, and
/// the feeds' tasks that were put off to this day.
Result<void> pass_day(store::Store& store, const plan::RunningPlans& plans, Date today);

/// Runs `pass` with the day on a thread of its own until it is destroyed; a pass that throws is told to `trouble` and tried again after an hour.
class DailyPass {
 public:
  using Pass = std::function<void(Date today)>;
  using Trouble = std::function<void(const std::string& what)>;
  DailyPass(const Clock& clock, Pass pass, Trouble trouble);
  ~DailyPass();
  DailyPass(const DailyPass&) = delete;
  DailyPass& operator=(const DailyPass&) = delete;

 private:
  void run();
  bool try_pass(Date today);

  const Clock& clock_;
  Pass pass_;
  Trouble trouble_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace laoyou::app
