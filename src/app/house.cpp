#include "app/house.h"

#include "app/assessment_services.h"
#include "app/budget_services.h"
#include "app/benefit_services.h"
#include "app/case_services.h"
#include "app/exchange_services.h"
#include "app/job_notices.h"
#include "app/journal_names.h"
#include "app/notice_services.h"
#include "app/planning_services.h"
#include "collection/extension.h"
#include "draws/room.h"
#include "evaluation/room.h"
#include "funds/room.h"
#include "plan/stack/register_field.h"
#include "plan/indicators/kept_computed.h"
#include "plan/indicators/sheet_words.h"
#include "registry/collections.h"
#include "registry/follow_child_health.h"
#include "registry/follow_stays.h"
#include "standard_addresses/room.h"

namespace laoyou::app {
namespace {

/// Those that registers keep: of all records they alone count their versions.
std::set<std::string, std::less<>> versioned_records(const store::Store& store) {
  std::set<std::string, std::less<>> names;
  if (store.catalog() != nullptr)
    for (const auto& [name, table] : store.catalog()->tables())
      if (table.version_position()) names.insert(name);
  return names;
}

std::vector<collection::Collection> registers(const store::Store& store, const plan::RunningPlans& plans) {
  std::vector<collection::Collection> all = registry::collections();
  all.push_back(accounts::units());
  for (collection::Collection& each : prices::collections()) all.push_back(std::move(each));
  for (collection::Collection& each : draws::collections()) all.push_back(std::move(each));
  for (collection::Collection& each : funds::collections()) all.push_back(std::move(each));
  for (collection::Collection& each : evaluation::collections()) all.push_back(std::move(each));
  for (collection::Collection& each : standard_addresses::collections()) all.push_back(std::move(each));
  if (store.catalog() != nullptr) collection::extend(all, *store.catalog(), plan::extensions(*plans.current()));
  return all;
}

/// The screens of who asked for a job; of a schedule's the whole country's.
void tell_of_job(http::EventHub& hub, std::int64_t job, std::int64_t account) {
  http::Event event{"job_changed", "{\"id\":\"" + std::to_string(job) + "\"}", std::nullopt};
  if (account != 0)
    event.account = account;
  else
    event.region = RegionCode();
  hub.publish(event);
}

}  // namespace

House::House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random, accounts::PasswordCost password_cost)
    : store_(store),
      plans_(plans),
      clock_(clock),
      follower_(store),
      facts_(store, follower_, plans.current()->facts_layout),
      cities_(store, facts_, clock, [this](RegionCode region) { return planning_going_rules(*plans_.current(), region); }),
      screen_events_(follower_, events_, versioned_records(store)),
      inbox_events_(follower_, events_),
      accounts_({store, clock, random, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
                 [&plans](RegionCode region) { return plans.current()->regions.find(region).has_value(); },
                 [&plans](std::string_view code, RegionCode region) -> std::optional<powers::Role> {
                   const auto library = plans.current();
                   const powers::Role* role = library->find_role(code, region);
                   return role == nullptr ? std::nullopt : std::optional(*role);
                 },
                 [&plans](RegionCode region) {
                   const auto library = plans.current();
                   std::vector<powers::Role> roles;
                   for (const powers::Role* role : library->roles_of(region)) roles.push_back(*role);
                   return roles;
                 },
                 password_cost}),
      random_of_papers_(random),
      jobs_({store, clock, random, [this](std::int64_t account) { return accounts_.display_name_of(account); },
             [this](std::int64_t job, std::int64_t account) { tell_of_job(events_, job, account); }},
            follower_),
      registers_(registers(store, plans)),
      register_services_{store, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
                         [&plans](std::string_view text, RegionCode within) { return plan::region_named(*plans.current(), text, within); },
                         [&plans](RegionCode region, RegionCode within) { return plan::region_words(*plans.current(), region, within); },
                         [this](std::int64_t account) { return accounts_.display_name_of(account); },
                         [&plans](RegionCode within) { return plan::place_choices(*plans.current(), within); },
                         jobs_},
      running_feeds_(plans, *registers_.find("resident")),
      people_index_(store, follower_),
      file_services_{store, registers_, [this](std::int64_t account) { return accounts_.display_name_of(account); }, random},
      case_services_(app::case_services(store, random, accounts_, plans, ledger_, clock, registers_.all(), file_services_, [this] { return address_of_pages_; })) {
  files::follow_records(file_services_, follower_);
  tell_of_failed_jobs(follower_);
  registry::follow_stays(follower_);
  registry::follow_child_health(follower_);
  constexpr int k_verifying_hour = 3;  // when nobody works
  for (jobs::JobKind& kind : collection::job_kinds(register_services_, registers_)) jobs_.add(std::move(kind));
  jobs_.add(audit::verify_kind(store));
  jobs_.add(funds::run_kind(funds_services()));
  for (jobs::JobKind& kind : feeds::job_kinds(feeds_services())) jobs_.add(std::move(kind));
  for (jobs::JobKind& kind : planning::job_kinds(planning_services())) jobs_.add(std::move(kind));
  jobs_.add(jobs::Schedule{"verify_journal", "journal.verify", k_verifying_hour});
  jobs_.add(plan::kept_computed_kind(store, plans, clock));
  for (jobs::JobKind& kind : standard_addresses::job_kinds(address_services())) jobs_.add(std::move(kind));
  jobs_.add(jobs::Schedule{"geocode_addresses", "addresses.geocode", k_verifying_hour});
  jobs_.add(jobs::Schedule{"count_reach", "planning.reach", k_verifying_hour + 1});
  jobs_.add(jobs::Schedule{"keep_computed", "plan.keep_computed", k_verifying_hour + 2});
}

