// The answers of the room's reading routes.
#pragma once

#include "funds/answers.h"
#include "funds/room.h"
#include "http/context.h"

namespace laoyou::funds {

Result<PayableSubsidies> payable_subsidies(const Services& services, const http::Context& context);
/// The latest period first.
Result<RunList> run_list(const Services& services, const http::Context& context);
/// Refused as "funds.run.not_found".
Result<RunPage> run_page(const Services& services, const http::Context& context, const RunRequest& request);
/// Against the run before of the same subsidy and place. Refused as "funds.run.not_found" and as open_run() refuses.
CheckedResult<RunDifferences> run_differences(const Services& services, const http::Context& context, const RunRequest& request);
/// Refused as "records.not_found" when the person is not in the caller's scope.
CheckedResult<OwnBenefits> own_benefits(const Services& services, const http::Context& context, const BenefitsRequest& request);

/// A run's inputs, opened once and kept while they are asked for: one run at a time.
CheckedResult<std::shared_ptr<const struct OpenedRun>> opened_inputs(const Services& services, const SubsidyRun& run);

}  // namespace laoyou::funds
