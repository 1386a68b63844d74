#include "engines/dispatch/check.h"

#include <algorithm>
#include <map>
#include <set>

namespace laoyou::dispatch {
namespace {

constexpr Seconds k_endless = 4'000'000'000'000'000;

/// Where each visit stands.
struct Where {
  int shift = k_none;
  std::size_t stop = 0;
};

class Judge {
 public:
  Judge(const Problem& problem, const Plan& plan) : problem_(problem), plan_(plan), links_of_(problem.visits.size()) {
    for (const Link& link : problem.links) {
      links_of_[std::size_t(link.first)].push_back(&link);
      links_of_[std::size_t(link.second)].push_back(&link);
    }
  }

  Judgement judge() {
    find_stops();
    if (!judgement_.broken.empty()) return std::move(judgement_);  // routes that name no real stops have no times
    find_times();
    for (int s = 0; s < shifts(); ++s) judge_route(s);
    judge_links();
    judge_carers();
    judge_unserved();
    judge_persons();
    return std::move(judgement_);
  }

  /// Ends and work of the routes as they are, whatever rules they break; for the locked beginnings.
  void measure() {
    find_stops();
    if (judgement_.broken.empty()) find_times();
  }
  Seconds end_s(int s) const { return judgement_.routes.empty() ? 0 : judgement_.routes[std::size_t(s)].ends_s; }
  Seconds work_s(int s) const {
    Seconds sum = travel_of(s);
    for (int stop : route(s))
      if (stop != k_break) sum += problem_.visits[std::size_t(stop)].length_s;
    return sum;
  }
  void set_locked_only(const Judge* judge) { locked_only_ = judge; }

 private:
  int shifts() const { return static_cast<int>(problem_.shifts.size()); }
  const Shift& shift(int s) const { return problem_.shifts[std::size_t(s)]; }
  const Visit& visit(int v) const { return problem_.visits[std::size_t(v)]; }
  const std::vector<int>& route(int s) const {
    static const std::vector<int> none;
    return std::size_t(s) < plan_.routes.size() ? plan_.routes[std::size_t(s)] : none;
  }
  void broke(const std::string& rule, int s, std::size_t stop, std::vector<std::string> words = {}) {
    Refusal refusal{"dispatch.check." + rule, "/routes/" + std::to_string(s) + "/" + std::to_string(stop), std::move(words)};
    judgement_.broken.push_back(std::move(refusal));
  }

  void find_stops() {
    where_.assign(problem_.visits.size(), {});
    if (plan_.routes.size() > problem_.shifts.size()) broke("unknown_stop", shifts(), 0);
    for (int s = 0; s < shifts(); ++s) {
      int breaks = 0;
      for (std::size_t i = 0; i < route(s).size(); ++i) {
        const int stop = route(s)[i];
        if (stop == k_break ? !shift(s).rest : stop < 0 || std::size_t(stop) >= problem_.visits.size()) {
          broke("unknown_stop", s, i);
        } else if (stop == k_break ? ++breaks > 1 : where_[std::size_t(stop)].shift != k_none) {
          broke("twice", s, i);
        } else if (stop != k_break) {
          where_[std::size_t(stop)] = {s, i};
        }
      }
    }
  }

  bool is_locked(int s, std::size_t stop) const { return stop < shift(s).locked.size(); }

