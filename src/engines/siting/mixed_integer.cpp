#include "engines/siting/mixed_integer.h"

#include <coin/CbcEventHandler.hpp>
#include <coin/CbcHeuristic.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglClique.hpp>
#include <coin/CglGomory.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>

namespace laoyou::siting {
namespace {

/// Lets the caller's clock end the search.
class StopWhenTold final : public CbcEventHandler {
 public:
  explicit StopWhenTold(const Effort& effort) : effort_(&effort) {}
  CbcAction event(CbcEvent) override { return effort_->stop_now() ? stop : noAction; }
  CbcEventHandler* clone() const override { return new StopWhenTold(*this); }

 private:
  const Effort* effort_;
};

double coin_bound(double value) { return std::isfinite(value) ? value : std::copysign(COIN_DBL_MAX, value); }

void load(const SitingProgram& program, OsiClpSolverInterface& solver) {
  const auto columns = static_cast<int>(program.objective.size());
  const auto rows = static_cast<int>(program.row_lower.size());
  std::vector<CoinBigIndex> first(program.row_first.begin(), program.row_first.end());
  const CoinPackedMatrix matrix(false, columns, rows, static_cast<CoinBigIndex>(program.entry.size()), program.entry.data(),
                                program.entry_column.data(), first.data(), nullptr);
  const std::vector<double> upper(program.objective.size(), 1.0);
  std::vector<double> row_lower, row_upper;
  for (const double value : program.row_lower) row_lower.push_back(coin_bound(value));
  for (const double value : program.row_upper) row_upper.push_back(coin_bound(value));
  solver.loadProblem(matrix, program.lower.data(), upper.data(), program.objective.data(), row_lower.data(), row_upper.data());
  for (std::size_t column = 0; column < program.whole.size(); ++column) {
    if (program.whole[column]) solver.setInteger(static_cast<int>(column));
  }
}

void add_cuts(CbcModel& model) {
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxProbe(10);
  probing.setMaxLook(10);
  probing.setRowCuts(3);
  CglGomory gomory;
  CglKnapsackCover cover;
  CglClique clique;
  clique.setStarCliqueReport(false);
  clique.setRowCliqueReport(false);
  CglMixedIntegerRounding2 rounding;
  constexpr int k_as_it_pays = -1;
  model.addCutGenerator(&probing, k_as_it_pays, "probing");
  model.addCutGenerator(&gomory, k_as_it_pays, "gomory");
  model.addCutGenerator(&cover, k_as_it_pays, "cover");
  model.addCutGenerator(&clique, k_as_it_pays, "clique");
  model.addCutGenerator(&rounding, k_as_it_pays, "rounding");
}

}  // namespace

ProgramAnswer solve_program(const SitingProgram& program, const Effort& effort, double cutoff) {
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  load(program, solver);
  CbcModel model(solver);
  model.setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  StopWhenTold handler(effort);
  model.passInEventHandler(&handler);
  add_cuts(model);
  CbcRounding rounding(model);
  model.addHeuristic(&rounding);
  model.setMaximumSeconds(std::max(effort.program_seconds, 0.01));
  model.setMaximumNodes(static_cast<int>(std::min<std::int64_t>(effort.node_limit, 2'000'000'000)));
  if (std::isfinite(cutoff)) model.setCutoff(cutoff);
  model.initialSolve();
  ProgramAnswer answer;
  if (!model.isInitialSolveProvenOptimal()) {
    answer.proved = model.isInitialSolveProvenPrimalInfeasible() || model.solver()->isDualObjectiveLimitReached();
    answer.bound = -std::numeric_limits<double>::infinity();
    return answer;
  }
  model.branchAndBound();
  answer.proved = model.isProvenOptimal() || model.isProvenInfeasible();
  answer.bound = model.getBestPossibleObjValue();
  answer.nodes = model.getNodeCount();
  if (const double* const best = model.bestSolution()) {
    answer.column.assign(best, best + program.objective.size());
    answer.value = model.getObjValue();
  }
  return answer;
}

}  // namespace laoyou::siting
