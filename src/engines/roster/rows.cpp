#include "engines/roster/rows.h"

#include <algorithm>
#include <array>

namespace laoyou::roster {

Rows::Rows(const Problem& problem) : problem_(problem) {
  const std::size_t kinds = problem.kinds.size(), cells = problem.carers.size() * static_cast<std::size_t>(problem.days);
  follows_.assign((kinds + 1) * (kinds + 1), 1);
  length_.assign(kinds + 1, 0);
  for (int a = 0; a < static_cast<int>(kinds); ++a) {
    length_[static_cast<std::size_t>(a) + 1] = problem.kinds[static_cast<std::size_t>(a)].length_s;
    for (int b = 0; b < static_cast<int>(kinds); ++b) follows_[pair(a, b)] = may_follow(problem, a, b);
  }
  Seconds shortest = 0;
  for (Seconds length : length_)
    if (length > 0 && (shortest == 0 || length < shortest)) shortest = length;
  shortest_s_ = std::max<Seconds>(1, shortest);
  for (int day = 0; day < problem.days; ++day) weekday_.push_back(weekday(problem, day));
  price_.assign(cells * (kinds + 1), 0);
  for (const Request& request : problem.requests) {
    const std::size_t first = cell(request.carer, request.day) * (kinds + 1);
    for (std::size_t kind = 0; kind <= kinds; ++kind)
      if ((kind == static_cast<std::size_t>(request.kind) + 1) != request.wanted) price_[first + kind] += request.price;
  }
  set_allowed();
}

void Rows::set_allowed() {
  const int kinds = static_cast<int>(problem_.kinds.size());
  allowed_.assign(problem_.carers.size() * static_cast<std::size_t>(problem_.days), (std::uint64_t{1} << (kinds + 1)) - 1);
  for (int c = 0; c < static_cast<int>(problem_.carers.size()); ++c) {
    const Carer& carer = problem_.carers[static_cast<std::size_t>(c)];
    for (int day = 0; day < problem_.days; ++day) {
      for (int kind = 0; kind < kinds; ++kind)
        if (carer.most_of_kind[static_cast<std::size_t>(kind)] == 0) forbid(c, day, kind);
      if (carer.pattern.empty()) continue;
      const int wanted = carer.pattern[static_cast<std::size_t>(carer.pattern_start + day) % carer.pattern.size()];
      if (wanted != k_free) leave_only(c, day, wanted);
    }
    for (int day : carer.days_off) leave_only(c, day, k_off);
  }
  for (const Fixed& fixed : problem_.fixed) leave_only(fixed.carer, fixed.day, fixed.kind);
  for (std::uint64_t bits : allowed_) {
    choices_.emplace_back();
    for (int kind = k_off; kind < kinds; ++kind)
      if ((bits >> (kind + 1)) & 1U) choices_.back().push_back(kind);
  }
}

std::int64_t Rows::time_broken(Seconds time_s, const std::optional<Seconds>& most, const std::optional<Seconds>& least) const {
  std::int64_t broken = 0;
  if (most && time_s > *most) broken += (time_s - *most + shortest_s_ - 1) / shortest_s_;
  if (least && time_s < *least) broken += (*least - time_s + shortest_s_ - 1) / shortest_s_;
  return broken;
}

RowCost Rows::cost(int c, const std::vector<int>& row) const {
  const Carer& carer = problem_.carers[static_cast<std::size_t>(c)];
  const std::size_t kinds = problem_.kinds.size() + 1;
  const std::int64_t* price = price_.data() + cell(c, 0) * kinds;
  RowCost cost;
  std::array<int, k_most_kinds + 1> counts{};
  // The stretch of duties, or days off, that the day before belongs to; `open` where its beginning is not known.
  int before = k_free, stretch = 0;
  bool open = true;
  const auto close = [&] {
    const int least = before == k_off ? carer.least_off_in_a_row : carer.least_in_a_row;
    if (!open && before != k_free) cost.broken += std::max(0, least - stretch);
  };
  for (int kind : carer.before) {
    if (before != k_free && (kind == k_off) != (before == k_off)) stretch = 0, open = false;
    ++stretch;
    before = kind;
  }
  Seconds time_s = 0, week_s = 0;
  int week_days = 0, weekends = 0;
  bool weekend_counted = false;
  for (std::size_t day = 0; day < row.size(); ++day, price += kinds) {
    const int kind = row[day];
    cost.price += price[kind + 1];
    if (before != k_free && (kind == k_off) != (before == k_off)) {
      close();
      stretch = 0;
      open = false;
    }
    ++stretch;
    if (kind != k_off) {
      if (before != k_free && !follows_[pair(before, kind)]) ++cost.broken;
      if (stretch > carer.most_in_a_row) ++cost.broken;
      ++counts[static_cast<std::size_t>(kind)];
      week_s += length_[static_cast<std::size_t>(kind) + 1];
      if (weekday_[day] >= 5 && !weekend_counted) ++weekends, weekend_counted = true;
    }
    before = kind;
    ++week_days;
    if (weekday_[day] == 6 || day + 1 == row.size()) {
      cost.broken += time_broken(week_s, carer.most_week_s, week_days == 7 ? carer.least_week_s : std::nullopt);
      time_s += week_s;
      week_s = 0;
      week_days = 0;
      weekend_counted = false;
    }
  }
  cost.broken += time_broken(time_s, carer.most_s, carer.least_s);
  cost.broken += std::max(0, weekends - carer.most_weekends);
  for (std::size_t kind = 0; kind + 1 < kinds; ++kind) cost.broken += std::max(0, counts[kind] - carer.most_of_kind[kind]);
  return cost;
}

}  // namespace laoyou::roster
