#include "app/daily_pass.h"

#include "feeds/put_off.h"
#include "notices/daily.h"
#include "plan/indicators/due_notices.h"

namespace laoyou::app {

Result<void> pass_day(store::Store& store, const plan::RunningPlans& plans, Date today) {
  const auto library = plans.current();
  const auto pass = [&](store::Writing& writing) -> Result<void> {
    plan::tell_due(writing, *library, today);
    notices::daily(writing, today);
    feeds::take_up_again(writing, today);
    return {};
  };
  return store.write(store::Actor{0, "system", "daily"}, pass).result();
}

DailyPass::DailyPass(const Clock& clock, Pass pass, Trouble trouble)
    : clock_(clock), pass_(std::move(pass)), trouble_(std::move(trouble)), thread_([this] { run(); }) {}

DailyPass::~DailyPass() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

bool DailyPass::try_pass(Date today) {
  try {
    pass_(today);
    return true;
  } catch (const std::exception& failure) {
    trouble_(failure.what());
    return false;
  }
}

void DailyPass::run() {
  // A look a minute finds midnight also when the clock was set or the machine slept.
  constexpr std::chrono::minutes k_look{1}, k_patience{60};
  std::optional<Date> passed;
  std::unique_lock lock(mutex_);
  while (!ending_) {
    const Date today = clock_.now().beijing_day();
    std::chrono::minutes pause = k_look;
    if (passed != today) {
      lock.unlock();
      if (try_pass(today))
        passed = today;
      else
        pause = k_patience;
      lock.lock();
    }
    ended_.wait_for(lock, pause, [&] { return ending_; });
  }
}

}  // namespace laoyou::app
