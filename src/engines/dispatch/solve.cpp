#include "engines/dispatch/solve.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "base/check.h"
#include "engines/dispatch/search/annealing.h"

namespace laoyou::dispatch {
namespace {

// A short day lies in one of a few basins far apart, and which one a search ends in is chance: three searches from three seeds, a third of the
// time each, find the best one far more often than one search of the whole time.
constexpr std::size_t k_short_day_visits = 80;
constexpr std::int64_t k_starts = 3;
constexpr std::int64_t k_steps_a_start = 20'000;  // fewer steps are not worth dividing
constexpr std::uint64_t k_seeds_apart = 1'000'003;

/// What one search found.
struct Found {
  RatedPlan best;
  std::int64_t iterations = 0;
};

class Searches {
 public:
  Searches(const Problem& problem, const SolveOptions& options)
      : problem_(problem), options_(options), found_(static_cast<std::size_t>(std::max(1, options.searches))) {}

  std::vector<Found> run() {
    const int threads = std::clamp(options_.threads, 1, static_cast<int>(found_.size()));
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    if (failed_) std::rethrow_exception(failed_);
    return std::move(found_);
  }

 private:
  void work() {
    try {
      for (std::size_t i = next_++; i < found_.size(); i = next_++) search(i);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failed_ = std::current_exception();
    }
  }

  void search(std::size_t number) {
    const bool divided = options_.start == nullptr && problem_.visits.size() <= k_short_day_visits && options_.iterations >= k_starts * k_steps_a_start;
    const std::int64_t starts = divided ? k_starts : 1;
    for (std::int64_t start = 0; start < starts; ++start) {
      Annealing annealing(problem_, options_.start, options_.seed + number + static_cast<std::uint64_t>(start) * k_seeds_apart);
      tell(annealing);
      SearchBudget budget{options_.iterations / starts, nullptr};
      if (options_.elapsed_share)
        budget.elapsed_share = [&, start] { return options_.elapsed_share() * static_cast<double>(starts) - static_cast<double>(start); };
      annealing.run(budget, [&](const RatedPlan&) { tell(annealing); });
      Found& found = found_[number];
      const bool better = start == 0 || problem_.objective.values(annealing.best().terms) < problem_.objective.values(found.best.terms);
      if (better) found.best = annealing.best();
      found.iterations += annealing.iterations();
    }
  }

  void tell(const Annealing& annealing) {
    if (!options_.progress) return;
    const std::lock_guard lock(mutex_);
    auto levels = problem_.objective.values(annealing.best().terms);
    if (best_ && !(levels < *best_)) return;
    best_ = levels;
    options_.progress({annealing.iterations(), std::move(levels)});
  }

  const Problem& problem_;
  const SolveOptions& options_;
  std::vector<Found> found_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::optional<std::vector<std::int64_t>> best_;
  std::exception_ptr failed_;
};

}  // namespace

CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options) {
  Refusals contradictions = find_contradictions(problem);
  if (!contradictions.empty()) return contradictions;
  std::vector<Found> found = Searches(problem, options).run();
  Answer answer;
  answer.unservable = find_unservable(problem);
  const Found* best = &found.front();
  for (const Found& one : found) {
    answer.iterations += one.iterations;
    if (problem.objective.values(one.best.terms) < problem.objective.values(best->best.terms)) best = &one;
  }
  answer.plan = best->best.plan;
  answer.judgement = check(problem, answer.plan);
  answer.levels = problem.objective.values(answer.judgement.terms);
  // The search and the judge share no evaluation: should they ever disagree, no answer is better than a wrong one.
  CHECK(answer.judgement.valid());
  CHECK(answer.levels == problem.objective.values(best->best.terms));
  return answer;
}

}  // namespace laoyou::dispatch
