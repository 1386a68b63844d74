#include "app/case_services.h"

#include <mutex>

#include "funds/approval.h"
#include "notices/tell_many.h"
#include "plan/stack/running_procedures.h"
#include "registry/facts_layout.h"
#include "webhooks/room.h"

namespace laoyou::app {
namespace {

constexpr notices::Kind k_case_waits{"notice.case_waits", notices::Importance::dated};
constexpr notices::Kind k_case_urgent{"notice.case_urgent", notices::Importance::urgent};
constexpr notices::Kind k_case_moved{"notice.case_moved", notices::Importance::message};

/// What offices are told of: one part of one step, so that it is settled once that is decided.
std::string cause_of(std::int64_t case_id, const std::string& step, const std::string& part) { return notices::cause("case_file", case_id) + '/' + step + '/' + part; }

/// The addressee is nobody where the telling names nobody.
std::optional<notices::Addressee> addressee_of(const cases::Telling& telling) {
  if (telling.account > 0) return notices::Addressee::account(telling.account);
  if (telling.to == cases::Telling::To::applicant) return std::nullopt;
  if (telling.unit > 0) return notices::Addressee::unit(telling.unit);
  if (telling.power) return notices::Addressee::holders(*telling.power);
  return std::nullopt;
}

void tell(store::Writing& writing, const std::vector<cases::Telling>& tellings) {
  std::vector<notices::Told> all;
  for (const cases::Telling& telling : tellings) {
    const auto to = addressee_of(telling);
    if (!to) continue;
    const bool applicant = telling.to == cases::Telling::To::applicant;
    const notices::Kind& kind = applicant ? k_case_moved : telling.urgent ? k_case_urgent : k_case_waits;
    all.push_back({kind, applicant ? notices::cause("case_file", telling.case_id) : cause_of(telling.case_id, telling.step, telling.part), telling.event_id, *to, telling.region,
                   {telling.procedure_zh, telling.number}, {telling.procedure_en.empty() ? telling.procedure_zh : telling.procedure_en, telling.number},
                   "/cases/" + std::to_string(telling.case_id)});
  }
  notices::tell_many(writing, std::move(all));
}

/// What other systems are told: where the case stands now and what was done, nothing of the form and nobody's name.
std::string body_of(const cases::CaseFile& file, const cases::CaseEvent& event) {
  const auto text = []<class E>(E value) { return record::Leaf<E>::to_json_text(value); };
  return boost::json::serialize(boost::json::object{{"case", std::to_string(file.id.number)}, {"number", file.number}, {"procedure", file.procedure}, {"region", file.region.text()},
                                                    {"serial", event.serial}, {"act", text(event.act)}, {"part", event.part}, {"decision", event.decision}, {"of_step", event.step},
                                                    {"at", event.at.text()}, {"phase", text(file.phase)}, {"step", file.step}, {"ending", file.ending}});
}

void tell_other_systems(store::Writing& writing, const std::vector<cases::Happened>& all) {
  for (const cases::Happened& each : all) webhooks::queue(writing, {each.file.region, each.file.procedure, [&each] { return body_of(each.file, each.event); }});
}

void settle_over(store::Writing& writing, const std::vector<cases::Over>& all) {
  std::vector<std::string> causes;
  for (const cases::Over& each : all) causes.push_back(cause_of(each.case_id, each.step, each.part));
  notices::settle_causes(writing, causes);
}

/// What a case may decide about: subsidy runs.
Result<void> act_on_record(store::Writing& writing, ledger::Ledger& ledger, const cases::RecordAct& act) {
  const Id<funds::SubsidyRun> run{act.id};
  if (act.record != record::record_name<funds::SubsidyRun>()) return refuse("cases.change_not_permitted", {act.record});
  if (act.what == cases::RecordAct::What::lets_go) return funds::let_run_go(writing, run, act.case_id);
  if (act.caller == nullptr) return refuse("cases.change_not_permitted", {act.record});
  if (act.what == cases::RecordAct::What::takes_up) return funds::take_up_run(writing, run, act.case_id, *act.caller);
  const auto wanted = record::Leaf<funds::RunAct>::from_json_text(act.act);
  if (!wanted) return wanted.error();
  // Where finance goes beyond the budget line, what it says with the decision is the reason.
  const bool may_exceed = *wanted == funds::RunAct::finance_agrees && act.caller->powers.has(powers::Power::budget_exceed);
  return funds::decide_about_run(writing, ledger, run, act.case_id, *wanted, {*act.caller, may_exceed ? "" : act.note, may_exceed ? act.note : ""});
}

/// The calendar of the running plans, made anew when they are exchanged.
class RunningCalendar {
 public:
  explicit RunningCalendar(plan::RunningPlans& plans) : plans_(plans) {}
  std::shared_ptr<const procedures::Calendar> now() {
    const auto library = plans_.current();
    const std::lock_guard lock(mutex_);
    if (library != library_) {
      calendar_ = plan::calendar_of(*library);
      library_ = library;
    }
    return calendar_;
  }

