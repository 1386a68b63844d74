#include "engines/dispatch/explain.h"

#include <algorithm>
#include <set>
#include <optional>
#include <tuple>

#include "base/check.h"
#include "engines/dispatch/search/adoption.h"

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// A place in a route and how far it is from possible, roughly.
struct Candidate {
  int bars = 0;
  Seconds excess_s = 0;
  int shift = 0;
  std::size_t stop = 0;

  auto key() const { return std::tuple(bars, excess_s, shift, stop); }
};

/// The plan laid out in the engine's own terms, for rough ranking only: every statement comes from the independent judge.
class Explainer {
 public:
  Explainer(const Problem& problem, const Plan& plan)
      : problem_(problem), plan_(plan), ground_(problem), random_(1), roster_(ground_), nearness_(ground_), insertion_(roster_, nearness_, random_) {
    adopt(plan, roster_, insertion_);
    roster_.forget();
  }

  std::vector<int> unserved() const {
    std::vector<int> visits;
    for (int v = 0; v < ground_.visits(); ++v)
      if (!roster_.served(v)) visits.push_back(v);
    return visits;
  }

  Explanation explain(int visit, std::size_t most_carers) {
    Explanation explanation{visit, {}, {}, {}};
    std::set<int> asked;
    for (const Candidate& candidate : ranked(visit)) {
      if (asked.size() >= most_carers) break;
      const int carer = ground_.carer_of(candidate.shift);
      if (asked.count(carer)) continue;
      auto obstacle = judge(visit, candidate);
      if (!obstacle) continue;
      asked.insert(carer);
      explanation.obstacles.push_back(std::move(*obstacle));
    }
    find_cheapest(explanation);
    return explanation;
  }

  std::optional<Choice> choice(int visit) {
    if (ground_.group(visit).size() > 1 || ground_.locked(visit)) return std::nullopt;
    const Weights weights(problem_.objective);
    const Terms before = roster_.terms();
    const int own = ground_.carer_of(roster_.shift_of(visit));
    Choice choice{visit, own, 0, 0, k_none, {}};
    std::set<int> able, possible;
    std::optional<Terms> best;
    take(visit);
    if (roster_.settle()) {
      roster_.refresh_touched_bounds();
      for (int s = 0; s < ground_.shifts(); ++s) {
        const int carer = ground_.carer_of(s);
        if (carer == own || !ground_.allowed(visit, s)) continue;
        able.insert(carer);
        const auto after = insertion_.terms_with(visit, s);
        if (!after) continue;
        possible.insert(carer);
        if (best && weights.cost(*after, *best) >= 0) continue;
        best = after;
        choice.other = carer;
      }
    }
    roster_.roll_back(0);
    choice.able = static_cast<int>(able.size());
    choice.possible = static_cast<int>(possible.size());
    for (std::size_t i = 0; best && i < k_terms; ++i) choice.dearer[i] = (*best)[i] - before[i];
    return choice;
  }

