#include "engines/roster/problem.h"

#include <algorithm>

namespace laoyou::roster {
namespace {

constexpr Seconds k_day_s = 86'400;

}  // namespace

int weekday(const Problem& problem, int day) { return (problem.first_weekday - 1 + day) % 7; }

bool may_follow(const Problem& problem, int kind, int next) {
  const Kind& one = problem.kinds[static_cast<std::size_t>(kind)];
  const Kind& other = problem.kinds[static_cast<std::size_t>(next)];
  if (std::find(one.not_before.begin(), one.not_before.end(), next) != one.not_before.end()) return false;
  return one.parts.empty() || other.parts.empty() || k_day_s + other.parts.front().begins_s - one.parts.back().ends_s >= problem.least_rest_s;
}

}  // namespace laoyou::roster
