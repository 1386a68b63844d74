#include "engines/dispatch/contradictions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {
namespace {

constexpr Seconds k_longest = 10'000'000'000'000;  // keeps every sum of times far inside 64 bits
constexpr std::int64_t k_dearest = 1'000'000'000'000;

std::string path(const char* list, std::size_t index) { return std::string("/") + list + "/" + std::to_string(index); }

class Inspector {
 public:
  explicit Inspector(const Problem& problem) : problem_(problem) {}

  Refusals inspect() {
    inspect_objective();
    for (std::size_t i = 0; i < problem_.modes.size(); ++i) inspect_mode(i);
    for (std::size_t i = 0; i < problem_.persons.size(); ++i) indices(path("persons", i) + "/usual_carers", problem_.persons[i].usual_carers, problem_.carers.size());
    for (std::size_t i = 0; i < problem_.carers.size(); ++i) inspect_carer(i);
    for (std::size_t i = 0; i < problem_.visits.size(); ++i) inspect_visit(i);
    for (std::size_t i = 0; i < problem_.shifts.size(); ++i) inspect_shift(i);
    for (std::size_t i = 0; i < problem_.links.size(); ++i) inspect_link(i);
    if (found_.empty()) inspect_locked_times();
    return std::move(found_);
  }

 private:
  void found(std::string place, const char* code, std::vector<std::string> words = {}) {
    found_.push_back({std::string("dispatch.") + code, std::move(place), std::move(words)});
  }
  void index(const std::string& place, int value, std::size_t count, bool optional = false) {
    if (optional && value == k_none) return;
    if (value < 0 || static_cast<std::size_t>(value) >= count) found(place, "unknown_index", {std::to_string(value)});
  }
  void indices(const std::string& place, const std::vector<int>& values, std::size_t count) {
    for (int value : values) index(place, value, count);
  }
  void length(const std::string& place, std::int64_t value) {
    if (value < 0) found(place, "negative", {std::to_string(value)});
    if (value > k_longest) found(place, "too_large", {std::to_string(value)});
  }
  void moment(const std::string& place, Seconds value) {
    if (value > k_longest || value < -k_longest) found(place, "too_large", {std::to_string(value)});
  }
  void price(const std::string& place, std::int64_t value) {
    if (value < 0) found(place, "negative", {std::to_string(value)});
    if (value > k_dearest) found(place, "too_large", {std::to_string(value)});
  }
  void skills(const std::string& place, const std::vector<SkillLevel>& skills) {
    for (const SkillLevel& held : skills) {
      index(place, held.skill, problem_.skills.size());
      length(place, held.level);
    }
  }

  void inspect_objective() {
    if (problem_.objective.levels.empty()) found("/objective", "no_level");
    for (std::size_t i = 0; i < problem_.objective.levels.size(); ++i)
      for (std::int64_t weight : problem_.objective.levels[i].weight)
        if (weight < 0 || weight > 1'000'000) found(path("objective", i), "weight_negative", {std::to_string(weight)});
  }

  void inspect_mode(std::size_t i) {
    const Mode& mode = problem_.modes[i];
    const std::size_t places = problem_.places.size();
    if (mode.seconds.empty()) {
      if (mode.metres_per_hour <= 0) found(path("modes", i), "no_speed");
      return;
    }
    if (mode.seconds.size() != places * places) return found(path("modes", i) + "/seconds", "matrix_size", {std::to_string(mode.seconds.size())});
    for (std::size_t cell = 0; cell < mode.seconds.size(); ++cell)
      if (mode.seconds[cell] < 0)
        return found(path("modes", i) + path("seconds", cell / places) + "/" + std::to_string(cell % places), "matrix_negative");
  }

  void inspect_carer(std::size_t i) {
    const Carer& carer = problem_.carers[i];
    const std::string place = path("carers", i);
    index(place + "/mode", carer.mode, problem_.modes.size());
    skills(place + "/skills", carer.skills);
    indices(place + "/traits", carer.traits, problem_.traits.size());
    if (carer.most_work_s) length(place + "/most_work_s", *carer.most_work_s);
  }

  void inspect_visit(std::size_t i) {
    const Visit& visit = problem_.visits[i];
    const std::string place = path("visits", i);
    index(place + "/place", visit.place, problem_.places.size());
    index(place + "/person", visit.person, problem_.persons.size(), true);
    length(place + "/length_s", visit.length_s);
    length(place + "/lateness_limit_s", visit.lateness_limit_s);
    price(place + "/prize", visit.prize);
    skills(place + "/skills", visit.skills);
    for (const Wish& wish : visit.wishes) index(place + "/wishes", wish.trait, problem_.traits.size());
    indices(place + "/preferred_carers", visit.preferred_carers, problem_.carers.size());
    indices(place + "/excluded_carers", visit.excluded_carers, problem_.carers.size());
    index(place + "/pinned_carer", visit.pinned_carer, problem_.carers.size(), true);
    if (visit.pinned_start_s) moment(place + "/pinned_start_s", *visit.pinned_start_s);
    inspect_windows(visit, place);
    if (visit.promise) inspect_promise(*visit.promise, place + "/promise");
  }

