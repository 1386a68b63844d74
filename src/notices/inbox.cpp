#include "notices/inbox.h"

#include <algorithm>
#include <charconv>

#include "notices/addressee.h"
#include "notices/place.h"

namespace laoyou::notices {
namespace {

using store::Filter;

Mark mark_of(const Notice& notice) { return {notice.place, notice.id.number}; }

/// The second condition says nothing new, but lets the database begin its walk there.
void begin_after(Filter& filter, std::string_view column, const std::optional<Mark>& after) {
  if (!after) return;
  filter.after({after->place, after->id});
  filter.at_least(std::string(column), after->place);
}

Entries cut(std::vector<Entry> all, std::size_t rows) {
  Entries entries;
  const bool more = all.size() > rows;
  if (more) all.resize(rows);
  if (more) entries.after = all.back().mark;
  entries.rows = std::move(all);
  return entries;
}

}  // namespace

Result<Mark> Mark::parse(std::string_view text) {
  Mark mark;
  const std::size_t split = text.rfind('~');
  const std::string_view number = split == std::string_view::npos ? std::string_view() : text.substr(split + 1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), mark.id);
  if (number.empty() || error != std::errc() || end != number.data() + number.size()) return at("/after", refuse("records.page_unknown"));
  mark.place = text.substr(0, split);
  return mark;
}

// An owner's account reads what is addressed to itself and its unit; the records themselves stay behind their own routes.
Inbox::Inbox(const store::Snapshot& snapshot, const http::Caller& caller, Date today)
    : snapshot_(snapshot), scope_(store::Scope::of_account(caller.scope)), account_(caller.account), addressees_(addressed_to(caller)), today_(today) {}

bool Inbox::reads(const Notice& notice) const {
  return scope_.contains(notice.region) && std::find(addressees_.begin(), addressees_.end(), notice.addressee) != addressees_.end();
}

std::optional<Notice> Inbox::find(Id<Notice> id) const {
  auto notice = snapshot_.find<Notice>(scope_, id);
  return notice && reads(*notice) ? notice : std::nullopt;
}

std::optional<NoticeState> Inbox::state_of(const Notice& notice) const {
  return snapshot_.first<NoticeState>(store::Scope::country(), Filter().equals("notice", notice.id).equals("account", account_));
}

Inbox::States Inbox::states_of(const std::vector<Notice>& notices) const {
  States states;
  std::vector<Id<Notice>> ids;
  for (const Notice& notice : notices) ids.push_back(notice.id);
  if (ids.empty()) return states;
  for (NoticeState& state : snapshot_.select<NoticeState>(store::Scope::country(), Filter().equals("account", account_).one_of("notice", ids)))
    states.emplace(state.notice.number, std::move(state));
  return states;
}

Entries Inbox::page(const Wanted& wanted) const {
  if (wanted.view == InboxView::snoozed) return snoozed(wanted);
  return wanted.view == InboxView::done ? done(wanted) : walk(wanted);
}

Inbox::Stretch Inbox::stretch(const Wanted& wanted, const std::optional<Mark>& after) const {
  Stretch stretch;
  const auto rows = static_cast<std::int64_t>(wanted.rows + 1);
  for (const std::string& addressee : addressees_) {
    Filter filter;
    filter.equals("addressee", addressee).equals("open", wanted.view == InboxView::open);
    if (wanted.kind) filter.equals("kind", *wanted.kind);
    if (wanted.group) {
      const PlaceRange range = places_of(*wanted.group, today_);
      filter.at_least("place", range.from).less("place", range.before);
    }
    begin_after(filter, "place", after);
    const auto found = snapshot_.select<Notice>(scope_, filter.order_by("place").page(0, rows));
    // Beyond the last of a full stretch there may be more of this addressee, so others are taken up to it only.
    if (std::ssize(found) == rows && (!stretch.up_to || mark_of(found.back()) < *stretch.up_to)) stretch.up_to = mark_of(found.back());
    stretch.notices.insert(stretch.notices.end(), found.begin(), found.end());
  }
  if (stretch.up_to) std::erase_if(stretch.notices, [&](const Notice& notice) { return mark_of(notice) > *stretch.up_to; });
  std::sort(stretch.notices.begin(), stretch.notices.end(), [](const Notice& a, const Notice& b) { return mark_of(a) < mark_of(b); });
  return stretch;
}

