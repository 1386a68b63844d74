// What time does: terms that pass and reminders that come due.
#include <algorithm>
#include <condition_variable>
#include <set>
#include <utility>

#include "cases/perform.h"

namespace laoyou::cases {
namespace {

/// The first act of time that is due in a case, if one is; it has an id of its own, so that two servers do it once. A refusal gives up the whole
/// command: nothing of an act is kept without its event.
Result<std::optional<DoneAct>> pass_once(Desk& desk, store::Writing& writing, const CaseFile& file, Instant now) {
  auto open = opened(desk, writing, file);
  if (!open) return open.error();
  std::optional<procedures::Deadline> first;
  for (const procedures::Deadline& each : procedures::deadlines(*open->procedure, *desk.services.calendar(), open->state))
    if (open->state.phase != procedures::Phase::ended && each.at <= now && (!first || each.at < first->at)) first = each;
  if (!first) return std::optional<DoneAct>();
  procedures::Event event;
  event.id = "time/" + record::Leaf<procedures::Act>::to_json_text(first->act) + "/" + open->state.step + "/" + first->part + "/" + first->at.text();
  event.act = first->act;
  event.part = first->part;
  event.at = now;
  auto done = act_by_time(desk, writing, std::move(*open), std::move(event));
  if (!done) return done.error().front();
  return std::optional<DoneAct>(std::move(*done));
}

using Ids = std::vector<std::int64_t>;

/// One look at what is due: many cases in a command, which asks and writes for all of them together. While some become durable together, the next are
/// carried out; whoever acts in person waits behind these few alone. Where one case cannot go on, its command is given up and each of its cases is tried alone.
class Pass {
 public:
  Pass(Desk& desk, Instant now) : desk_(desk), now_(now) {}

  /// How many acts were done; `held` gets the cases that could not go on.
  std::size_t run(const Ids& due, std::set<std::int64_t>& held) {
    constexpr std::size_t k_cases_in_a_command = 128;
    for (std::size_t at = 0; at < due.size(); at += k_cases_in_a_command)
      begin(Ids(due.begin() + static_cast<std::ptrdiff_t>(at), due.begin() + static_cast<std::ptrdiff_t>(std::min(due.size(), at + k_cases_in_a_command))));
    finish();
    for (const std::int64_t id : std::exchange(alone_, {})) begin({id});
    finish();
    if (failure_) std::rethrow_exception(failure_);
    held.insert(held_.begin(), held_.end());
    return acts_;
  }

 private:
  void begin(Ids ids) {
    constexpr std::size_t k_commands_under_way_at_most = 4;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return under_way_ < k_commands_under_way_at_most; });
      ++under_way_;
    }
    const auto cases = std::make_shared<const Ids>(std::move(ids));
    const auto acted = std::make_shared<Ids>();
    desk_.services.store.write(
        store::Actor{0, "system", "cases.time"}, [this, cases, acted](store::Writing& writing) { return act(writing, *cases, *acted); },
        [this, cases, acted](const store::WriteOutcome& outcome) { note(outcome, *cases, *acted); });
  }

  Result<void> act(store::Writing& writing, const Ids& ids, Ids& acted) {
    std::vector<DoneAct> acts;
    for (const CaseFile& file : writing.select<CaseFile>(store::Scope::country(), store::Filter().one_of("id", ids))) {
      Result<std::optional<DoneAct>> done = pass_once(desk_, writing, file, now_);
      if (!done) return done.error();
      if (!*done) continue;
      acted.push_back(file.id.number);
      acts.push_back(std::move(**done));
    }
    keep_acts(desk_, writing, acts);
    return {};
  }

  void note(const store::WriteOutcome& outcome, const Ids& ids, const Ids& acted) {
    const std::lock_guard lock(mutex_);
    --under_way_;
    changed_.notify_all();
    if (!outcome.done() && ids.size() > 1) {
      alone_.insert(alone_.end(), ids.begin(), ids.end());
      return;
    }
    if (outcome.failure && !failure_) failure_ = outcome.failure;
    if (outcome.done()) acts_ += acted.size();
    for (const std::int64_t id : ids)
      if (!outcome.done() || std::find(acted.begin(), acted.end(), id) == acted.end()) held_.push_back(id);
  }

  void finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return under_way_ == 0; });
  }

  Desk& desk_;
  const Instant now_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t under_way_ = 0, acts_ = 0;
  Ids alone_, held_;
  std::exception_ptr failure_;
};

}  // namespace

TimePassed let_time_pass(Desk& desk, Instant now) {
  std::size_t acts = 0;
  // Those that could not go on are left out; what else is due is looked for until nothing is: another term of a case may have ended as well.
  std::set<std::int64_t> held;
  for (;;) {
    Ids due;
    desk.services.store.read([&](store::Snapshot& snapshot) {
      for (const auto& [id, count] : snapshot.count_by<CaseFile>(store::Scope::country(), store::Filter().at_most("due", now), "id"))
        if (!held.contains(std::get<std::int64_t>(id))) due.push_back(std::get<std::int64_t>(id));
    });
    if (due.empty()) return {acts, held.size()};
    acts += Pass(desk, now).run(due, held);
  }
}

std::size_t let_time_pass(const Services& services, Instant now) {
  Desk desk(services);
  return let_time_pass(desk, now).acts;
}

}  // namespace laoyou::cases
