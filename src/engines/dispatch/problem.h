// What dispatch is asked: visits, carers with their shifts, travel, and what counts. Plain values; indices refer to the vectors of Problem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engines/dispatch/objective.h"

namespace laoyou::dispatch {

/// Seconds since the first midnight of the plan period, or a length in seconds.
using Seconds = std::int64_t;

constexpr int k_none = -1;   ///< an absent index
constexpr int k_break = -1;  ///< the shift's break, where a route lists visits

/// A way of this many seconds or more (63 years) does not exist: no route may use it.
constexpr Seconds k_unreachable_s = 2'000'000'000;

/// Times at which a visit may start, both ends included.
struct Window {
  Seconds opens_s = 0;
  Seconds closes_s = 0;
};

/// A skill held or asked for; levels are 1 and up, a higher level covers the lower ones.
struct SkillLevel {
  int skill = 0;
  int level = 1;
};

/// A trait of the carer (a language, a gender) that the person wishes for.
struct Wish {
  int trait = 0;
  bool must = false;  ///< true: no other carer may come; false: its absence counts as one unmet wish
};

/// What was published about a visit, and what breaking it costs (term "changes").
struct Promise {
  int carer = k_none;
  std::optional<Seconds> start_s;
  Seconds tolerance_s = 0;           ///< a start up to this much later keeps the promise; unless pinned or locked it is never made earlier
  std::int64_t carer_price = 0;      ///< another carer, or nobody, comes
  std::int64_t start_price = 0;      ///< it starts beyond the tolerance, or not at all
};

/// One carer's stop at a person. A visit of two carers is two visits and a Link.
struct Visit {
  std::string id;
  int place = 0;
  int person = k_none;
  Seconds length_s = 0;
  std::vector<Window> windows;  ///< one at least, ordered, not overlapping; over several days where the visit may be made on any of them
  Seconds lateness_limit_s = 0;  ///< how long after the last window's closing it may still start; the delay counts as lateness
  std::vector<SkillLevel> skills;
  std::vector<Wish> wishes;
  std::int64_t prize = 1;       ///< counts in term "unserved" when nobody comes
  std::vector<int> preferred_carers;  ///< another carer counts as one unmet wish; empty: no preference
  std::vector<int> excluded_carers;
  int pinned_carer = k_none;
  std::optional<Seconds> pinned_start_s;  ///< for a locked visit: when it did start, whatever travel says now
  std::optional<Promise> promise;
  int entry = k_none;  ///< its position in the file's list; k_none: its position in Problem::visits
};

/// The second visit starts between least_s and most_s after the first one starts; 0 and 0: both at once. Linked visits are served all or none.
struct Link {
  int first = 0;
  int second = 0;
  Seconds least_s = 0;
  Seconds most_s = 0;
  bool different_carers = true;
  int entry = k_none;  ///< its position in the file's list; k_none: it stands in none
};

/// A rest of the carer. A route that ends at or before closes_s needs none.
struct Break {
  Seconds opens_s = 0;   ///< earliest start
  Seconds closes_s = 0;  ///< latest start
  Seconds length_s = 0;
  int place = k_none;    ///< k_none: wherever the carer is then
  std::optional<Seconds> begun_s = std::nullopt;  ///< for a locked break: when it did start, whatever travel says now
};

/// One working day of one carer, or a part of it. Shifts of one carer do not overlap, and overtime lasts until her next shift begins at most:
/// all she does is one line in time. The way from one shift's end to the next one's start is her own and not counted.
struct Shift {
  int carer = 0;
  Seconds begins_s = 0;
  Seconds ends_s = 0;
  Seconds overtime_limit_s = 0;  ///< how long after ends_s the route may end; the excess counts as overtime
  int start_place = 0;
  int end_place = k_none;        ///< k_none: the route ends with its last visit
  std::optional<Break> rest;
  std::optional<Seconds> most_work_s;  ///< most seconds of visits and travel; waiting and the break do not count
  std::optional<Seconds> free_from_s;  ///< earliest departure to the first stop that has not begun; "now" of a running day
  std::vector<int> locked;       ///< first stops of the route (visits or k_break), in this order: not to be touched, not refused for lateness
};

/// A person who makes visits.
struct Carer {
  std::string id;
  int mode = 0;  ///< index of Problem::modes
  std::vector<SkillLevel> skills;
  std::vector<int> traits;
  std::optional<Seconds> most_work_s;  ///< most seconds of visits and travel over all shifts
};

/// A person visited. usual_carers are no strangers (term "continuity").
struct Person {
  std::string id;
  std::vector<int> usual_carers;
};

/// A place on a plane, in metres; only modes with a speed use it.
struct Place {
  std::string id;
  std::int64_t x_m = 0;
  std::int64_t y_m = 0;
};

/// Travel by foot, bicycle, bus or car: a table of seconds, or a speed over the straight line.
struct Mode {
  std::string id;
  std::vector<std::int32_t> seconds;   ///< row by row, places × places, k_unreachable_s where there is no way; empty: the speed counts
  std::int64_t metres_per_hour = 0;    ///< straight-line speed, detours included
};

/// The whole question.
struct Problem {
  std::vector<std::string> skills;
  std::vector<std::string> traits;
  std::vector<Place> places;
  std::vector<Mode> modes;
  std::vector<Person> persons;
  std::vector<Carer> carers;
  std::vector<Shift> shifts;
  std::vector<Visit> visits;
  std::vector<Link> links;
  Objective objective;
};

/// Seconds from one place to another by a mode; k_unreachable_s at most.
Seconds travel_s(const Problem& problem, int mode, int from, int to);

/// How many stops of the locked beginning have begun: all up to the last one whose start is known.
std::size_t begun_stops(const Problem& problem, const Shift& shift);

}  // namespace laoyou::dispatch
