#include "engines/dispatch/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/dispatch/timing.h"

namespace laoyou::dispatch {
namespace {

constexpr Seconds k_endless = 4'000'000'000'000'000;

bool has(const std::vector<int>& list, int value) { return std::count(list.begin(), list.end(), value) > 0; }

class Judge {
 public:
  /// `beginnings` are the times of the locked beginnings alone; null where nothing is locked.
  Judge(const Problem& problem, const Plan& plan, const Timing* beginnings) : problem_(problem), timing_(problem, plan), beginnings_(beginnings) {}

  Judgement judge() {
    judgement_.broken = timing_.broken();
    if (!timing_.known()) return std::move(judgement_);
    for (int s = 0; s < timing_.shifts(); ++s) judge_route(s);
    judge_links();
    judge_carers();
    judge_presence();
    judge_unserved();
    judge_persons();
    judgement_.routes = timing_.routes();
    return std::move(judgement_);
  }

 private:
  const Shift& shift(int s) const { return timing_.shift(s); }
  const std::vector<int>& route(int s) const { return timing_.route(s); }
  bool has_beginning(int s) const { return beginnings_ != nullptr && !shift(s).locked.empty(); }

  /// Adds a broken rule; what else belongs to it is filled in by the caller.
  Broken& broke(Rule rule, int s, std::size_t stop) {
    Broken one;
    one.rule = rule;
    one.shift = s;
    one.stop = stop;
    if (s != k_none) one.carer = shift(s).carer;
    if (s != k_none && stop < route(s).size()) one.visit = route(s)[stop];
    judgement_.broken.push_back(one);
    return judgement_.broken.back();
  }
  void add(Term term, std::int64_t value) { at(judgement_.terms, term) += value; }

  void judge_route(int s) {
    const auto& locked = shift(s).locked;
    if (route(s).size() < locked.size() || !std::equal(locked.begin(), locked.end(), route(s).begin())) broke(Rule::locked, s, 0);
    for (std::size_t i = 0; i < route(s).size(); ++i)
      if (route(s)[i] != k_break) judge_visit(s, i);
    judge_break(s);
    judge_ways(s);
    judge_limits(s);
  }

  /// A pinned start holds whatever travel says now, but nobody leaves a stop before its service ends.
  void judge_ways(int s) {
    for (std::size_t i = 0; i < route(s).size(); ++i) {
      if (timing_.travel_to(s, i) >= k_unreachable_s) broke(Rule::unreachable, s, i);
      const Seconds free_s = i == 0 ? shift(s).begins_s : timing_.start_s(s, i - 1) + timing_.length_of(s, i - 1);
      if (timing_.start_s(s, i) < free_s) broke(Rule::backwards, s, i).seconds = timing_.start_s(s, i);
    }
    if (timing_.travel_home(s) >= k_unreachable_s) broke(Rule::unreachable, s, route(s).size());
  }

  void judge_limits(int s) {
    const TimedRoute& timed = timing_.timed(s);
    const bool used = !route(s).empty();
    Seconds last_end = shift(s).ends_s + shift(s).overtime_limit_s;
    Seconds most_work = shift(s).most_work_s.value_or(k_endless);
    if (has_beginning(s)) {
      last_end = std::max(last_end, beginnings_->timed(s).ends_s);
      most_work = std::max(most_work, beginnings_->work_of(s));
    }
    if (used && timed.ends_s > last_end) broke(Rule::shift_end, s, route(s).size());
    if (timed.work_s > most_work) broke(Rule::work_limit, s, 0);
    if (used) add(Term::overtime, std::max<Seconds>(0, timed.ends_s - shift(s).ends_s));
    add(Term::travel, timing_.travel_of(s));
  }

  void judge_visit(int s, std::size_t i) {
    const Visit& what = timing_.visit(route(s)[i]);
    const int carer = shift(s).carer;
    const Carer& who = problem_.carers[std::size_t(carer)];
    const Seconds start = timing_.start_s(s, i);
    for (const Wish& wish : what.wishes)
      if (!wish.must && !has(who.traits, wish.trait)) add(Term::wishes, 1);
    if (!what.preferred_carers.empty() && !has(what.preferred_carers, carer)) add(Term::wishes, 1);
    const Seconds late = std::max<Seconds>(0, start - what.windows.back().closes_s);
    add(Term::lateness, late);
    at(judgement_.terms, Term::worst_lateness) = std::max(at(judgement_.terms, Term::worst_lateness), late);
    if (what.promise) {
      if (what.promise->carer != k_none && what.promise->carer != carer) add(Term::changes, what.promise->carer_price);
      if (what.promise->start_s && start > *what.promise->start_s + what.promise->tolerance_s) add(Term::changes, what.promise->start_price);
    }
    if (!timing_.is_locked(s, i)) judge_carer_and_hour(s, i, what, who, start);  // else done or under way: nothing left to refuse
  }

