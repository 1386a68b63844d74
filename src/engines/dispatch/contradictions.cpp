#include "engines/dispatch/contradictions.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/dispatch/impossible_links.h"
#include "engines/dispatch/locked_times.h"

namespace laoyou::dispatch {
namespace {

constexpr Seconds k_longest = 10'000'000'000'000;  // keeps every sum of times far inside 64 bits
constexpr std::int64_t k_dearest = 1'000'000'000'000;
constexpr std::int64_t k_heaviest = 1'000'000;

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
    if (found_.empty()) inspect_overlaps();
    if (found_.empty()) inspect_groups();
    if (found_.empty()) found_ = locked_contradictions(problem_);
    return std::move(found_);
  }

 private:
  void found(std::string place, const char* code, std::vector<std::string> words = {}) {
    Refusal refusal{std::string("dispatch.") + code, std::move(place), std::move(words)};
    // The copies of a visit of several carers stand in the file once.
    if (std::find(found_.begin(), found_.end(), refusal) == found_.end()) found_.push_back(std::move(refusal));
  }
  void index(const std::string& place, int value, std::size_t count, bool optional = false) {
    if (optional && value == k_none) return;
    if (value < 0 || static_cast<std::size_t>(value) >= count) found(place, "unknown_index", {std::to_string(value)});
  }
  void indices(const std::string& place, const std::vector<int>& values, std::size_t count) {
    for (std::size_t i = 0; i < values.size(); ++i) index(place + "/" + std::to_string(i), values[i], count);
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
    for (std::size_t i = 0; i < skills.size(); ++i) {
      index(place + "/" + std::to_string(i), skills[i].skill, problem_.skills.size());
      length(place + "/" + std::to_string(i), skills[i].level);
    }
  }

  void inspect_objective() {
    if (problem_.objective.levels.empty()) found("/objective", "no_level");
    for (std::size_t i = 0; i < problem_.objective.levels.size(); ++i)
      for (std::size_t term = 0; term < k_terms; ++term) {
        const std::int64_t weight = problem_.objective.levels[i].weight[term];
        const std::string name(name_of(static_cast<Term>(term)));
        if (weight < 0 || weight > k_heaviest) found(path("objective", i) + "/" + name, "weight_negative", {std::to_string(weight), std::to_string(k_heaviest)});
      }
  }

  void inspect_mode(std::size_t i) {
    const Mode& mode = problem_.modes[i];
    const std::size_t places = problem_.places.size();
    if (mode.seconds.empty()) {
      if (mode.metres_per_hour <= 0) found(path("modes", i), "no_speed");
      return;
    }
    if (mode.seconds.size() != places * places) return found(path("modes", i) + "/seconds", "matrix_size", {std::to_string(mode.seconds.size()), std::to_string(places)});
    for (std::size_t cell = 0; cell < mode.seconds.size(); ++cell)
      if (mode.seconds[cell] < 0)
        found(path("modes", i) + path("seconds", cell / places) + "/" + std::to_string(cell % places), "matrix_negative", {std::to_string(mode.seconds[cell])});
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
    const std::string place = path("visits", visit.entry == k_none ? i : static_cast<std::size_t>(visit.entry));
    index(place + "/place", visit.place, problem_.places.size());
    index(place + "/person", visit.person, problem_.persons.size(), true);
    length(place + "/length_s", visit.length_s);
    length(place + "/lateness_limit_s", visit.lateness_limit_s);
    price(place + "/prize", visit.prize);
    skills(place + "/skills", visit.skills);
    for (std::size_t w = 0; w < visit.wishes.size(); ++w) index(place + path("wishes", w), visit.wishes[w].trait, problem_.traits.size());
    indices(place + "/preferred_carers", visit.preferred_carers, problem_.carers.size());
    indices(place + "/excluded_carers", visit.excluded_carers, problem_.carers.size());
    index(place + "/pinned_carer", visit.pinned_carer, problem_.carers.size(), true);
    if (visit.pinned_start_s) moment(place + "/pinned_start_s", *visit.pinned_start_s);
    inspect_windows(visit, place);
    if (visit.promise) inspect_promise(*visit.promise, place + "/promise");
  }

