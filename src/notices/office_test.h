// A store with notices alone, a clock that stands still, and readers as the door would know them.
#pragma once

#include "notices/acts.h"
#include "notices/daily.h"
#include "notices/inbox.h"
#include "notices/room.h"
#include "notices/tell.h"
#include "store/testing/store_fixture.h"

namespace laoyou::notices {

inline constexpr Kind k_letter{"notice.value_corrected", Importance::message};
inline constexpr Kind k_alarm{"notice.password_reset", Importance::urgent};
inline constexpr Kind k_task{"notice.task_due", Importance::dated};

inline RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

class AnInbox : public store::OnBothDatabases {
 protected:
  AnInbox() : kept(store::Store::open(options, clock, random, tables())), today(clock.now().beijing_day()) {}

  /// An account of a region, with powers and, unless 0, a unit.
  static http::Caller reader(std::int64_t account, std::string_view region, powers::Powers powers = {}, std::int64_t unit = 0) {
    http::Caller caller;
    caller.account = account;
    caller.scope = code(region);
    caller.powers = powers;
    caller.unit = unit;
    return caller;
  }
  static Told told(const Kind& kind, Addressee to, std::string cause = "reading:1", std::string_view region = "450203001000") {
    return {kind, std::move(cause), "", std::move(to), code(region), {"a", "b", "c", "d", "e"}, {}, "/plans/liuzhou", std::nullopt};
  }
  Told due(Addressee to, std::string cause, int days_ahead) const {
    Told made = told(k_task, std::move(to), std::move(cause));
    made.due = today.plus_days(days_ahead);
    return made;
  }
  store::WriteOutcome write(const std::function<Result<void>(store::Writing&)>& command) { return kept->write(actor(), command); }
  bool tell(const Told& what) {
    bool fresh = false;
    const auto command = [&](store::Writing& writing) -> Result<void> {
      fresh = notices::tell(writing, what);
      return {};
    };
    CHECK(kept->write(actor(), command).result());
    return fresh;
  }
  Entries page(const http::Caller& caller, Wanted wanted = {}) {
    return kept->read([&](store::Snapshot& snapshot) { return Inbox(snapshot, caller, clock.now().beijing_day()).page(wanted); });
  }
  /// The causes of a list, in its order.
  std::vector<std::string> causes(const http::Caller& caller, InboxView view = InboxView::open) {
    Wanted wanted;
    wanted.view = view;
    std::vector<std::string> all;
    for (const Entry& entry : page(caller, wanted).rows) all.push_back(entry.notice.cause);
    return all;
  }
  std::vector<Id<Notice>> ids(const http::Caller& caller, InboxView view = InboxView::open) {
    Wanted wanted;
    wanted.view = view;
    std::vector<Id<Notice>> all;
    for (const Entry& entry : page(caller, wanted).rows) all.push_back(entry.notice.id);
    return all;
  }
  InboxCounts counts(const http::Caller& caller) {
    return kept->read([&](store::Snapshot& snapshot) { return Inbox(snapshot, caller, clock.now().beijing_day()).counts(); });
  }
  void pass_days(int days) { clock.advance_milliseconds(std::int64_t{days} * 86'400'000); }

  std::unique_ptr<store::Store> kept;
  Date today;
  const http::Caller officer = reader(5, "450203000000", {powers::Power::values_report}, 9);
  const http::Caller colleague = reader(6, "450203000000", {powers::Power::values_report}, 9);
  const http::Caller elsewhere = reader(7, "450204000000", {powers::Power::values_report}, 8);

 private:
  static std::vector<store::TableDefinition> tables() {
    std::vector<store::TableDefinition> all = notices::tables();
    all.push_back(store::table<store::Resident>());
    return all;
  }
};

}  // namespace laoyou::notices
