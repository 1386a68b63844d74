#include "notices/tell_many.h"

#include <algorithm>
#include <set>

#include "base/messages.h"
#include "notices/place.h"

namespace laoyou::notices {
namespace {

using store::Filter;
using store::Scope;

std::string once(const Told& told) {
  return std::string(told.kind.code) + '|' + told.cause + '|' + told.occasion + '|' + told.to.text();
}

Notice notice_of(Told told, std::string once, Instant now) {
  Notice notice;
  notice.region = told.region;
  notice.kind = told.kind.code;
  notice.importance = told.kind.importance;
  notice.addressee = told.to.text();
  notice.cause = std::move(told.cause);
  notice.once = std::move(once);
  notice.words = std::move(told.words);
  notice.words_en = std::move(told.words_en);
  notice.link = std::move(told.link);
  notice.due = told.due;
  notice.told_at = now;
  notice.place = open_place(told.kind.importance, told.due, now);
  return notice;
}

}  // namespace

std::string cause(std::string_view record, std::int64_t id) { return std::string(record) + ':' + std::to_string(id); }

bool tell(store::Writing& caller, const Told& told) {
  CHECK(has_message(told.kind.code) && told.link.starts_with('/') && !told.cause.empty());
  // Whoever is told may be anywhere: one street tells another, an institution its county.
  store::Writing writing = caller.beyond_scope();
  std::string said_once = once(told);
  if (writing.count<Notice>(Scope::country(), Filter().equals("once", said_once)) > 0) return false;
  Notice notice = notice_of(told, std::move(said_once), writing.now());
  notice.id = writing.new_id<Notice>();
  notice.told_by = writing.actor().account;
  writing.insert(notice);
  return true;
}

std::size_t tell_many(store::Writing& caller, std::vector<Told> all) {
  constexpr std::size_t k_at_once = 500;
  store::Writing writing = caller.beyond_scope();
  std::size_t written = 0;
  std::set<std::string> said;
  for (std::size_t from = 0; from < all.size(); from += k_at_once) {
    const std::size_t end = std::min(all.size(), from + k_at_once);
    std::vector<std::string> asked;
    asked.reserve(end - from);
    for (std::size_t i = from; i < end; ++i) asked.push_back(once(all[i]));
    writing.each<Notice>(Scope::country(), Filter().one_of("once", asked), [&](const Notice& told) { said.insert(told.once); });
    std::vector<Notice> fresh;
    fresh.reserve(end - from);
    for (std::size_t i = from; i < end; ++i) {
      CHECK(has_message(all[i].kind.code) && all[i].link.starts_with('/') && !all[i].cause.empty());
      std::string& said_once = asked[i - from];
      if (!said.insert(said_once).second) continue;
      fresh.push_back(notice_of(std::move(all[i]), std::move(said_once), writing.now()));
      fresh.back().id = writing.new_id<Notice>();
      fresh.back().told_by = writing.actor().account;
    }
    writing.insert_all(fresh);
    written += fresh.size();
  }
  return written;
}

namespace {

/// The notices themselves, and what their readers have noted of them.
void settle_all(store::Writing& caller, std::vector<Notice> notices) {
  if (notices.empty()) return;
  store::Writing writing = caller.beyond_scope();
  std::vector<Id<Notice>> ids;
  for (const Notice& notice : notices) ids.push_back(notice.id);
  const std::string place = settled_place(writing.now());
  for (NoticeState& state : writing.select<NoticeState>(Scope::country(), Filter().one_of("notice", ids))) {
    state.open = false;
    state.place = place;
    writing.update(state);
  }
  for (Notice& notice : notices) {
    notice.open = false;
    notice.settled_at = writing.now();
    notice.place = place;
    writing.update(notice);
  }
}

}  // namespace

std::size_t settle(store::Writing& writing, std::string_view cause, const std::vector<std::string_view>& kinds) { return settle_causes(writing, {std::string(cause)}, kinds); }

std::size_t settle_causes(store::Writing& writing, const std::vector<std::string>& causes, const std::vector<std::string_view>& kinds) {
  if (causes.empty()) return 0;
  std::vector<Notice> open;
  // A cause has few notices, and SQLite, asked for the open ones among them, would go through all that are open for anybody.
  writing.each<Notice>(Scope::country(), Filter().one_of("cause", causes), [&](Notice notice) {
    if (notice.open && (kinds.empty() || std::find(kinds.begin(), kinds.end(), notice.kind) != kinds.end())) open.push_back(std::move(notice));
  });
  const std::size_t settled = open.size();
  settle_all(writing, std::move(open));
  return settled;
}

void settle(store::Writing& writing, Notice notice) {
  std::vector<Notice> one;
  one.push_back(std::move(notice));
  settle_all(writing, std::move(one));
}

}  // namespace laoyou::notices
