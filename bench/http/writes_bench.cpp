// Durable writes through the door against the store's own, in one run on one disk: the same record, made by as many clients at once, once by
// POST to the real program with session, powers, checks, journal and log, once straight into a store of its own. The two take turns.
//
// Processor time of each write is shown beside the rate: it says how much of the difference is work and how much is waiting.
// Usage: writes_bench PROGRAM PLANS [SECONDS] [CLIENTS]
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/check.h"
#include "collection/desk.h"
#include "real_server.h"
#include "registry/collections.h"
#include "store/store.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;
using Steady = std::chrono::steady_clock;

constexpr double k_share_wanted_percent = 60;
constexpr const char* k_body = R"({"region":"650203001001","source":"budget","purpose":"elderly_care","day":"2025-06-01","amount":1250000})";

struct Measure {
  double writes_s = 0, p50_ms = 0, p99_ms = 0, cpu_us = 0;
};

double milliseconds_since(Steady::time_point start) { return std::chrono::duration<double, std::milli>(Steady::now() - start).count(); }

double percentile(std::vector<double>& values, double share) {
  CHECK(!values.empty());
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

double used_us(clockid_t clock) {
  timespec time{};
  CHECK(::clock_gettime(clock, &time) == 0);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// `clients` threads, each calling its write() again and again; `clock` counts the processor time of the one who stores.
template <class MakeWrite>
Measure measure(int clients, double seconds, clockid_t clock, MakeWrite make_write) {
  std::vector<std::vector<double>> waits(static_cast<std::size_t>(clients));
  std::vector<std::thread> threads;
  const double cpu_before_us = used_us(clock);
  const auto start = Steady::now();
  const auto until = start + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
  for (auto& mine : waits)
    threads.emplace_back([&mine, &make_write, until] {
      auto write = make_write();
      while (Steady::now() < until) {
        const auto asked = Steady::now();
        write();
        mine.push_back(milliseconds_since(asked));
      }
    });
  for (std::thread& thread : threads) thread.join();
  const double elapsed_s = milliseconds_since(start) / 1000, spent_us = used_us(clock) - cpu_before_us;
  std::vector<double> all;
  for (const auto& each : waits) all.insert(all.end(), each.begin(), each.end());
  const double count = static_cast<double>(all.size());
  return {count / elapsed_s, percentile(all, 0.5), percentile(all, 0.99), spent_us / count};
}

Measure through_the_door(bench::RealServer& server, int clients, double seconds) {
  clockid_t clock{};
  CHECK(::clock_getcpuclockid(server.process(), &clock) == 0);
  const std::string request = server.request("POST", "/api/fund-uses", k_body);
  return measure(clients, seconds, clock, [&] {
    return [&request, client = http::LoopbackClient(server.port())]() mutable {
      const auto answer = client.ask(request);
      if (answer && answer->status == 201) return;
      std::fprintf(stderr, "writes_bench: %s\n", answer ? answer->body.c_str() : "no answer");
      std::exit(1);
    };
  });
}

/// A store with every register in it, as the program has.
std::unique_ptr<store::Store> open_store(const std::filesystem::path& directory) {
  static const SystemClock clock;
  static SecureRandom random;
  std::vector<store::TableDefinition> tables;
  for (collection::Collection& each : registry::collections()) tables.push_back(std::move(each.table));
  store::StoreOptions options;
  options.database = "sqlite:" + (directory / "laoyou.db").string();
  options.key_file = directory / "laoyou.key";
  return store::Store::open(options, clock, random, std::move(tables));
}

Measure straight(store::Store& store, int clients, double seconds) {
  const std::vector<collection::Collection> registers = registry::collections();
  const auto found = std::find_if(registers.begin(), registers.end(), [](const auto& each) { return each.record == "fund_use"; });
  CHECK(found != registers.end());
  const collection::Collection& uses = *found;
  const std::vector<store::Cell> cells = collection::read_new_row(uses, boost::json::parse(k_body).as_object()).value();
  const std::size_t id = uses.position("id");
  return measure(clients, seconds, CLOCK_PROCESS_CPUTIME_ID, [&] {
    return [&] {
      const store::WriteOutcome outcome = store.write({1, "api", "bench"}, [&](store::Writing& writing) -> Result<void> {
        std::vector<store::Cell> row = cells;
        row[id] = writing.new_id_number();
        writing.insert_row(writing.catalog().table(uses.record), row);
        return {};
      });
      CHECK(outcome.done());
    };
  });
}

void print(const char* name, const Measure& best) {
  std::printf("%-18s %10.0f %10.2f %10.2f %14.1f\n", name, best.writes_s, best.p50_ms, best.p99_ms, best.cpu_us);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: writes_bench PROGRAM PLANS [SECONDS] [CLIENTS]\n");
    return 2;
  }
  const double seconds = count > 3 ? std::atof(arguments[3]) : 4;
  const int clients = count > 4 ? std::atoi(arguments[4]) : 64;
  bench::RealServer server(arguments[1], arguments[2]);
  const store::TemporaryDirectory directory;
  const auto store = open_store(directory.path());
  Measure door, own;
  constexpr int k_turns = 3;
  for (int turn = 0; turn < k_turns; ++turn) {
    const Measure own_now = straight(*store, clients, seconds / k_turns), door_now = through_the_door(server, clients, seconds / k_turns);
    if (own_now.writes_s > own.writes_s) own = own_now;
    if (door_now.writes_s > door.writes_s) door = door_now;
  }
  std::printf("%d clients at once    writes/s     p50 ms     p99 ms   CPU us/write\n", clients);
  print("the store's own", own);
  print("through the door", door);
  const double share_percent = 100 * door.writes_s / own.writes_s;
  std::printf("through the door: %.0f %% of the store's own; wanted: %.0f %%\n", share_percent, k_share_wanted_percent);
  return share_percent >= k_share_wanted_percent ? 0 : 1;
}