 private:
  std::vector<Candidate> ranked(int visit) const {
    std::vector<Candidate> candidates;
    for (int s = 0; s < ground_.shifts(); ++s) {
      std::size_t stop = ground_.shift(s).locked.size();
      for (int after = roster_.last_fixed(s); !ground_.is_end(after); after = roster_.next(after), ++stop)
        candidates.push_back({bars(visit, s), excess_s(visit, s, after), s, stop});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.key() < b.key(); });
    return candidates;
  }

  int bars(int visit, int shift) const {
    const Bar bar = ground_.bar(visit, shift);
    return bar == Bar::none || bar == Bar::no_time ? 0 : 6 - static_cast<int>(bar);
  }

  Seconds excess_s(int visit, int shift, int after) const {
    const Visit& what = problem_.visits[index(visit)];
    const Seconds arrival = roster_.leaves_s(after) + roster_.leg(shift, after, visit);
    Seconds start = ground_.earliest(visit, arrival);
    const Seconds own = start == k_far ? arrival - ground_.latest(visit, arrival) : 0;
    if (start == k_far) start = arrival;
    const int beyond = roster_.next(after);
    const Seconds home = ground_.place(beyond) == k_none ? 0 : ground_.travel(shift, what.place, ground_.place(beyond));
    const Seconds room = std::min(ground_.most_work_s(shift) - roster_.work_s(shift), k_far);
    return own + std::max<Seconds>(0, start + what.length_s + home - roster_.latest_s(beyond)) +
           std::max<Seconds>(0, roster_.detour_s(shift, after, visit) + what.length_s - room);
  }

  Plan with(int visit, const Candidate& at) const {
    Plan plan = plan_;
    auto& route = plan.routes[index(at.shift)];
    route.insert(route.begin() + static_cast<std::ptrdiff_t>(at.stop), visit);
    return plan;
  }

  /// What the judge finds wrong with the visit at this place, as reliefs; none where something else than a limit breaks.
  std::optional<Obstacle> judge(int visit, const Candidate& at) const {
    const Plan plan = with(visit, at);
    const Judgement judgement = check(problem_, plan);
    Obstacle obstacle{ground_.carer_of(at.shift), at.shift, at.stop, {}};
    for (const Refusal& broken : judgement.broken) {
      const std::string rule = broken.code.substr(std::string("dispatch.check.").size());
      if (rule == "group_split") continue;
      const auto relief = relief_of(rule, broken, plan, judgement, obstacle);
      if (!relief) return std::nullopt;
      obstacle.reliefs.push_back(*relief);
    }
    if (!proved(obstacle, plan)) return std::nullopt;
    return obstacle;
  }

  /// A reason is stated only when applying it has been seen to help.
  bool proved(const Obstacle& obstacle, const Plan& plan) const {
    const Judgement after = check(relieve(problem_, obstacle.reliefs), plan);
    return std::all_of(after.broken.begin(), after.broken.end(), [](const Refusal& broken) { return broken.code == "dispatch.check.group_split"; });
  }

  std::optional<Relief> relief_of(const std::string& rule, const Refusal& broken, const Plan& plan, const Judgement& judgement,
                                  const Obstacle& at) const {
    const std::size_t slash = broken.place.find('/', 8);
    const auto s = static_cast<std::size_t>(std::stoul(broken.place.substr(8, slash - 8)));
    const auto stop = static_cast<std::size_t>(std::stoul(broken.place.substr(slash + 1)));
    const Shift& day = problem_.shifts[s];
    const int shift = static_cast<int>(s);
    const int visit = stop < plan.routes[s].size() ? plan.routes[s][stop] : k_break;
    const TimedRoute& timed = judgement.routes[s];
    if (rule == "skill") {
      for (const SkillLevel& asked : problem_.visits[index(visit)].skills)
        if (problem_.skills[index(asked.skill)] == broken.words.front())
          return Relief{Relief::Kind::grant_skill, visit, day.carer, shift, asked.skill, asked.level};
    }
    if (rule == "wish") return Relief{Relief::Kind::drop_wish, visit, day.carer, shift, k_none, 0};
    if (rule == "excluded") return Relief{Relief::Kind::lift_exclusion, visit, day.carer, shift, k_none, 0};
    if (rule == "pinned_carer") return Relief{Relief::Kind::drop_pin, visit, day.carer, shift, k_none, 0};
    if (rule == "window") return window_relief(visit, shift, timed.stops[stop].start_s);
    if (rule == "shift_end") return Relief{Relief::Kind::extend_shift, k_none, day.carer, shift, k_none, timed.ends_s - ground_.hard_end_s(shift)};
    if (rule == "break_late") return Relief{Relief::Kind::delay_break, k_none, day.carer, shift, k_none, timed.stops[stop].start_s - day.rest->closes_s};
    if (rule == "break_missing") return Relief{Relief::Kind::delay_break, k_none, day.carer, shift, k_none, timed.ends_s - day.rest->closes_s};
    if (rule == "work_limit") return Relief{Relief::Kind::raise_work, k_none, day.carer, shift, k_none, work_s(judgement, plan, shift) - ground_.most_work_s(shift)};
    if (rule == "carer_work_limit" && broken.words.front() == problem_.carers[index(at.carer)].id) {
      Seconds work = 0;
      for (int other = 0; other < ground_.shifts(); ++other)
        if (ground_.carer_of(other) == at.carer) work += work_s(judgement, plan, other);
      return Relief{Relief::Kind::raise_carer_work, k_none, at.carer, shift, k_none, work - ground_.most_carer_work_s(at.carer)};
    }
    return std::nullopt;
  }

  std::optional<Relief> window_relief(int visit, int shift, Seconds start) const {
    const Visit& what = problem_.visits[index(visit)];
    if (what.pinned_start_s) return Relief{Relief::Kind::delay_pin, visit, k_none, shift, k_none, start - *what.pinned_start_s};
    const Seconds last = what.windows.back().closes_s + what.lateness_limit_s;
    if (start <= last) return std::nullopt;
    return Relief{Relief::Kind::widen_window, visit, k_none, shift, k_none, start - last};
  }

  /// Visits and travel of a route; travel is what arrivals leave over.
  Seconds work_s(const Judgement& judgement, const Plan& plan, int shift) const {
    const TimedRoute& timed = judgement.routes[index(shift)];
    const Shift& day = problem_.shifts[index(shift)];
    Seconds work = 0, time = day.begins_s;
    for (std::size_t i = 0; i < timed.stops.size(); ++i) {
      const int visit = plan.routes[index(shift)][i];
      const Seconds length = visit == k_break ? day.rest->length_s : problem_.visits[index(visit)].length_s;
      work += timed.stops[i].arrival_s - time + (visit == k_break ? 0 : length);
      time = timed.stops[i].start_s + length;
    }
    return timed.stops.empty() ? 0 : work + timed.ends_s - time;
  }

  void find_cheapest(Explanation& explanation) {
    if (move_another(explanation, true)) return;
    auto order = explanation.obstacles;
    std::stable_sort(order.begin(), order.end(), [](const Obstacle& a, const Obstacle& b) { return weight(a) < weight(b); });
    for (const Obstacle& obstacle : order)
      if (free_by(obstacle, explanation)) return;
    move_another(explanation, false);
  }

  /// Few changes before many, minutes before skills.
  static std::tuple<std::size_t, int, Seconds> weight(const Obstacle& obstacle) {
    int kinds = 0;
    Seconds seconds = 0;
    for (const Relief& relief : obstacle.reliefs) {
      const bool timely = relief.kind >= Relief::Kind::widen_window;
      kinds += !timely;
      seconds += timely ? relief.amount : 0;
    }
    return {obstacle.reliefs.size(), kinds, seconds};
  }

  bool free_by(const Obstacle& obstacle, Explanation& explanation) const {
    const Problem changed = relieve(problem_, obstacle.reliefs);
    Plan freed = with(explanation.visit, {0, 0, obstacle.shift, obstacle.stop});
    if (ground_.group(explanation.visit).size() > 1) {
      Explainer other(changed, plan_);
      if (!other.insertion_.insert_group(explanation.visit, Reach::everywhere)) return false;
      freed = other.roster_.plan();
    }
    if (!check(changed, freed).valid()) return false;
    explanation.cheapest = obstacle.reliefs;
    explanation.freed = std::move(freed);
    return true;
  }

  /// Takes one other visit away to make room; with `again`, only if that one finds another place.
  bool move_another(Explanation& explanation, bool again) {
    const int visit = explanation.visit;
    int cheapest = k_none;
    for (int other : nearness_.visits(visit)) {
      if (!roster_.served(other) || ground_.locked(other)) continue;
      const auto& group = ground_.group(other);
      if (std::any_of(group.begin(), group.end(), [this](int member) { return ground_.locked(member); })) continue;
      if (!again && cheapest != k_none && prize(other) >= prize(cheapest)) continue;
      if (!swap_in(visit, other, again)) continue;
      cheapest = other;
      explanation.freed = roster_.plan();
      roster_.roll_back(0);
      if (again) break;
    }
    if (cheapest == k_none) return false;
    CHECK(check(problem_, explanation.freed).valid());
    explanation.cheapest = {{Relief::Kind::move_visit, cheapest, k_none, k_none, k_none, again ? 1 : 0}};
    return true;
  }

  /// Takes a visit out, and a break that would be left alone.
  void take(int visit) {
    const int shift = roster_.shift_of(visit);
    roster_.take(visit);
    if (roster_.visits_in(shift) == 0 && roster_.has_break(shift) && !ground_.break_locked(shift)) roster_.take(ground_.break_of(shift));
  }

  std::int64_t prize(int visit) const {
    std::int64_t sum = 0;
    for (int member : ground_.group(visit)) sum += ground_.visit(member).prize;
    return sum;
  }

  /// True: the roster stands changed; false: it stands as before.
  bool swap_in(int visit, int other, bool again) {
    for (int member : ground_.group(other))
      if (roster_.served(member)) take(member);
    if (roster_.settle()) {
      roster_.refresh_touched_bounds();
      bool due = false;
      for (int s = 0; s < ground_.shifts(); ++s) due = due || roster_.break_due(s);
      if (!due && insertion_.insert_group(visit, Reach::near) && (!again || insertion_.insert_group(other, Reach::everywhere))) return true;
    }
    roster_.roll_back(0);
    return false;
  }

  const Problem& problem_;
  const Plan& plan_;
  Ground ground_;
  SeededRandom random_;
  Roster roster_;
  Nearness nearness_;
  Insertion insertion_;
};

}  // namespace

