#include "notices/inbox_events.h"

#include <charconv>

namespace laoyou::notices {

InboxEvents::InboxEvents(store::Follower& follower, http::EventHub& hub) : hub_(hub) {
  follower.on<Notice>("inboxes", [this](const store::Change<Notice>& change) {
    const Notice& notice = change.after ? *change.after : *change.before;
    constexpr std::string_view k_account = "account:";
    std::int64_t account = 0;
    const std::string_view addressee = notice.addressee;
    if (!addressee.starts_with(k_account)) return static_cast<void>(regions_.insert(notice.region));
    std::from_chars(addressee.data() + k_account.size(), addressee.data() + addressee.size(), account);
    accounts_.insert(account);
  });
  follower.on<NoticeState>("inbox states", [this](const store::Change<NoticeState>& change) { accounts_.insert((change.after ? *change.after : *change.before).account); });
  follower.after_each_look([this] { publish(); });
}

void InboxEvents::publish() {
  for (const std::int64_t account : accounts_) hub_.publish({"inbox_changed", "{}", std::nullopt, account});
  for (const RegionCode region : regions_) hub_.publish({"inbox_changed", "{}", region, std::nullopt});
  accounts_.clear();
  regions_.clear();
}

}  // namespace laoyou::notices
