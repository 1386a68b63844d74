// Telling places and the city what waits for them in an evaluation.
#pragma once

#include "evaluation/asked.h"
#include "store/writing.h"

namespace laoyou::evaluation {

/// To those who report for the place: a year was opened, due on its day.
void tell_opened(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);
/// To those who review: a report waits.
void tell_submitted(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);
/// To whoever submitted it, with the remark.
void tell_returned(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);
/// To those who report for the place: its result, and until when it may object.
void tell_announced(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);
/// To those who review: an objection waits for its answer.
void tell_objected(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);
/// To those who report for the place: the answer.
void tell_answered(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place);

/// What waited for the review of this place is done.
void settle_submitted(store::Writing& writing, const PlaceEvaluation& place);
/// What waited for the place is done.
void settle_announced(store::Writing& writing, const PlaceEvaluation& place);

}  // namespace laoyou::evaluation
