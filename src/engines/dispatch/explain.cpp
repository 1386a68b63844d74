#include "engines/dispatch/explain.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/check.h"
#include "engines/dispatch/relief_of.h"
#include "engines/dispatch/search/adoption.h"

namespace laoyou::dispatch {
namespace {

constexpr std::size_t k_partner_places = 4;  // tried for a linked visit beside each place of the first

constexpr Seconds k_loose_s = 1'000'000'000'000;  // longer than any plan

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// A place in a route and how far it is from possible, roughly.
struct Candidate {
  int bars = 0;
  Seconds excess_s = 0;
  int shift = 0;
  std::size_t stop = 0;

  auto key() const { return std::tuple(bars, excess_s, shift, stop); }
};

/// The present plan with visits put into it.
struct Sketch {
  Plan plan;
  std::vector<Placing> placings;
};

/// When and with whom a visit linked to others may be made.
struct Beside {
  Seconds from_s = k_unset;
  Seconds until_s = k_far;
  std::set<int> carers;  ///< not these
};

/// The plan laid out in the engine's own terms, for rough ranking only: every statement comes from the independent judge.
class Explainer {
 public:
  Explainer(const Problem& problem, const Plan& plan)
      : problem_(problem), changed_(problem), plan_(plan), ground_(problem), random_(1), roster_(ground_), nearness_(ground_), insertion_(roster_, nearness_, random_) {
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
    Explanation explanation{visit, {}, {}, {}, {}};
    std::set<int> asked;
    const auto candidates = ranked(visit, {});
    for (const Candidate& candidate : candidates) {
      if (asked.size() >= most_carers) break;
      const int carer = ground_.carer_of(candidate.shift);
      if (asked.count(carer)) continue;
      auto obstacle = judge(visit, candidate);
      if (!obstacle) continue;
      asked.insert(carer);
      explanation.obstacles.push_back(std::move(*obstacle));
    }
    if (explanation.obstacles.empty() && !candidates.empty()) explanation.barred = barred_at(visit, candidates.front());
    find_cheapest(explanation);
    return explanation;
  }

  Choice choice(int visit) {
    const Weights weights(problem_.objective);
    const Terms before = roster_.terms();
    const int own = ground_.carer_of(roster_.shift_of(visit));
    Choice choice{visit, own, ground_.locked(visit), 0, 0, k_none, {}};
    if (choice.locked) return choice;
    std::set<int> able, possible;
    std::optional<Terms> best;
    take(visit);
    const bool stands = roster_.settle() && !any_break_due();
    if (stands) roster_.refresh_touched_bounds();
    for (int s = 0; s < ground_.shifts(); ++s) {
      const int carer = ground_.carer_of(s);
      if (carer == own || !ground_.allowed(visit, s)) continue;
      able.insert(carer);
      const auto after = stands ? insertion_.terms_with(visit, s) : std::nullopt;
      if (!after) continue;
      possible.insert(carer);
      if (best && weights.cost(*after, *best) >= 0) continue;
      best = after;
      choice.other = carer;
    }
    roster_.roll_back(0);
    choice.able = static_cast<int>(able.size());
    choice.possible = static_cast<int>(possible.size());
    for (std::size_t i = 0; best && i < k_terms; ++i) choice.dearer[i] = (*best)[i] - before[i];
    return choice;
  }

 private:
  /// What breaks with the visit at a place. Where there is no way to it, or on from it, the hours behind mean nothing.
  std::vector<Broken> barred_at(int visit, const Candidate& at) const {
    std::vector<Broken> broken = check(problem_, with({plan_, {}}, visit, at).plan).broken;
    const auto no_way = [](const Broken& one) { return one.rule == Rule::unreachable; };
    if (std::any_of(broken.begin(), broken.end(), no_way)) std::erase_if(broken, [&](const Broken& one) { return !no_way(one); });
    return broken;
  }

