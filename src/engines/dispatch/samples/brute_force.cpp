#include "engines/dispatch/samples/brute_force.h"

#include "engines/dispatch/check.h"

namespace laoyou::dispatch {
namespace {

class Enumeration {
 public:
  explicit Enumeration(const Problem& problem) : problem_(problem), placed_(problem.visits.size(), false) {
    for (const Shift& day : problem.shifts) {
      plan_.routes.push_back(day.locked);
      for (int stop : day.locked)
        if (stop != k_break) placed_[static_cast<std::size_t>(stop)] = true;
    }
  }

  std::optional<Plan> run() {
    extend(0);
    return best_plan_;
  }

 private:
  /// Routes are grown shift by shift: judged as they are, then with one stop more.
  void extend(std::size_t shift) {
    if (shift == plan_.routes.size()) return judge();
    extend(shift + 1);
    auto& route = plan_.routes[shift];
    const auto grow = [&](int stop) {
      route.push_back(stop);
      extend(shift);
      route.pop_back();
    };
    try_stops(shift, grow);
  }

  template <class Grow>
  void try_stops(std::size_t shift, const Grow& grow) {
    for (std::size_t v = 0; v < placed_.size(); ++v) {
      if (placed_[v]) continue;
      placed_[v] = true;
      grow(static_cast<int>(v));
      placed_[v] = false;
    }
    bool has_break = !problem_.shifts[shift].rest;
    for (int stop : plan_.routes[shift]) has_break = has_break || stop == k_break;
    if (!has_break) grow(k_break);
  }

  void judge() {
    const Judgement judgement = check(problem_, plan_);
    if (!judgement.valid()) return;
    auto levels = problem_.objective.values(judgement.terms);
    if (best_plan_ && !(levels < best_)) return;
    best_ = std::move(levels);
    best_plan_ = plan_;
  }

  const Problem& problem_;
  Plan plan_;
  std::vector<bool> placed_;
  std::vector<std::int64_t> best_;
  std::optional<Plan> best_plan_;
};

}  // namespace

std::optional<Plan> best_plan(const Problem& problem) { return Enumeration(problem).run(); }

}  // namespace laoyou::dispatch