void House::follow(store::Follower::Trouble trouble) {
  file_sweeper_.emplace(file_services_, clock_, [trouble](const std::string& what) {
    if (trouble) trouble("files", what);
  });
  case_time_.emplace(case_services_, clock_, [trouble](const std::string& what) {
    if (trouble) trouble("cases", what);
  });
  webhook_sender_.emplace(webhook_services(), [trouble](const std::string& what) {
    if (trouble) trouble("webhooks", what);
  });
  new_people_.emplace(store_, people_index_, follower_, [trouble](const std::string& what) {
    if (trouble) trouble("new_people", what);
  });
  new_addresses_.emplace(store_, clock_, placers_, address_services().regions, follower_, [trouble](const std::string& what) {
    if (trouble) trouble("new_addresses", what);
  });
  base_changes_.emplace(store_, clock_, *new_addresses_, address_services().regions, follower_, [trouble](const std::string& what) {
    if (trouble) trouble("base_changes", what);
  });
  follower_.start(std::move(trouble));
}

void House::mail_by(std::optional<mail::SmtpServer> server, std::string address_of_pages) {
  mail_server_ = std::move(server);
  address_of_pages_ = std::move(address_of_pages);
}

mail::Services House::mail_services() {
  return {store_, clock_, [this](std::int64_t account) { return accounts_.caller_of(account); }, mail_server_, address_of_pages_};
}

webhooks::Services House::webhook_services() {
  return {store_, clock_, random_of_papers_, [this] { return webhooks_own_network_.load(); }};
}

funds::Services House::funds_services() {
  return {store_, plans_, facts_, ledger_, jobs_, [this](std::int64_t account) { return accounts_.display_name_of(account); }};
}

feeds::Services House::feeds_services() {
  return {store_, register_services_, registers_, jobs_, people_index_, [this](RegionCode region) { return running_feeds_.of(region); },
          [this](std::int64_t account) { return accounts_.display_name_of(account); }};
}

standard_addresses::Services House::address_services() {
  return {store_, jobs_, placers_,
          [this]() -> std::shared_ptr<const regions::RegionTree> {
            const auto library = plans_.current();
            return {library, &library->regions};
          },
          [this](std::int64_t account) { return accounts_.display_name_of(account); }};
}

planning::Services House::planning_services() {
  return {store_, facts_, cities_, jobs_,
          [this]() -> std::shared_ptr<const regions::RegionTree> {
            const auto library = plans_.current();
            return {library, &library->regions};
          },
          [this](std::int64_t account) { return accounts_.display_name_of(account); },
          [this](RegionCode region) { return planning_estate_rules(*plans_.current(), region); },
          [this](RegionCode region) { return planning_terms(*plans_.current(), region); },
          [this](RegionCode region) { return planning_figures(*plans_.current(), region); }};
}

http::RouteTable House::routes() {
  http::RouteTable all = accounts_.routes();
  const auto add = [&](http::RouteTable table) {
    for (http::Route& route : table) all.push_back(std::move(route));
  };
  const plan::Services of_plans{store_, plans_, events_, facts_, [this](std::int64_t account) { return accounts_.display_name_of(account); },
                    [this](const print::Paper& paper) { return papers::print_with_code({store_, random_of_papers_, address_of_pages_}, paper); }};
  add(plan::routes(of_plans));
  add(benefits::routes(benefit_services(store_, plans_, facts_, clock_)));
  add(exchange::routes(exchange_services(of_plans)));
  add(evaluation::routes({store_, plans_, facts_}));
  add(whatif::routes({store_, plans_, facts_, [this](std::int64_t account) { return accounts_.display_name_of(account); }}));
  add(collection::routes(register_services_, registers_));
  add(files::routes(file_services_));
  add(cases::routes(case_services_));
  add(budgets::routes(budget_services(store_, ledger_, accounts_, plans_)));
  add(prices::routes(price_services(store_, plans_)));
  add(draws::routes({store_, [this](RegionCode region) { return plans_.current()->regions.name(region); }}));
  add(assessments::routes(assessment_services(store_, accounts_, plans_)));
  add(mail::routes(mail_services()));
  add(webhooks::routes(webhook_services()));
  add(papers::routes({store_, random_of_papers_, address_of_pages_}));
  add(notices::routes(notice_services(store_, accounts_, plans_)));
  add(funds::routes(funds_services()));
  add(planning::routes(planning_services()));
  add(feeds::routes(feeds_services()));
  add(standard_addresses::routes(address_services()));
  add(jobs_.routes());
  add(audit::routes({store_, journal_names(accounts_, plans_), jobs_}));
  return http::once_each(std::move(all), accounts_.repeats());
}

}  // namespace laoyou::app
