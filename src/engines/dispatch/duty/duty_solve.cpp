#include "engines/dispatch/duty/duty_solve.h"

#include "base/check.h"
#include "engines/dispatch/duty/duty_search.h"

namespace laoyou::dispatch::duty {

CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options) {
  if (Refusals contradictions = find_contradictions(problem); !contradictions.empty()) return contradictions;
  Search search(problem, options.seed);
  search.run(options.steps, options.elapsed_share);
  Answer answer{search.best(), check(problem, search.best()), search.steps()};
  // Search and judge share no evaluation: should they ever disagree, no answer is better than a wrong one.
  CHECK(answer.judgement.valid() == (search.best_broken() == 0));
  CHECK(answer.judgement.cost() == search.best_price());
  return answer;
}

}  // namespace laoyou::dispatch::duty
