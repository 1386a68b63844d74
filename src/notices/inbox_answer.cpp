#include "notices/inbox_answer.h"

#include "base/messages.h"
#include "notices/addressee.h"

namespace laoyou::notices {
namespace {

InboxAddressee addressee_of(const Notice& notice) {
  if (notice.addressee.starts_with("account:")) return InboxAddressee::me;
  return notice.addressee.starts_with("unit:") ? InboxAddressee::unit : InboxAddressee::office;
}

InboxView view_of(const Entry& entry, Date today) {
  if (!entry.notice.open || (entry.state && entry.state->done_at)) return InboxView::done;
  return entry.state && entry.state->hidden_until && *entry.state->hidden_until > today ? InboxView::snoozed : InboxView::open;
}

InboxRow row_of(const Services& services, const Entry& entry, Date today) {
  const Notice& notice = entry.notice;
  InboxRow row;
  row.id = notice.id;
  row.group = group_of(open_place(notice.importance, notice.due, notice.told_at), today);
  row.view = view_of(entry, today);
  row.to = addressee_of(notice);
  row.kind = notice.kind;
  row.kind_name = kind_name(notice.kind, Language::zh);
  row.kind_name_en = kind_name(notice.kind, Language::en);
  row.title = title(notice, Language::zh);
  row.title_en = title(notice, Language::en);
  row.link = notice.link;
  row.due = notice.due;
  row.told_at = notice.told_at;
  row.region = notice.region;
  row.region_name = services.region_name(notice.region);
  row.note = notice.note;
  if (notice.delegated) row.delegated_by = services.account_name(notice.told_by);
  row.done_at = notice.settled_at;
  if (!entry.state) return row;
  row.read = entry.state->read_at.has_value();
  row.snoozed_until = entry.state->snoozed_until;
  if (entry.state->done_at) row.done_at = entry.state->done_at;
  if (entry.state->delegated_to != 0) row.delegated_to = services.account_name(entry.state->delegated_to);
  return row;
}

}  // namespace

std::string kind_name(std::string_view kind, Language language) {
  const std::size_t dot = kind.find('.');
  return message("notice_kind." + std::string(kind.substr(dot + 1)), {}, language);
}

std::string title(const Notice& notice, Language language) {
  return message(notice.kind, language == Language::en && !notice.words_en.empty() ? notice.words_en : notice.words, language);
}

InboxPage inbox_page(const Services& services, const Entries& entries, Date today) {
  InboxPage page;
  for (const Entry& entry : entries.rows) page.rows.push_back(row_of(services, entry, today));
  if (entries.after) page.after = entries.after->text();
  return page;
}

}  // namespace laoyou::notices
