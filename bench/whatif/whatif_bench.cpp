// What a slider's move costs the server: the plan checked with another amount, and its total before and after by county over so many people, as
// POST /api/plans/{plan}/what-if computes it. run.sh measures the same by HTTP.
//   whatif_bench [people [moves]]     1000000 and 20 unless told
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/check.h"
#include "base/random.h"
#include "plan/stack/library.h"
#include "registry/facts.h"
#include "whatif/changes.h"
#include "whatif/compare.h"

namespace laoyou::bench {
namespace {

using rules::Value;

constexpr double k_limit_ms = 100;
const RegionCode k_city = RegionCode::from_number(650200000000);
const Period k_month = Period::month(2026, 6);

double processor_ms() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
  return ms(used.ru_utime) + ms(used.ru_stime);
}
double clock_ms() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

rules::Facts people(std::size_t count) {
  SeededRandom random(1);
  const rules::Schema& schema = registry::facts_schema();
  const auto record = static_cast<std::size_t>(schema.find_record("resident"));
  const rules::RecordKind& kind = schema.records[record];
  const auto at = [&](const char* field) { return static_cast<std::size_t>(kind.find(field)); };
  const std::size_t id = at("id"), region = at("region"), hukou = at("hukou"), born = at("born");
  rules::Facts facts(schema);
  std::vector<Value> values(kind.fields.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto some = [&](std::uint64_t bound) { return static_cast<std::int64_t>(random.below(bound)); };
    values[id] = static_cast<std::int64_t>(1'000'000 + i);
    values[region] = values[hukou] = 650202000000 + some(4) * 1'000'000 + some(6) * 1000 + some(8);
    values[born] = some(100) == 0 ? Value() : Value(-14'000 + some(34'000));
    facts.tables[record].append(values);
  }
  facts.tables[record].settle();
  return facts;
}

whatif::Variant with_amount(int yuan) {
  return {"", {{"high_age_allowance_amount", std::nullopt, {{"80..89", std::to_string(yuan) + "元"}, {"90..99", "100元"}, {"100..", "300元"}}}}, {}};
}

void tell(const char* what, std::vector<double>& each, double limit_ms) {
  std::sort(each.begin(), each.end());
  std::printf("%-34s median %7.1f ms, most %7.1f ms", what, each[each.size() / 2], each.back());
  if (limit_ms > 0) std::printf("; limit %.0f ms: %.2f of it", limit_ms, each[each.size() / 2] / limit_ms);
  std::printf("\n");
}

void move_slider(std::size_t count, int moves) {
  const plan::LoadedPlan loaded = plan::load_plan("plans/karamay", regions::RegionTree::national());
  const rules::Facts facts = people(count);
  std::vector<double> checking, computing, clock;
  std::int64_t gain = 0;
  for (int move = 0; move < moves; ++move) {
    const double begun = clock_ms(), first = processor_ms();
    const auto what_if = whatif::what_if_of(loaded.plan, with_amount(51 + move), k_month.first_day()).value();
    const double second = processor_ms();
    const auto changes = whatif::changes_of(what_if, facts, {k_month, whatif::touched_totals(what_if), k_city, RegionLevel::county, whatif::evaluation_threads()});
    const double third = processor_ms();
    gain = changes.at(0).whole.gain;
    checking.push_back(second - first);
    computing.push_back(third - second);
    clock.push_back(clock_ms() - begun);
  }
  std::printf("%zu people, more for %lld\n", count, static_cast<long long>(gain));
  tell("processor: the plan checked anew", checking, 0);
  tell("processor: before and after", computing, 0);
  tell("on the clock, both", clock, k_limit_ms);
}

}  // namespace
}  // namespace laoyou::bench

int main(int count, char** words) {
  laoyou::bench::move_slider(count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000, count > 2 ? std::atoi(words[2]) : 20);
  return 0;
}