 private:
  plan::RunningPlans& plans_;
  std::mutex mutex_;
  std::shared_ptr<const plan::Library> library_;
  std::shared_ptr<const procedures::Calendar> calendar_;
};

/// Accounts that may act for an office at that place, or for that institution, by their units.
std::vector<cases::ActingUnit> acting_units(const store::Snapshot& snapshot, RegionCode place, const std::vector<std::string>& roles, std::optional<std::int64_t> institution) {
  if (roles.empty()) return {};
  std::vector<accounts::Account> people;
  const store::Filter with_role = store::Filter().one_of("role", roles).equals("state", accounts::AccountState::active).order_by("name");
  if (institution) {
    for (const accounts::Unit& unit : snapshot.select<accounts::Unit>(store::Scope::country(), store::Filter().equals("institution", Id<registry::Institution>{*institution})))
      for (accounts::Account& account : snapshot.select<accounts::Account>(store::Scope::country(), store::Filter(with_role).equals("unit", unit.id))) people.push_back(std::move(account));
  } else {
    people = snapshot.select<accounts::Account>(store::Scope::country(), store::Filter(with_role).equals("region", place));
  }
  std::map<std::int64_t, cases::ActingUnit> units;
  for (const accounts::Account& account : people) {
    cases::ActingUnit& unit = units[account.unit ? account.unit->number : 0];
    unit.people.push_back({account.id.number, account.display_name});
  }
  std::vector<cases::ActingUnit> all;
  for (auto& [id, unit] : units) {
    unit.id = id;
    const auto found = id == 0 ? std::nullopt : snapshot.find(store::Scope::country(), Id<accounts::Unit>{id});
    // An institution's people act for it alone, never for its place.
    if (!institution && found && accounts::owner_of(*found)) continue;
    if (found) unit.name = found->name;
    all.push_back(std::move(unit));
  }
  return all;
}

std::vector<cases::ActingUnit::Person> people_of_unit(const store::Snapshot& snapshot, std::int64_t unit) {
  const store::Filter open = store::Filter().equals("unit", Id<accounts::Unit>{unit}).equals("state", accounts::AccountState::active).order_by("name");
  std::vector<cases::ActingUnit::Person> people;
  for (const accounts::Account& account : snapshot.select<accounts::Account>(store::Scope::country(), open)) people.push_back({account.id.number, account.display_name});
  return people;
}

std::vector<std::pair<RegionCode, std::string>> places_within(const plan::RunningPlans& plans, RegionCode region) {
  std::vector<std::pair<RegionCode, std::string>> all;
  const auto library = plans.current();
  for (const auto& child : library->regions.children(region)) all.emplace_back(child.code, child.name);
  return all;
}

}  // namespace

cases::Services case_services(store::Store& store, Random& random, accounts::Accounts& accounts, plan::RunningPlans& plans, ledger::Ledger& ledger, const Clock& clock,
                              const std::vector<collection::Collection>& registers, const files::Services& files, std::function<std::string()> address_of_pages) {
  const auto calendar = std::make_shared<RunningCalendar>(plans);
  return {store,
          random,
          registers,
          plans.current()->facts_layout->schema(),
          plans.current()->facts_layout->added(),
          [](const std::vector<record::Extension>& added) { return registry::FactsLayout(added).schema(); },
          [&plans, &clock](RegionCode region) { return plan::procedures_for(plans.current(), region, clock.now().beijing_day()); },
          [calendar] { return calendar->now(); },
          [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&plans](RegionCode region) { return places_within(plans, region); },
          [&accounts](std::int64_t account) { return accounts.display_name_of(account); },
          tell,
          files,
          acting_units,
          std::move(address_of_pages),
          people_of_unit,
          [&accounts](std::int64_t account) { return accounts.caller_of(account); },
          tell_other_systems,
          [&ledger](store::Writing& writing, const cases::RecordAct& act) { return act_on_record(writing, ledger, act); },
          settle_over};
}

}  // namespace laoyou::app
