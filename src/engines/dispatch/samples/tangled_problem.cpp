#include "engines/dispatch/samples/tangled_problem.h"

#include <algorithm>

#include "engines/dispatch/samples/random_problem.h"

namespace laoyou::dispatch {
namespace {

class Tangle {
 public:
  Tangle(SeededRandom& random, int most_visits, int most_shifts) : random_(random), problem_(random_problem(random, most_visits, most_shifts)) {}

  Problem make() {
    if (chance(40)) part_days();
    if (chance(25)) cut_ways();
    if (problem_.visits.size() >= 2)
      for (int links = number(3); links > 0; --links) add_link();
    if (chance(50))
      for (std::size_t s = 0; s < problem_.shifts.size(); ++s) lock_some(s);
    return std::move(problem_);
  }

 private:
  int number(int below) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(below))); }
  bool chance(int percent) { return number(100) < percent; }

  /// A day of one carer in two parts; most often with time between them, now and then overlapping.
  void part_days() {
    const std::size_t count = problem_.shifts.size();
    for (std::size_t s = 0; s < count; ++s) {
      if (!chance(50)) continue;
      Shift second = problem_.shifts[s];
      const Seconds later = second.ends_s - second.begins_s + 60 * (number(150) - (chance(5) ? 100 : 0));
      second.begins_s += later;
      second.ends_s += later;
      if (second.rest) second.rest->opens_s += later, second.rest->closes_s += later;
      second.locked.clear();
      problem_.shifts.push_back(second);
    }
  }

  /// The bus reaches the places of one half from no place of the other, as on an island.
  void cut_ways() {
    std::vector<bool> island;
    for (std::size_t p = 0; p < problem_.places.size(); ++p) island.push_back(chance(40));
    auto& seconds = problem_.modes[1].seconds;
    for (std::size_t from = 0; from < island.size(); ++from)
      for (std::size_t to = 0; to < island.size(); ++to)
        if (island[from] != island[to]) seconds[from * island.size() + to] = static_cast<std::int32_t>(k_unreachable_s);
  }

  void add_link() {
    const int visits = static_cast<int>(problem_.visits.size());
    const int first = number(visits);
    const int second = (first + 1 + number(visits - 1)) % visits;
    const Seconds least_s = 60 * (number(120) - 60);
    problem_.links.push_back({first, second, least_s, least_s + 60 * number(150), chance(40)});
  }

  /// Locks a few free visits; the first of them have begun, one after the other, or now and then before the one ahead of them is over.
  void lock_some(std::size_t s) {
    Shift& day = problem_.shifts[s];
    std::vector<int> free;
    for (int v = 0; v < static_cast<int>(problem_.visits.size()); ++v)
      if (!is_locked(v)) free.push_back(v);
    if (day.rest && std::count(day.locked.begin(), day.locked.end(), k_break) == 0) free.push_back(k_break);
    const std::size_t begun = random_.below(3);
    for (std::size_t left = random_.below(3); left > 0 && !free.empty(); --left) {
      const auto at = free.begin() + number(static_cast<int>(free.size()));
      day.locked.push_back(*at);
      free.erase(at);
    }
    Seconds time = day.begins_s;
    for (std::size_t i = 0; i < day.locked.size(); ++i) {
      const int stop = day.locked[i];
      time = std::max<Seconds>(day.begins_s, time + 60 * (number(40) - (chance(10) ? 25 : 0)));
      auto& begun_s = stop == k_break ? day.rest->begun_s : problem_.visits[static_cast<std::size_t>(stop)].pinned_start_s;
      if (i < begun || chance(5)) begun_s = time;
      time += stop == k_break ? day.rest->length_s : problem_.visits[static_cast<std::size_t>(stop)].length_s;
    }
    if (chance(50)) day.free_from_s = day.begins_s + 60 * number(240);
  }

  bool is_locked(int visit) const {
    return std::any_of(problem_.shifts.begin(), problem_.shifts.end(), [visit](const Shift& day) { return std::count(day.locked.begin(), day.locked.end(), visit) > 0; });
  }

  SeededRandom& random_;
  Problem problem_;
};

}  // namespace

Problem tangled_problem(SeededRandom& random, int most_visits, int most_shifts) { return Tangle(random, most_visits, most_shifts).make(); }

}  // namespace laoyou::dispatch
