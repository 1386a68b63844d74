#pragma once

#include "engines/siting/median_problem.h"

namespace laoyou::siting {

/// The same covering problem (every offer costs 0) made smaller without losing its best value: clients reached by the same
/// places become one, and a place whose clients another place of no higher price also reaches is dropped. Gives back which
/// place of `problem` each remaining one was. Generalised presolve of the maximal covering problem: arXiv 2409.09834.
ReducedMedianProblem presolve_coverage(const MedianProblem& problem);

}  // namespace laoyou::siting
