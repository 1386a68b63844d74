// How long a page takes while the town works: the plan's overview, asked again and again by one reader, first at rest, then beside 60 clients that
// write without pause and an import of 100,000 rows that runs as a job; and beside two such imports alone. The program, SQLite, sessions, checks and log are
// the real ones.
// Usage: page_under_load_bench PROGRAM PLANS [SECONDS] [ROWS]
#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/thread_turns.h"
#include "real_server.h"

namespace {

using namespace laoyou;
using Steady = std::chrono::steady_clock;

constexpr double k_times_wanted = 5;  ///< the slowest in a hundred, beside that at rest
constexpr double k_times_wanted_jobs = 2;  ///< the same, while two jobs run and nobody writes
constexpr int k_writers = 60;  ///< with the reader still within what one account may hold open (http::Limits)
constexpr const char* k_page = "/api/plans/karamay/indicators";
constexpr const char* k_body = R"({"region":"650203001001","source":"budget","purpose":"elderly_care","day":"2025-06-01","amount":1250000})";

double milliseconds_since(Steady::time_point start) { return std::chrono::duration<double, std::milli>(Steady::now() - start).count(); }

void must_be(int status, const std::optional<http::ClientAnswer>& answer) {
  if (answer && static_cast<int>(answer->status) == status) return;
  std::fprintf(stderr, "page_under_load_bench: wanted %d, got %s\n", status, answer ? answer->body.c_str() : "no answer");
  std::_Exit(1);
}

struct Waits {
  std::size_t asked = 0;
  double p50_ms = 0, p99_ms = 0, longest_ms = 0;
};

/// One reader who asks every few milliseconds, as a screen full of people does.
Waits read_pages(const bench::RealServer& server, double seconds) {
  take_short_turns();  // the reader's own machine is not the one on which sixty others write
  constexpr auto k_pause = std::chrono::milliseconds(5);
  const std::string request = server.request("GET", k_page);
  http::LoopbackClient client(server.port());
  std::vector<double> waits;
  for (const auto begun = Steady::now(); milliseconds_since(begun) < seconds * 1000; std::this_thread::sleep_for(k_pause)) {
    const auto asked = Steady::now();
    const auto answer = client.ask(request);
    must_be(200, answer);
    waits.push_back(milliseconds_since(asked));
  }
  std::sort(waits.begin(), waits.end());
  return {waits.size(), waits[waits.size() / 2], waits[waits.size() * 99 / 100], waits.back()};
}

/// Reads in so many rows as a job; its id.
std::string begin_import(bench::RealServer& server, int rows, const std::string& name) {
  std::string sheet = "地区,名称,性质\n";
  for (int i = 0; i < rows; ++i) sheet += "650203001001," + name + std::to_string(i) + ",养老机构\n";
  return std::string(boost::json::parse(server.ask("POST", "/api/institutions/import_job?format=csv", sheet).body).at("id").as_string());
}

std::string state_of(bench::RealServer& server, const std::string& job) { return std::string(boost::json::parse(server.ask("GET", "/api/jobs/" + job).body).at("state").as_string()); }

class Writers {
 public:
  explicit Writers(const bench::RealServer& server) {
    const std::string request = server.request("POST", "/api/fund-uses", k_body);
    for (int i = 0; i < k_writers; ++i)
      threads_.emplace_back([this, request, port = server.port()] {
        http::LoopbackClient client(port);
        while (!stopping_) {
          const auto answer = client.ask(request);
          must_be(201, answer);
          written_++;
        }
      });
  }
  std::int64_t stop() {
    stopping_ = true;
    for (std::thread& each : threads_) each.join();
    return written_;
  }

 private:
  std::atomic<bool> stopping_ = false;
  std::atomic<std::int64_t> written_ = 0;
  std::vector<std::thread> threads_;
};

void print(const char* when, const Waits& waits) {
  std::printf("%-36s %8zu %10.2f %10.2f %10.2f\n", when, waits.asked, waits.p50_ms, waits.p99_ms, waits.longest_ms);
}

/// The page while two imports run; waits for their end.
bool beside_two_jobs(bench::RealServer& server, const Waits& rest, double seconds, int rows) {
  const std::string first = begin_import(server, rows, "甲"), second = begin_import(server, rows, "乙");
  const Waits busy = read_pages(server, seconds / 2);
  const std::string then = state_of(server, first) + " and " + state_of(server, second);
  print("two imports", busy);
  std::printf("p99 is %.1f times that at rest; wanted: at most %.0f times; the imports were %s then\n", busy.p99_ms / rest.p99_ms, k_times_wanted_jobs, then.c_str());
  for (const std::string& job : {first, second})
    for (std::string state; state != "done" && state != "failed"; std::this_thread::sleep_for(std::chrono::milliseconds(200))) state = state_of(server, job);
  return busy.p99_ms <= k_times_wanted_jobs * rest.p99_ms;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: page_under_load_bench PROGRAM PLANS [SECONDS] [ROWS]\n");
    return 2;
  }
  const double seconds = count > 3 ? std::atof(arguments[3]) : 8;
  const int rows = count > 4 ? std::atoi(arguments[4]) : 100'000;
  bench::RealServer server(arguments[1], arguments[2]);
  std::printf("%-36s %8s %10s %10s %10s\n", k_page, "asked", "p50 ms", "p99 ms", "longest");
  read_pages(server, 1);
  const Waits rest = read_pages(server, seconds);
  print("at rest", rest);
  const bool calm = beside_two_jobs(server, rest, seconds, rows);
  const std::string job = begin_import(server, rows, "压力");
  Writers writers(server);
  const Waits busy = read_pages(server, seconds);
  print("60 writers and an import", busy);
  const std::int64_t written = writers.stop();
  const std::string at_the_end = state_of(server, job);
  const double times = busy.p99_ms / rest.p99_ms;
  std::printf("%.0f writes/s meanwhile; the import of %d rows was %s then\n", static_cast<double>(written) / seconds, rows, at_the_end.c_str());
  std::printf("p99 is %.1f times that at rest; wanted: at most %.0f times\n", times, k_times_wanted);
  return calm && times <= k_times_wanted ? 0 : 1;
}
