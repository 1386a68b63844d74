// Everything that a run is computed from, as one sealed piece: years later it gives the same payment file byte for byte.
#pragma once

#include <string>
#include <vector>

#include "funds/entitlement.h"
#include "funds/records.h"
#include "record/extension.h"
#include "rules/text/source.h"

namespace laoyou::funds {

/// What one payment rests on beside the rule: where it goes, what earlier months add, what checks have found.
struct PaymentInput {
  std::int64_t subject = 0, person = 0, payee = 0;
  RegionCode region;
  Fen correction, recovered;
  std::string account_name, account_number, bank_name;
  std::vector<std::pair<plan::PaymentCheck, std::string>> holds;  ///< check and evidence
};

struct RunMaterial {
  Period period;
  RegionCode place;
  plan::PaidSubsidy paid;
  std::vector<plan::BankColumn> layout;
  rules::BookSource rules;
  std::vector<record::Extension> fields;  ///< of plans, that the rules read: what rules must know of them
  std::string facts;                  ///< pack_facts()
  std::vector<PaymentInput> payments;  ///< by subject
};

/// Equal materials give equal bytes.
std::string pack_material(const RunMaterial& material);
/// Refused as "funds.frozen_unreadable".
Result<RunMaterial> unpack_material(std::string_view bytes);

}  // namespace laoyou::funds
