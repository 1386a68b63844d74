// Whom a policy holds for among those in the registers: counted over the columns, listed for whoever goes to see them.
#pragma once

#include "benefits/asked.h"
#include "benefits/requests.h"

namespace laoyou::benefits {

/// A policy's rule over a record of the registers.
struct PolicyRule {
  const plan::Policy* policy = nullptr;
  std::string layer;
  int rule = -1;
  int record = -1;
};

/// Every policy of the plan that has one.
std::vector<PolicyRule> policy_rules(const plan::Plan& plan);

/// One row of the registers.
struct EntitledAt {
  std::int64_t id = 0;
  RegionCode region;
};

struct EntitledRows {
  std::vector<EntitledAt> entitled;  ///< by region, then by id
  std::int64_t undecided = 0;
};

/// The rows within a place for which the rule holds.
EntitledRows entitled_rows(const rules::Facts& facts, const rules::Book& book, const Period& period, const PolicyRule& rule, RegionCode within);

/// How many each policy holds for within a place.
std::vector<EntitledPolicy> entitled_policies(const rules::Facts& facts, const Asked& asked);

}  // namespace laoyou::benefits
