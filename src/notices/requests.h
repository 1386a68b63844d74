// What the inbox routes are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "notices/place.h"
#include "notices/records.h"

namespace laoyou::notices {

/// Which notices of an inbox.
enum class InboxView { open, snoozed, done };
LAOYOU_ENUM(InboxView, "inbox_view", open, snoozed, done)

/// Whom a notice was addressed to, as its reader sees it.
enum class InboxAddressee { me, unit, office };
LAOYOU_ENUM(InboxAddressee, "inbox_addressee", me, unit, office)

struct InboxRequest {
  std::optional<InboxView> view;    ///< open unless told
  std::optional<Group> group;       ///< of the open ones
  std::optional<std::string> kind;
  std::optional<std::string> after; ///< what the page before gave
  std::optional<std::int32_t> rows; ///< 1 to 200, 50 unless told
};
LAOYOU_RECORD(InboxRequest, "inbox_request", view, group, kind, after, rows)

struct InboxRow {
  Id<Notice> id;
  Group group = Group::message;
  InboxView view = InboxView::open;
  InboxAddressee to = InboxAddressee::me;
  std::string kind;
  std::string kind_name, kind_name_en;
  std::string title, title_en;
  std::string link;
  std::optional<Date> due;
  Instant told_at;
  RegionCode region;
  std::string region_name;
  bool read = false;
  std::optional<Date> snoozed_until;
  std::optional<Instant> done_at;               ///< by this reader, or settled for all
  std::optional<std::string> delegated_to;      ///< whom this reader handed it to
  std::optional<std::string> delegated_by;      ///< who handed it to this reader
  std::optional<std::string> note;
};
LAOYOU_RECORD(InboxRow, "inbox_row", id, group, view, to, kind, kind_name, kind_name_en, title, title_en, link, due, told_at, region, region_name, read, snoozed_until,
              done_at, delegated_to, delegated_by, note)

struct InboxPage {
  std::vector<InboxRow> rows;
  std::optional<std::string> after;  ///< there are more behind this place
};
LAOYOU_RECORD(InboxPage, "inbox_page", rows, after)

/// How many open ones there are, by group.
struct InboxCounts {
  std::int64_t open = 0;
  std::int64_t urgent = 0, overdue = 0, today = 0, later = 0, message = 0;
};
LAOYOU_RECORD(InboxCounts, "inbox_counts", open, urgent, overdue, today, later, message)

struct InboxKind {
  std::string kind;
  std::string kind_name, kind_name_en;
  std::int64_t open = 0;
};
LAOYOU_RECORD(InboxKind, "inbox_kind", kind, kind_name, kind_name_en, open)

struct InboxKinds {
  std::vector<InboxKind> rows;
};
LAOYOU_RECORD(InboxKinds, "inbox_kinds", rows)

/// At most 200 of them; all are changed or none.
struct NoticesRequest {
  std::vector<Id<Notice>> notices;
};
LAOYOU_RECORD(NoticesRequest, "notices_request", notices)

struct SnoozeRequest {
  std::vector<Id<Notice>> notices;
  Date day;  ///< on which they come back: after today, at most a year ahead
};
LAOYOU_RECORD(SnoozeRequest, "snooze_request", notices, day)

struct DelegateRequest {
  std::vector<Id<Notice>> notices;
  std::string account;       ///< the id of another account of the caller's unit
  std::optional<std::string> note;
};
LAOYOU_RECORD(DelegateRequest, "delegate_request", notices, account, note)

/// Somebody of the same unit.
struct Colleague {
  std::string account;  ///< its id
  std::string display_name;
};
LAOYOU_RECORD(Colleague, "colleague", account, display_name)

struct Colleagues {
  std::vector<Colleague> rows;
};
LAOYOU_RECORD(Colleagues, "colleagues", rows)

}  // namespace laoyou::notices
