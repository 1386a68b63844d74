#include "engines/matching/format/own_wishes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace laoyou::matching {
namespace {

struct Combined {
  int missing = 0;
  bool parted = false;
  int sum = 0;
  std::vector<int> numbers;  // of each member's wish; beyond the last where it has none
  Option option;

  auto order() const { return std::tie(missing, parted, sum, numbers); }
};

Combined judge(const std::vector<std::vector<Seat>>& own, const std::vector<int>& numbers, Together together) {
  Combined made;
  made.numbers = numbers;
  std::set<int> places;
  for (std::size_t member = 0; member < own.size(); ++member) {
    const auto number = static_cast<std::size_t>(numbers[member]);
    const bool none = number == own[member].size();
    made.option.push_back(none ? Seat{} : own[member][number]);
    made.missing += none;
    made.sum += numbers[member];
    if (!none) places.insert(made.option.back().place);
  }
  made.parted = together == Together::prefer && places.size() > 1;
  return made;
}

bool allowed(const Combined& made, Together together, bool partly) {
  std::set<int> places;
  for (const Seat& seat : made.option)
    if (seat.place != k_none) places.insert(seat.place);
  const auto placed = made.option.size() - static_cast<std::size_t>(made.missing);
  if (placed == 0 || (made.missing > 0 && !partly)) return false;
  if (together == Together::must) return places.size() == 1;
  return together != Together::apart || places.size() == placed;
}

}  // namespace

std::optional<std::vector<Option>> combine(const std::vector<std::vector<Seat>>& own, Together together, bool partly, std::size_t most) {
  constexpr double k_most_looked_at = 1'000'000;
  double all = 1;
  for (const auto& wishes : own) all *= static_cast<double>(wishes.size() + 1);
  if (all > k_most_looked_at) return std::nullopt;
  std::vector<Combined> made;
  std::vector<int> numbers(own.size(), 0);
  for (bool more = !own.empty(); more;) {
    Combined each = judge(own, numbers, together);
    if (allowed(each, together, partly)) made.push_back(std::move(each));
    if (made.size() > most) return std::nullopt;
    more = false;
    for (std::size_t member = 0; member < own.size() && !more; ++member) {
      more = ++numbers[member] <= static_cast<int>(own[member].size());
      if (!more) numbers[member] = 0;
    }
  }
  std::sort(made.begin(), made.end(), [](const Combined& one, const Combined& other) { return one.order() < other.order(); });
  std::vector<Option> options;
  for (Combined& each : made) options.push_back(std::move(each.option));
  return options;
}

}  // namespace laoyou::matching
