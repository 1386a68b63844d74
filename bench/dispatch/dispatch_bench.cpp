// Measures the dispatch engine where no public series does: a city's day, days of growing size, all small problems against brute force,
// re-planning, and the readers under mutated input.
//
//   dispatch_bench city [SECONDS] [THREADS]      a day of 3,000 visits and 300 carers against greedy insertion
//   dispatch_bench scale [STEPS]                 100 to 10,000 stops: seconds and memory
//   dispatch_bench brute [COUNT] [FIRST_SEED]    random tiny problems against trying every plan
//   dispatch_bench tangled [COUNT] [FIRST_SEED]  random running days with locks, begun stops, rings of links and days in parts: every answer
//                                                judged, explained, written and read back, the tiny ones against trying every plan
//   dispatch_bench replan [SECONDS]              300 stops, a carer ill at ten o'clock
//   dispatch_bench reasons [CARERS]              a day of 3,000 stops with too few carers: what explaining takes, each reason applied
//   dispatch_bench fuzz [SECONDS]                mutated problem, plan and event files
#include <sys/resource.h>
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <string>

#include "engines/dispatch/explain.h"
#include "engines/dispatch/format/events_json.h"
#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/plan_json.h"
#include "engines/dispatch/format/problem_json.h"
#include "engines/dispatch/format/public_series.h"
#include "engines/dispatch/format/solomon.h"
#include "engines/dispatch/replan.h"
#include "engines/dispatch/samples/brute_force.h"
#include "engines/dispatch/samples/city_day.h"
#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/tangled_problem.h"
#include "engines/dispatch/search/annealing.h"
#include "greedy_insertion.h"

namespace laoyou::dispatch {
namespace {

double cpu_s() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print_terms(const char* name, const Problem& problem, const Judgement& judgement, double seconds) {
  std::printf("%-22s %8.2f s  levels", name, seconds);
  for (std::int64_t level : problem.objective.values(judgement.terms)) std::printf(" %ld", static_cast<long>(level));
  std::printf("  ");
  for (std::size_t i = 0; i < k_terms; ++i) std::printf(" %s %ld", std::string(name_of(static_cast<Term>(i))).c_str(), static_cast<long>(judgement.terms[i]));
  std::printf("  %s\n", judgement.valid() ? "valid" : "INVALID");
  std::fflush(stdout);
}

int city(double seconds, int threads) {
  // 3,000 visits, 15 in a hundred by two carers at once, are 3,450 stops.
  const Problem problem = city_day({3450, 300, 15, 1});
  double start = cpu_s();
  const Plan greedy = greedy_insertion(problem);
  print_terms("greedy insertion", problem, check(problem, greedy), cpu_s() - start);
  start = cpu_s();
  const Annealing first(problem, nullptr, 1);
  print_terms("first complete plan", problem, check(problem, first.best().plan), cpu_s() - start);
  for (const auto& [name, share] : {std::pair("a sixth of the time", 1.0 / 6), std::pair("all of the time", 1.0)}) {
    SolveOptions options;
    options.iterations = 1'000'000'000'000;
    options.threads = options.searches = threads;
    start = cpu_s();
    const double allowed = seconds * share * threads;
    options.elapsed_share = [start, allowed] { return (cpu_s() - start) / allowed; };
    const auto answer = solve(problem, options);
    if (!answer) return 1;
    print_terms(name, problem, answer->judgement, (cpu_s() - start) / threads);
    std::printf("%ld steps\n", static_cast<long>(answer->iterations));
  }
  return 0;
}

int scale(std::int64_t steps) {
  std::printf("%8s %8s %10s %14s %12s\n", "stops", "carers", "first s", "us per step", "MB (peak)");
  for (int visits : {100, 300, 1000, 3000, 10'000}) {
    const Problem problem = city_day({visits, visits / 10, 15, 1});
    double start = cpu_s();
    Annealing search(problem, nullptr, 1);
    const double first = cpu_s() - start;
    start = cpu_s();
    search.run({steps, {}}, {});
    std::printf("%8d %8d %10.2f %14.1f %12.0f\n", visits, visits / 10, first, 1e6 * (cpu_s() - start) / static_cast<double>(steps), megabytes());
    std::fflush(stdout);
  }
  return 0;
}

int brute(std::uint64_t count, std::uint64_t first_seed) {
  std::uint64_t compared = 0, contradictory = 0, longer = 0, different = 0;
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 4, 2);
    SolveOptions options;
    options.iterations = 2500;
    const auto answer = solve(problem, options);
    if (!answer) {
      ++contradictory;
      continue;
    }
    ++compared;
    const auto best = best_plan(problem);
    if (!best) return 1;
    const auto levels = problem.objective.values(check(problem, *best).terms);
    if (answer->levels == levels) continue;
    ++longer;
    options.iterations = 50'000;
    if (solve(problem, options)->levels == levels) continue;
    ++different;
    std::printf("seed %lu differs\n", static_cast<unsigned long>(seed));
  }
  std::printf("compared %lu, contradictory %lu, not equal after 2,500 steps %lu, not equal after 50,000 steps %lu\n", static_cast<unsigned long>(compared), static_cast<unsigned long>(contradictory), static_cast<unsigned long>(longer), static_cast<unsigned long>(different));
  return different == 0 ? 0 : 1;
}

/// What became of random running days.
struct Tangled {
  std::uint64_t solved = 0, contradictory = 0, compared = 0, longer = 0, faults = 0;

