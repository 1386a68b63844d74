// The evaluation as each may see it: a draft is the place's own, points are told with the results, other places' with the publication.
#pragma once

#include "evaluation/asked.h"

namespace laoyou::evaluation {

RoundLine round_line(const store::Snapshot& snapshot, const plan::Library& library, const EvaluationRound& round);

Result<EvaluationList> evaluations(const Services& services, const store::Acting& acting, const EvaluationsRequest& request);
CheckedResult<RoundDetail> round_detail(const Services& services, const store::Acting& acting, const RoundRequest& request);
CheckedResult<PlaceDetail> place_detail(const Services& services, const store::Acting& acting, const PlaceRequest& request);
/// The published ones of a plan, the last first.
Result<PublicRounds> published(const Services& services, const EvaluationsRequest& request);

}  // namespace laoyou::evaluation
