// Notices (通知) as they are kept, and what each reader has done with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::notices {

/// How a notice stands in an inbox.
enum class Importance {
  urgent,  ///< 要紧: to be seen first, whatever the day
  dated,   ///< 待办: something to be done, by a day
  message  ///< 消息: to be known
};
LAOYOU_ENUM(Importance, "notice_importance", urgent, dated, message)

/// One notice to one addressee. There is one at most for each cause, kind and addressee.
struct Notice {
  Id<Notice> id;
  RegionCode region;            ///< what it is about lies here
  std::string kind;             ///< its words: "notice.KIND" in messages.csv
  Importance importance = Importance::message;
  std::string addressee;        ///< Addressee::text()
  std::string cause;            ///< the record it comes from: "reading:123"
  std::string once;             ///< kind, cause, occasion and addressee: the same is told once
  std::vector<std::string> words, words_en;  ///< what fills the gaps; English where it differs
  std::string link;             ///< the page that settles it; begins with '/'
  std::optional<Date> due;
  Instant told_at;
  std::string place;            ///< its place in an inbox; see place.h
  bool open = true;             ///< false: settled for everybody
  std::optional<Instant> settled_at;
  std::int64_t told_by = 0;     ///< the account that caused it; 0: the program
  bool delegated = false;       ///< handed on by `told_by`
  std::optional<std::string> note;  ///< what was said when it was handed on
};
LAOYOU_RECORD(Notice, "notice", id, region, kind, importance, addressee, cause, once, words, words_en, link, due, told_at, place, open, settled_at, told_by, delegated, note)

/// What one reader has done with a notice. Addressee, place and open are the notice's own, kept here too so that counting needs no other table.
struct NoticeState {
  Id<NoticeState> id;
  RegionCode region;
  Id<Notice> notice;
  std::int64_t account = 0;
  std::string addressee;
  std::string place;
  bool open = true;
  std::optional<Instant> read_at;
  std::optional<Instant> done_at;
  std::optional<std::string> done_place;  ///< settled_place() of done_at
  std::optional<Date> snoozed_until;  ///< not shown before this day
  std::optional<Date> hidden_until;   ///< the day before which it is not among the open ones; the last day there is once it is done
  std::int64_t delegated_to = 0;      ///< the account it was handed on to
};
LAOYOU_RECORD(NoticeState, "notice_state", id, region, notice, account, addressee, place, open, read_at, done_at, done_place, snoozed_until, hidden_until, delegated_to)

}  // namespace laoyou::notices
