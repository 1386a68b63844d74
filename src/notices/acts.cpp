#include "notices/acts.h"

#include "notices/inbox.h"
#include "notices/tell.h"

namespace laoyou::notices {
namespace {

using Change = std::function<Result<void>(const Notice&, NoticeState&)>;

const Date k_last_day = Date::parse("9999-12-31").value();

NoticeState new_state(store::Writing& writing, const Notice& notice, const http::Caller& caller) {
  NoticeState state;
  state.id = writing.new_id<NoticeState>();
  state.region = notice.region;
  state.notice = notice.id;
  state.account = caller.account;
  state.addressee = notice.addressee;
  state.place = notice.place;
  state.open = notice.open;
  return state;
}

/// Each notice with the caller's own state of it, changed and kept.
Result<void> change_each(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices, const Change& change) {
  if (notices.size() > k_notices_at_once) return at("/notices", refuse("notices.too_many", {std::to_string(k_notices_at_once)}));
  const Inbox inbox(writing, caller, writing.now().beijing_day());
  for (const Id<Notice>& id : notices) {
    const auto notice = inbox.find(id);
    if (!notice) return at("/notices", refuse("notices.not_found", {std::to_string(id.number)}));
    auto state = inbox.state_of(*notice);
    const bool fresh = !state.has_value();
    if (fresh) state = new_state(writing, *notice, caller);
    if (!state->read_at) state->read_at = writing.now();
    if (const Result<void> changed = change(*notice, *state); !changed) return changed;
    if (fresh)
      writing.insert(*state);
    else
      writing.update(*state);
    // After its states: settling changes them too.
    const bool alone = notice->addressee == Addressee::account(caller.account).text();
    if (alone && notice->open && state->done_at) settle(writing, *notice);
  }
  return {};
}

void put_away(NoticeState& state, Instant now) {
  state.done_at = now;
  state.done_place = settled_place(now);
  state.hidden_until = k_last_day;
  state.snoozed_until.reset();
}

}  // namespace

Result<void> mark_read(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices) {
  return change_each(writing, caller, notices, [](const Notice&, NoticeState&) -> Result<void> { return {}; });
}

Result<void> mark_done(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices) {
  return change_each(writing, caller, notices, [&](const Notice&, NoticeState& state) -> Result<void> {
    if (!state.done_at) put_away(state, writing.now());
    return {};
  });
}

Result<void> reopen(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices) {
  return change_each(writing, caller, notices, [&](const Notice& notice, NoticeState& state) -> Result<void> {
    const bool own = notice.addressee == Addressee::account(caller.account).text() && state.done_at;
    if (!notice.open && !own) return refuse("notices.settled");
    if (!notice.open) {
      Notice again = notice;
      again.open = true;
      again.settled_at.reset();
      again.place = open_place(notice.importance, notice.due, notice.told_at);
      writing.update(again);
      state.place = again.place;
      state.open = true;
    }
    state.done_at.reset();
    state.done_place.reset();
    state.snoozed_until.reset();
    state.hidden_until.reset();
    state.delegated_to = 0;
    return {};
  });
}

Result<void> snooze(store::Writing& writing, const http::Caller& caller, const SnoozeRequest& request) {
  constexpr int k_days_max = 366;
  const Date today = writing.now().beijing_day();
  if (request.day <= today || request.day > today.plus_days(k_days_max)) return at("/day", refuse("notices.day_not_ahead"));
  return change_each(writing, caller, request.notices, [&](const Notice& notice, NoticeState& state) -> Result<void> {
    if (!notice.open) return refuse("notices.settled");
    state.done_at.reset();
    state.done_place.reset();
    state.snoozed_until = request.day;
    state.hidden_until = request.day;
    return {};
  });
}

Result<void> delegate(store::Writing& writing, const http::Caller& caller, std::int64_t colleague, const DelegateRequest& request) {
  std::vector<Notice> copies;
  const auto handed_on = [&](const Notice& notice, NoticeState& state) -> Result<void> {
    if (!notice.open) return refuse("notices.settled");
    state.delegated_to = colleague;
    put_away(state, writing.now());
    copies.push_back(notice);
    return {};
  };
  const Change change = handed_on;
  if (const Result<void> done = change_each(writing, caller, request.notices, change); !done) return done;
  for (Notice& copy : copies) {
    copy.id = writing.new_id<Notice>();
    copy.addressee = Addressee::account(colleague).text();
    // Handed to and fro, each time is told.
    copy.once += "|" + std::to_string(copy.id.number);
    copy.told_at = writing.now();
    copy.told_by = caller.account;
    copy.delegated = true;
    copy.note = request.note && !request.note->empty() ? request.note : std::nullopt;
    copy.place = open_place(copy.importance, copy.due, copy.told_at);
    writing.insert(copy);
  }
  return {};
}

}  // namespace laoyou::notices