Entries Inbox::walk(const Wanted& wanted) const {
  std::vector<Entry> all;
  std::optional<Mark> after = wanted.after;
  do {
    Stretch next = stretch(wanted, after);
    States states = states_of(next.notices);
    for (Notice& notice : next.notices) {
      const auto state = states.find(notice.id.number);
      if (wanted.view == InboxView::open && state != states.end() && is_hidden(state->second)) continue;
      const Mark mark = mark_of(notice);
      all.push_back({std::move(notice), state == states.end() ? std::nullopt : std::optional(std::move(state->second)), mark});
    }
    after = next.up_to;
  } while (after && all.size() <= wanted.rows);
  return cut(std::move(all), wanted.rows);
}

/// Those that are his no more, since he lost a power or a region, are passed over.
std::vector<Entry> Inbox::put_away(const Wanted& wanted, std::string_view column) const {
  std::vector<Entry> entries;
  const auto rows = static_cast<std::int64_t>(wanted.rows + 1);
  std::optional<Mark> after = wanted.after;
  do {
    Filter filter;
    filter.equals("account", account_).equals("open", true).is_present(std::string(column));
    if (column == "snoozed_until") filter.greater("snoozed_until", today_).is_absent("done_at");
    begin_after(filter, column, after);
    after.reset();
    const auto states = snapshot_.select<NoticeState>(scope_, filter.order_by(std::string(column)).page(0, rows));
    for (const NoticeState& state : states) {
      const Mark mark{column == "done_place" ? *state.done_place : state.snoozed_until->text(), state.id.number};
      if (std::ssize(states) == rows) after = mark;
      auto notice = find(state.notice);
      if (notice && (!wanted.kind || notice->kind == *wanted.kind)) entries.push_back({std::move(*notice), state, mark});
    }
  } while (after && std::ssize(entries) < rows);
  return entries;
}

Entries Inbox::snoozed(const Wanted& wanted) const { return cut(put_away(wanted, "snoozed_until"), wanted.rows); }

/// What he has done himself, and what is settled for all.
Entries Inbox::done(const Wanted& wanted) const {
  std::vector<Entry> all = put_away(wanted, "done_place");
  Entries settled = walk(wanted);
  const bool more_settled = settled.after.has_value();
  for (Entry& entry : settled.rows) all.push_back(std::move(entry));
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.mark < b.mark; });
  Entries entries = cut(std::move(all), wanted.rows);
  if (more_settled && !entries.after && !entries.rows.empty()) entries.after = entries.rows.back().mark;
  return entries;
}

std::int64_t Inbox::count_in(const PlaceRange& range) const {
  Filter open;
  open.one_of("addressee", addressees_).equals("open", true).at_least("place", range.from).less("place", range.before);
  Filter hidden;
  hidden.equals("account", account_).equals("open", true).greater("hidden_until", today_).one_of("addressee", addressees_);
  hidden.at_least("place", range.from).less("place", range.before);
  return snapshot_.count<Notice>(scope_, open) - snapshot_.count<NoticeState>(scope_, hidden);
}

InboxCounts Inbox::counts() const {
  InboxCounts counts;
  counts.urgent = count_in(places_of(Group::urgent, today_));
  counts.overdue = count_in(places_of(Group::overdue, today_));
  counts.today = count_in(places_of(Group::today, today_));
  counts.later = count_in(places_of(Group::later, today_));
  counts.message = count_in(places_of(Group::message, today_));
  counts.open = counts.urgent + counts.overdue + counts.today + counts.later + counts.message;
  return counts;
}

std::vector<std::pair<std::string, std::int64_t>> Inbox::kinds() const {
  std::vector<std::pair<std::string, std::int64_t>> kinds;
  for (const auto& [kind, count] : snapshot_.count_by<Notice>(scope_, Filter().one_of("addressee", addressees_).equals("open", true), "kind"))
    kinds.emplace_back(std::get<std::string>(kind), count);
  return kinds;
}

}  // namespace laoyou::notices
