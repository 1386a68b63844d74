// A run computed from its material: a pure function, so that the same material gives the same payments and the same file on every machine.
#pragma once

#include <map>
#include <memory>

#include "funds/payment_file.h"
#include "funds/run_inputs.h"
#include "registry/facts_layout.h"
#include "rules/facts/facts.h"

namespace laoyou::funds {

/// One payment as computed.
struct RunPayment {
  Entitlement entitlement;  ///< amount 0 where only earlier months are corrected
  PaymentInput input;
  Fen amount;               ///< entitled + correction - recovered, never below zero
  bool held() const { return !input.holds.empty(); }
};

struct RegionTotal {
  std::int64_t paid = 0, held = 0, undecided = 0;
  Fen total;
};

struct Calculation {
  std::size_t looked_at = 0;
  std::vector<RunPayment> payments;   ///< by subject
  std::vector<Undecided> undecided;
  std::map<RegionCode, RegionTotal> by_region;  ///< one level below the place of the run
  RegionTotal whole;
  std::string file, file_digest;  ///< of the payments that nothing holds back
};

/// The book and the facts of a run, unpacked.
struct OpenedRun {
  RunMaterial material;
  std::shared_ptr<const rules::Book> book;
  std::shared_ptr<const rules::Facts> facts;
  SubsidyRules subsidy;
};

/// Refused as "funds.frozen_unreadable", and those of rules::check() when the language of rules no longer takes what it took then.
CheckedResult<OpenedRun> open_material(RunMaterial material);
/// The same in a layout that has at least the material's own fields of plans: for facts that another book is asked over too.
CheckedResult<OpenedRun> open_material(RunMaterial material, const registry::FactsLayout& layout);

/// Refusals of payment_file().
CheckedResult<Calculation> calculate(const OpenedRun& run);

/// The name of a payment in files and answers: "high_age_allowance-2025-06-1001".
std::string payment_reference(const std::string& subsidy, const Period& period, std::int64_t subject);

/// SHA-256 in hexadecimal digits.
std::string digest_of(std::string_view bytes);

/// The part of the place that a region lies in: its ancestor one level below.
RegionCode part_of(RegionCode place, RegionCode region);

}  // namespace laoyou::funds