  void judge_carer_and_hour(int s, std::size_t i, const Visit& what, const Carer& who, Seconds start) {
    for (const SkillLevel& asked : what.skills) {
      int best = 0;
      for (const SkillLevel& held : who.skills)
        if (held.skill == asked.skill) best = std::max(best, held.level);
      if (best >= asked.level) continue;
      Broken& one = broke(Rule::skill, s, i);
      one.skill = asked.skill;
      one.level = asked.level;
    }
    for (const Wish& wish : what.wishes)
      if (wish.must && !has(who.traits, wish.trait)) broke(Rule::wish, s, i).trait = wish.trait;
    if (has(what.excluded_carers, shift(s).carer)) broke(Rule::excluded, s, i);
    if (what.pinned_carer != k_none && what.pinned_carer != shift(s).carer) broke(Rule::pinned_carer, s, i);
    if (!may_start(what, start)) broke(Rule::window, s, i).seconds = start;
  }

  static bool may_start(const Visit& what, Seconds start) {
    if (what.pinned_start_s) return start == *what.pinned_start_s;
    const Window& last = what.windows.back();
    if (last.opens_s <= start && start <= last.closes_s + what.lateness_limit_s) return true;
    return std::any_of(what.windows.begin(), what.windows.end(),
                       [start](const Window& window) { return window.opens_s <= start && start <= window.closes_s; });
  }

  void judge_break(int s) {
    if (!shift(s).rest) return;
    const auto taken = std::find(route(s).begin(), route(s).end(), k_break);
    const bool any_visit = std::any_of(route(s).begin(), route(s).end(), [](int stop) { return stop != k_break; });
    const Seconds closes = shift(s).rest->closes_s;
    if (taken != route(s).end()) {
      const auto i = static_cast<std::size_t>(taken - route(s).begin());
      if (!timing_.is_locked(s, i) && timing_.start_s(s, i) > closes) broke(Rule::break_late, s, i);
      if (!any_visit && !timing_.is_locked(s, i)) broke(Rule::break_alone, s, i);
      return;
    }
    const bool missed_already = has_beginning(s) && beginnings_->timed(s).ends_s > closes;
    if (any_visit && !missed_already && timing_.timed(s).ends_s > closes) broke(Rule::break_missing, s, route(s).size());
  }

  void judge_links() {
    for (std::size_t i = 0; i < problem_.links.size(); ++i) {
      const Link& link = problem_.links[i];
      const auto broke_link = [&](Rule rule, const Where& at) -> Broken& {
        Broken& one = broke(rule, at.shift, at.stop);
        one.link = static_cast<int>(i);
        return one;
      };
      const Where& a = timing_.where(link.first);
      const Where& b = timing_.where(link.second);
      if (a.shift == k_none || b.shift == k_none) {
        const Where& served = a.shift != k_none ? a : b;
        if (served.shift != k_none && !group_has_locked(link.first)) broke_link(Rule::group_split, served);
        continue;
      }
      const bool both_locked = timing_.is_locked(a.shift, a.stop) && timing_.is_locked(b.shift, b.stop);
      const Seconds apart = timing_.start_of(link.second) - timing_.start_of(link.first);
      if ((apart < link.least_s || apart > link.most_s) && !both_locked) broke_link(Rule::link, b).seconds = apart;
      if (link.different_carers && shift(a.shift).carer == shift(b.shift).carer) broke_link(Rule::same_carer, b);
    }
  }

  /// Whether any visit tied to this one, directly or through others, is locked.
  bool group_has_locked(int v) const {
    std::set<int> group{v};
    for (bool grown = true; grown;) {
      grown = false;
      for (const Link& link : problem_.links)
        if (group.count(link.first) != group.count(link.second)) grown = group.insert(link.first).second | group.insert(link.second).second;
    }
    for (const Shift& day : problem_.shifts)
      for (int stop : day.locked)
        if (group.count(stop)) return true;
    return false;
  }

