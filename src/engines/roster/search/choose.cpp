// One row for each carer out of the columns of a program, by CBC.
#include <coin/CbcEventHandler.hpp>
#include <coin/CbcHeuristic.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglClique.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglZeroHalf.hpp>
#include <coin/ClpEventHandler.hpp>
#include <coin/ClpSimplex.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include "engines/roster/search/master.h"

namespace laoyou::roster {
namespace {

/// Lets the caller's clock end the choosing.
class StopWhenTold final : public CbcEventHandler {
 public:
  explicit StopWhenTold(const std::function<bool()>& told) : told_(&told) {}
  CbcAction event(CbcEvent) override { return *told_ && (*told_)() ? stop : noAction; }
  CbcEventHandler* clone() const override { return new StopWhenTold(*this); }

 private:
  const std::function<bool()>* told_;
};

/// The same within one program: trying out many branches, CBC asks nobody for a long time. What it makes of a program broken off is told to stop next.
class StopProgramWhenTold final : public ClpEventHandler {
 public:
  explicit StopProgramWhenTold(const std::function<bool()>& told) : told_(&told) {}
  int event(Event event) override {
    constexpr int k_go_on = -1, k_stop = 5;
    return event == endOfIteration && *told_ && (*told_)() ? k_stop : k_go_on;
  }
  ClpEventHandler* clone() const override { return new StopProgramWhenTold(*this); }

 private:
  const std::function<bool()>* told_;
};

void load(const ClpSimplex& program, int first_column, const std::vector<std::size_t>& kept, OsiClpSolverInterface& solver) {
  std::vector<int> columns;
  for (int i = 0; i < first_column; ++i) columns.push_back(i);
  for (std::size_t column : kept) columns.push_back(first_column + static_cast<int>(column));
  CoinPackedMatrix matrix;
  matrix.submatrixOf(*program.matrix(), static_cast<int>(columns.size()), columns.data());
  std::vector<double> prices, lower(columns.size(), 0), upper(columns.size(), COIN_DBL_MAX);
  for (int column : columns) prices.push_back(program.objective()[column]);
  for (std::size_t i = static_cast<std::size_t>(first_column); i < columns.size(); ++i) upper[i] = 1;
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(matrix, lower.data(), upper.data(), prices.data(), program.rowLower(), program.rowUpper());
  for (std::size_t i = static_cast<std::size_t>(first_column); i < columns.size(); ++i) solver.setInteger(static_cast<int>(i));
}

}  // namespace

std::vector<std::size_t> Master::choose(double gap, double below, int nodes, const std::function<bool()>& stop) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (reduced_price(i) < gap) kept.push_back(i);
  OsiClpSolverInterface solver;
  solver.setHintParam(OsiDoPresolveInInitial, false);
  solver.setHintParam(OsiDoDualInInitial, false);
  load(*program_, first_column_, kept, solver);
  StopProgramWhenTold program_handler(stop);
  solver.getModelPtr()->passInEventHandler(&program_handler);
  CbcModel model(solver);
  model.setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  StopWhenTold handler(stop);
  model.passInEventHandler(&handler);
  CglZeroHalf halves;
  CglClique clique;
  clique.setStarCliqueReport(false);
  clique.setRowCliqueReport(false);
  model.addCutGenerator(&halves, -1, "halves");
  model.addCutGenerator(&clique, -1, "clique");
  CbcRounding rounding(model);
  model.addHeuristic(&rounding);
  model.setMaximumNodes(nodes);
  model.initialSolve();
  if (!model.isInitialSolveProvenOptimal()) return {};
  model.setCutoff(below);
  model.branchAndBound();
  pivots_ += model.getIterationCount();
  const double* const best = model.bestSolution();
  if (best == nullptr || model.getObjValue() >= below) return {};
  std::vector<std::size_t> chosen(static_cast<std::size_t>(carers_), columns_.size());
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (best[static_cast<std::size_t>(first_column_) + i] > 0.5) chosen[static_cast<std::size_t>(columns_[kept[i]].carer)] = kept[i];
  for (std::size_t one : chosen)
    if (one == columns_.size()) return {};
  return chosen;
}

}  // namespace laoyou::roster
