// The places of a round in the order of their points.
#pragma once

#include "evaluation/asked.h"
#include "store/writing.h"

namespace laoyou::evaluation {

/// Gives every place its points, rank and grade as its scores stand now.
void rank_all(store::Writing& writing, const Scheme& scheme, const EvaluationRound& round);

}  // namespace laoyou::evaluation
