// Who works on which day, over weeks: the duty roster from which the shifts of dispatch come. Indices refer to the vectors of Problem.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engines/dispatch/problem.h"

namespace laoyou::roster {

using dispatch::k_none;
using dispatch::Seconds;

constexpr int k_off = -1;   ///< no duty on this day
constexpr int k_free = -2;  ///< in a pattern: any duty, or none
constexpr int k_unlimited = std::numeric_limits<int>::max();

/// A piece of a day's duty, in seconds since that day's midnight; it may end on the day after.
struct Part {
  Seconds begins_s = 0;
  Seconds ends_s = 0;
};

/// A duty of one day: early, late, night, or a day split into morning and evening.
struct Kind {
  std::string id;
  std::vector<Part> parts;      ///< in order, not overlapping; may be empty where only the length is known
  Seconds length_s = 0;         ///< what it counts of working time
  std::vector<int> not_before;  ///< kinds that the same carer may not have on the next day
};

/// A carer with the rules of her roster; each rule may be absent. Limits of time are for the whole plan, and for each week from Monday on.
struct Carer {
  std::string id;
  std::vector<int> most_of_kind;  ///< for each kind; 0: she never has it
  std::optional<Seconds> most_s, least_s;
  std::optional<Seconds> most_week_s, least_week_s;  ///< the least only of weeks that are whole
  int most_in_a_row = k_unlimited;
  int least_in_a_row = 1;
  int least_off_in_a_row = 1;
  int most_weekends = k_unlimited;  ///< with a duty on Saturday or Sunday
  std::vector<int> days_off;        ///< sorted
  std::vector<int> before;          ///< what she had on the days before the plan, the last day last: kinds and k_off
  std::vector<int> pattern;         ///< repeated over the days: kinds, k_off, k_free; empty: none
  int pattern_start = 0;            ///< position in the pattern of the plan's first day
};

/// A wish of a carer: to have a kind on a day, or not to have it.
struct Request {
  int carer = 0;
  int day = 0;
  int kind = 0;
  bool wanted = true;
  std::int64_t price = 1;  ///< of not granting it
};

/// How many are wanted on a day in a kind, and what one too few or too many costs.
struct Cover {
  int day = 0;
  int kind = 0;
  int wanted = 0;
  std::int64_t under_price = 1;
  std::int64_t over_price = 0;
  int entry = k_none;  ///< its position in the file's list; k_none: its position in Problem::covers
};

/// What is settled already.
struct Fixed {
  int carer = 0;
  int day = 0;
  int kind = k_off;
};

/// The whole question.
struct Problem {
  int days = 0;
  int first_weekday = 1;     ///< of the plan's first day: 1 Monday to 7 Sunday
  Seconds least_rest_s = 0;  ///< between the duties of two days, where their parts are known
  std::vector<Kind> kinds;
  std::vector<Carer> carers;
  std::vector<Request> requests;
  std::vector<Cover> covers;
  std::vector<Fixed> fixed;
};

/// Who has what: for each carer, for each day a kind or k_off.
struct Plan {
  std::vector<std::vector<int>> days;
};

/// 0 Monday to 6 Sunday.
int weekday(const Problem& problem, int day);

/// Whether a carer may have `next` on the day after `kind`, by the kinds' own rule and by the rest between them.
bool may_follow(const Problem& problem, int kind, int next);

}  // namespace laoyou::roster
