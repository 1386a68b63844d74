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
    Annealing annealing(problem_, options_.start, options_.seed + number);
    tell(annealing);
    annealing.run({options_.iterations, options_.elapsed_share}, [&](const RatedPlan&) { tell(annealing); });
    found_[number] = {annealing.best(), annealing.iterations()};
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
