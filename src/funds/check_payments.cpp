#include "funds/check_payments.h"

#include <algorithm>
#include <numeric>

namespace laoyou::funds {
namespace {

using plan::PaymentCheck;

template <class Key, class T>
const T* find(const std::map<Key, T>& all, const Key& key) {
  const auto found = all.find(key);
  return found == all.end() ? nullptr : &found->second;
}

class Checking {
 public:
  Checking(const std::vector<Entitlement>& paid, const plan::PaidSubsidy& subsidy, const Period& period, const PaymentMaterial& material)
      : paid_(paid), subsidy_(subsidy), period_(period), material_(material) {}

  std::vector<Finding> check() {
    if (asked(PaymentCheck::double_claim)) find_double_claims();
    if (asked(PaymentCheck::over_capacity)) rank_in_places();
    for (const Entitlement& each : paid_) check_one(each);
    std::sort(found_.begin(), found_.end(), [](const Finding& left, const Finding& right) { return std::pair(left.subject, left.check) < std::pair(right.subject, right.check); });
    return std::move(found_);
  }

 private:
  bool asked(PaymentCheck check) const { return std::find(subsidy_.checks.begin(), subsidy_.checks.end(), check) != subsidy_.checks.end(); }
  void hit(const Entitlement& payment, PaymentCheck check, std::string evidence) { found_.push_back({payment.subject, check, std::move(evidence)}); }

  void check_one(const Entitlement& payment) {
    if (const auto* person = find(material_.people, payment.person)) check_leaving(payment, *person);
    if (asked(PaymentCheck::two_places)) check_two_places(payment);
    if (asked(PaymentCheck::shared_account)) check_account(payment);
    if (asked(PaymentCheck::no_account) && !material_.accounts.empty() && !material_.accounts.contains(payment.payee)) hit(payment, PaymentCheck::no_account, "");
    if (asked(PaymentCheck::absence)) check_absence(payment);
    if (asked(PaymentCheck::unusual)) check_amount(payment);
  }

  void check_leaving(const Entitlement& payment, const registry::Resident& person) {
    if (!person.moved_out || *person.moved_out > material_.today) return;
    const bool died = person.left_because == registry::LeaveReason::died;
    const PaymentCheck check = died ? PaymentCheck::deceased : PaymentCheck::moved;
    if (asked(check)) hit(payment, check, person.moved_out->text());
  }

  void check_two_places(const Entitlement& payment) {
    const std::int64_t* stay = find(material_.residential_stay, payment.person);
    const std::int64_t* home = find(material_.home_residence, payment.person);
    if (stay != nullptr && home != nullptr) hit(payment, PaymentCheck::two_places, "stay " + std::to_string(*stay) + ", residence " + std::to_string(*home));
  }

  void check_account(const Entitlement& payment) {
    const PayeeAccount* account = find(material_.accounts, payment.payee);
    const auto* holders = account == nullptr ? nullptr : find(material_.account_holders, account->account_number);
    if (holders != nullptr && holders->size() > 1) hit(payment, PaymentCheck::shared_account, std::to_string(holders->size()));
  }

  void check_absence(const Entitlement& payment) {
    const std::int64_t* days = find(material_.away_days, payment.person);
    if (days != nullptr && *days >= subsidy_.absence_days.value_or(0)) hit(payment, PaymentCheck::absence, std::to_string(*days));
  }

  void check_amount(const Entitlement& payment) {
    const auto* past = find(material_.past, payment.subject);
    if (past == nullptr || past->empty()) return;
    const std::int64_t sum = std::accumulate(past->begin(), past->end(), std::int64_t{0}, [](std::int64_t all, Fen each) { return all + each.count(); });
    const std::int64_t mean = sum / std::ssize(*past), away = std::abs(payment.amount.count() - mean);
    constexpr std::int64_t k_hundred = 100;
    if (away * k_hundred > mean * subsidy_.unusual_percent.value_or(0)) hit(payment, PaymentCheck::unusual, Fen::create(mean).value().yuan_text() + " / " + payment.amount.yuan_text());
  }

  /// People who seem to be one: the same identity number, or the same name and day of birth where one of them has none. Only in different counties.
  void find_double_claims() {
    std::map<std::string, std::vector<const Entitlement*>> alike;
    for (const Entitlement& payment : paid_) {
      const auto* person = find(material_.people, payment.person);
      if (person != nullptr && person->born) alike[person->name + " " + person->born->text()].push_back(&payment);
    }
    for (const auto& [key, payments] : alike)
      for (std::size_t later = 1; later < payments.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
          if (one_person(*payments[earlier], *payments[later])) {
            hit(*payments[later], PaymentCheck::double_claim, std::to_string(payments[earlier]->person));
            break;
          }
  }

  bool one_person(const Entitlement& left, const Entitlement& right) const {
    const registry::Resident& one = material_.people.at(left.person);
    const registry::Resident& other = material_.people.at(right.person);
    constexpr std::int64_t k_county = 1'000'000;  // the first six digits of a region's code
    const bool two_counties = left.region.number() / k_county != right.region.number() / k_county;
    const bool two_numbers = one.id_number && other.id_number && *one.id_number != *other.id_number;
    return left.person != right.person && two_counties && !two_numbers && one.sex == other.sex;
  }

  /// In a place that has more people than beds those payments are held that go beyond its beds.
  void rank_in_places() {
    std::map<std::int64_t, std::int64_t> seen;
    for (const Entitlement& payment : paid_) {
      if (payment.payee == 0) continue;
      const std::int64_t* people = find(material_.residents_of, payment.payee);
      const std::int64_t* beds = find(material_.beds, payment.payee);
      const std::int64_t held = std::max<std::int64_t>(0, (people == nullptr ? 0 : *people) - (beds == nullptr ? 0 : *beds));
      if (seen[payment.payee]++ < held) hit(payment, PaymentCheck::over_capacity, std::to_string(*people) + " / " + std::to_string(beds == nullptr ? 0 : *beds));
    }
  }

  const std::vector<Entitlement>& paid_;
  const plan::PaidSubsidy& subsidy_;
  const Period& period_;
  const PaymentMaterial& material_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> check_payments(const std::vector<Entitlement>& paid, const plan::PaidSubsidy& subsidy, const Period& period, const PaymentMaterial& material) {
  return Checking(paid, subsidy, period, material).check();
}

}  // namespace laoyou::funds
