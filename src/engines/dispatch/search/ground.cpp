#include "engines/dispatch/search/ground.h"

#include <algorithm>
#include <numeric>

namespace laoyou::dispatch {
namespace {

bool holds(const std::vector<int>& list, int value) { return std::find(list.begin(), list.end(), value) != list.end(); }

bool has_skill(const Carer& carer, const SkillLevel& asked) {
  return std::any_of(carer.skills.begin(), carer.skills.end(),
                     [&](const SkillLevel& held) { return held.skill == asked.skill && held.level >= asked.level; });
}

/// The last start that windows and the lateness limit allow.
Seconds last_start(const Visit& visit) { return visit.windows.back().closes_s + visit.lateness_limit_s; }

}  // namespace

Ground::Ground(const Problem& problem)
    : problem_(problem),
      visits_(static_cast<int>(problem.visits.size())),
      shifts_(static_cast<int>(problem.shifts.size())),
      place_(static_cast<std::size_t>(nodes())),
      length_(static_cast<std::size_t>(nodes())),
      break_waived_(problem.shifts.size()),
      locked_(problem.visits.size()),
      locked_shift_(problem.visits.size(), k_none) {
  for (int v = 0; v < visits_; ++v) {
    place_[static_cast<std::size_t>(v)] = visit(v).place;
    length_[static_cast<std::size_t>(v)] = visit(v).length_s;
  }
  for (int s = 0; s < shifts_; ++s) {
    const Shift& at = shift(s);
    modes_.push_back(problem.carers[static_cast<std::size_t>(at.carer)].mode);
    tables_.push_back(&problem.modes[static_cast<std::size_t>(modes_.back())].seconds);
    place_[static_cast<std::size_t>(break_of(s))] = at.rest ? at.rest->place : k_none;
    length_[static_cast<std::size_t>(break_of(s))] = at.rest ? at.rest->length_s : 0;
    place_[static_cast<std::size_t>(start_of(s))] = at.start_place;
    place_[static_cast<std::size_t>(end_of(s))] = at.end_place;
    most_work_.push_back(at.most_work_s.value_or(k_far));
    for (int stop : at.locked)
      if (stop != k_break) locked_[static_cast<std::size_t>(stop)] = 1, locked_shift_[static_cast<std::size_t>(stop)] = s;
  }
  for (const Carer& carer : problem.carers) most_carer_work_.push_back(carer.most_work_s.value_or(k_far));
  for (const Level& level : problem.objective.levels)
    for (std::size_t i = 0; i < k_terms; ++i) counts_[i] = counts_[i] || level.weight[i] != 0;
  set_ends();
  set_begun();
  set_slots();
  set_links();
  set_bars();
  set_shares();
}

/// Overtime lasts until the carer's next shift begins, at most.
void Ground::set_ends() {
  for (int s = 0; s < shifts_; ++s) {
    own_end_.push_back(shift(s).ends_s + shift(s).overtime_limit_s);
    const auto key = [this](int one) { return std::tuple(shift(one).begins_s, shift(one).ends_s, one); };
    for (int other = 0; other < shifts_; ++other)
      if (carer_of(other) == carer_of(s) && key(other) > key(s)) own_end_.back() = std::min(own_end_.back(), shift(other).begins_s);
  }
  hard_end_ = own_end_;
}

void Ground::set_begun() {
  begun_.resize(static_cast<std::size_t>(nodes()));
  for (int s = 0; s < shifts_; ++s) {
    last_begun_.push_back(start_of(s));
    for (int stop : shift(s).locked) {
      const int node = stop == k_break ? break_of(s) : stop;
      begun_[static_cast<std::size_t>(node)] = stop == k_break ? shift(s).rest->begun_s : visit(stop).pinned_start_s;
      any_begun_ = any_begun_ || begun_[static_cast<std::size_t>(node)];
      if (begun_s(node)) last_begun_.back() = node;
    }
  }
}

void Ground::set_slots() {
  const auto add_break = [this](int s) {
    const auto& rest = shift(s).rest;
    if (!rest) return;
    if (const Seconds* begun = begun_s(break_of(s))) return slots_.push_back({*begun, *begun});
    slots_.push_back({rest->opens_s, break_locked(s) ? k_far : rest->closes_s});
  };
  for (int v = 0; v < visits_; ++v) {
    const Visit& at = visit(v);
    first_slot_.push_back(static_cast<int>(slots_.size()));
    const Seconds hold = at.promise && at.promise->start_s
                             ? std::min(*at.promise->start_s - at.promise->tolerance_s, last_start(at))
                             : k_unset;
    if (at.pinned_start_s) {
      slots_.push_back({*at.pinned_start_s, *at.pinned_start_s});
    } else if (locked(v)) {
      slots_.push_back({at.windows.front().opens_s, k_far});
    } else {
      for (const Window& window : at.windows) {
        const bool last = &window == &at.windows.back();
        const Slot slot{std::max(window.opens_s, hold), window.closes_s + (last ? at.lateness_limit_s : 0)};
        if (slot.opens_s <= slot.last_s) slots_.push_back(slot);
      }
    }
  }
  for (int s = 0; s < shifts_; ++s) {
    first_slot_.push_back(static_cast<int>(slots_.size()));
    add_break(s);
  }
  first_slot_.push_back(static_cast<int>(slots_.size()));
}

void Ground::set_links() {
  ties_.resize(static_cast<std::size_t>(visits_));
  group_of_.resize(static_cast<std::size_t>(visits_));
  std::iota(group_of_.begin(), group_of_.end(), 0);
  const auto root = [this](int v) {
    while (group_of_[static_cast<std::size_t>(v)] != v) v = group_of_[static_cast<std::size_t>(v)];
    return v;
  };
  for (const Link& link : problem_.links) {
    ties_[static_cast<std::size_t>(link.second)].push_back({link.first, link.least_s, -link.most_s, link.different_carers});
    ties_[static_cast<std::size_t>(link.first)].push_back({link.second, -link.most_s, link.least_s, link.different_carers});
    const int a = root(link.first), b = root(link.second);
    group_of_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
  }
  std::vector<int> roots;
  for (int v = 0; v < visits_; ++v) roots.push_back(root(v));
  group_of_ = std::move(roots);
  groups_.resize(static_cast<std::size_t>(visits_));
  group_locked_.resize(static_cast<std::size_t>(visits_));
  for (int v = 0; v < visits_; ++v) {
    const auto group = static_cast<std::size_t>(group_of_[static_cast<std::size_t>(v)]);
    groups_[group].push_back(v);
    group_locked_[group] = group_locked_[group] || locked(v);
  }
  visits_of_person_.resize(problem_.persons.size());
  for (int v = 0; v < visits_; ++v)
    if (visit(v).person != k_none) visits_of_person_[static_cast<std::size_t>(visit(v).person)].push_back(v);
}

void Ground::set_bars() {
  bars_.reserve(static_cast<std::size_t>(visits_) * static_cast<std::size_t>(shifts_));
  for (int v = 0; v < visits_; ++v)
    for (int s = 0; s < shifts_; ++s) bars_.push_back(find_bar(v, s));
}

Bar Ground::find_bar(int v, int s) const {
  if (locked(v)) return locked_shift_[static_cast<std::size_t>(v)] == s ? Bar::none : Bar::pinned;
  const Visit& at = visit(v);
  const int carer = carer_of(s);
  const Carer& who = problem_.carers[static_cast<std::size_t>(carer)];
  for (const SkillLevel& asked : at.skills)
    if (!has_skill(who, asked)) return Bar::skill;
  for (const Wish& wish : at.wishes)
    if (wish.must && !holds(who.traits, wish.trait)) return Bar::wish;
  if (holds(at.excluded_carers, carer)) return Bar::excluded;
  if (at.pinned_carer != k_none && at.pinned_carer != carer) return Bar::pinned;
  if (!can_reach(v, s)) return Bar::unreachable;
  const Shift& day = shift(s);
  // In a table a way round may be shorter than the direct one, so only straight lines bound the way (less a second: they are rounded up), and
  // only where no stop has begun: she was there then, whatever travel says.
  const bool straight = tables_[static_cast<std::size_t>(s)]->empty();
  const bool from_start = last_begun(s) == start_of(s);
  const auto least = [&](int from, int to) { return straight ? std::max<Seconds>(travel(s, from, to) - 1, 0) : 0; };
  const Seconds first = earliest(v, day.begins_s + (from_start ? least(day.start_place, at.place) : 0));
  const Seconds home = day.end_place == k_none ? 0 : least(at.place, day.end_place);
  return first == k_far || first + at.length_s + home > hard_end_s(s) ? Bar::no_time : Bar::none;
}

/// Whether there is any way from the shift's start to the visit and from there to its end, over whatever places.
bool Ground::can_reach(int v, int s) const {
  if (tables_[static_cast<std::size_t>(s)]->empty()) return true;
  const Shift& day = shift(s);
  const auto place = static_cast<std::size_t>(visit(v).place);
  const int mode = modes_[static_cast<std::size_t>(s)];
  return places_tied(mode, day.start_place, false)[place] && (day.end_place == k_none || places_tied(mode, day.end_place, true)[place]);
}

/// The places that can be reached from a place, or (`to`) from which it can be reached.
const std::vector<char>& Ground::places_tied(int mode, int place, bool to) const {
  const auto [at, is_new] = tied_places_.try_emplace({mode, place, to});
  std::vector<char>& tied = at->second;
  if (!is_new) return tied;
  const std::size_t count = problem_.places.size();
  const auto& table = problem_.modes[static_cast<std::size_t>(mode)].seconds;
  tied.assign(count, 0);
  std::vector<std::size_t> found{static_cast<std::size_t>(place)};
  std::vector<std::size_t> left;
  for (std::size_t other = 0; other < count; ++other) left.push_back(other);
  // Where every way exists, one pass finds all places.
  for (std::size_t next = 0; next < found.size(); ++next)
    std::erase_if(left, [&](std::size_t other) {
      if (table[to ? other * count + found[next] : found[next] * count + other] >= k_unreachable_s) return false;
      tied[other] = 1;
      found.push_back(other);
      return true;
    });
  return tied;
}

void Ground::set_shares() {
  __int128 visits_s = 0, shifts_s = 0;
  std::vector<Seconds> of_carer(problem_.carers.size());
  for (const Visit& visit : problem_.visits) visits_s += visit.length_s;
  for (const Shift& day : problem_.shifts) {
    shifts_s += day.ends_s - day.begins_s;
    of_carer[static_cast<std::size_t>(day.carer)] += day.ends_s - day.begins_s;
  }
  for (Seconds own : of_carer) fair_share_.push_back(shifts_s == 0 ? 0 : static_cast<Seconds>(visits_s * own / shifts_s));
}

Seconds Ground::earliest(int node, Seconds ready_s) const {
  if (const Seconds* begun = begun_s(node)) return *begun;
  const auto index = static_cast<std::size_t>(node);
  for (int i = first_slot_[index]; i < first_slot_[index + 1]; ++i) {
    const Slot& slot = slots_[static_cast<std::size_t>(i)];
    const Seconds start = std::max(ready_s, slot.opens_s);
    if (start <= slot.last_s) return start;
  }
  return k_far;
}

Seconds Ground::latest(int node, Seconds limit_s) const {
  const auto index = static_cast<std::size_t>(node);
  for (int i = first_slot_[index + 1]; i-- > first_slot_[index];) {
    const Slot& slot = slots_[static_cast<std::size_t>(i)];
    if (limit_s >= slot.opens_s) return std::min(limit_s, slot.last_s);
  }
  return k_unset;
}

Seconds Ground::free_until(int v, Seconds start_s) const {
  const Visit& at = visit(v);
  Seconds until = std::max(start_s, at.windows.back().closes_s);
  if (at.promise && at.promise->start_s && !breaks_promised_start(v, start_s))
    until = std::min(until, *at.promise->start_s + at.promise->tolerance_s);
  return until;
}

Seconds Ground::lateness(int v, Seconds start_s) const { return std::max<Seconds>(start_s - visit(v).windows.back().closes_s, 0); }

bool Ground::breaks_promised_start(int v, Seconds start_s) const {
  const auto& promise = visit(v).promise;
  return promise && promise->start_s && (start_s == k_unset || start_s > *promise->start_s + promise->tolerance_s);
}

int Ground::unmet_wishes(int v, int carer) const {
  const Visit& at = visit(v);
  int unmet = !at.preferred_carers.empty() && !holds(at.preferred_carers, carer);
  for (const Wish& wish : at.wishes)
    unmet += !wish.must && !holds(problem_.carers[static_cast<std::size_t>(carer)].traits, wish.trait);
  return unmet;
}

bool Ground::break_locked(int shift) const { return holds(this->shift(shift).locked, k_break); }

bool Ground::usual(int person, int carer) const {
  return holds(problem_.persons[static_cast<std::size_t>(person)].usual_carers, carer);
}

void Ground::raise_limits(int shift, Seconds hard_end_s, Seconds most_work_s) {
  set_limits(shift, hard_end_s, most_work_s);
  if (hard_end_s == own_end_s(shift)) return;
  for (int v = 0; v < visits_; ++v) bars_[bar_index(v, shift)] = find_bar(v, shift);
}

void Ground::set_limits(int shift, Seconds hard_end_s, Seconds most_work_s) {
  hard_end_[static_cast<std::size_t>(shift)] = hard_end_s;
  most_work_[static_cast<std::size_t>(shift)] = most_work_s;
}

void Ground::set_limits(Limits limits) {
  hard_end_ = std::move(limits.hard_end_s);
  most_work_ = std::move(limits.most_work_s);
  most_carer_work_ = std::move(limits.most_carer_work_s);
}

void Ground::set_carer_limit(int carer, Seconds most_work_s) { most_carer_work_[static_cast<std::size_t>(carer)] = most_work_s; }

}  // namespace laoyou::dispatch
