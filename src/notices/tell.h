// Telling somebody, from within any command of any room: the notice is stored together with what caused it, or not at all.
//
//   constexpr notices::Kind k_password_changed{"notice.password_changed", notices::Importance::urgent};
//   notices::tell(writing, {k_password_changed, notices::cause(account), writing.now().text(), notices::Addressee::account(account.id.number),
//                           account.region, {}, {}, "/me"});
//   …
//   notices::settle(writing, notices::cause(visit), {"notice.visit_due"});
#pragma once

#include <string_view>

#include "notices/addressee.h"
#include "notices/records.h"
#include "store/writing.h"

namespace laoyou::notices {

/// A kind of notice, declared by the room that tells it. Its sentence is the code in messages.csv, with gaps {0} {1} …; what the kind is called is
/// the row "notice_kind.X" beside "notice.X". Neither holds personal data: titles go out by mail.
struct Kind {
  std::string_view code;  ///< "notice.X"
  Importance importance = Importance::message;
};

/// The record a notice comes from: "reading:123".
std::string cause(std::string_view record, std::int64_t id);
template <record::Described T>
std::string cause(const T& record) {
  return cause(record::record_name<T>(), record.id.number);
}

struct Told {
  Kind kind;
  std::string cause;               ///< see cause()
  std::string occasion;            ///< tells one time from another where a cause may be told of again: a day, a version; else empty
  Addressee to;
  RegionCode region;               ///< what it is about lies here; readers see what lies in their region
  std::vector<std::string> words;  ///< for the gaps, no personal data
  std::vector<std::string> words_en;  ///< empty: the same
  std::string link;                ///< the page where it is settled, "/plans/…"
  std::optional<Date> due = std::nullopt;
};

/// Writes the notice, whatever the scope of the command is. False, and nothing is written, when the same was told before, settled or not.
bool tell(store::Writing& writing, const Told& told);

/// What caused them is over: notices of this cause, of these kinds or of all when none is named, are settled for every reader. How many there were.
std::size_t settle(store::Writing& writing, std::string_view cause, const std::vector<std::string_view>& kinds = {});
/// The same of several causes, asked for together.
std::size_t settle_causes(store::Writing& writing, const std::vector<std::string>& causes, const std::vector<std::string_view>& kinds = {});

/// Settles one notice, and what its readers have noted of it.
void settle(store::Writing& writing, Notice notice);

}  // namespace laoyou::notices
