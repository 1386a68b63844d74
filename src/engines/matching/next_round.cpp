#include "engines/matching/next_round.h"

#include <algorithm>

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

class Turning {
 public:
  explicit Turning(const Problem& problem) : next_(problem) { next_.families.clear(); }

  void add(const Family& family, const Option& has) {
    if (const auto present = present_option(family)) each_session(family, *present, [](Group& group, std::size_t session) { ++group.seats[session]; });
    const std::vector<Option> options = options_of(family);
    if (has.empty()) return stay(family, options, {});
    each_session(family, has, [](Group& group, std::size_t session) { --group.seats[session]; });
    if (family.waits) return stay(family, {options.begin(), std::find(options.begin(), options.end(), has)}, has);
    // Who is done stays as a holder without wishes: so quotas and leasts still count the person.
    stay(family, {}, has);
  }

  Problem take() { return in_order(std::move(next_)); }

 private:
  template <class Call>
  void each_session(const Family& family, const Option& option, Call call) {
    for (std::size_t member = 0; member < option.size(); ++member) {
      const Seat& seat = option[member];
      if (seat.place == k_none) continue;
      Place& place = next_.places[as_index(seat.place)];
      Group& group = place.groups[as_index(group_of(place, family.members[member].grade))];
      for (const int session : next_.patterns[as_index(seat.pattern)].sessions) call(group, as_index(session));
    }
  }

  void stay(Family family, std::vector<Option> wishes, const Option& holds) {
    for (std::size_t member = 0; member < family.members.size(); ++member) family.members[member].current = holds.empty() ? Seat{} : holds[member];
    family.wishes = std::move(wishes);
    next_.families.push_back(std::move(family));
  }

  Problem next_;
};

}  // namespace

Problem next_round(const Problem& problem, const Claimed& claimed) {
  Turning turning(problem);
  for (std::size_t family = 0; family < problem.families.size(); ++family) turning.add(problem.families[family], claimed.seats[family]);
  return turning.take();
}

}  // namespace laoyou::matching
