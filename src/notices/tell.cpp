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

Notice notice_of(const Told& told, Instant now) {
  Notice notice;
  notice.region = told.region;
  notice.kind = told.kind.code;
  notice.importance = told.kind.importance;
  notice.addressee = told.to.text();
  notice.cause = told.cause;
  notice.once = once(told);
  notice.words = told.words;
  notice.words_en = told.words_en;
  notice.link = told.link;
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
  if (writing.count<Notice>(Scope::country(), Filter().equals("once", once(told))) > 0) return false;
  Notice notice = notice_of(told, writing.now());
  notice.id = writing.new_id<Notice>();
  notice.told_by = writing.actor().account;
  writing.insert(notice);
  return true;
}

std::size_t tell_many(store::Writing& caller, const std::vector<Told>& all) {
  constexpr std::size_t k_at_once = 500;
  store::Writing writing = caller.beyond_scope();
  std::size_t written = 0;
  std::set<std::string> said;
  for (std::size_t from = 0; from < all.size(); from += k_at_once) {
    const std::size_t end = std::min(all.size(), from + k_at_once);
    std::vector<std::string> asked;
    for (std::size_t i = from; i < end; ++i) asked.push_back(once(all[i]));
    writing.each<Notice>(Scope::country(), Filter().one_of("once", asked), [&](const Notice& told) { said.insert(told.once); });
    std::vector<Notice> fresh;
    for (std::size_t i = from; i < end; ++i) {
      CHECK(has_message(all[i].kind.code) && all[i].link.starts_with('/') && !all[i].cause.empty());
      if (!said.insert(once(all[i])).second) continue;
      fresh.push_back(notice_of(all[i], writing.now()));
      fresh.back().id = writing.new_id<Notice>();
      fresh.back().told_by = writing.actor().account;
    }
    writing.insert_all(fresh);
    written += fresh.size();
  }
  return written;
}

std::size_t settle(store::Writing& writing, std::string_view cause, const std::vector<std::string_view>& kinds) {
  std::size_t settled = 0;
  // A cause has few notices, and SQLite, asked for the open ones among them, would go through all that are open for anybody.
  for (Notice& notice : writing.select<Notice>(Scope::country(), Filter().equals("cause", cause))) {
    if (!notice.open) continue;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), notice.kind) == kinds.end()) continue;
    settle(writing, std::move(notice));
    ++settled;
  }
  return settled;
}

void settle(store::Writing& caller, Notice notice) {
  store::Writing writing = caller.beyond_scope();
  notice.open = false;
  notice.settled_at = writing.now();
  notice.place = settled_place(writing.now());
  for (NoticeState& state : writing.select<NoticeState>(Scope::country(), Filter().equals("notice", notice.id))) {
    state.open = false;
    state.place = notice.place;
    writing.update(state);
  }
  writing.update(notice);
}

}  // namespace laoyou::notices