  void fault(std::uint64_t seed, const char* what) {
    ++faults;
    std::printf("seed %lu: %s\n", static_cast<unsigned long>(seed), what);
    std::fflush(stdout);
  }
};

/// Whether the best plan of all equals what the search finds in at most 50,000 steps.
void compare_with_all_plans(const Problem& problem, const Answer& answer, std::uint64_t seed, Tangled& told) {
  const auto best = best_plan(problem);
  if (!best) return told.fault(seed, "no plan keeps all rules");
  ++told.compared;
  const auto levels = problem.objective.values(check(problem, *best).terms);
  if (answer.levels == levels) return;
  ++told.longer;
  SolveOptions options;
  options.iterations = 50'000;
  if (solve(problem, options)->levels != levels) told.fault(seed, "the search differs from the best of all plans");
}

/// Each one is solved; solve() itself throws where search and judge disagree. Then it is explained, written, read back, and lived on for a while.
void take_tangled(std::uint64_t seed, Tangled& told) {
  SeededRandom random(seed);
  const bool tiny = seed % 4 == 0;
  const Problem problem = tiny ? tangled_problem(random, 4, 2) : tangled_problem(random, 10, 4);
  SolveOptions options;
  options.iterations = tiny ? 1500 : 40;
  const auto answer = solve(problem, options);
  if (!answer) {
    ++told.contradictory;
    return;
  }
  ++told.solved;
  if (tiny) compare_with_all_plans(problem, *answer, seed, told);
  const auto explanations = explain_unserved(problem, answer->plan, 2);
  for (const Explanation& one : explanations) {
    bool nobody = false;
    for (const Unservable& unservable : answer->unservable) nobody = nobody || unservable.visit == one.visit;
    if (!nobody && one.obstacles.empty() && one.barred.empty()) told.fault(seed, "a visit is unserved without a reason");
  }
  const boost::json::value written(write_answer(problem, *answer, explanations, explain_served(problem, answer->plan)));
  const auto back = read_plan(problem, written, Unknown::refuse);
  if (!back || back->routes != answer->plan.routes || !compare_claims(written, check(problem, *back)).empty()) told.fault(seed, "the written plan is not read back");
  Events events;
  events.now_s = 3600 * static_cast<Seconds>(8 + random.below(8));
  events.travel_percent = 50 + static_cast<int>(random.below(150));
  if (random.below(2) == 0) events.ill_carers = {0};
  const auto day = after_events(problem, answer->plan, events);
  if (!day) return told.fault(seed, "a day of its own plan is refused");
  options.iterations = 10;
  options.start = &day->start;
  // A stop locked and said to have begun at an hour still to come may contradict the new travel; nothing else may.
  if (const auto next = solve(day->problem, options); next && !next->judgement.valid()) told.fault(seed, "the rest of the day breaks a rule");
}

int tangled(std::uint64_t count, std::uint64_t first_seed) {
  Tangled told;
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    try {
      take_tangled(seed, told);
    } catch (const std::exception& failure) {
      told.fault(seed, failure.what());
    }
  }
  std::printf("%lu problems: %lu contradictory, %lu solved and judged, of them %lu compared with every plan, %lu equal only after more steps; %lu faults\n", static_cast<unsigned long>(count),
              static_cast<unsigned long>(told.contradictory), static_cast<unsigned long>(told.solved), static_cast<unsigned long>(told.compared), static_cast<unsigned long>(told.longer), static_cast<unsigned long>(told.faults));
  return told.faults == 0 ? 0 : 1;
}