  /// Places for a visit, the most hopeful first, beside what the sketch has placed already.
  std::vector<Candidate> ranked(int visit, const Sketch& sketch) const {
    const Beside beside = beside_partners(visit, sketch);
    std::vector<Candidate> candidates;
    for (int s = 0; s < ground_.shifts(); ++s) {
      if (beside.carers.count(ground_.carer_of(s)) > 0) continue;
      std::size_t stop = ground_.shift(s).locked.size();
      for (int after = roster_.last_fixed(s); !ground_.is_end(after); after = roster_.next(after), ++stop)
        add_candidates({bars(visit, s), excess_s(visit, s, after, beside), s, stop}, sketch, candidates);
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.key() < b.key(); });
    return candidates;
  }

  /// Positions of the present plan as positions of the sketch: behind a visit placed there they are one further, beside it there are two.
  static void add_candidates(const Candidate& at, const Sketch& sketch, std::vector<Candidate>& candidates) {
    std::vector<std::size_t> stops = {at.stop};
    for (const Placing& placed : sketch.placings) {
      if (placed.shift != at.shift) continue;
      const bool before = stops.front() <= placed.stop, behind = stops.back() >= placed.stop;
      std::vector<std::size_t> moved;
      if (before) moved.push_back(stops.front());
      if (behind) moved.push_back(stops.back() + 1);
      stops = std::move(moved);
    }
    for (std::size_t stop : stops) candidates.push_back({at.bars, at.excess_s, at.shift, stop});
  }

  /// What partners that the sketch has placed ask of a visit.
  Beside beside_partners(int visit, const Sketch& sketch) const {
    Beside beside;
    if (sketch.placings.empty()) return beside;
    const Judgement judgement = check(problem_, sketch.plan);
    for (const Tie& tie : ground_.ties(visit)) {
      const Seconds other = start_of(judgement, tie.other);
      if (other == k_unset) continue;
      beside.from_s = std::max(beside.from_s, other + tie.least_s);
      beside.until_s = std::min(beside.until_s, other - tie.back_least_s);
      for (const Placing& placing : sketch.placings)
        if (tie.different_carers && placing.visit == tie.other) beside.carers.insert(ground_.carer_of(placing.shift));
    }
    return beside;
  }

  int bars(int visit, int shift) const {
    switch (ground_.bar(visit, shift)) {
      case Bar::none:
      case Bar::no_time: return 0;
      case Bar::pinned: return 1;
      case Bar::excluded: return 2;
      case Bar::wish: return 3;
      case Bar::skill: return 4;
      case Bar::unreachable: return 5;
    }
    return 0;
  }

  Seconds excess_s(int visit, int shift, int after, const Beside& beside) const {
    const Visit& what = problem_.visits[index(visit)];
    const Seconds arrival = std::max(beside.from_s, roster_.leaves_s(after) + roster_.leg(shift, after, visit));
    Seconds start = ground_.earliest(visit, arrival);
    const Seconds own = start == k_far ? arrival - ground_.latest(visit, arrival) : 0;
    if (start == k_far) start = arrival;
    const int beyond = roster_.next(after);
    const Seconds home = ground_.place(beyond) == k_none ? 0 : ground_.travel(shift, what.place, ground_.place(beyond));
    const Seconds room = std::min(ground_.most_work_s(shift) - roster_.work_s(shift), k_far);
    return own + std::max<Seconds>(0, start - beside.until_s) + std::max<Seconds>(0, start + what.length_s + home - roster_.latest_s(beyond)) +
           std::max<Seconds>(0, roster_.detour_s(shift, after, visit) + what.length_s - room);
  }

  static Sketch with(Sketch sketch, int visit, const Candidate& at) {
    auto& route = sketch.plan.routes[index(at.shift)];
    route.insert(route.begin() + static_cast<std::ptrdiff_t>(at.stop), visit);
    sketch.placings.push_back({visit, at.shift, at.stop});
    return sketch;
  }