  /// The place of a stop; a break without one is taken where the carer is.
  int place_of(int s, std::size_t stop) const {
    for (std::size_t i = stop + 1; i-- > 0;) {
      const int at = route(s)[i];
      if (at != k_break) return visit(at).place;
      if (shift(s).rest->place != k_none) return shift(s).rest->place;
    }
    return shift(s).start_place;
  }
  Seconds between(int s, int from, int to) const {
    const int mode = problem_.carers[std::size_t(shift(s).carer)].mode;
    if (from == to && problem_.modes[std::size_t(mode)].seconds.empty()) return 0;
    return dispatch::travel_s(problem_, mode, from, to);
  }
  Seconds travel_to(int s, std::size_t stop) const {
    const bool placeless = route(s)[stop] == k_break && shift(s).rest->place == k_none;
    const int from = stop == 0 ? shift(s).start_place : place_of(s, stop - 1);
    return placeless ? 0 : between(s, from, place_of(s, stop));
  }
  Seconds travel_home(int s) const {
    return route(s).empty() || shift(s).end_place == k_none ? 0 : between(s, place_of(s, route(s).size() - 1), shift(s).end_place);
  }
  Seconds travel_of(int s) const {
    Seconds sum = travel_home(s);
    for (std::size_t i = 0; i < route(s).size(); ++i) sum += travel_to(s, i);
    return sum;
  }
  Seconds length_of(int s, std::size_t stop) const {
    const int at = route(s)[stop];
    return at == k_break ? shift(s).rest->length_s : visit(at).length_s;
  }

  /// The first start not before `ready` that the windows, the pin and the promise leave; ready itself when none is left.
  Seconds start_from(int s, std::size_t stop, Seconds ready) const {
    const int at = route(s)[stop];
    if (at == k_break) return std::max(ready, shift(s).rest->opens_s);
    const Visit& what = visit(at);
    if (what.pinned_start_s) return is_locked(s, stop) ? *what.pinned_start_s : std::max(ready, *what.pinned_start_s);
    const Seconds last = what.windows.back().closes_s + what.lateness_limit_s;
    if (what.promise && what.promise->start_s && !is_locked(s, stop))
      ready = std::max(ready, std::min(*what.promise->start_s - what.promise->tolerance_s, last));
    if (is_locked(s, stop)) return std::max(ready, what.windows.front().opens_s);
    for (const Window& window : what.windows)
      if (ready <= window.closes_s) return std::max(ready, window.opens_s);
    return ready;  // after the last window: late, or too late
  }

  /// Starts from the shifts' beginnings and raises times, route by route, until nothing moves.
  void find_times() {
    judgement_.routes.resize(problem_.shifts.size());
    for (int s = 0; s < shifts(); ++s) judgement_.routes[std::size_t(s)].stops.assign(route(s).size(), {k_break, -k_endless, -k_endless});
    bool moved = true;
    for (std::size_t round = 0; moved && round < problem_.visits.size() + 3; ++round) {
      moved = false;
      for (int s = 0; s < shifts(); ++s) moved = raise_route(s) || moved;
    }
    if (moved) broke("endless", 0, 0);
  }

  bool raise_route(int s) {
    TimedRoute& timed = judgement_.routes[std::size_t(s)];
    Seconds time = shift(s).begins_s;
    bool moved = false;
    for (std::size_t i = 0; i < route(s).size(); ++i) {
      if (i == shift(s).locked.size() && shift(s).free_from_s) time = std::max(time, *shift(s).free_from_s);
      const Seconds arrival = time + travel_to(s, i);
      Seconds ready = arrival;
      if (route(s)[i] != k_break) ready = std::max(ready, ready_by_links(route(s)[i]));
      const Seconds start = start_from(s, i, ready);
      moved = moved || start != timed.stops[i].start_s;
      timed.stops[i] = {route(s)[i], arrival, start};
      time = start + length_of(s, i);
    }
    timed.ends_s = time + travel_home(s);
    timed.leaves_s = route(s).empty() ? time : std::max(shift(s).begins_s, timed.stops[0].start_s - travel_to(s, 0));
    return moved;
  }

  Seconds ready_by_links(int v) const {
    Seconds ready = -k_endless;
    for (const Link* link : links_of_[std::size_t(v)])
      ready = std::max(ready, link->second == v ? start_of(link->first) + link->least_s : start_of(link->second) - link->most_s);
    return ready;
  }

  Seconds start_of(int v) const {
    const Where& at = where_[std::size_t(v)];
    return at.shift == k_none ? -k_endless : judgement_.routes[std::size_t(at.shift)].stops[at.stop].start_s;
  }

