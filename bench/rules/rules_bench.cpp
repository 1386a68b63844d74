// bench_rules compare|city|cube|csv [PEOPLE] [ROUNDS]: measures the rule language beside loops written by hand, in rounds that take
// turns, so that whatever else the machine does falls on all alike. Prints "name value" lines for run.sh.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "book.h"
#include "loops.h"
#include "measure.h"
#include "rules/columns/evaluate.h"
#include "rules/columns/kernels.h"
#include "rules/columns/cube.h"

namespace laoyou::bench {
namespace {

constexpr std::size_t k_people = 5'000'000;

void print(const std::string& name, double value) { std::printf("%s %.3f\n", name.c_str(), value); }

template <class Loop>
Totals run_loop(const Population& people, int threads, int income_below, const Loop& loop) {
  std::vector<CountyTotals> totals(static_cast<std::size_t>(threads));
  std::vector<std::jthread> others;
  const auto part = [&](int thread) {
    const std::size_t words = people.size() / 64;
    const auto at = [&](int which) { return which == threads ? people.size() : words * static_cast<std::size_t>(which) / static_cast<std::size_t>(threads) * 64; };
    loop(people, at(thread), at(thread + 1), income_below, totals[static_cast<std::size_t>(thread)]);
  };
  for (int thread = 1; thread < threads; ++thread) others.emplace_back(part, thread);
  part(0);
  others.clear();
  for (int thread = 1; thread < threads; ++thread) totals[0].add(totals[static_cast<std::size_t>(thread)]);
  return totals[0].sum();
}

Totals totals_of(const rules::Answer& answer) {
  std::int64_t sums[4] = {};
  for (std::size_t rule = 0; rule < 4; ++rule)
    for (const rules::Outcome& outcome : answer.outcomes[rule])
      sums[rule] += rule < 3 ? static_cast<std::int64_t>(outcome.tallies[0].sum) / 100 : outcome.tallies[0].selected;
  return {sums[0], sums[1], sums[2], sums[3]};
}

bool expect(const char* who, const Totals& found, const Totals& wanted) {
  if (found == wanted) return true;
  std::fprintf(stderr, "%s finds %lld %lld %lld %lld\n", who, static_cast<long long>(found.high_age), static_cast<long long>(found.nursing),
               static_cast<long long>(found.together), static_cast<long long>(found.eligible));
  return false;
}

/// The language made ready for each income line, so that no answer can be kept from the one before.
struct Language {
  std::vector<std::shared_ptr<const rules::Book>> books;
  std::vector<rules::CompiledQuestion> compiled;
  std::vector<double> compile_ms;