int replan(double seconds) {
  const Problem problem = city_day({300, 34, 15, 2});
  SolveOptions options;
  options.iterations = 20'000;
  const auto published = solve(problem, options);
  if (!published) return 1;
  print_terms("published", problem, published->judgement, 0);
  Events events;
  events.now_s = 10 * 3600;
  events.ill_carers = {3};
  const double start = cpu_s();
  const auto day = after_events(problem, published->plan, events);
  if (!day) return 1;
  options.iterations = 1'000'000'000;
  options.start = &day->start;
  options.elapsed_share = [&] { return (cpu_s() - start) / seconds; };
  const auto answer = solve(day->problem, options);
  if (!answer) return 1;
  print_terms("replanned", day->problem, answer->judgement, cpu_s() - start);
  std::printf("%zu promises changed, %zu unserved, %ld steps\n", broken_promises(day->problem, answer->judgement).size(), answer->judgement.unserved.size(), static_cast<long>(answer->iterations));
  return 0;
}

Plan with(Plan plan, const Obstacle& obstacle) {
  for (const Placing& placing : obstacle.placings) {
    auto& route = plan.routes[static_cast<std::size_t>(placing.shift)];
    route.insert(route.begin() + static_cast<std::ptrdiff_t>(placing.stop), placing.visit);
  }
  return plan;
}

int reasons(int carers) {
  const Problem problem = city_day({3000, carers, 15, 1});
  SolveOptions options;
  options.iterations = 0;
  const auto answer = solve(problem, options);
  if (!answer) return 1;
  print_terms("first complete plan", problem, answer->judgement, 0);
  double start = cpu_s();
  const auto explanations = explain_unserved(problem, answer->plan, 5);
  std::printf("%zu unserved explained against 5 carers each in %.2f s\n", explanations.size(), cpu_s() - start);
  start = cpu_s();
  const auto choices = explain_served(problem, answer->plan);
  std::printf("%zu served explained in %.2f s\n", choices.size(), cpu_s() - start);
  std::size_t told = 0, proved = 0, freed = 0, seen_free = 0;
  for (const Explanation& explanation : explanations) {
    for (const Obstacle& obstacle : explanation.obstacles) {
      ++told;
      proved += check(relieve(problem, obstacle.reliefs), with(answer->plan, obstacle)).valid();
    }
    freed += !explanation.cheapest.empty();
    seen_free += !explanation.cheapest.empty() && check(relieve(problem, explanation.cheapest), explanation.freed).valid();
  }
  std::printf("reasons told %zu, proved by applying them %zu; cheapest changes told %zu, proved %zu\n", told, proved, freed, seen_free);
  return told == proved && freed == seen_free ? 0 : 1;
}

