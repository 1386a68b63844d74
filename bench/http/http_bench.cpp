// How much of raw Beast's speed is left when a request is limited, routed, authenticated, checked, answered as JSON, counted and logged.
// Both servers run one thread each, in processes of their own, one after the other within a round; wrk asks over 64 kept connections.
// CPU time of the server's process (getrusage) is what is compared: it hardly depends on what else the machine does. The best of the
// rounds counts. Usage: http_bench [ROUNDS] [SECONDS]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <regex>
#include <string>
#include <vector>

#include "page_server.h"
#include "raw_server.h"

namespace {

constexpr const char* k_cookie = " -H 'Cookie: laoyou_session=0123456789abcdef0123456789abcdef'";
constexpr const char* k_page = "/api/plans/karamay/indicators?region=650203000000&group=elderly";

/// One thing to be measured.
struct Subject {
  std::string name;
  void (*serve)(int ready);
  std::string target;
  std::string fields;  ///< further arguments of wrk
};

struct Measured {
  double cpu_us = 0;       ///< of the server, for each request
  double requests_s = 0;
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

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

/// Starts the server in a process of its own, has wrk ask it, ends it, and reads what it has used.
Measured measure(const Subject& subject, int duration_s) {
  int ready[2];
  if (::pipe(ready) != 0) std::abort();
  const pid_t server = ::fork();
  if (server == 0) {
    subject.serve(ready[1]);
    std::exit(0);
  }
  std::uint16_t port = 0;
  if (::read(ready[0], &port, sizeof port) != sizeof port) std::abort();
  const std::string text = output_of("wrk -t1 -c64 -d" + std::to_string(duration_s) + "s --latency" + subject.fields + " 'http://127.0.0.1:" + std::to_string(port) + subject.target + "' 2>&1");
  ::kill(server, SIGTERM);
  int status = 0;
  rusage used{};
  ::wait4(server, &status, 0, &used);
  ::close(ready[0]);
  ::close(ready[1]);
  const double requests = std::atof(found(text, R"((\d+) requests in)").c_str());
  if (requests == 0 || !found(text, "(Non-2xx or 3xx)").empty()) {
    std::printf("%s", text.c_str());
    std::exit(1);
  }
  Measured measured;
  measured.cpu_us = (seconds(used.ru_utime) + seconds(used.ru_stime)) / requests * 1e6;
  measured.requests_s = std::atof(found(text, R"(Requests/sec:\s+([\d.]+))").c_str());
  measured.p99 = found(text, R"(99%\s+(\S+))");
  return measured;
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 3;
  const int duration_s = count > 2 ? std::atoi(arguments[2]) : 4;
  const std::vector<Subject> subjects{{"raw Beast, plaintext", laoyou::bench::run_raw_server, "/", ""},
                                      {"laoyou, /health", laoyou::bench::run_page_server, "/health", ""},
                                      {"laoyou, typical page", laoyou::bench::run_page_server, k_page, k_cookie},
                                      {"laoyou, typical page, gzip", laoyou::bench::run_page_server, k_page, std::string(k_cookie) + " -H 'Accept-Encoding: gzip'"}};
  std::vector<Measured> best(subjects.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t index = 0; index < subjects.size(); ++index) {
      const Measured now = measure(subjects[index], duration_s);
      if (round == 0 || now.cpu_us < best[index].cpu_us) best[index] = now;
    }
  }
  std::printf("%-30s %14s %12s %10s %12s\n", "", "CPU us/request", "requests/s", "p99", "of raw");
  for (std::size_t index = 0; index < subjects.size(); ++index) {
    std::printf("%-30s %14.1f %12.0f %10s %11.0f%%\n", subjects[index].name.c_str(), best[index].cpu_us, best[index].requests_s, best[index].p99.c_str(),
                100 * best[0].cpu_us / best[index].cpu_us);
  }
  return 0;
}