  static bool has(const std::vector<int>& list, int value) { return std::count(list.begin(), list.end(), value) > 0; }

  void judge_route(int s) {
    const auto& locked = shift(s).locked;
    if (route(s).size() < locked.size() || !std::equal(locked.begin(), locked.end(), route(s).begin())) broke("locked", s, 0);
    for (std::size_t i = 0; i < route(s).size(); ++i)
      if (route(s)[i] != k_break) judge_visit(s, i);
    judge_break(s);
    TimedRoute& timed = judgement_.routes[std::size_t(s)];
    timed.work_s = work_s(s);
    const bool used = !route(s).empty();
    Seconds last_end = shift(s).ends_s + shift(s).overtime_limit_s;
    Seconds most_work = shift(s).most_work_s.value_or(k_endless);
    if (!locked.empty() && locked_only_ != nullptr) {
      last_end = std::max(last_end, locked_only_->end_s(s));
      most_work = std::max(most_work, locked_only_->work_s(s));
    }
    if (used && timed.ends_s > last_end) broke("shift_end", s, route(s).size());
    if (timed.work_s > most_work) broke("work_limit", s, 0);
    if (used) at(judgement_.terms, Term::overtime) += std::max<Seconds>(0, timed.ends_s - shift(s).ends_s);
    at(judgement_.terms, Term::travel) += travel_of(s);
  }

  void judge_visit(int s, std::size_t i) {
    const Visit& what = visit(route(s)[i]);
    const int carer = shift(s).carer;
    const Carer& who = problem_.carers[std::size_t(carer)];
    const Seconds start = judgement_.routes[std::size_t(s)].stops[i].start_s;
    for (const Wish& wish : what.wishes)
      if (!wish.must && !has(who.traits, wish.trait)) ++at(judgement_.terms, Term::wishes);
    if (!what.preferred_carers.empty() && !has(what.preferred_carers, carer)) ++at(judgement_.terms, Term::wishes);
    const Seconds late = lateness(what, start);
    at(judgement_.terms, Term::lateness) += late;
    at(judgement_.terms, Term::worst_lateness) = std::max(at(judgement_.terms, Term::worst_lateness), late);
    if (what.promise) {
      if (what.promise->carer != k_none && what.promise->carer != carer) at(judgement_.terms, Term::changes) += what.promise->carer_price;
      if (what.promise->start_s && start > *what.promise->start_s + what.promise->tolerance_s)
        at(judgement_.terms, Term::changes) += what.promise->start_price;
    }
    if (is_locked(s, i)) return;  // done or under way: nothing left to refuse
    for (const SkillLevel& asked : what.skills) {
      int best = 0;
      for (const SkillLevel& held : who.skills)
        if (held.skill == asked.skill) best = std::max(best, held.level);
      if (best < asked.level) broke("skill", s, i, {problem_.skills[std::size_t(asked.skill)]});
    }
    for (const Wish& wish : what.wishes)
      if (wish.must && !has(who.traits, wish.trait)) broke("wish", s, i, {problem_.traits[std::size_t(wish.trait)]});
    if (has(what.excluded_carers, carer)) broke("excluded", s, i);
    if (what.pinned_carer != k_none && what.pinned_carer != carer) broke("pinned_carer", s, i);
    if (!may_start(what, start)) broke("window", s, i, {std::to_string(start)});
  }

  static Seconds lateness(const Visit& what, Seconds start) { return std::max<Seconds>(0, start - what.windows.back().closes_s); }

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
      if (!is_locked(s, i) && judgement_.routes[std::size_t(s)].stops[i].start_s > closes) broke("break_late", s, i);
      if (!any_visit && !is_locked(s, i)) broke("break_alone", s, i);
      return;
    }
    const bool missed_already = !shift(s).locked.empty() && locked_only_ != nullptr && locked_only_->end_s(s) > closes;
    if (any_visit && !missed_already && judgement_.routes[std::size_t(s)].ends_s > closes) broke("break_missing", s, route(s).size());
  }

