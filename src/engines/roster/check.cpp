#include "engines/roster/check.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace laoyou::roster {
namespace {

constexpr std::array<std::string_view, k_rules> k_names = {"unable",         "day_off",         "pattern",       "fixed",          "succession",         "most_of_kind", "most_time",
                                                           "least_time", "most_week_time", "least_week_time", "most_in_a_row", "least_in_a_row", "least_off_in_a_row", "most_weekends"};

/// Consecutive days that are all duties or all off, the days before the plan included.
struct Stretch {
  bool on_duty = false;
  int first_day = 0;  ///< negative before the plan
  int days = 0;
};

class RowJudge {
 public:
  RowJudge(const Problem& problem, int carer, const std::vector<int>& row, std::vector<Broken>& broken)
      : problem_(problem), index_(carer), carer_(problem.carers[static_cast<std::size_t>(carer)]), row_(row), broken_(broken) {}

  void judge() {
    judge_days();
    judge_kinds();
    judge_time(0, problem_.days, carer_.most_s, carer_.least_s, Rule::most_time, Rule::least_time);
    judge_weeks();
    for (const Stretch& stretch : stretches()) judge_stretch(stretch);
    judge_weekends();
  }

 private:
  void broke(Rule rule, int day, Seconds found = 0, Seconds limit = 0) { broken_.push_back({rule, index_, std::max(0, day), found, limit}); }
  int on(int day) const { return day >= 0 ? row_[static_cast<std::size_t>(day)] : carer_.before[carer_.before.size() - static_cast<std::size_t>(-day)]; }
  int first_known() const { return -static_cast<int>(carer_.before.size()); }

  void judge_days() {
    const int length = static_cast<int>(carer_.pattern.size());
    for (int day = 0; day < problem_.days; ++day) {
      if (on(day) != k_off && std::binary_search(carer_.days_off.begin(), carer_.days_off.end(), day)) broke(Rule::day_off, day);
      const int wanted = length == 0 ? k_free : carer_.pattern[static_cast<std::size_t>((carer_.pattern_start + day) % length)];
      if (wanted != k_free && on(day) != wanted) broke(Rule::pattern, day);
      if (on(day) != k_off && day > first_known() && on(day - 1) != k_off && !may_follow(problem_, on(day - 1), on(day))) broke(Rule::succession, day);
    }
    for (const Fixed& fixed : problem_.fixed)
      if (fixed.carer == index_ && on(fixed.day) != fixed.kind) broke(Rule::fixed, fixed.day);
  }

  void judge_kinds() {
    for (std::size_t kind = 0; kind < problem_.kinds.size(); ++kind) {
      const auto found = std::count(row_.begin(), row_.end(), static_cast<int>(kind));
      const int most = carer_.most_of_kind[kind];
      if (found <= most) continue;
      const auto first = std::find(row_.begin(), row_.end(), static_cast<int>(kind)) - row_.begin();
      broke(most == 0 ? Rule::unable : Rule::most_of_kind, static_cast<int>(first), found, most);
    }
  }

  void judge_time(int from, int until, std::optional<Seconds> most, std::optional<Seconds> least, Rule over, Rule under) {
    Seconds time_s = 0;
    for (int day = from; day < until; ++day)
      if (on(day) != k_off) time_s += problem_.kinds[static_cast<std::size_t>(on(day))].length_s;
    if (most && time_s > *most) broke(over, from, time_s, *most);
    if (least && time_s < *least) broke(under, from, time_s, *least);
  }

  void judge_weeks() {
    for (int from = 0; from < problem_.days;) {
      const int until = std::min(problem_.days, from + 7 - weekday(problem_, from));
      judge_time(from, until, carer_.most_week_s, until - from == 7 ? carer_.least_week_s : std::nullopt, Rule::most_week_time, Rule::least_week_time);
      from = until;
    }
  }

  std::vector<Stretch> stretches() const {
    std::vector<Stretch> all;
    for (int day = first_known(); day < problem_.days; ++day) {
      const bool on_duty = on(day) != k_off;
      if (all.empty() || all.back().on_duty != on_duty) all.push_back({on_duty, day, 0});
      ++all.back().days;
    }
    return all;
  }

  void judge_stretch(const Stretch& stretch) {
    const int end = stretch.first_day + stretch.days;
    if (end < 0) return;  // over before this plan could end it
    if (end > 0 && stretch.on_duty && stretch.days > carer_.most_in_a_row) broke(Rule::most_in_a_row, stretch.first_day, stretch.days, carer_.most_in_a_row);
    if (stretch.first_day == first_known() || end == problem_.days) return;
    const int least = stretch.on_duty ? carer_.least_in_a_row : carer_.least_off_in_a_row;
    if (stretch.days < least) broke(stretch.on_duty ? Rule::least_in_a_row : Rule::least_off_in_a_row, stretch.first_day, stretch.days, least);
  }

  void judge_weekends() {
    std::set<int> saturdays;
    for (int day = 0; day < problem_.days; ++day)
      if (on(day) != k_off && weekday(problem_, day) >= 5) saturdays.insert(day - (weekday(problem_, day) - 5));
    const auto found = static_cast<int>(saturdays.size());
    if (found > carer_.most_weekends) broke(Rule::most_weekends, *saturdays.rbegin(), found, carer_.most_weekends);
  }

  const Problem& problem_;
  int index_;
  const Carer& carer_;
  const std::vector<int>& row_;
  std::vector<Broken>& broken_;
};

}  // namespace

std::vector<Broken> check_row(const Problem& problem, int carer, const std::vector<int>& row) {
  std::vector<Broken> broken;
  RowJudge(problem, carer, row, broken).judge();
  return broken;
}

Judgement check(const Problem& problem, const Plan& plan) {
  Judgement judgement;
  for (std::size_t carer = 0; carer < problem.carers.size(); ++carer) {
    const std::vector<Broken> broken = check_row(problem, static_cast<int>(carer), plan.days[carer]);
    judgement.broken.insert(judgement.broken.end(), broken.begin(), broken.end());
  }
  for (const Cover& cover : problem.covers) {
    const auto given = std::count_if(plan.days.begin(), plan.days.end(), [&](const auto& row) { return row[static_cast<std::size_t>(cover.day)] == cover.kind; });
    judgement.under += cover.under_price * std::max<std::int64_t>(0, cover.wanted - given);
    judgement.over += cover.over_price * std::max<std::int64_t>(0, given - cover.wanted);
  }
  for (const Request& request : problem.requests) {
    const bool has = plan.days[static_cast<std::size_t>(request.carer)][static_cast<std::size_t>(request.day)] == request.kind;
    if (has != request.wanted) judgement.requests += request.price;
  }
  return judgement;
}

Refusal refusal_of(const Problem& problem, const Broken& broken) {
  return {"dispatch.duty.check." + std::string(k_names[static_cast<std::size_t>(broken.rule)]), "/carers/" + std::to_string(broken.carer) + "/days/" + std::to_string(broken.day),
          {problem.carers[static_cast<std::size_t>(broken.carer)].id, std::to_string(broken.found), std::to_string(broken.limit)}};
}

}  // namespace laoyou::roster
