// One reader's inbox: which notices are open to him, snoozed, or done with. A list is a walk along one index for each addressee he reads for,
// merged; counting is counting along the same index, less what he has put away.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/caller.h"
#include "notices/requests.h"
#include "store/snapshot.h"

namespace laoyou::notices {

/// A place in a list and the id there, as text: what the next page is asked by.
struct Mark {
  std::string place;
  std::int64_t id = 0;
  auto operator<=>(const Mark&) const = default;
  std::string text() const { return place + '~' + std::to_string(id); }
  /// Refused as "records.page_unknown" at /after.
  static Result<Mark> parse(std::string_view text);
};

/// A notice with what this reader has done with it.
struct Entry {
  Notice notice;
  std::optional<NoticeState> state;
  Mark mark;
};

struct Entries {
  std::vector<Entry> rows;
  std::optional<Mark> after;  ///< of the last row, where more follow
};

struct Wanted {
  InboxView view = InboxView::open;
  std::optional<Group> group;
  std::optional<std::string> kind;
  std::optional<Mark> after;
  std::size_t rows = 50;
};

class Inbox {
 public:
  /// Of this caller, as it stands in the snapshot on that day; both outlive it.
  Inbox(const store::Snapshot& snapshot, const http::Caller& caller, Date today);

  Entries page(const Wanted& wanted) const;
  InboxCounts counts() const;
  /// Of open ones by kind, those put away among them.
  std::vector<std::pair<std::string, std::int64_t>> kinds() const;
  /// The notice of that id when it is addressed to this reader.
  std::optional<Notice> find(Id<Notice> id) const;
  std::optional<NoticeState> state_of(const Notice& notice) const;

 private:
  using States = std::map<std::int64_t, NoticeState>;
  bool reads(const Notice& notice) const;
  bool is_hidden(const NoticeState& state) const { return state.hidden_until && *state.hidden_until > today_; }
  States states_of(const std::vector<Notice>& notices) const;
  std::int64_t count_in(const PlaceRange& range) const;

  /// The next notices behind a mark, in order, and the mark up to which these are all; nothing: to the end.
  struct Stretch {
    std::vector<Notice> notices;
    std::optional<Mark> up_to;
  };
  Stretch stretch(const Wanted& wanted, const std::optional<Mark>& after) const;
  Entries walk(const Wanted& wanted) const;
  /// What this reader has put away himself, along a column of his own states.
  std::vector<Entry> put_away(const Wanted& wanted, std::string_view column) const;
  Entries snoozed(const Wanted& wanted) const;
  Entries done(const Wanted& wanted) const;

  const store::Snapshot& snapshot_;
  store::Scope scope_;
  std::int64_t account_;
  std::vector<std::string> addressees_;
  Date today_;
};

}  // namespace laoyou::notices
