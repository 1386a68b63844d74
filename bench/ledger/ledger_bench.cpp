// How many durable transfers a second the ledger takes, with few accounts and with many, beside plain durable writes of the same store in the same run;
// then seeded operations on both databases, verified and their hashes compared.
//
//   ledger_bench [SECONDS [OPERATIONS [DIRECTORY]]]     seconds for each figure (4), operations on each database (100,000), where the disk is
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "base/check.h"
#include "base/random.h"
#include "ledger/room.h"
#include "ledger/testing/seeded_operations.h"
#include "ledger/verify.h"
#include "record/dictionary.h"
#include "store/testing/postgres_server.h"

namespace {

using namespace laoyou;
using Steady = std::chrono::steady_clock;

struct Note {
  Id<Note> id;
  RegionCode region;
  std::string about;
  std::int64_t amount = 0;
};
LAOYOU_RECORD(Note, "bench_note", id, region, about, amount)

double seconds_since(Steady::time_point start) { return std::chrono::duration<double>(Steady::now() - start).count(); }

std::unique_ptr<store::Store> open(const std::string& database, const std::filesystem::path& directory, const Clock& clock) {
  static SecureRandom random;
  store::StoreOptions options;
  options.database = database;
  options.key_file = directory / "keys" / (std::to_string(std::hash<std::string>()(database)) + ".key");
  std::vector<store::TableDefinition> tables = ledger::tables();
  tables.push_back(store::table<Note>());
  return store::Store::open(options, clock, random, std::move(tables));
}

/// What this process has had of the processors; a database server's own time is not in it.
double processor_seconds() {
  rusage used{};
  CHECK(::getrusage(RUSAGE_SELF, &used) == 0);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Rate {
  double per_second = 0;
  double processor_us = 0;  ///< for each: what a busy machine does not blur
};

/// Keeps `writers` commands under way for so many seconds; how many things they did, a second. `work` makes one command and says how much it does.
template <class Make>
Rate rate(store::Store& store, int writers, double seconds, Make make) {
  std::atomic<std::int64_t> done = 0, serial = 0;
  const auto start = Steady::now();
  const double processor_before = processor_seconds();
  std::vector<std::thread> threads;
  for (int w = 0; w < writers; ++w)
    threads.emplace_back([&, w] {
      for (std::mt19937_64 random(static_cast<std::uint64_t>(w)); seconds_since(start) < seconds;) {
        std::int64_t count = 0;
        const store::Command command = make(random, serial.fetch_add(1), count);
        CHECK(store.write({0, "api", "bench"}, command).done());
        done += count;
      }
    });
  for (std::thread& thread : threads) thread.join();
  return {static_cast<double>(done) / seconds_since(start), (processor_seconds() - processor_before) * 1e6 / static_cast<double>(done)};
}

Rate plain_rate(store::Store& store, int writers, double seconds) {
  return rate(store, writers, seconds, [&](std::mt19937_64&, std::int64_t serial, std::int64_t& count) -> store::Command {
    count = 1;
    return [serial](store::Writing& writing) -> Result<void> {
      writing.insert(Note{writing.new_id<Note>(), *RegionCode::parse("650203001001"), "note " + std::to_string(serial), serial});
      return {};
    };
  });
}

std::vector<Id<ledger::LedgerAccount>> accounts_of(store::Store& store, ledger::Ledger& book, std::size_t count, const std::string& prefix) {
  std::vector<Id<ledger::LedgerAccount>> ids;
  const auto command = [&](store::Writing& writing) -> Result<void> {
    for (std::size_t i = 0; i < count; ++i) {
      ledger::LedgerAccount account;
      account.region = *RegionCode::parse("650203001001");
      account.code = prefix + std::to_string(i);
      ids.push_back(book.open(writing, std::move(account))->id);
    }
    return {};
  };
  CHECK(store.write({}, command).done());
  return ids;
}

/// `each` transfers a command.
Rate transfer_rate(store::Store& store, ledger::Ledger& book, std::size_t accounts, std::size_t each, int writers, double seconds) {
  const std::string prefix = std::to_string(accounts) + "/" + std::to_string(each) + "/";
  const auto ids = accounts_of(store, book, accounts, prefix);
  return rate(store, writers, seconds, [&](std::mt19937_64& random, std::int64_t serial, std::int64_t& count) -> store::Command {
    count = static_cast<std::int64_t>(each);
    std::vector<ledger::NewTransfer> list;
    for (std::size_t i = 0; i < each; ++i) {
      const std::size_t debit = random() % ids.size();
      list.push_back(ledger::direct(prefix + std::to_string(serial) + "/" + std::to_string(i), ids[debit], ids[(debit + 1 + random() % (ids.size() - 1)) % ids.size()],
                                    static_cast<std::int64_t>(1 + random() % 10'000), "bench"));
    }
    return [list = std::move(list), &book](store::Writing& writing) -> Result<void> {
      const auto posted = book.post(writing, list);
      if (!posted) return posted.error();
      return {};
    };
  });
}

void measure(const char* name, const std::string& database, const std::filesystem::path& directory, double seconds) {
  const SystemClock clock;
  const auto store = open(database, directory, clock);
  ledger::Ledger book;
  constexpr int k_writers = 128, k_batch_writers = 4;
  const auto print = [&](const std::string& what, Rate found) {
    std::printf("%-10s  %-44s %8.0f/s  %6.1f us of processor each\n", name, what.c_str(), found.per_second, found.processor_us);
    std::fflush(stdout);
  };
  print("plain durable writes, " + std::to_string(k_writers) + " writers", plain_rate(*store, k_writers, seconds));
  for (const std::size_t accounts : {std::size_t{10}, std::size_t{10'000}})
    for (const std::size_t each : {std::size_t{1}, std::size_t{100}, std::size_t{1000}})
      print("transfers, " + std::to_string(accounts) + " accounts, " + std::to_string(each) + " a command",
            transfer_rate(*store, book, accounts, each, each == 1 ? k_writers : k_batch_writers, seconds));
  const auto begun = Steady::now();
  const ledger::LedgerCheck found = ledger::verify(*store);
  std::printf("%-10s  verified %lld transfers in %.1f s: %s\n", name, static_cast<long long>(found.transfers), seconds_since(begun), found.sound() ? "sound" : "NOT SOUND");
  std::fflush(stdout);
}

std::string run_seeded(const char* name, const std::string& database, const std::filesystem::path& directory, std::int64_t operations) {
  const ManualClock clock(Instant{1'795'000'000'000});
  const auto store = open(database, directory, clock);
  ledger::Ledger book;
  ledger::SeededOperations seeded(*store, book, 2026, 1000);
  constexpr std::size_t k_batch = 1000;
  const auto begun = Steady::now();
  std::size_t done = 0;
  for (std::int64_t made = 0; made < operations; made += k_batch) done += seeded.post_batch(k_batch);
  const double posted_s = seconds_since(begun);
  const ledger::LedgerCheck found = ledger::verify(*store);
  std::printf("%-10s  %lld seeded operations (%zu done) in %.1f s; %s, sum %lld, %s\n", name, static_cast<long long>(operations), done, posted_s,
              found.sound() ? "sound" : "NOT SOUND", static_cast<long long>(found.sum.at(ledger::Unit::fen)), found.head.hash.c_str());
  std::fflush(stdout);
  return found.head.hash;
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::stod(argv[1]) : 4;
  const std::int64_t operations = argc > 2 ? std::stoll(argv[2]) : 100'000;
  const store::TemporaryDirectory temporary;
  const std::filesystem::path directory = argc > 3 ? std::filesystem::path(argv[3]) : temporary.path();
  record::extend_dictionary("record,field,zh,en,unit,source,privacy,mask\nbench_note,about,事由,about,,,open,\nbench_note,amount,数额,amount,,,open,\n");
  store::PostgresServer server(store::PostgresServer::Flush::always);
  if (seconds > 0) {
    measure("SQLite", "sqlite:" + (directory / "rates" / "bench.db").string(), directory, seconds);
    measure("PostgreSQL", server.new_schema(), directory, seconds);
  }
  const std::string one = run_seeded("SQLite", "sqlite:" + (directory / "seeded" / "bench.db").string(), directory, operations);
  const std::string other = run_seeded("PostgreSQL", server.new_schema(), directory, operations);
  std::printf("%s\n", one == other ? "both databases have the same hash" : "THE HASHES DIFFER");
  return one == other ? 0 : 1;
}
