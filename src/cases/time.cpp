// What time does: terms that pass and reminders that come due.
#include <condition_variable>

#include "cases/perform.h"

namespace laoyou::cases {
namespace {

/// The first act of time that is due in a case, if one is; it has an id of its own, so that two servers do it once. A refusal gives up the whole
/// command: nothing of an act is kept without its event.
Result<bool> pass_once(Desk& desk, store::Writing& writing, std::int64_t id, Instant now) {
  auto open = open_case(desk, writing, id);
  if (!open) return open.error();
  std::optional<procedures::Deadline> first;
  for (const procedures::Deadline& each : procedures::deadlines(*open->procedure, *desk.services.calendar(), open->state))
    if (open->state.phase != procedures::Phase::ended && each.at <= now && (!first || each.at < first->at)) first = each;
  if (!first) return false;
  procedures::Event event;
  event.id = "time/" + record::Leaf<procedures::Act>::to_json_text(first->act) + "/" + open->state.step + "/" + first->part + "/" + first->at.text();
  event.act = first->act;
  event.part = first->part;
  event.at = now;
  const auto done = perform_by_time(desk, writing, std::move(*open), std::move(event));
  if (!done) return done.error().front();
  return true;
}

/// One look at what is due: many commands on their way at once, so that they share the flushes of the disk, but never so many that whoever acts in
/// person waits behind all of them.
class Pass {
 public:
  Pass(Desk& desk, Instant now) : desk_(desk), now_(now) {}

  void begin(std::int64_t id) {
    constexpr std::size_t k_under_way_at_most = 256;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return under_way_ < k_under_way_at_most; });
      ++under_way_;
    }
    const auto acted = std::make_shared<bool>(false);
    desk_.services.store.write(
        store::Actor{0, "system", "cases.time"},
        [this, acted, id](store::Writing& writing) -> Result<void> {
          const Result<bool> done = pass_once(desk_, writing, id, now_);
          if (!done) return done.error();
          *acted = *done;
          return {};
        },
        [this, acted](const store::WriteOutcome& outcome) {
          const std::lock_guard lock(mutex_);
          outcome.done() && *acted ? ++acts_ : ++held_up_;
          if (outcome.failure && !failure_) failure_ = outcome.failure;
          --under_way_;
          changed_.notify_all();
        });
  }

  TimePassed finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return under_way_ == 0; });
    if (failure_) std::rethrow_exception(failure_);
    return {acts_, held_up_};
  }

 private:
  Desk& desk_;
  const Instant now_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t under_way_ = 0, acts_ = 0, held_up_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

TimePassed let_time_pass(Desk& desk, Instant now, std::size_t cases_at_once) {
  TimePassed all;
  for (;;) {
    // Those that could not go on stay at the front; the next look begins behind them, so that they hold nobody else up.
    const auto page = store::Filter().at_most("due", now).order_by("due").page(static_cast<std::int64_t>(all.held_up), static_cast<std::int64_t>(cases_at_once));
    const auto due = desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.select<CaseFile>(store::Scope::country(), page); });
    if (due.empty()) return all;
    Pass pass(desk, now);
    for (const CaseFile& file : due) pass.begin(file.id.number);
    const TimePassed passed = pass.finish();
    all.acts += passed.acts;
    all.held_up += passed.held_up;
  }
}

std::size_t let_time_pass(const Services& services, Instant now) {
  Desk desk(services);
  return let_time_pass(desk, now).acts;
}

}  // namespace laoyou::cases
