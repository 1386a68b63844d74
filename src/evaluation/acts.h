// What people do in an evaluation. Refused, besides what is said at each: "evaluation.not_found", "evaluation.not_yours", "evaluation.not_now" (the state does not
// allow it), "record.changed" (it has changed since it was seen).
#pragma once

#include "evaluation/asked.h"

namespace laoyou::evaluation {

/// Opens a year for all places. Also "evaluation.year_not_over", "evaluation.opened_already".
CheckedResult<RoundLine> open_round(const Services& services, const store::Acting& acting, const OpenRoundRequest& request);
/// Ranks all places and tells each its result. Also "evaluation.not_all_reviewed".
CheckedResult<RoundDetail> announce(const Services& services, const store::Acting& acting, const RoundStepRequest& request);
/// Also "evaluation.objections_open", "evaluation.shares_over".
CheckedResult<RoundDetail> publish(const Services& services, const store::Acting& acting, const PublishRequest& request);

/// Keeps the place's draft; `version` is that of the report. What does not fit is told by its field.
CheckedResult<PlaceDetail> save_report(const Services& services, const store::Acting& acting, const SaveReportRequest& request);
/// Hands it in: every criterion has own points, and there is a summary.
CheckedResult<PlaceDetail> submit(const Services& services, const store::Acting& acting, const PlaceStepRequest& request);
CheckedResult<PlaceDetail> give_back(const Services& services, const store::Acting& acting, const PlaceWordsRequest& request);
/// Gives points; again as long as the results are not told. Also "evaluation.points_needed", "evaluation.reason_needed".
CheckedResult<PlaceDetail> review(const Services& services, const store::Acting& acting, const ReviewRequest& request);
/// Also "evaluation.objections_over".
CheckedResult<PlaceDetail> object(const Services& services, const store::Acting& acting, const PlaceWordsRequest& request);
CheckedResult<PlaceDetail> accept(const Services& services, const store::Acting& acting, const PlaceStepRequest& request);
/// Answers an objection; all places are ranked anew when points change.
CheckedResult<PlaceDetail> answer(const Services& services, const store::Acting& acting, const AnswerRequest& request);

}  // namespace laoyou::evaluation
