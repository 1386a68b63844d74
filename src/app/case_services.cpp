#include "app/case_services.h"

#include <mutex>

#include "notices/tell.h"
#include "plan/stack/running_procedures.h"
#include "registry/facts.h"

namespace laoyou::app {
namespace {

constexpr notices::Kind k_case_waits{"notice.case_waits", notices::Importance::dated};
constexpr notices::Kind k_case_urgent{"notice.case_urgent", notices::Importance::urgent};
constexpr notices::Kind k_case_moved{"notice.case_moved", notices::Importance::message};

void tell(store::Writing& writing, const cases::Telling& telling) {
  const std::vector<std::string> zh{telling.procedure_zh, telling.number}, en{telling.procedure_en.empty() ? telling.procedure_zh : telling.procedure_en, telling.number};
  const std::string cause = notices::cause("case_file", telling.case_id), link = "/cases/" + std::to_string(telling.case_id);
  if (telling.to == cases::Telling::To::applicant) {
    if (telling.account > 0) notices::tell(writing, {k_case_moved, cause, telling.event_id, notices::Addressee::account(telling.account), telling.region, zh, en, link});
    return;
  }
  const notices::Kind& kind = telling.urgent ? k_case_urgent : k_case_waits;
  if (telling.unit > 0)
    notices::tell(writing, {kind, cause, telling.event_id, notices::Addressee::unit(telling.unit), telling.region, zh, en, link});
  else if (telling.power)
    notices::tell(writing, {kind, cause, telling.event_id, notices::Addressee::holders(*telling.power), telling.region, zh, en, link});
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

}  // namespace

cases::Services case_services(store::Store& store, Random& random, accounts::Accounts& accounts, plan::RunningPlans& plans, const Clock& clock,
                              const std::vector<collection::Collection>& registers) {
  const auto calendar = std::make_shared<RunningCalendar>(plans);
  return {store,
          random,
          registers,
          registry::facts_schema(),
          [&plans, &clock](RegionCode region) { return plan::procedures_for(plans.current(), region, clock.now().beijing_day()); },
          [calendar] { return calendar->now(); },
          [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&accounts](std::int64_t account) { return accounts.display_name_of(account); },
          tell};
}

}  // namespace laoyou::app
