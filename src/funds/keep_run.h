// A run's rows: claimed by one clerk, kept when it is computed, given up.
#pragma once

#include "funds/prepare_run.h"
#include "store/acting.h"

namespace laoyou::funds {

/// A run as somebody asked for it: made now, or there already.
struct ClaimedRun {
  SubsidyRun run;
  bool made = false;  ///< false: another has it; nothing was changed
};

/// Whoever asks first makes it; all later ones are shown it. A run that could not be computed is taken up again. Throws StoreUnavailable.
Result<ClaimedRun> claim_run(store::Store& store, const store::Acting& acting, const RunQuestion& question);

/// Keeps the frozen inputs and returns what stores the run as a draft with its payments, holds, undecided claims, corrections and recoveries: one command,
/// so that there is all of it or nothing. Refused there as "funds.not_computing" when the run is no longer waiting for it. Throws StoreUnavailable.
store::Command keeping(store::Store& store, Id<SubsidyRun> run, const PreparedRun& prepared);

/// Why it could not be computed; the next who asks takes it up again.
store::Command failing(Id<SubsidyRun> run, std::string trouble);

}  // namespace laoyou::funds
