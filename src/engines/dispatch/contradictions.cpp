#include "engines/dispatch/contradictions.h"

#include <algorithm>
#include <array>
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

/// The rule that bars the visit from most of the carers who come nearest to being able: the last rule in the order of testing that anyone reaches.
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

}  // namespace

Refusals find_contradictions(const Problem& problem) { return Inspector(problem).inspect(); }

std::vector<Unservable> find_unservable(const Problem& problem) {
  const Ground ground(problem);
  std::vector<Unservable> found;
  std::vector<std::set<int>> able(problem.visits.size());
  for (int v = 0; v < ground.visits(); ++v) {
    for (int s = 0; s < ground.shifts(); ++s)
      if (ground.allowed(v, s)) able[static_cast<std::size_t>(v)].insert(ground.carer_of(s));
    if (able[static_cast<std::size_t>(v)].empty()) found.push_back({v, nobody_reason(ground, v)});
  }
  for (const Link& link : problem.links) {
    const auto& a = able[static_cast<std::size_t>(link.first)];
    const auto& b = able[static_cast<std::size_t>(link.second)];
    if (!link.different_carers || a.size() != 1 || a != b) continue;
    for (int v : {link.first, link.second}) found.push_back({v, refuse("dispatch.nobody.two_carers", {problem.carers[static_cast<std::size_t>(*a.begin())].id})});
  }
  return found;
}

}  // namespace laoyou::dispatch