  void judge_links() {
    for (const Link& link : problem_.links) {
      const Where& a = where_[std::size_t(link.first)];
      const Where& b = where_[std::size_t(link.second)];
      const auto locked = [this](const Where& at) { return at.shift != k_none && is_locked(at.shift, at.stop); };
      if (a.shift == k_none || b.shift == k_none) {
        const Where& served = a.shift != k_none ? a : b;
        if (served.shift != k_none && !group_has_locked(link.first)) broke("group_split", served.shift, served.stop);
        continue;
      }
      const Seconds apart = start_of(link.second) - start_of(link.first);
      if ((apart < link.least_s || apart > link.most_s) && !(locked(a) && locked(b))) broke("link", b.shift, b.stop, {std::to_string(apart)});
      if (link.different_carers && shift(a.shift).carer == shift(b.shift).carer) broke("same_carer", b.shift, b.stop);
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
      for (int s = 0; s < shifts(); ++s) {
        if (shift(s).carer != static_cast<int>(c)) continue;
        own_shifts += shift(s).ends_s - shift(s).begins_s;
        work += work_s(s);
        made += work_s(s) - travel_of(s);
        if (locked_only_ != nullptr && !shift(s).locked.empty()) locked_work += locked_only_->work_s(s);
      }
      const Seconds share = shifts_s == 0 ? 0 : static_cast<Seconds>(visits_s * own_shifts / shifts_s);
      at(judgement_.terms, Term::unfairness) += std::max<Seconds>(0, made - share);
      if (work > std::max(problem_.carers[c].most_work_s.value_or(k_endless), locked_work)) broke("carer_work_limit", 0, 0, {problem_.carers[c].id});
    }
  }

  void judge_unserved() {
    for (std::size_t v = 0; v < where_.size(); ++v) {
      if (where_[v].shift != k_none) continue;
      const Visit& what = problem_.visits[v];
      judgement_.unserved.push_back(static_cast<int>(v));
      at(judgement_.terms, Term::unserved) += what.prize;
      if (!what.promise) continue;
      if (what.promise->carer != k_none) at(judgement_.terms, Term::changes) += what.promise->carer_price;
      if (what.promise->start_s) at(judgement_.terms, Term::changes) += what.promise->start_price;
    }
  }

  void judge_persons() {
    std::map<int, std::set<int>> carers;
    for (std::size_t v = 0; v < where_.size(); ++v)
      if (where_[v].shift != k_none && problem_.visits[v].person != k_none)
        carers[problem_.visits[v].person].insert(shift(where_[v].shift).carer);
    for (auto& [person, seen] : carers) {
      const auto& usual = problem_.persons[std::size_t(person)].usual_carers;
      for (int carer : usual) seen.erase(carer);
      const auto count = static_cast<std::int64_t>(seen.size());
      at(judgement_.terms, Term::continuity) += usual.empty() ? std::max<std::int64_t>(0, count - 1) : count;
    }
  }

  const Problem& problem_;
  const Plan& plan_;
  std::vector<std::vector<const Link*>> links_of_;
  const Judge* locked_only_ = nullptr;
  Judgement judgement_;
  std::vector<Where> where_;
};

}  // namespace

Judgement check(const Problem& problem, const Plan& plan) {
  if (std::all_of(problem.shifts.begin(), problem.shifts.end(), [](const Shift& day) { return day.locked.empty(); })) return Judge(problem, plan).judge();
  Plan beginnings;
  for (const Shift& day : problem.shifts) beginnings.routes.push_back(day.locked);
  Judge locked_only(problem, beginnings);
  locked_only.measure();
  Judge judge(problem, plan);
  judge.set_locked_only(&locked_only);
  return judge.judge();
}

}  // namespace laoyou::dispatch
