#include "engines/roster/solve.h"

#include "base/check.h"
#include "engines/roster/annealing.h"
#include "engines/roster/search/search.h"

namespace laoyou::roster {
namespace {

constexpr double k_annealing_share = 0.03;              // of the time
constexpr std::int64_t k_annealing_steps = 30'000;      // where there is no time
constexpr std::int64_t k_annealing_steps_a_step = 500;  // where only few steps are asked for

/// A roster that keeps every rule wherever there is a row that does; `movable` gets the carers whose row the search may make.
Plan begin(const Problem& problem, Ground& ground, const SolveOptions& options, std::vector<int>& movable) {
  Annealing annealing(problem, options.seed);
  std::function<double()> share;
  if (options.elapsed_share) share = [&] { return options.elapsed_share() / k_annealing_share; };
  annealing.run(options.elapsed_share ? options.steps : std::min(k_annealing_steps, options.steps * k_annealing_steps_a_step), share);
  Plan plan = annealing.best();
  RowScratch scratch;
  for (int carer = 0; carer < static_cast<int>(plan.days.size()); ++carer) {
    const auto at = static_cast<std::size_t>(carer);
    const bool keeps = ground.rows.cost(carer, plan.days[at]).broken == 0;
    std::optional<PricedRow> row;
    if (ground.finders[at].usable()) row = ground.finders[at].find(ground.own[at], ground.choices[at], scratch);
    if (!keeps && row) plan.days[at] = row->row;
    if (row) movable.push_back(carer);
  }
  return plan;
}

}  // namespace

CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options) {
  if (Refusals contradictions = find_contradictions(problem); !contradictions.empty()) return contradictions;
  Ground ground(problem);
  std::vector<int> movable;
  Plan plan = begin(problem, ground, options, movable);
  const bool all = movable.size() == problem.carers.size();
  Search search(ground, std::move(plan), std::move(movable));
  search.run({options.steps, options.elapsed_share, options.seed, options.threads, options.progress});
  Answer answer{search.plan(), check(problem, search.plan()), all ? search.bound() : std::nullopt, search.steps()};
  // Search and judge share no evaluation: should they ever disagree, no answer is better than a wrong one.
  std::int64_t broken = 0;
  for (std::size_t carer = 0; carer < problem.carers.size(); ++carer) broken += ground.rows.cost(static_cast<int>(carer), answer.plan.days[carer]).broken;
  CHECK(answer.judgement.valid() == (broken == 0));
  CHECK(answer.judgement.cost() == search.price());
  return answer;
}

}  // namespace laoyou::roster