  /// Linked visits that must be served with this one.
  std::vector<int> partners(int visit) const {
    std::vector<int> unserved;
    for (int member : ground_.group(visit)) {
      if (ground_.locked(member)) return {};
      if (member != visit && !roster_.served(member)) unserved.push_back(member);
    }
    return unserved;
  }

  /// The visit at this place and its partners beside it, the last of them at the best of several places.
  std::optional<Obstacle> judge(int visit, const Candidate& at) {
    Sketch sketch = with({plan_, {}}, visit, at);
    const std::vector<int> others = partners(visit);
    if (others.empty()) return examine(sketch);
    for (std::size_t i = 0; i + 1 < others.size(); ++i) {
      const auto places = ranked(others[i], sketch);
      if (places.empty()) return std::nullopt;
      sketch = with(std::move(sketch), others[i], places.front());
    }
    std::optional<Obstacle> best;
    const auto places = ranked(others.back(), sketch);
    for (std::size_t i = 0; i < std::min(k_partner_places, places.size()); ++i) {
      auto obstacle = examine(with(sketch, others.back(), places[i]));
      if (obstacle && (!best || weight(*obstacle) < weight(*best))) best = std::move(obstacle);
      if (best && best->reliefs.empty()) break;
    }
    return best;
  }

  /// What the judge finds wrong with a sketch, as reliefs; none where something else than a limit breaks.
  std::optional<Obstacle> examine(const Sketch& sketch) {
    Obstacle obstacle{ground_.carer_of(sketch.placings.front().shift), sketch.placings, {}};
    Judgement judgement = check(problem_, sketch.plan);
    if (judgement.valid()) return obstacle;
    std::vector<Relief> links, others;
    if ((has(judgement, Rule::link) || has(judgement, Rule::endless)) && !find_link_reliefs(sketch, links)) return std::nullopt;
    const Relieved tied(changed_, links);
    if (!links.empty()) judgement = check(changed_, sketch.plan);
    for (const Broken& broken : judgement.broken) {
      const auto relief = relief_of(problem_, broken, judgement);
      if (!relief) return std::nullopt;
      add(*relief, others);
    }
    // A reason is stated only when applying it has been seen to help.
    const Relieved relieved(changed_, others);
    if (!check(changed_, sketch.plan).valid()) return std::nullopt;
    shorten(links, sketch.plan);
    obstacle.reliefs = std::move(links);
    obstacle.reliefs.insert(obstacle.reliefs.end(), others.begin(), others.end());
    return obstacle;
  }

  static bool has(const Judgement& judgement, Rule rule) {
    return std::any_of(judgement.broken.begin(), judgement.broken.end(), [rule](const Broken& one) { return one.rule == rule; });
  }

  /// The intervals of links that would have to be longer or shorter; false where even that does not help.
  bool find_link_reliefs(const Sketch& sketch, std::vector<Relief>& needed) {
    std::vector<Relief> loose;
    const auto placed = [&](int visit) {
      return std::any_of(sketch.placings.begin(), sketch.placings.end(), [visit](const Placing& placing) { return placing.visit == visit; });
    };
    for (std::size_t i = 0; i < problem_.links.size(); ++i)
      if (placed(problem_.links[i].first) || placed(problem_.links[i].second))
        loose.push_back({.kind = Relief::Kind::raise_link, .link = static_cast<int>(i), .amount = k_loose_s});
    const Relieved relieved(changed_, loose);
    const Judgement judgement = check(changed_, sketch.plan);
    if (has(judgement, Rule::endless)) return false;
    for (const Relief& one : loose) {
      const Link& link = problem_.links[index(one.link)];
      const Seconds first = start_of(judgement, link.first), second = start_of(judgement, link.second);
      if (first == k_unset || second == k_unset) continue;
      const auto relief = [&](Relief::Kind kind, Seconds amount) { needed.push_back({.kind = kind, .link = one.link, .amount = amount}); };
      if (second - first > link.most_s) relief(Relief::Kind::raise_link, second - first - link.most_s);
      if (second - first < link.least_s) relief(Relief::Kind::lower_link, link.least_s - (second - first));
    }
    return true;
  }