  void inspect_windows(const Visit& visit, const std::string& place) {
    if (visit.windows.empty()) found(place + "/windows", "no_windows");
    for (std::size_t w = 0; w < visit.windows.size(); ++w) {
      const std::string at = place + path("windows", w);
      moment(at + "/opens_s", visit.windows[w].opens_s);
      moment(at + "/closes_s", visit.windows[w].closes_s);
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
    if (day.begins_s > day.ends_s) found(place + "/ends_s", "shift_reversed");
    if (day.rest) inspect_break(day, place + "/break");
    inspect_locked(day, place + "/locked");
  }

  void inspect_locked(const Shift& day, const std::string& list) {
    int breaks = 0;
    for (std::size_t i = 0; i < day.locked.size(); ++i) {
      const int stop = day.locked[i];
      const std::string place = list + "/" + std::to_string(i);
      if (stop == k_break) {
        if (!day.rest || ++breaks > 1) found(place, "locked_break");
        continue;
      }
      index(place, stop, problem_.visits.size());
      if (stop < 0 || static_cast<std::size_t>(stop) >= problem_.visits.size()) continue;
      const Visit& visit = problem_.visits[static_cast<std::size_t>(stop)];
      if (visit.pinned_start_s && *visit.pinned_start_s < day.begins_s) found(place, "begun_before_shift", {visit.id});
      if (!locked_.insert(stop).second) found(place, "locked_twice", {visit.id});
    }
  }

  void inspect_break(const Shift& day, const std::string& place) {
    index(place + "/place", day.rest->place, problem_.places.size(), true);
    moment(place + "/opens_s", day.rest->opens_s);
    moment(place + "/closes_s", day.rest->closes_s);
    if (day.rest->begun_s) moment(place + "/begun_s", *day.rest->begun_s);
    const bool locked = std::count(day.locked.begin(), day.locked.end(), k_break) > 0;
    if (day.rest->begun_s && !locked) found(place + "/begun_s", "break_not_locked");
    length(place + "/length_s", day.rest->length_s);
    if (day.rest->opens_s > day.rest->closes_s) found(place, "break_reversed");
    if (day.rest->length_s > day.ends_s - day.begins_s) found(place, "break_longer_than_shift");
  }

  /// A link that "carers" of a visit made stands there in the file.
  std::string place_of_link(std::size_t i) const {
    const Link& link = problem_.links[i];
    if (link.entry != k_none) return path("links", static_cast<std::size_t>(link.entry));
    const bool known = link.first >= 0 && static_cast<std::size_t>(link.first) < problem_.visits.size();
    const int entry = known ? problem_.visits[static_cast<std::size_t>(link.first)].entry : k_none;
    return entry == k_none ? path("links", i) : path("visits", static_cast<std::size_t>(entry)) + "/carers";
  }

  void inspect_link(std::size_t i) {
    const Link& link = problem_.links[i];
    const std::string place = place_of_link(i);
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

  /// Everything a carer does is one line in time.
  void inspect_overlaps() {
    std::map<int, std::vector<std::size_t>> shifts_of;
    for (std::size_t i = 0; i < problem_.shifts.size(); ++i) shifts_of[problem_.shifts[i].carer].push_back(i);
    for (const auto& [carer, own] : shifts_of)
      for (std::size_t b = 1; b < own.size(); ++b)
        for (std::size_t a = 0; a < b; ++a) {
          const Shift& one = problem_.shifts[own[a]];
          const Shift& other = problem_.shifts[own[b]];
          if (one.begins_s < other.ends_s && other.begins_s < one.ends_s)
            found(path("shifts", own[b]), "shifts_overlap", {path("shifts", own[a]), problem_.carers[static_cast<std::size_t>(carer)].id});
        }
  }

  void inspect_groups() {
    for (const ImpossibleLinks& group : impossible_links(problem_)) {
      std::string ids;
      for (int visit : group.visits) ids += (ids.empty() ? "" : ", ") + problem_.visits[static_cast<std::size_t>(visit)].id;
      found(place_of_link(static_cast<std::size_t>(group.link)), "links_impossible", {ids});
    }
  }

  const Problem& problem_;
  Refusals found_;
  std::set<int> locked_;
};

}  // namespace

Refusals find_contradictions(const Problem& problem) { return Inspector(problem).inspect(); }

}  // namespace laoyou::dispatch