/// Changes a few bytes, or swaps in a piece of another place.
std::string mutate(std::string text, SeededRandom& random) {
  static constexpr std::string_view pieces[] = {"-1", "null", "[]", "{}", "1e400", "\"\"", "9223372036854775808", "true", "\"v1\"", "[[[[", "0.5", "\\u0000"};
  for (std::uint64_t changes = 1 + random.below(4); changes > 0 && !text.empty(); --changes) {
    const std::size_t place = random.below(text.size());
    switch (random.below(4)) {
      case 0: text[place] = static_cast<char>(random.below(256)); break;
      case 1: text.erase(place, 1 + random.below(12)); break;
      case 2: text.insert(place, pieces[random.below(std::size(pieces))]); break;
      default: text.replace(place, random.below(8), text.substr(random.below(text.size()), random.below(16))); break;
    }
  }
  return text;
}

int fuzz(double seconds) {
  SeededRandom random(1);
  std::uint64_t tried = 0, accepted = 0, solved = 0;
  const std::string solomon = "X\nVEHICLE\nNUMBER CAPACITY\n 2 10\nCUSTOMER\n 0 1 1 0 0 100 0\n 1 2 2 1 5 20 5\n";
  const std::string series = R"({"patients":[{"id":"p1","location":[1,2],"time_window":[3,4],"required_caregivers":[{"service":"s1","duration":1.5}]}],"services":[{"id":"s1"}],"caregivers":[{"id":"c","abilities":["s1"]}],"distances":[[0,1.5],[1.5,0]]})";
  const double start = cpu_s();
  for (std::uint64_t seed = 1; cpu_s() - start < seconds; ++seed) {
    SeededRandom own(seed % 5000);
    const Problem original = random_problem(own, 6, 3);
    const std::string text = boost::json::serialize(write_problem(original));
    for (int i = 0; i < 20; ++i, ++tried) {
      const auto read = read_problem(mutate(text, random));
      if (read) {
        ++accepted;
        SolveOptions options;
        options.iterations = 5;
        if (const auto answer = solve(*read, options)) {
          ++solved;
          const std::string plan = boost::json::serialize(write_answer(*read, *answer, explain_unserved(*read, answer->plan, 2), {}));
          if (const auto value = parse_json(mutate(plan, random)))
            if (const auto back = read_plan(*read, *value, Unknown::skip)) compare_claims(*value, check(*read, *back));
        }
      }
      read_events(original, mutate(R"({"format":"laoyou.dispatch.events","version":1,"now_s":36000,"ill_carers":["c0"],"cancelled_visits":["v0"],"travel_percent":120})", random));
      std::istringstream solomon_text(mutate(solomon, random)), series_text(mutate(series, random));
      read_solomon(solomon_text);
      read_hhcrsp(series_text);
    }
  }
  std::printf("tried %lu files, %lu read, %lu solved, no crash\n", static_cast<unsigned long>(tried), static_cast<unsigned long>(accepted), static_cast<unsigned long>(solved));
  return 0;
}

int run(int count, char** words) {
  const std::string what = count > 1 ? words[1] : "";
  const auto number = [&](int index, double absent) { return count > index ? std::atof(words[index]) : absent; };
  if (what == "city") return city(number(2, 60), static_cast<int>(number(3, 2)));
  if (what == "scale") return scale(static_cast<std::int64_t>(number(2, 5000)));
  if (what == "brute") return brute(static_cast<std::uint64_t>(number(2, 120'000)), static_cast<std::uint64_t>(number(3, 1)));
  if (what == "tangled") return tangled(static_cast<std::uint64_t>(number(2, 1'000'000)), static_cast<std::uint64_t>(number(3, 1)));
  if (what == "replan") return replan(number(2, 1.5));
  if (what == "reasons") return reasons(static_cast<int>(number(2, 230)));
  if (what == "fuzz") return fuzz(number(2, 600));
  std::fprintf(stderr, "dispatch_bench city|scale|brute|tangled|replan|reasons|fuzz\n");
  return 2;
}

}  // namespace
}  // namespace laoyou::dispatch

int main(int count, char** words) { return laoyou::dispatch::run(count, words); }