  void inspect_windows(const Visit& visit, const std::string& place) {
    if (visit.windows.empty()) found(place, "no_windows");
    for (std::size_t w = 0; w < visit.windows.size(); ++w) {
      const std::string at = place + path("windows", w);
      moment(at, visit.windows[w].opens_s);
      moment(at, visit.windows[w].closes_s);
      if (visit.windows[w].opens_s > visit.windows[w].closes_s) found(at, "window_reversed");
      if (w > 0 && visit.windows[w].opens_s <= visit.windows[w - 1].closes_s) found(at, "windows_disordered");
    }
  }

  void inspect_promise(const Promise& promise, const std::string& place) {
    index(place + "/carer", promise.carer, problem_.carers.size(), true);
    if (promise.start_s) moment(place + "/start_s", *promise.start_s);
    length(place + "/tolerance_s", promise.tolerance_s);
    price(place + "/carer_price", promise.carer_price);
    price(place + "/start_price", promise.start_price);
  }

  void inspect_shift(std::size_t i) {
    const Shift& day = problem_.shifts[i];
    const std::string place = path("shifts", i);
    index(place + "/carer", day.carer, problem_.carers.size());
    index(place + "/start_place", day.start_place, problem_.places.size());
    index(place + "/end_place", day.end_place, problem_.places.size(), true);
    moment(place + "/begins_s", day.begins_s);
    moment(place + "/ends_s", day.ends_s);
    length(place + "/overtime_limit_s", day.overtime_limit_s);
    if (day.most_work_s) length(place + "/most_work_s", *day.most_work_s);
    if (day.free_from_s) moment(place + "/free_from_s", *day.free_from_s);
    if (day.begins_s > day.ends_s) found(place, "shift_reversed");
    if (day.rest) inspect_break(day, place + "/break");
    int breaks = 0;
    for (int stop : day.locked) {
      if (stop == k_break) {
        if (!day.rest || ++breaks > 1) found(place + "/locked", "locked_break");
        continue;
      }
      index(place + "/locked", stop, problem_.visits.size());
      if (stop < 0 || static_cast<std::size_t>(stop) >= problem_.visits.size()) continue;
      const auto& begun_s = problem_.visits[static_cast<std::size_t>(stop)].pinned_start_s;
      if (begun_s && *begun_s < day.begins_s) found(place + "/locked", "begun_before_shift", {std::to_string(stop)});
      if (!locked_.insert(stop).second) found(place + "/locked", "locked_twice", {std::to_string(stop)});
    }
  }

  void inspect_break(const Shift& day, const std::string& place) {
    index(place + "/place", day.rest->place, problem_.places.size(), true);
    moment(place, day.rest->opens_s);
    moment(place, day.rest->closes_s);
    length(place + "/length_s", day.rest->length_s);
    if (day.rest->opens_s > day.rest->closes_s) found(place, "break_reversed");
    if (day.rest->length_s > day.ends_s - day.begins_s) found(place, "break_longer_than_shift");
  }

  void inspect_link(std::size_t i) {
    const Link& link = problem_.links[i];
    const std::string place = path("links", i);
    index(place + "/first", link.first, problem_.visits.size());
    index(place + "/second", link.second, problem_.visits.size());
    moment(place + "/least_s", link.least_s);
    moment(place + "/most_s", link.most_s);
    if (link.first == link.second) found(place, "link_to_itself");
    if (link.least_s > link.most_s) found(place, "link_reversed");
    if (found_.empty() && !can_meet(link)) found(place, "link_windows_disjoint", {problem_.visits[static_cast<std::size_t>(link.first)].id, problem_.visits[static_cast<std::size_t>(link.second)].id});
  }

  std::vector<Window> starts_of(int v) const {
    const Visit& visit = problem_.visits[static_cast<std::size_t>(v)];
    if (locked_.count(v)) return {{-k_longest, k_longest}};
    if (visit.pinned_start_s) return {{*visit.pinned_start_s, *visit.pinned_start_s}};
    std::vector<Window> starts = visit.windows;
    for (Window& window : starts) window.closes_s += visit.lateness_limit_s;
    return starts;
  }

  bool can_meet(const Link& link) const {
    for (const Window& a : starts_of(link.first))
      for (const Window& b : starts_of(link.second))
        if (b.opens_s <= a.closes_s + link.most_s && b.closes_s >= a.opens_s + link.least_s) return true;
    return false;
  }

  void inspect_locked_times() {
    if (locked_.empty()) return;
    Ground ground(problem_);
    if (!Roster(ground).locked_fit()) found("/shifts", "locked_conflict");
  }

