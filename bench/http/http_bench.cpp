// How much of raw Beast's speed is left when a request is limited, routed, authenticated, checked, answered as JSON, counted and logged: the
// real program with the demonstration's data against thirteen bytes of text, in one run. wrk asks over kept connections without a pause.
//
// What is compared is the CPU time of the server's process for each request: it hardly depends on what else the machine does. The best of
// the rounds counts. "Made anew" is a page asked right after a reported value has changed, when nothing that was kept holds any more.
// Usage: http_bench PROGRAM PLANS [ROUNDS] [SECONDS]
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

#include "raw_server.h"
#include "real_server.h"

namespace {

using laoyou::bench::RealServer;

constexpr double k_share_wanted_percent = 15;
constexpr const char* k_typical = "readings, 20 rows";

/// One thing to be measured.
struct Subject {
  std::string name;
  pid_t process;
  std::uint16_t port;
  std::string target;
  std::string fields;  ///< further arguments of wrk
};

struct Measured {
  double cpu_us = 0;  ///< of the server, for each request
  double requests_s = 0;
  double bytes = 0;   ///< of an answer, head and body
  std::string p99;
};

std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string text;
  char piece[512];
  while (std::fgets(piece, sizeof piece, pipe) != nullptr) text += piece;
  ::pclose(pipe);
  return text;
}

std::string found(const std::string& text, const char* pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match[1].str() : std::string();
}

/// CPU time a process has used so far.
double used_us(pid_t process) {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) std::abort();
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// "1.50MB" in bytes.
double bytes_of(const std::string& text) {
  const double unit = text.find("GB") != std::string::npos ? 1 << 30 : text.find("MB") != std::string::npos ? 1 << 20 : text.find("KB") != std::string::npos ? 1 << 10 : 1;
  return std::atof(text.c_str()) * unit;
}

Measured measure(const Subject& subject, int duration_s) {
  const double before_us = used_us(subject.process);
  const std::string text = output_of("wrk -t1 -c64 -d" + std::to_string(duration_s) + "s --latency" + subject.fields + " 'http://127.0.0.1:" +
                                     std::to_string(subject.port) + subject.target + "' 2>&1");
  const double spent_us = used_us(subject.process) - before_us;
  const double requests = std::atof(found(text, R"((\d+) requests in)").c_str());
  if (requests == 0 || !found(text, "(Non-2xx or 3xx)").empty()) {
    std::printf("%s", text.c_str());
    std::exit(1);
  }
  return {spent_us / requests, std::atof(found(text, R"(Requests/sec:\s+([\d.]+))").c_str()), bytes_of(found(text, R"(requests in [^,]+, (\S+) read)")) / requests,
          found(text, R"(99%\s+(\S+))")};
}

/// CPU time of one answer to `target` right after a value was corrected; the mean of `times`.
double made_anew_us(RealServer& server, const std::string& target, int times) {
  const auto first = boost::json::parse(server.ask("GET", "/api/readings?page_rows=1").body).at("rows").at(0);
  const std::string id = first.at("id").as_string().c_str();
  double spent_us = 0;
  for (int i = 0; i < times; ++i) {
    server.ask("PUT", "/api/readings/" + id, R"({"value":)" + std::to_string(i) + R"(,"source":"bench"})");
    ::usleep(2000);  // whatever the writer has yet to do belongs to the change
    const double before_us = used_us(server.process());
    server.ask("GET", target);
    spent_us += used_us(server.process()) - before_us;
  }
  return spent_us / times;
}

/// The yardstick in a process of its own; its port.
std::pair<pid_t, std::uint16_t> start_raw() {
  int ready[2];
  if (::pipe(ready) != 0) std::abort();
  const pid_t process = ::fork();
  if (process == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // whatever ends the bench ends the server
    laoyou::bench::run_raw_server(ready[1]);
    std::_Exit(0);
  }
  std::uint16_t port = 0;
  if (::read(ready[0], &port, sizeof port) != sizeof port) std::abort();
  return {process, port};
}

void print(const std::vector<Subject>& subjects, const std::vector<Measured>& best) {
  std::printf("%-28s %14s %12s %10s %10s %8s\n", "", "CPU us/request", "requests/s", "p99", "bytes", "of raw");
  for (std::size_t i = 0; i < subjects.size(); ++i)
    std::printf("%-28s %14.1f %12.0f %10s %10.0f %7.0f%%\n", subjects[i].name.c_str(), best[i].cpu_us, best[i].requests_s, best[i].p99.c_str(), best[i].bytes,
                100 * best[0].cpu_us / best[i].cpu_us);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: http_bench PROGRAM PLANS [ROUNDS] [SECONDS]\n");
    return 2;
  }
  const int rounds = count > 3 ? std::atoi(arguments[3]) : 3;
  const int duration_s = count > 4 ? std::atoi(arguments[4]) : 3;
  const auto [raw, raw_port] = start_raw();
  RealServer real(arguments[1], arguments[2]);
  const std::string signed_in = " -H 'Cookie: " + real.cookie() + "'", zipped = signed_in + " -H 'Accept-Encoding: gzip'";
  const std::string readings = "/api/readings?page_rows=20", indicators = "/api/plans/karamay/indicators";
  std::vector<Subject> subjects{{"raw Beast, plaintext", raw, raw_port, "/", ""}};
  const auto add = [&, process = real.process()](const char* name, const std::string& target, const std::string& fields) {
    subjects.push_back({name, process, real.port(), target, fields});
  };
  add("health", "/health", "");
  add("plan head", "/api/plans/karamay", signed_in);
  add(k_typical, readings, signed_in);
  add("readings, 20 rows, gzip", readings, zipped);
  add("tasks", "/api/plans/karamay/tasks", signed_in);
  add("indicators", indicators, signed_in);
  add("indicators, gzip", indicators, zipped);
  std::vector<Measured> best(subjects.size());
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const Measured now = measure(subjects[i], duration_s);
      if (round == 0 || now.cpu_us < best[i].cpu_us) best[i] = now;
    }
  print(subjects, best);
  constexpr int k_changes = 200;
  std::printf("%-28s %14.1f\n%-28s %14.1f\n", "readings, made anew", made_anew_us(real, readings, k_changes), "indicators, made anew", made_anew_us(real, indicators, k_changes));
  ::kill(raw, SIGTERM);
  ::waitpid(raw, nullptr, 0);
  double share_percent = 0;
  for (std::size_t i = 0; i < subjects.size(); ++i)
    if (subjects[i].name == k_typical) share_percent = 100 * best[0].cpu_us / best[i].cpu_us;
  std::printf("a typical page (%s) runs at %.0f %% of raw Beast plaintext; wanted: %.0f %%\n", k_typical, share_percent, k_share_wanted_percent);
  return share_percent >= k_share_wanted_percent ? 0 : 1;
}