  /// Where the first visit can wait, the interval needs to give way by less than it would between the earliest times.
  void shorten(std::vector<Relief>& links, const Plan& plan) {
    std::vector<Relief> cuts = links;
    for (Relief& cut : cuts) cut.amount = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
      Seconds stands = 0, most = links[i].amount;
      while (stands < most) {
        const Seconds middle = stands + (most - stands + 1) / 2;
        cuts[i].amount = -middle;
        const Relieved shorter(changed_, cuts);
        if (check(changed_, plan).valid())
          stands = middle;
        else
          most = middle - 1;
      }
      cuts[i].amount = -stands;
    }
    for (std::size_t i = 0; i < links.size(); ++i) links[i].amount += cuts[i].amount;
    std::erase_if(links, [](const Relief& relief) { return relief.amount == 0; });
  }

  static Seconds start_of(const Judgement& judgement, int visit) {
    for (const TimedRoute& route : judgement.routes)
      for (const TimedStop& stop : route.stops)
        if (stop.visit == visit) return stop.start_s;
    return k_unset;
  }

  /// A carer who learns a skill for two visits learns it once, to the higher level.
  static void add(const Relief& relief, std::vector<Relief>& reliefs) {
    for (Relief& one : reliefs) {
      if (one == relief) return;
      if (relief.kind != Relief::Kind::grant_skill || one.kind != relief.kind || one.carer != relief.carer || one.skill != relief.skill) continue;
      if (one.amount < relief.amount) one = relief;
      return;
    }
    reliefs.push_back(relief);
  }

  void find_cheapest(Explanation& explanation) {
    if (move_another(explanation, true)) return;
    const auto& obstacles = explanation.obstacles;
    const auto least = std::min_element(obstacles.begin(), obstacles.end(), [](const Obstacle& a, const Obstacle& b) { return weight(a) < weight(b); });
    if (least != obstacles.end()) return free_by(*least, explanation);
    move_another(explanation, false);
  }

  /// Few changes before many, minutes before skills.
  static std::tuple<std::size_t, int, Seconds> weight(const Obstacle& obstacle) {
    int kinds = 0;
    Seconds seconds = 0;
    for (const Relief& relief : obstacle.reliefs) {
      const bool timely = is_time(relief.kind);
      kinds += !timely;
      seconds += timely ? relief.amount : 0;
    }
    return {obstacle.reliefs.size(), kinds, seconds};
  }

  void free_by(const Obstacle& obstacle, Explanation& explanation) const {
    Sketch sketch{plan_, {}};
    for (const Placing& placing : obstacle.placings) sketch = with(std::move(sketch), placing.visit, {0, 0, placing.shift, placing.stop});
    explanation.cheapest = obstacle.reliefs;
    explanation.freed = std::move(sketch.plan);
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
    explanation.cheapest = {{.kind = Relief::Kind::move_visit, .visit = cheapest, .amount = again ? 1 : 0}};
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

  bool any_break_due() const {
    for (int s = 0; s < ground_.shifts(); ++s)
      if (roster_.break_due(s)) return true;
    return false;
  }

  /// True: the roster stands changed; false: it stands as before.
  bool swap_in(int visit, int other, bool again) {
    for (int member : ground_.group(other))
      if (roster_.served(member)) take(member);
    if (roster_.settle()) {
      roster_.refresh_touched_bounds();
      if (!any_break_due() && insertion_.insert_group(visit, Reach::near) && (!again || insertion_.insert_group(other, Reach::everywhere))) return true;
    }
    roster_.roll_back(0);
    return false;
  }

  const Problem& problem_;
  Problem changed_;  ///< the same problem, relieved for a while
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
      if (stop != k_break) choices.push_back(explainer.choice(stop));
  return choices;
}

}  // namespace laoyou::dispatch
