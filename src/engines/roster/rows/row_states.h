// The rules of one carer's row as a machine that reads it day by day: what must be known of the days so far to judge the next one.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "engines/roster/rows.h"

namespace laoyou::roster {

/// Kinds of duty that a carer's rules do not tell apart: the same length, the same kinds before and after them.
struct DutyClass {
  std::vector<int> kinds;
  int length = 0;   ///< working time in units
  int follow = 0;   ///< number of what may come after it: classes that leave the same freedom share it
  int counted = -1; ///< position among the kinds counted; -1: not counted
};

/// One step of the machine: a class of duties (-1: a day off) and the state it leads to.
struct Step {
  int duty = -1;
  int to = 0;
};

/// States hold the stretch that the last day belongs to; layers hold what is added up over days: weekends worked, time in the week, how often a
/// counted kind was had. Time over the whole plan is left to whoever uses the machine.
class RowStates {
 public:
  /// The kinds of `counted` have their number held below most_of_kind; that of other kinds is not looked at.
  RowStates(const Problem& problem, const Rows& rows, int carer, std::vector<int> counted);

  int states() const { return static_cast<int>(steps_.size()); }
  int layers() const { return layers_; }
  const std::vector<DutyClass>& classes() const { return classes_; }
  const std::vector<Step>& steps(int state) const { return steps_[static_cast<std::size_t>(state)]; }
  bool on_duty(int state) const { return on_duty_[static_cast<std::size_t>(state)] != 0; }
  /// The layer after a day on which `duty` was had, its state before it being `from`; -1: some limit is broken. The first state is 0, the first layer 0.
  const std::vector<int>& next_layers(int day, int duty, int from) const;

  int most() const { return most_; }    ///< units over the whole plan
  int least() const { return least_; }
  bool timed() const { return timed_; } ///< false: the whole plan's time has no limit, and no length counts

 private:
  struct Stretch {
    int kind = 0;     ///< 0 nothing is known, 1 duties, 2 days off
    int follow = -1;  ///< of duties
    int days = 0;     ///< as far as it matters
    bool met = true;  ///< long enough to end here
    auto operator<=>(const Stretch&) const = default;
  };
  enum class WeekEnd : std::uint8_t { none, partial, whole };

  /// What the calendar says of a day.
  struct Day {
    bool saturday = false, sunday = false;
    WeekEnd end = WeekEnd::none;
  };

  void make_classes();
  void make_layers();
  void make_states();
  Stretch first() const;
  Stretch normal(Stretch stretch) const;
  bool next(const Stretch& from, int duty, Stretch& to) const;
  int next_layer(int layer, bool weekend, WeekEnd end, int duty) const;
  std::size_t table(bool weekend, WeekEnd end, int duty) const {
    return (static_cast<std::size_t>(weekend) * 3 + static_cast<std::size_t>(end)) * (classes_.size() + 1) + static_cast<std::size_t>(duty + 1);
  }

  const Problem& problem_;
  const Rows& rows_;
  const Carer& carer_;
  int index_;
  std::vector<int> counted_;
  Seconds unit_s_ = 1;
  int most_ = 0, least_ = 0;
  bool timed_ = false;
  std::vector<Day> days_;
  std::vector<DutyClass> classes_;
  std::vector<std::vector<char>> may_follow_;  ///< by follow number, by class
  std::vector<std::vector<Step>> steps_;
  std::vector<char> on_duty_;
  std::vector<int> radix_;                     ///< of the layer's digits: weekends, time in the week, counted kinds
  int most_week_ = 0, least_week_ = 0;
  int layers_ = 1;
  std::vector<std::vector<int>> next_layers_;  ///< by table()
};

}  // namespace laoyou::roster
