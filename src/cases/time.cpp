// What time does: terms that pass and reminders that come due.
#include <condition_variable>

#include "cases/perform.h"

namespace laoyou::cases {
namespace {

/// All acts of time that are due in one case, in their order; each has an id of its own, so that two servers do it once.
std::size_t pass_in_case(Desk& desk, store::Writing& writing, std::int64_t id, Instant now) {
  std::size_t done = 0;
  for (int round = 0; round < 20; ++round) {
    const auto open = open_case(desk, writing, id);
    if (!open) return done;
    std::optional<procedures::Deadline> first;
    for (const procedures::Deadline& each : procedures::deadlines(*open->procedure, *desk.services.calendar(), open->state))
      if (each.part != "call_back" && each.at <= now && (!first || each.at < first->at)) first = each;
    if (!first) return done;
    procedures::Event event;
    event.id = "time/" + record::Leaf<procedures::Act>::to_json_text(first->act) + "/" + open->state.step + "/" + first->part + "/" + first->at.text();
    event.act = first->act;
    event.part = first->part;
    event.at = now;
    if (!perform_by_time(desk, writing, id, event)) return done;
    ++done;
  }
  return done;
}

}  // namespace

std::size_t let_time_pass(const Services& services, Instant now, std::size_t cases_at_most) {
  Desk desk(services);
  const auto due = services.store.read([&](store::Snapshot& snapshot) {
    return snapshot.select<CaseFile>(store::Scope::country(), store::Filter().at_most("due", now).order_by("due").page(0, static_cast<std::int64_t>(cases_at_most)));
  });
  // All at once, so that they share the flushes of the disk; each is a command of its own.
  std::mutex mutex;
  std::condition_variable all_done;
  std::size_t done = 0, waiting = due.size();
  for (const CaseFile& file : due) {
    const auto acts = std::make_shared<std::size_t>(0);
    services.store.write(
        store::Actor{0, "system", "cases.time"},
        [&desk, acts, id = file.id.number, now](store::Writing& writing) -> Result<void> {
          *acts = pass_in_case(desk, writing, id, now);
          return {};
        },
        [&, acts](const store::WriteOutcome& outcome) {
          const std::lock_guard lock(mutex);
          if (outcome.done()) done += *acts;
          if (--waiting == 0) all_done.notify_all();
        });
  }
  std::unique_lock lock(mutex);
  all_done.wait(lock, [&] { return waiting == 0; });
  return done;
}

}  // namespace laoyou::cases