  Language(const rules::Facts& facts, int threads, std::size_t variants) {
    for (std::size_t variant = 0; variant < variants; ++variant) {
      books.push_back(allowance_book(k_income_below_yuan + static_cast<int>(variant)));
      compile_ms.push_back(time_ms([&] { compiled.emplace_back(*books.back(), facts, question(allowance_totals(*books.back()), threads)); }));
    }
  }
};

int compare(const Population& people, std::size_t rounds) {
  const Totals wanted = run_loop(people, 1, k_income_below_yuan, plain_loop);
  const rules::Facts facts = allowance_facts(people, Missing::nothing);
  std::size_t memory = 0;
  {
    reset_peak();
    const std::size_t before = resident_bytes();
    Language first(facts, 1, 1);
    bool right = true;
    for (int turn = 0; turn < 3; ++turn) right = expect("the language", totals_of(first.compiled[0].evaluate()), wanted) && right;
    if (!right) return 1;
    memory = peak_bytes() - before;
    print("first_compile_ms", first.compile_ms[0]);
    print("memory_mb", static_cast<double>(memory) / 1e6);
    print("counted_mb", static_cast<double>(first.compiled[0].bytes()) / 1e6);
  }
  if (people.size() == k_people && !expect("the plain loop", wanted, k_totals_of_5_million)) return 1;
  const rules::Facts gaps = allowance_facts(people, Missing::ages_and_incomes), more_gaps = allowance_facts(people, Missing::grades_too);
  for (const int threads : {1, 2}) {
    Language whole(facts, threads, 4), part(gaps, threads, 4), less(more_gaps, threads, 4);
    std::vector<double> limit, plain, columns, language, missing, grades_too;
    for (std::size_t round = 0; round < rounds; ++round) {
      const int line = k_income_below_yuan + static_cast<int>(round % 4);
      limit.push_back(time_ms([&] { run_loop(people, threads, line, limit_loop); }));
      plain.push_back(time_ms([&] { run_loop(people, threads, line, plain_loop); }));
      if (threads == 1) columns.push_back(time_ms([&] {
          CountyTotals totals;
          whole_columns(people, line, totals);
          if (round == 0 && !expect("whole columns", totals.sum(), wanted)) std::abort();
        }));
      language.push_back(time_ms([&] { whole.compiled[round % 4].evaluate(); }));
      missing.push_back(time_ms([&] { part.compiled[round % 4].evaluate(); }));
      grades_too.push_back(time_ms([&] { less.compiled[round % 4].evaluate(); }));
    }
    if (!expect("the limit loop", run_loop(people, threads, k_income_below_yuan, limit_loop), wanted)) return 1;
    const std::string suffix = "_" + std::to_string(threads) + "_ms";
    print("limit" + suffix, median(limit));
    print("plain" + suffix, median(plain));
    if (!columns.empty()) print("columns" + suffix, median(columns));
    print("language" + suffix, median(language));
    print("missing" + suffix, median(missing));
    print("grades_too" + suffix, median(grades_too));
    print("compile" + suffix, median(whole.compile_ms));
  }
  std::printf("instructions %s %s\n", limit_instructions(), rules::kernels().name);
  std::printf("sums %lld %lld %lld %lld\n", static_cast<long long>(wanted.high_age), static_cast<long long>(wanted.nursing), static_cast<long long>(wanted.together),
              static_cast<long long>(wanted.eligible));
  return 0;
}

int city(const Population& people, std::size_t rounds) {
  const rules::Facts facts = city_facts(people);
  const auto book = city_book();
  const std::vector<int> totals = totals_of_book(*book);
  std::printf("city_rules %zu\ncity_totals %zu\n", book->rules.size(), totals.size());
  for (const int threads : {1, 2}) {
    std::vector<double> times;
    std::unique_ptr<rules::CompiledQuestion> compiled;
    print("city_compile_" + std::to_string(threads) + "_ms", time_ms([&] { compiled = std::make_unique<rules::CompiledQuestion>(*book, facts, question(totals, threads)); }));
    for (std::size_t round = 0; round < rounds; ++round) times.push_back(time_ms([&] { compiled->evaluate(); }));
    print("city_" + std::to_string(threads) + "_ms", median(times));
  }
  return 0;
}

int cube(const Population& people, std::size_t rounds) {
  const rules::Facts facts = allowance_facts(people, Missing::nothing);
  const auto base = high_age_book(80);
  std::optional<rules::CountCube> counted;
  print("cube_build_ms", time_ms([&] { counted = rules::CountCube::build(*base, facts, question(totals_of_book(*base), 1)); }));
  std::printf("cube_cells %zu\n", counted->cells());
  std::vector<double> times;
  for (std::size_t round = 0; round < rounds; ++round) {
    const auto changed = high_age_book(60 + static_cast<int>(round % 25));
    const rules::Question asked = question(totals_of_book(*changed), 1);
    std::optional<rules::Answer> quick;
    times.push_back(time_ms([&] { quick = counted->evaluate(*changed, asked); }));
    if (quick->outcomes != rules::evaluate(*changed, facts, asked).outcomes) return 1;
  }
  print("cube_ms", median(times));
  return 0;
}

int csv(const Population& people) {
  for (std::size_t person = 0; person < people.size(); ++person)
    std::printf("%u,%u,%d,%u\n", people.age[person], people.grade[person], people.income_yuan[person], people.county[person]);
  return 0;
}

}  // namespace
}  // namespace laoyou::bench

int main(int count, char** arguments) {
  using namespace laoyou::bench;
  const std::string what = count > 1 ? arguments[1] : "compare";
  const std::size_t size = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : k_people, rounds = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 15;
  const Population people = make_population(size);
  if (what == "csv") return csv(people);
  if (what == "cube") return cube(people, rounds);
  if (what == "city") return city(people, rounds);
  if (what == "compare") return compare(people, rounds);
  std::fprintf(stderr, "usage: bench_rules compare|city|cube|csv [PEOPLE] [ROUNDS]\n");
  return 2;
}
