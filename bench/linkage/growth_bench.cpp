// How long a new, changed or removed record takes among many: linkage_growth_bench PEOPLE CHANGES. Milliseconds; wanted: p99 of at most 2.
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "base/random.h"
#include "engines/linkage/growing.h"
#include "engines/linkage/link.h"
#include "engines/linkage/read_records.h"
#include "engines/linkage/sample.h"

namespace {

using namespace laoyou;
using namespace laoyou::linkage;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begun) { return std::chrono::duration<double, std::milli>(Clock::now() - begun).count(); }

/// A record like the one of a row, with one value taken from another row.
std::vector<std::string> nearly(const Records& records, Row row, Row other, SeededRandom& random) {
  const int fields = static_cast<int>(records.map().fields.size()), changed = static_cast<int>(random.below(static_cast<std::uint64_t>(fields)));
  std::vector<std::string> cells;
  for (int field = 0; field < fields; ++field) cells.emplace_back(records.text(field == changed ? other : row, field));
  return cells;
}

double at_share(const std::vector<double>& sorted, double share) { return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))]; }

}  // namespace

int main(int count, char** words) {
  const auto people = static_cast<std::uint32_t>(count > 1 ? std::atoi(words[1]) : 1'000'000);
  const int changes = count > 2 ? std::atoi(words[2]) : 20'000;
  const auto map = read_map(map_of_format("residents"));
  Records records(*map);
  {
    std::ostringstream csv;
    write_sample(people, 1, csv);
    if (read_records(csv.str(), false, records, nullptr)) return 1;
  }
  Model model = link(records, 1).model;
  const auto begun = Clock::now();
  Growing growing(std::move(records), std::move(model));
  std::printf("%u records taken in: %.1f s\n", growing.records().size(), milliseconds_since(begun) / 1000);
  SeededRandom random(2);
  std::vector<double> times;
  for (int i = 0; i < changes; ++i) {
    const Row rows = growing.records().size(), row = static_cast<Row>(random.below(rows)), other = static_cast<Row>(random.below(rows));
    const auto cells = nearly(growing.records(), row, other, random);
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    const std::string id = i % 3 == 0 ? "new" + std::to_string(i) : std::string(growing.records().id(row));
    const auto start = Clock::now();
    if (i % 3 == 2) growing.remove(id, false);
    else growing.put(id, views, false);
    times.push_back(milliseconds_since(start));
  }
  std::sort(times.begin(), times.end());
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%d changes: p50 %.3f  p99 %.3f  p99.9 %.3f  most %.3f ms; memory %ld MB\n", changes, at_share(times, 0.5), at_share(times, 0.99), at_share(times, 0.999), times.back(), usage.ru_maxrss / 1024);
}
