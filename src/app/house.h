// All rooms, wired together: what a running server is made of. The only place where the rooms meet.
#pragma once

#include <atomic>
#include <memory>

#include "accounts/room.h"
#include "app/feed_services.h"
#include "app/screen_events.h"
#include "audit/room.h"
#include "cases/time_keeper.h"
#include "collection/room.h"
#include "facts/facts_keeper.h"
#include "feeds/new_people.h"
#include "feeds/room.h"
#include "jobs/room.h"
#include "funds/room.h"
#include "ledger/ledger.h"
#include "files/room.h"
#include "mail/room.h"
#include "notices/inbox_events.h"
#include "papers/room.h"
#include "plan/answers/room.h"
#include "planning/room.h"
#include "standard_addresses/base_changes.h"
#include "standard_addresses/new_addresses.h"
#include "standard_addresses/room.h"
#include "webhooks/sender.h"
#include "whatif/room.h"

namespace laoyou::app {

class House {
 public:
  /// The plans are loaded already; everything outlives the house.
  House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random,
        accounts::PasswordCost password_cost = accounts::PasswordCost::interactive);

  ~House() {
    follower_.stop();
    jobs_.stop();
  }
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  accounts::Accounts& accounts() { return accounts_; }
  http::EventHub& events() { return events_; }
  /// Digests go out through this server; said before the routes are asked for. `address_of_pages` stands in them.
  void mail_by(std::optional<mail::SmtpServer> server, std::string address_of_pages);
  mail::Services mail_services();
  /// Webhooks may call addresses of the own network too.
  void let_webhooks_into_own_network() { webhooks_own_network_ = true; }
  webhooks::Services webhook_services();
  /// The routes of all rooms.
  http::RouteTable routes();
  funds::Services funds_services();
  /// From now on screens hear of changes and computed values follow the registers. `trouble` is told what hinders it, on a thread of its own.
  void follow(store::Follower::Trouble trouble = {});
  store::Follower& follower() { return follower_; }
  /// From now on long work is taken up, and what recurs is asked for.
  void work(jobs::RunnerOptions options, jobs::Trouble trouble = {}) { jobs_.start(std::move(options), std::move(trouble)); }
  jobs::Jobs& jobs() { return jobs_; }
  planning::Cities& cities() { return cities_; }
  planning::Services planning_services();
  standard_addresses::Services address_services();
  feeds::Services feeds_services();
  ledger::Ledger& ledger() { return ledger_; }
  const cases::Services& case_services() const { return case_services_; }

 private:
  store::Store& store_;
  plan::RunningPlans& plans_;
  const Clock& clock_;
  http::EventHub events_;
  store::Follower follower_;  ///< ended first in ~House, whatever its subscribers are made of
  facts::FactsKeeper facts_;
  planning::Cities cities_;
  ScreenEvents screen_events_;
  notices::InboxEvents inbox_events_;
  ledger::Ledger ledger_;
  accounts::Accounts accounts_;
  Random& random_of_papers_;
  std::optional<mail::SmtpServer> mail_server_;
  std::string address_of_pages_;
  jobs::Jobs jobs_;
  collection::Registers registers_;
  collection::Services register_services_;
  RunningFeeds running_feeds_;
  feeds::PeopleIndex people_index_;
  std::optional<feeds::NewPeople> new_people_;
  standard_addresses::KeptPlacers placers_;
  std::optional<standard_addresses::NewAddresses> new_addresses_;
  std::optional<standard_addresses::BaseChanges> base_changes_;
  files::Services file_services_;
  cases::Services case_services_;
  std::optional<files::Sweeper> file_sweeper_;
  std::optional<cases::TimeKeeper> case_time_;
  std::atomic<bool> webhooks_own_network_ = false;
  std::optional<webhooks::Sender> webhook_sender_;
};

}  // namespace laoyou::app
