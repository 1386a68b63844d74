#include "funds/check_payments.h"
#include "funds/register_rows.h"
#include "registry/place_parts.h"
#include "registry/residence.h"
#include "registry/stay.h"

namespace laoyou::funds {
namespace {

using store::Snapshot;

/// Whether a term that begins on `from` and no longer holds on `until` shares a day with the period.
bool overlaps(Date from, const std::optional<Date>& until, const Period& period) { return from <= period.last_day() && (!until || *until > period.first_day()); }

class Gathering {
 public:
  Gathering(const Snapshot& snapshot, std::int64_t sequence, const Period& period) : snapshot_(snapshot), sequence_(sequence), period_(period) {}

  void people(const std::set<std::int64_t>& wanted) {
    each_as_of<registry::Resident>(snapshot_, sequence_, wanted, [&](registry::Resident&& resident) { material.people.emplace(resident.id.number, std::move(resident)); });
  }

  void places() {
    each<registry::Stay>([&](registry::Stay&& stay) {
      if (stay.kind != registry::StayKind::residential || !overlaps(stay.from, stay.until, period_)) return;
      keep_least(material.residential_stay, stay.resident.number, stay.id.number);
      if (!stay.until || *stay.until > period_.last_day()) ++material.residents_of[stay.institution.number];
    });
    each<registry::Residence>([&](registry::Residence&& residence) {
      if (residence.kind == registry::ResidenceKind::home && overlaps(residence.from, residence.until, period_))
        keep_least(material.home_residence, residence.resident.number, residence.id.number);
    });
  }

  void beds() {
    each<registry::Bed>([&](registry::Bed&& bed) {
      const bool in_use = (!bed.opened || *bed.opened <= period_.last_day()) && (!bed.closed || *bed.closed > period_.last_day());
      if (bed.institution && !bed.family && in_use) ++material.beds[bed.institution->number];
    });
  }

  void absences() {
    each<registry::Attendance>([&](registry::Attendance&& attendance) {
      if (attendance.month == period_) material.away_days[attendance.resident.number] += attendance.days_open - attendance.days_present;
    });
  }

  void accounts() {
    each<PayeeAccount>([&](PayeeAccount&& account) {
      if (!overlaps(account.from, account.until, period_)) return;
      const std::int64_t payee = account.resident ? account.resident->number : account.institution ? account.institution->number : 0;
      material.account_holders[account.account_number].insert(payee);
      const auto known = material.accounts.find(payee);
      if (known == material.accounts.end())
        material.accounts.emplace(payee, std::move(account));
      else if (std::pair(known->second.from, known->second.id.number) < std::pair(account.from, account.id.number))
        known->second = std::move(account);
    });
  }

  void past(const std::string& subsidy) {
    std::map<std::int64_t, Period> runs;
    each<SubsidyRun>([&](SubsidyRun&& run) {
      if (run.subsidy == subsidy && run.state == RunState::settled && run.period < period_) runs.emplace(run.id.number, run.period);
    });
    if (runs.empty()) return;
    each<SubsidyPayment>([&](SubsidyPayment&& payment) {
      if (runs.contains(payment.run.number)) material.past[payment.subject].push_back(payment.entitled);
    });
    for (auto& [subject, amounts] : material.past) std::sort(amounts.begin(), amounts.end());
  }

  PaymentMaterial material;

 private:
  template <record::Described T, class F>
  void each(F&& visit) const {
    each_as_of<T>(snapshot_, sequence_, std::forward<F>(visit));
  }
  static void keep_least(std::map<std::int64_t, std::int64_t>& held, std::int64_t key, std::int64_t id) {
    const auto [at, fresh] = held.emplace(key, id);
    if (!fresh) at->second = std::min(at->second, id);
  }

  const Snapshot& snapshot_;
  std::int64_t sequence_;
  const Period& period_;
};

}  // namespace

PaymentMaterial payment_material(const Snapshot& snapshot, std::int64_t sequence, const std::vector<Entitlement>& paid, const plan::PaidSubsidy& subsidy, const Period& period,
                                 Date today) {
  const std::set<plan::PaymentCheck> checks(subsidy.checks.begin(), subsidy.checks.end());
  std::set<std::int64_t> people;
  for (const Entitlement& each : paid) people.insert(each.person);
  Gathering gathering(snapshot, sequence, period);
  gathering.material.today = today;
  gathering.people(people);
  gathering.accounts();
  if (checks.contains(plan::PaymentCheck::two_places) || checks.contains(plan::PaymentCheck::over_capacity)) gathering.places();
  if (checks.contains(plan::PaymentCheck::over_capacity)) gathering.beds();
  if (checks.contains(plan::PaymentCheck::absence)) gathering.absences();
  if (checks.contains(plan::PaymentCheck::unusual)) gathering.past(subsidy.subsidy);
  return std::move(gathering.material);
}

}  // namespace laoyou::funds
