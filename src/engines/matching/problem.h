// What a round of placing is asked: places with their groups, families with their wishes, and what decides who goes first. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace laoyou::matching {

constexpr int k_none = -1;  ///< an absent index

/// Seats of a group that persons with a trait have first (reserved), or of which they get no more than so many (most).
struct Quota {
  std::string trait;
  int reserved = 0;         ///< seats that persons with the trait fill first, by priority among themselves
  bool kept = false;        ///< true: reserved seats that nobody with the trait fills stay empty
  std::optional<int> most;  ///< of the group's seats in one session; nothing: without limit
};

/// The seats of one place for some grades: a class of two-year-olds, a ward for the third care grade.
struct Group {
  std::string id;
  std::vector<std::string> grades;  ///< age groups or care grades that go here; each grade has one group of a place at most
  std::vector<int> seats;           ///< free in each session of the problem; those that members hold now are not among them
  int least = 0;                    ///< the group opens with so many members or not at all
  std::vector<Quota> quotas;        ///< a person counts under the first whose trait it has, and under no other
};

struct Place {
  std::string id;
  std::vector<Group> groups;
};

/// Which sessions a seat is used in: "full" in mornings and afternoons, "Mon-Wed" on three days.
struct Pattern {
  std::string id;
  std::vector<int> sessions;  ///< ascending
};

/// What decides between two persons, the first that differs.
enum class Criterion { priority_class, points, distance };

/// How a person stands at a place.
struct Standing {
  int priority_class = k_none;   ///< index into Problem::classes, the first goes first; k_none: after all of them
  std::int64_t points = 0;       ///< more goes first
  std::int64_t distance_m = 0;   ///< nearer goes first
};

/// One seat of a wish; a place of k_none is none.
struct Seat {
  int place = k_none;
  int pattern = 0;
  auto operator<=>(const Seat&) const = default;
};

struct StandingAt {
  int place = 0;
  Standing standing;
};

/// A child or an elder.
struct Member {
  std::string id;
  std::string grade;
  Seat current;  ///< held now; the family never ends with less than its members hold now
  std::vector<std::string> traits;
  Standing usual;              ///< where no other is given
  std::vector<StandingAt> at;  ///< ascending by place
};

/// One seat for each member of a family, in the members' order.
using Option = std::vector<Seat>;

struct Family {
  std::string id;
  std::vector<Member> members;
  std::vector<Option> wishes;       ///< the best first; what is not here is not taken
  bool waits = false;               ///< placed below a wish, it stays on the list of the next round and keeps its seat meanwhile
  std::optional<std::int64_t> lot;  ///< of a draw held elsewhere, the smallest goes first
};

struct Problem {
  std::string seed;  ///< of the published draw by which ties are broken; empty: none is held
  std::vector<Criterion> priority{Criterion::priority_class, Criterion::points, Criterion::distance};
  std::vector<std::string> classes;   ///< the first goes first
  std::vector<std::string> sessions;  ///< one at least
  std::vector<Pattern> patterns;      ///< one at least
  std::vector<Place> places;
  std::vector<Family> families;
};

/// The same problem with places, groups and families in the order of their ids, which is how the engine takes them: the order of rows
/// decides nothing.
Problem in_order(Problem problem);

/// The group of a place that takes a grade, k_none where none does.
int group_of(const Place& place, const std::string& grade);

/// The first quota of a group whose trait the member has, k_none where there is none.
int quota_of(const Group& group, const Member& member);

const Standing& standing_at(const Member& member, int place);

/// The option of what all members hold now; nothing where none holds anything.
std::optional<Option> present_option(const Family& family);

/// The family's wishes above what its members hold now, then that. A family that holds nothing has its wishes.
std::vector<Option> options_of(const Family& family);

}  // namespace laoyou::matching
