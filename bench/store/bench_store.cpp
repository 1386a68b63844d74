// How many durable writes a second, and how long each waits: group commit against a commit for each command, in one run on one disk, with
// the cost of that disk's own flush beside them.
//
//   bench_store [SECONDS [DIRECTORY]]     seconds for each figure (4), and a directory on the disk to be measured
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "base/check.h"
#include "record/dictionary.h"
#include "store/store.h"
#include "store/testing/postgres_server.h"

namespace {

using namespace laoyou;
using Steady = std::chrono::steady_clock;

/// A booking as a busy morning makes them: nine columns, one of them sealed.
struct Booking {
  Id<Booking> id;
  RegionCode region;
  std::int64_t resident = 0;
  std::string service, address, phone, note;
  Instant at;
  std::int64_t minutes = 0;
};
LAOYOU_RECORD(Booking, "bench_booking", id, region, resident, service, address, phone, note, at, minutes)

double milliseconds_since(Steady::time_point start) { return std::chrono::duration<double, std::milli>(Steady::now() - start).count(); }

double percentile(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

/// What one flush of 4 KiB costs on this disk, in milliseconds.
std::vector<double> flush_costs_ms(const std::filesystem::path& directory) {
  constexpr int k_flushes = 200;
  const std::filesystem::path path = directory / "flush";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT, 0600);
  CHECK(file >= 0);
  std::vector<double> costs;
  const std::string page(4096, 'x');
  for (int i = 0; i < k_flushes; ++i) {
    const auto start = Steady::now();
    CHECK(::pwrite(file, page.data(), page.size(), i * 4096) == 4096 && ::fdatasync(file) == 0);
    costs.push_back(milliseconds_since(start));
  }
  ::close(file);
  return costs;
}

struct Measure {
  double writes_per_second = 0, p50_ms = 0, p99_ms = 0;
};

/// `writers` clients, each with one write at a time under way, for so many seconds.
Measure measure(store::Store& store, int writers, double seconds) {
  std::vector<std::vector<double>> waits(static_cast<std::size_t>(writers));
  const auto start = Steady::now();
  const auto until = start + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
  std::vector<std::thread> threads;
  for (int w = 0; w < writers; ++w)
    threads.emplace_back([&, w] {
      while (Steady::now() < until) {
        const Booking booking{{store.new_id()}, *RegionCode::parse("650203001001"), w,  "home cleaning", "友谊路 12 号 3 单元 501", "13800000001",
                              "third floor, no lift", Instant{1'795'000'000'000}, 90};
        const auto asked = Steady::now();
        const store::WriteOutcome outcome = store.write({w, "api", "bench"}, [&](store::Writing& writing) -> Result<void> {
          writing.insert(booking);
          return {};
        });
        CHECK(outcome.done());
        waits[static_cast<std::size_t>(w)].push_back(milliseconds_since(asked));
      }
    });
  for (std::thread& thread : threads) thread.join();
  const double elapsed_s = milliseconds_since(start) / 1000;
  std::vector<double> all;
  for (const std::vector<double>& each : waits) all.insert(all.end(), each.begin(), each.end());
  return {static_cast<double>(all.size()) / elapsed_s, percentile(all, 0.5), percentile(all, 0.99)};
}

std::unique_ptr<store::Store> open(const std::string& database, const std::filesystem::path& directory, std::size_t commands_per_commit) {
  static const SystemClock clock;
  static SecureRandom random;
  store::StoreOptions options;
  options.database = database;
  options.key_file = directory / "laoyou.key";
  options.group.commands_per_commit = commands_per_commit;
  return store::Store::open(options, clock, random, {store::table<Booking>({store::indexed({"resident"})})});
}

/// One database's table of figures.
void measure_database(const std::string& name, const std::string& database, const std::filesystem::path& directory, double seconds) {
  std::printf("%-10s  %7s  %12s %9s %9s  %12s %9s %9s  %7s\n", name.c_str(), "writers", "one commit/s", "p50 ms", "p99 ms", "group/s", "p50 ms", "p99 ms",
              "times");
  for (const int writers : {1, 8, 64, 256}) {
    // The two take turns, so that a disk that is slow for a while is slow for both.
    Measure alone, group;
    constexpr int k_turns = 2;
    for (int turn = 0; turn < k_turns; ++turn) {
      const Measure one = measure(*open(database, directory, 1), writers, seconds / k_turns);
      const Measure many = measure(*open(database, directory, store::GroupLimits{}.commands_per_commit), writers, seconds / k_turns);
      if (one.writes_per_second > alone.writes_per_second) alone = one;
      if (many.writes_per_second > group.writes_per_second) group = many;
    }
    std::printf("%-10s  %7d  %12.0f %9.2f %9.2f  %12.0f %9.2f %9.2f  %6.1fx\n", "", writers, alone.writes_per_second, alone.p50_ms, alone.p99_ms,
                group.writes_per_second, group.p50_ms, group.p99_ms, group.writes_per_second / alone.writes_per_second);
    std::fflush(stdout);
  }
}

void print_flush(const char* when, const std::filesystem::path& directory) {
  std::vector<double> costs = flush_costs_ms(directory);
  std::printf("one flush of 4 KiB %s: p50 %.2f ms, p99 %.2f ms\n", when, percentile(costs, 0.5), percentile(costs, 0.99));
}

void describe_booking() {
  record::extend_dictionary(
      "record,field,zh,en,unit,source,privacy,mask\n"
      "bench_booking,id,编号,id,,,open,\nbench_booking,region,区划,region,,,open,\nbench_booking,resident,老人,resident,,,open,\n"
      "bench_booking,service,服务,service,,,open,\nbench_booking,address,住址,address,,,personal,address\n"
      "bench_booking,phone,电话,phone,,,sensitive,phone\nbench_booking,note,备注,note,,,open,\nbench_booking,at,时间,at,,,open,\n"
      "bench_booking,minutes,分钟,minutes,,,open,\n");
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::stod(argv[1]) : 4;
  const store::TemporaryDirectory temporary;
  const std::filesystem::path directory = argc > 2 ? std::filesystem::path(argv[2]) : temporary.path();
  describe_booking();
  print_flush("before", directory);
  measure_database("SQLite", "sqlite:" + (directory / "sqlite" / "bench.db").string(), directory, seconds);
  store::PostgresServer server(store::PostgresServer::Flush::always);
  measure_database("PostgreSQL", server.new_schema(), directory, seconds);
  print_flush("afterwards", directory);
}
