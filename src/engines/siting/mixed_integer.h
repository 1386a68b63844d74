#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engines/siting/effort.h"
#include "engines/siting/siting_program.h"

namespace laoyou::siting {

/// What CBC found for a program that is to be minimised.
struct ProgramAnswer {
  std::vector<double> column;  ///< empty when no solution was found
  double value = 0;
  double bound = 0;         ///< no solution costs less
  bool proved = false;      ///< the solution is the best one, or there is none
  std::int64_t nodes = 0;
};

/// Solves `program` exactly with CBC: cuts, rounding and branching, without CBC's integer preprocessing, which in 2.10.8 was
/// seen to cut off the best solution of small capacitated problems. Only solutions below `cutoff` are looked for; where there is none the
/// answer is proved without one. Stops when `effort` says so.
ProgramAnswer solve_program(const SitingProgram& program, const Effort& effort, double cutoff = std::numeric_limits<double>::infinity());

}  // namespace laoyou::siting