  void judge_carers() {
    __int128 visits_s = 0, shifts_s = 0;
    for (const Visit& what : problem_.visits) visits_s += what.length_s;
    for (const Shift& day : problem_.shifts) shifts_s += day.ends_s - day.begins_s;
    for (std::size_t c = 0; c < problem_.carers.size(); ++c) {
      Seconds made = 0, work = 0, own_shifts = 0, locked_work = 0;
      for (int s = 0; s < timing_.shifts(); ++s) {
        if (shift(s).carer != static_cast<int>(c)) continue;
        own_shifts += shift(s).ends_s - shift(s).begins_s;
        work += timing_.work_of(s);
        made += timing_.visits_of(s);
        if (has_beginning(s)) locked_work += beginnings_->work_of(s);
      }
      const Seconds share = shifts_s == 0 ? 0 : static_cast<Seconds>(visits_s * own_shifts / shifts_s);
      add(Term::unfairness, std::max<Seconds>(0, made - share));
      if (work > std::max(problem_.carers[c].most_work_s.value_or(k_endless), locked_work)) broke(Rule::carer_work_limit, k_none, 0).carer = static_cast<int>(c);
    }
  }

  /// All that a carer does is one line in time. A route ends before her next shift begins, whether she is needed there or not; only a locked
  /// beginning may have run over, and then she is there no sooner.
  void judge_presence() {
    std::map<int, std::vector<int>> shifts_of;
    for (int s = 0; s < timing_.shifts(); ++s) shifts_of[shift(s).carer].push_back(s);
    for (auto& [carer, own] : shifts_of) {
      std::stable_sort(own.begin(), own.end(), [this](int a, int b) {
        return std::pair(shift(a).begins_s, shift(a).ends_s) < std::pair(shift(b).begins_s, shift(b).ends_s);
      });
      Seconds free_s = -k_endless;
      for (std::size_t i = 0; i < own.size(); ++i) {
        const int s = own[i];
        if (route(s).empty()) continue;
        const TimedRoute& timed = timing_.timed(s);
        const Seconds there_s = begun_stops(problem_, shift(s)) > 0 ? timed.stops[0].start_s : timed.leaves_s;
        if (there_s < free_s) broke(Rule::two_places, s, 0).seconds = free_s - there_s;
        free_s = std::max(free_s, timed.ends_s);
        if (i + 1 == own.size()) continue;
        Seconds last_end = shift(own[i + 1]).begins_s;
        if (has_beginning(s)) last_end = std::max(last_end, beginnings_->timed(s).ends_s);
        if (timed.ends_s > last_end) broke(Rule::two_places, s, route(s).size()).seconds = timed.ends_s - last_end;
      }
    }
  }

  void judge_unserved() {
    for (std::size_t v = 0; v < problem_.visits.size(); ++v) {
      if (timing_.where(static_cast<int>(v)).shift != k_none) continue;
      const Visit& what = problem_.visits[v];
      judgement_.unserved.push_back(static_cast<int>(v));
      add(Term::unserved, what.prize);
      if (!what.promise) continue;
      if (what.promise->carer != k_none) add(Term::changes, what.promise->carer_price);
      if (what.promise->start_s) add(Term::changes, what.promise->start_price);
    }
  }

  void judge_persons() {
    std::map<int, std::set<int>> carers;
    for (std::size_t v = 0; v < problem_.visits.size(); ++v) {
      const int s = timing_.where(static_cast<int>(v)).shift;
      if (s != k_none && problem_.visits[v].person != k_none) carers[problem_.visits[v].person].insert(shift(s).carer);
    }
    for (auto& [person, seen] : carers) {
      const auto& usual = problem_.persons[std::size_t(person)].usual_carers;
      for (int carer : usual) seen.erase(carer);
      const auto count = static_cast<std::int64_t>(seen.size());
      add(Term::continuity, usual.empty() ? std::max<std::int64_t>(0, count - 1) : count);
    }
  }

  const Problem& problem_;
  const Timing timing_;
  const Timing* beginnings_;
  Judgement judgement_;
};

}  // namespace

Plan locked_beginnings(const Problem& problem) {
  Plan beginnings;
  for (const Shift& day : problem.shifts) beginnings.routes.push_back(day.locked);
  return beginnings;
}

Judgement check(const Problem& problem, const Plan& plan) {
  if (std::all_of(problem.shifts.begin(), problem.shifts.end(), [](const Shift& day) { return day.locked.empty(); }))
    return Judge(problem, plan, nullptr).judge();
  const Plan locked = locked_beginnings(problem);
  const Timing beginnings(problem, locked);
  return Judge(problem, plan, beginnings.known() ? &beginnings : nullptr).judge();
}

}  // namespace laoyou::dispatch
