// Proposals kept, listed and carried into the plan.
#pragma once

#include "whatif/asked.h"
#include "whatif/plan_text.h"

namespace laoyou::whatif {

CheckedResult<ProposalLine> make_proposal(const Services& services, const store::Acting& acting, const NewProposalRequest& request, Language language);
/// The newest first.
Result<ProposalList> list_proposals(const Services& services, const store::Acting& acting, const ProposalsRequest& request);
Result<ProposalDetail> one_proposal(const Services& services, const store::Acting& acting, const ProposalRequest& request);
Result<Difference> difference(const Services& services, const store::Acting& acting, const DifferenceRequest& request);
/// Writes the plan's file and loads the plans anew; where they do not load, the file is as it was. Refused as "whatif.other_difference" when the file or the plan has changed
/// since the difference was shown, "whatif.not_open", "whatif.not_your_plan", "record.changed", "plan.unwritable", and with every fault that loading finds.
CheckedResult<ProposalLine> carry(const Services& services, const store::Acting& acting, const CarryRequest& request);
Result<ProposalLine> withdraw(const Services& services, const store::Acting& acting, const WithdrawRequest& request);

}  // namespace laoyou::whatif
