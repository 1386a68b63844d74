// A run from the registers: freezes what it rests on, checks, corrects earlier months, and computes it.
#pragma once

#include <functional>

#include "funds/calculation.h"
#include "funds/late_facts.h"
#include "plan/stack/plan.h"
#include "store/store.h"

namespace laoyou::funds {

struct RunQuestion {
  std::shared_ptr<const plan::Plan> plan;
  std::string subsidy;  ///< key
  Period period;
  RegionCode place;
};

/// A correction as it will be stored.
struct PreparedCorrection {
  std::int64_t of_run = 0;
  Period of_period;
  LateDifference difference;
  Fen amount;  ///< what is still to be made good; below zero: too much was paid
};

struct PreparedRun {
  OpenedRun opened;
  std::string inputs;  ///< pack_material(): what is kept
  Calculation calculation;
  std::vector<PreparedCorrection> corrections;
  std::map<std::int64_t, Fen> owed;  ///< subject → what corrections take back beyond this payment: a recovery is opened
  std::int64_t sequence = 0;
};

/// `all`: the registers as columns by the layout of the plan, after the journal's entry `sequence`. The same question, plan and sequence give the same bytes at any later time.
/// `phase` is told what is being done. Refused as "funds.not_payable" (key) when the plan's subsidies.csv does not name it, and as subsidy_rules() and
/// payment_file() refuse. Throws StoreUnavailable.
CheckedResult<PreparedRun> prepare_run(store::Store& store, const RunQuestion& question, const rules::Facts& all, std::int64_t sequence,
                                       const std::function<void(const std::string&)>& phase = {});

/// How the plan pays the subsidy. Refused as "funds.not_payable".
Result<plan::PaidSubsidy> paid_subsidy(const plan::Plan& plan, const std::string& key);
/// The subsidy's name in the plan; its key where it has none.
std::string subsidy_name(const plan::Plan& plan, const std::string& key);

/// The run's frozen inputs, opened. Refused as "funds.not_frozen" while there are none. Throws StoreDamaged.
CheckedResult<OpenedRun> open_run(store::Store& store, const SubsidyRun& run);

}  // namespace laoyou::funds