  const Problem& problem_;
  Refusals found_;
  std::set<int> locked_;
};

/// The first rule, in the order skills, wishes, exclusions, pin, hours, that none of those who pass the rules before it keeps.
Refusal nobody_reason(const Ground& ground, int v) {
  if (ground.shifts() == 0) return refuse("dispatch.nobody.shifts");
  Bar furthest = Bar::skill;
  for (int s = 0; s < ground.shifts(); ++s) furthest = std::max(furthest, ground.bar(v, s));
  static constexpr std::array<const char*, 6> names = {"none", "skill", "wish", "excluded", "pinned", "no_time"};
  Refusal reason = refuse(std::string("dispatch.nobody.") + names[static_cast<std::size_t>(furthest)]);
  const Problem& problem = ground.problem();
  if (furthest == Bar::skill)
    for (const SkillLevel& asked : ground.visit(v).skills)
      reason.words.push_back(problem.skills[static_cast<std::size_t>(asked.skill)] + " " + std::to_string(asked.level));
  if (furthest == Bar::wish)
    for (const Wish& wish : ground.visit(v).wishes)
      if (wish.must) reason.words.push_back(problem.traits[static_cast<std::size_t>(wish.trait)]);
  return reason;
}

/// Who could make each visit, looked at alone and then group by group.
class Unservables {
 public:
  explicit Unservables(const Problem& problem) : ground_(problem), able_(problem.visits.size()) {
    for (int v = 0; v < ground_.visits(); ++v)
      for (int s = 0; s < ground_.shifts(); ++s)
        if (ground_.allowed(v, s)) able(v).insert(ground_.carer_of(s));
  }

  std::vector<Unservable> find() {
    for (int v = 0; v < ground_.visits(); ++v)
      if (able(v).empty()) found_.push_back({v, nobody_reason(ground_, v)});
    for (int v = 0; v < ground_.visits(); ++v)
      if (ground_.group(v).size() > 1 && ground_.group(v).front() == v) judge_group(ground_.group(v));
    return std::move(found_);
  }

 private:
  std::set<int>& able(int visit) { return able_[static_cast<std::size_t>(visit)]; }

  /// Linked visits are served all or none, unless one of them is locked.
  void judge_group(const std::vector<int>& group) {
    if (ground_.group_locked(group.front())) return judge_beside_locked(group);
    for (int member : group) {
      if (!able(member).empty()) continue;
      for (int other : group)
        if (!able(other).empty()) found_.push_back({other, refuse("dispatch.nobody.partner", {ground_.visit(member).id})});
      return;
    }
    for (int member : group) {
      const auto apart = members_apart(member, group);
      std::set<int> carers;
      for (int one : apart) carers.insert(able(one).begin(), able(one).end());
      if (matched(apart) == apart.size()) continue;
      for (int other : group) found_.push_back({other, refuse("dispatch.nobody.carers", {std::to_string(apart.size()), std::to_string(carers.size())})});
      return;
    }
  }

  /// Beside a locked visit each other one is served or not by itself, but not by the carer of the locked one where it asks for another.
  void judge_beside_locked(const std::vector<int>& group) {
    for (int member : group) {
      if (ground_.locked(member) || able(member).empty()) continue;
      std::set<int> left = able(member), taken;
      for (int other : group)
        if (ground_.locked(other) && need_different(member, other)) taken.insert(able(other).begin(), able(other).end());
      for (int carer : taken) left.erase(carer);
      if (!left.empty()) continue;
      found_.push_back({member, refuse("dispatch.nobody.carers", {std::to_string(taken.size() + 1), std::to_string(able(member).size())})});
    }
  }

  bool need_different(int a, int b) const {
    const auto& ties = ground_.ties(a);
    return std::any_of(ties.begin(), ties.end(), [b](const Tie& tie) { return tie.other == b && tie.different_carers; });
  }

  /// This member and others that all need different carers.
  std::vector<int> members_apart(int first, const std::vector<int>& group) const {
    std::vector<int> apart{first};
    for (int member : group)
      if (std::all_of(apart.begin(), apart.end(), [&](int one) { return need_different(one, member); })) apart.push_back(member);
    return apart;
  }

  /// How many of the visits can have a carer each of their own: the greatest matching by augmenting paths.
  std::size_t matched(const std::vector<int>& visits) {
    std::map<int, int> visit_of;
    std::size_t count = 0;
    for (int visit : visits) {
      std::set<int> asked;
      count += find_carer(visit, visit_of, asked);
    }
    return count;
  }
  bool find_carer(int visit, std::map<int, int>& visit_of, std::set<int>& asked) {
    for (int carer : able(visit)) {
      if (!asked.insert(carer).second) continue;
      const auto taken = visit_of.find(carer);
      if (taken != visit_of.end() && !find_carer(taken->second, visit_of, asked)) continue;
      visit_of[carer] = visit;
      return true;
    }
    return false;
  }

  Ground ground_;
  std::vector<std::set<int>> able_;
  std::vector<Unservable> found_;
};

}  // namespace

Refusals find_contradictions(const Problem& problem) { return Inspector(problem).inspect(); }

std::vector<Unservable> find_unservable(const Problem& problem) { return Unservables(problem).find(); }

}  // namespace laoyou::dispatch
