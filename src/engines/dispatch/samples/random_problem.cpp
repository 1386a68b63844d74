#include "engines/dispatch/samples/random_problem.h"

namespace laoyou::dispatch {
namespace {

class Maker {
 public:
  Maker(SeededRandom& random, int most_visits, int most_shifts)
      : random_(random), visits_(1 + number(most_visits)), shifts_(1 + number(most_shifts)) {}

  Problem make() {
    problem_.skills = {"nursing", "bathing"};
    problem_.traits = {"woman", "dialect"};
    add_travel();
    for (int i = 0; i < 2; ++i) problem_.persons.push_back({"p" + std::to_string(i), {}});
    add_carers();
    for (auto& person : problem_.persons)
      if (chance(40)) person.usual_carers.push_back(carer());
    for (int i = 0; i < shifts_; ++i) add_shift();
    part_shifts();
    for (int i = 0; i < visits_; ++i) add_visit(i);
    if (visits_ >= 2 && chance(50)) add_link();
    if (chance(15)) lock_beginning();
    problem_.objective = chance(60) ? usual_objective() : random_objective();
    return std::move(problem_);
  }

 private:
  int number(int below) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(below))); }
  bool chance(int percent) { return number(100) < percent; }
  int carer() { return number(static_cast<int>(problem_.carers.size())); }

  void add_travel() {
    const int places = 2 + number(4);
    for (int i = 0; i < places; ++i) problem_.places.push_back({"at" + std::to_string(i), number(2000), number(2000)});
    problem_.modes.push_back({"foot", {}, 4000});
    Mode bus{"bus", {}, 0};
    for (int i = 0; i < places * places; ++i) bus.seconds.push_back(chance(20) ? 0 : 60 * number(20));
    problem_.modes.push_back(bus);
  }

  void add_carers() {
    const int carers = 1 + number(shifts_);
    for (int i = 0; i < carers; ++i) {
      Carer carer;
      carer.id = "c" + std::to_string(i);
      carer.mode = number(2);
      for (int skill = 0; skill < 2; ++skill)
        if (chance(70)) carer.skills.push_back({skill, 1 + number(2)});
      for (int trait = 0; trait < 2; ++trait)
        if (chance(60)) carer.traits.push_back(trait);
      if (chance(20)) carer.most_work_s = 60 * (60 + number(240));
      problem_.carers.push_back(carer);
    }
  }

  void add_shift() {
    Shift day;
    day.carer = carer();
    day.begins_s = 3600 * (8 + number(3)) + (chance(30) ? 86400 : 0);
    day.ends_s = day.begins_s + 60 * (60 + number(300));
    if (chance(50)) day.overtime_limit_s = 60 * number(90);
    day.start_place = place();
    if (chance(70)) day.end_place = place();
    if (chance(40)) {
      const Seconds opens = day.begins_s + 60 * number(180);
      day.rest = Break{opens, opens + 60 * number(90), 60 * (10 + number(30)), chance(40) ? place() : k_none};
    }
    if (chance(20)) day.most_work_s = 60 * (30 + number(200));
    problem_.shifts.push_back(day);
  }

  /// A shift that overlaps an earlier one of its carer begins when that one ends.
  void part_shifts() {
    const auto overlaps = [](const Shift& a, const Shift& b) { return a.carer == b.carer && a.begins_s < b.ends_s && b.begins_s < a.ends_s; };
    for (std::size_t i = 1; i < problem_.shifts.size(); ++i)
      for (std::size_t j = 0; j < i;) {
        Shift& own = problem_.shifts[i];
        const Shift& other = problem_.shifts[j++];
        if (!overlaps(own, other)) continue;
        const Seconds later = other.ends_s - own.begins_s;
        own.begins_s += later;
        own.ends_s += later;
        if (own.rest) own.rest->opens_s += later, own.rest->closes_s += later;
        j = 0;
      }
  }

  int place() { return number(static_cast<int>(problem_.places.size())); }

  void add_visit(int i) {
    Visit visit;
    visit.id = "v" + std::to_string(i);
    visit.place = place();
    if (chance(70)) visit.person = number(2);
    visit.length_s = 60 * (5 + number(60));
    Seconds opens = 3600 * 8 + 60 * number(240);
    for (int windows = chance(30) ? 2 : 1; windows > 0; --windows) {
      visit.windows.push_back({opens, opens + 60 * number(120)});
      opens = visit.windows.back().closes_s + 60 * (1 + number(120)) + (chance(30) ? 86400 : 0);
    }
    if (chance(50)) visit.lateness_limit_s = 60 * number(120);
    if (chance(30)) visit.skills.push_back({number(2), 1 + number(2)});
    if (chance(30)) visit.wishes.push_back({number(2), chance(30)});
    visit.prize = 1 + number(3);
    if (chance(20)) visit.preferred_carers.push_back(carer());
    if (chance(10)) visit.excluded_carers.push_back(carer());
    if (chance(10)) visit.pinned_carer = carer();
    if (chance(10)) visit.pinned_start_s = visit.windows[0].opens_s + 60 * number(60);
    if (chance(30)) add_promise(visit);
    problem_.visits.push_back(visit);
  }

  void add_promise(Visit& visit) {
    Promise promise;
    promise.carer = chance(70) ? carer() : k_none;
    if (chance(60)) promise.start_s = visit.windows[0].opens_s + 60 * number(120);
    promise.tolerance_s = 60 * number(20);
    promise.carer_price = 100 * number(20);
    promise.start_price = 100 * number(20);
    visit.promise = promise;
  }

  void add_link() {
    const int first = number(visits_);
    const int second = (first + 1 + number(visits_ - 1)) % visits_;
    Link link{first, second, 0, 0, chance(70)};
    if (chance(50)) {
      link.least_s = 60 * (number(90) - 20);
      link.most_s = link.least_s + 60 * number(90);
    }
    problem_.links.push_back(link);
  }

  void lock_beginning() {
    Shift& day = problem_.shifts[static_cast<std::size_t>(number(shifts_))];
    const int visit = number(visits_);
    day.locked.push_back(visit);
    auto& begun_s = problem_.visits[static_cast<std::size_t>(visit)].pinned_start_s;
    if (begun_s || chance(30)) begun_s = day.begins_s + 60 * number(60);
    if (day.rest && chance(30)) day.locked.push_back(k_break);
    if (chance(50)) day.free_from_s = day.begins_s + 60 * number(120);
  }

  Objective random_objective() {
    Objective objective;
    for (int level = 1 + number(3); level > 0; --level) {
      Level terms;
      for (auto& weight : terms.weight) weight = chance(60) ? number(5) : 0;
      objective.levels.push_back(terms);
    }
    objective.levels.front().weight[0] = 100'000;
    return objective;
  }

  SeededRandom& random_;
  int visits_;
  int shifts_;
  Problem problem_;
};

}  // namespace

Problem random_problem(SeededRandom& random, int most_visits, int most_shifts) { return Maker(random, most_visits, most_shifts).make(); }

}  // namespace laoyou::dispatch
