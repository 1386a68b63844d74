#include "engines/dispatch/relief.h"

#include <algorithm>

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(std::max(0, value)); }

void apply(Problem& problem, const Relief& relief) {
  const auto carer = index(relief.carer), shift = index(relief.shift), visit = index(relief.visit);
  switch (relief.kind) {
    case Relief::Kind::grant_skill:
      problem.carers[carer].skills.push_back({relief.skill, static_cast<int>(relief.amount)});
      break;
    case Relief::Kind::drop_wish:
      for (Wish& wish : problem.visits[visit].wishes) wish.must = false;
      break;
    case Relief::Kind::lift_exclusion: std::erase(problem.visits[visit].excluded_carers, relief.carer); break;
    case Relief::Kind::drop_pin: problem.visits[visit].pinned_carer = k_none; break;
    case Relief::Kind::delay_pin: *problem.visits[visit].pinned_start_s += relief.amount; break;
    case Relief::Kind::widen_window: problem.visits[visit].lateness_limit_s += relief.amount; break;
    case Relief::Kind::extend_shift: problem.shifts[shift].overtime_limit_s += relief.amount; break;
    case Relief::Kind::raise_work: *problem.shifts[shift].most_work_s += relief.amount; break;
    case Relief::Kind::raise_carer_work: *problem.carers[carer].most_work_s += relief.amount; break;
    case Relief::Kind::delay_break: problem.shifts[shift].rest->closes_s += relief.amount; break;
    case Relief::Kind::delay_shift: problem.shifts[shift].begins_s += relief.amount; break;
    case Relief::Kind::raise_link: problem.links[index(relief.link)].most_s += relief.amount; break;
    case Relief::Kind::lower_link: problem.links[index(relief.link)].least_s -= relief.amount; break;
    case Relief::Kind::move_visit: break;
  }
}

}  // namespace

bool is_time(Relief::Kind kind) {
  switch (kind) {
    case Relief::Kind::grant_skill:
    case Relief::Kind::drop_wish:
    case Relief::Kind::lift_exclusion:
    case Relief::Kind::drop_pin:
    case Relief::Kind::move_visit: return false;
    default: return true;
  }
}

Problem relieve(Problem problem, const std::vector<Relief>& reliefs) {
  for (const Relief& relief : reliefs) apply(problem, relief);
  return problem;
}

Relieved::Relieved(Problem& problem, const std::vector<Relief>& reliefs) : problem_(problem) {
  for (const Relief& relief : reliefs) {
    if (relief.visit != k_none) visits_.emplace_back(index(relief.visit), problem.visits[index(relief.visit)]);
    if (relief.carer != k_none) carers_.emplace_back(index(relief.carer), problem.carers[index(relief.carer)]);
    if (relief.shift != k_none) shifts_.emplace_back(index(relief.shift), problem.shifts[index(relief.shift)]);
    if (relief.link != k_none) links_.emplace_back(index(relief.link), problem.links[index(relief.link)]);
    apply(problem, relief);
  }
}

Relieved::~Relieved() {
  // The first copy of each is the oldest: it must be the last to go back.
  for (auto saved = visits_.rbegin(); saved != visits_.rend(); ++saved) problem_.visits[saved->first] = std::move(saved->second);
  for (auto saved = carers_.rbegin(); saved != carers_.rend(); ++saved) problem_.carers[saved->first] = std::move(saved->second);
  for (auto saved = shifts_.rbegin(); saved != shifts_.rend(); ++saved) problem_.shifts[saved->first] = std::move(saved->second);
  for (auto saved = links_.rbegin(); saved != links_.rend(); ++saved) problem_.links[saved->first] = saved->second;
}

}  // namespace laoyou::dispatch
