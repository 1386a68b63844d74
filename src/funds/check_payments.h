// Checks before payment (发放前核查): what is looked up of each payee, and what was found. Each finding holds back one payment and nothing else.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "funds/entitlement.h"
#include "funds/records.h"
#include "store/snapshot.h"

namespace laoyou::funds {

/// What the checks know beside the facts of the rules, read in one snapshot.
struct PaymentMaterial {
  std::map<std::int64_t, registry::Resident> people;            ///< those who are paid for
  std::map<std::int64_t, std::int64_t> residential_stay;        ///< person → stay in residential care that overlaps the period
  std::map<std::int64_t, std::int64_t> home_residence;          ///< person → residence at home that overlaps the period too
  std::map<std::int64_t, std::int64_t> away_days;               ///< person → days open less days present in the period
  std::map<std::int64_t, std::int64_t> beds, residents_of;      ///< institution → beds in use, people in residential care
  std::map<std::int64_t, PayeeAccount> accounts;                ///< payee → account in force; of people and institutions alike, ids are unique
  std::map<std::string, std::set<std::int64_t>> account_holders;  ///< number → payees
  std::map<std::int64_t, std::vector<Fen>> past;                ///< subject → amounts entitled in earlier periods of the subsidy
  Date today;
};

/// As things were after the journal's entry `sequence`.
PaymentMaterial payment_material(const store::Snapshot& snapshot, std::int64_t sequence, const std::vector<Entitlement>& paid, const plan::PaidSubsidy& subsidy, const Period& period,
                                 Date today);

/// One finding about one payment.
struct Finding {
  std::int64_t subject = 0;
  plan::PaymentCheck check = plan::PaymentCheck::deceased;
  std::string evidence;
  bool operator==(const Finding&) const = default;
};

/// In the order of subjects, then of checks.
std::vector<Finding> check_payments(const std::vector<Entitlement>& paid, const plan::PaidSubsidy& subsidy, const Period& period, const PaymentMaterial& material);

}  // namespace laoyou::funds
