#include "engines/matching/problem.h"

#include <algorithm>

namespace laoyou::matching {
namespace {

/// Positions of `list` in the order of the ids there.
template <class Item>
std::vector<int> order_by_id(const std::vector<Item>& list) {
  std::vector<int> order(list.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::sort(order.begin(), order.end(), [&list](int one, int other) { return list[static_cast<std::size_t>(one)].id < list[static_cast<std::size_t>(other)].id; });
  return order;
}

}  // namespace

Problem in_order(Problem problem) {
  const std::vector<int> order = order_by_id(problem.places);
  std::vector<int> renamed(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) renamed[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  const auto rename = [&renamed](int& place) {
    if (place != k_none) place = renamed[static_cast<std::size_t>(place)];
  };
  const auto by_id = [](const auto& one, const auto& other) { return one.id < other.id; };
  std::sort(problem.places.begin(), problem.places.end(), by_id);
  for (Place& place : problem.places) std::sort(place.groups.begin(), place.groups.end(), by_id);
  std::sort(problem.families.begin(), problem.families.end(), by_id);
  for (Family& family : problem.families) {
    for (Member& member : family.members) {
      rename(member.current.place);
      for (StandingAt& at : member.at) rename(at.place);
      std::sort(member.at.begin(), member.at.end(), [](const StandingAt& one, const StandingAt& other) { return one.place < other.place; });
    }
    for (Option& option : family.wishes)
      for (Seat& seat : option) rename(seat.place);
  }
  return problem;
}

int group_of(const Place& place, const std::string& grade) {
  for (std::size_t group = 0; group < place.groups.size(); ++group) {
    const auto& grades = place.groups[group].grades;
    if (std::find(grades.begin(), grades.end(), grade) != grades.end()) return static_cast<int>(group);
  }
  return k_none;
}

int quota_of(const Group& group, const Member& member) {
  for (std::size_t quota = 0; quota < group.quotas.size(); ++quota)
    if (std::find(member.traits.begin(), member.traits.end(), group.quotas[quota].trait) != member.traits.end()) return static_cast<int>(quota);
  return k_none;
}

const Standing& standing_at(const Member& member, int place) {
  const auto found = std::lower_bound(member.at.begin(), member.at.end(), place, [](const StandingAt& at, int wanted) { return at.place < wanted; });
  return found != member.at.end() && found->place == place ? found->standing : member.usual;
}

std::optional<Option> present_option(const Family& family) {
  Option present;
  bool holds = false;
  for (const Member& member : family.members) {
    present.push_back(member.current);
    holds = holds || member.current.place != k_none;
  }
  return holds ? std::optional(std::move(present)) : std::nullopt;
}

std::vector<Option> options_of(const Family& family) {
  const auto present = present_option(family);
  if (!present) return family.wishes;
  std::vector<Option> options(family.wishes.begin(), std::find(family.wishes.begin(), family.wishes.end(), *present));
  options.push_back(*present);
  return options;
}

}  // namespace laoyou::matching