std::vector<Explanation> explain_unserved(const Problem& problem, const Plan& plan, std::size_t most_carers) {
  Explainer explainer(problem, plan);
  std::vector<Explanation> explanations;
  for (int visit : explainer.unserved()) explanations.push_back(explainer.explain(visit, most_carers));
  return explanations;
}

std::vector<Choice> explain_served(const Problem& problem, const Plan& plan) {
  Explainer explainer(problem, plan);
  std::vector<Choice> choices;
  for (const auto& route : plan.routes)
    for (int stop : route)
      if (stop != k_break)
        if (auto choice = explainer.choice(stop)) choices.push_back(*choice);
  return choices;
}

Problem relieve(Problem problem, const std::vector<Relief>& reliefs) {
  for (const Relief& relief : reliefs) {
    const auto carer = index(std::max(0, relief.carer)), shift = index(std::max(0, relief.shift)), visit = index(std::max(0, relief.visit));
    switch (relief.kind) {
      case Relief::Kind::grant_skill:
        problem.carers[carer].skills.push_back({relief.skill, static_cast<int>(relief.amount)});
        break;
      case Relief::Kind::drop_wish:
        for (Wish& wish : problem.visits[visit].wishes) wish.must = false;
        break;
      case Relief::Kind::lift_exclusion: std::erase(problem.visits[visit].excluded_carers, relief.carer); break;
      case Relief::Kind::drop_pin: problem.visits[visit].pinned_carer = k_none; break;
      case Relief::Kind::delay_pin: *problem.visits[visit].pinned_start_s += relief.amount; break;
      case Relief::Kind::widen_window: problem.visits[visit].lateness_limit_s += relief.amount; break;
      case Relief::Kind::extend_shift: problem.shifts[shift].overtime_limit_s += relief.amount; break;
      case Relief::Kind::raise_work: *problem.shifts[shift].most_work_s += relief.amount; break;
      case Relief::Kind::raise_carer_work: *problem.carers[carer].most_work_s += relief.amount; break;
      case Relief::Kind::delay_break: problem.shifts[shift].rest->closes_s += relief.amount; break;
      case Relief::Kind::move_visit: break;
    }
  }
  return problem;
}

}  // namespace laoyou::dispatch
