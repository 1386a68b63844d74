// What photographs cost: many of 2 MB from 16 connections into the program on SQLite, as a county runs it. The program is killed with kill -9 while
// the last tenth arrives; then a backup is made, verified, restored elsewhere, and every photograph that was answered for is asked for again.
//
//   files_bench PROGRAM PLANS [PHOTOGRAPHS]
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

#include "files/samples_test.h"
#include "http/testing/loopback_client.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;

constexpr int k_connections = 16, k_of_one_record = 40;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "files_bench: %s\n", what.c_str());
  std::exit(1);
}

void run(const std::string& command) {
  const auto begun = std::chrono::steady_clock::now();
  if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) fail("cannot run: " + command);
  std::printf("  %6.1f s  %s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(), command.c_str());
}

/// The program at work on a data directory.
class Server {
 public:
  Server(const std::string& program, const std::string& plans, const std::filesystem::path& data) {
    int out[2];
    if (::pipe(out) != 0) fail("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::dup2(out[1], STDOUT_FILENO);
      ::execl(program.c_str(), program.c_str(), "serve", "--data", data.c_str(), "--plan", plans.c_str(), "--port", "0", "--log", (data / "log").c_str(), nullptr);
      std::_Exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char byte = 0; ::read(out[0], &byte, 1) == 1 && byte != '\n';) line += byte;
    ::close(out[0]);
    const std::size_t place = line.find("127.0.0.1:");
    if (place == std::string::npos) fail("no port in: " + line);
    port = static_cast<std::uint16_t>(std::atoi(line.c_str() + place + 10));
    sign_in();
  }
  ~Server() { end(SIGTERM); }
  void end(int signal) {
    if (process_ == 0) return;
    ::kill(process_, signal);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  /// "VmRSS" or "VmHWM", in MB.
  long memory_mb(const std::string& which) const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with(which + ":")) return std::atol(line.c_str() + which.size() + 1) / 1024;
    return 0;
  }
  std::string request(const std::string& method, const std::string& target, std::string body, const std::string& type = "application/octet-stream") const {
    return http::request_text({method, target, {{"Cookie", cookie_}, {"X-CSRF-Token", token_}, {"Content-Type", type}}, std::move(body)});
  }

  std::uint16_t port = 0;

 private:
  void sign_in() {
    const http::ClientAnswer answer =
        http::ask_once(port, {"POST", "/api/accounts/sign-in", {{"Content-Type", "application/json"}}, R"({"name":"karamay","password":"laoyou-demo-2026"})"});
    if (answer.status != 200) fail("sign-in: " + answer.body);
    const std::string field(answer.header("Set-Cookie"));
    cookie_ = field.substr(0, field.find(';'));
    token_ = boost::json::parse(answer.body).at("csrf_token").as_string().c_str();
  }
  pid_t process_ = 0;
  std::string cookie_, token_;
};

/// A photograph of about 2 MB that no other number has: its quantisation says other numbers, which changes nothing of how it is read.
class Photographs {
 public:
  Photographs() : base_(files::sample_jpeg(2400, 1800, 1, false, 96)), table_(base_.find("\xff\xdb") + 5) {}
  std::string number(int number) const {
    std::string bytes = base_;
    bytes[table_ + 60] = static_cast<char>(1 + number % 250);
    bytes[table_ + 61] = static_cast<char>(1 + number / 250);
    return bytes;
  }
  std::size_t bytes() const { return base_.size(); }

 private:
  std::string base_;
  std::size_t table_;
};

std::string new_institution(const Server& server) {
  const auto answer = http::LoopbackClient(server.port).ask(server.request("POST", "/api/institutions", R"({"region":"650203000000","name":"相册","kind":"elderly_home"})", "application/json"));
  if (!answer || answer->status != 201) fail("no institution: " + (answer ? answer->body : ""));
  return std::string(boost::json::parse(answer->body).at("row").at("id").as_string());
}

/// What was answered for: address and bytes.
using Promises = std::map<std::string, std::size_t>;

/// Sends the photographs from..to; ends early when the server goes.
Promises send(const Server& server, const Photographs& photographs, const std::vector<std::string>& records, int from, int to, std::atomic<int>& sent) {
  Promises promises;
  std::mutex mutex;
  std::atomic<int> next = from;
  std::vector<std::thread> threads;
  for (int i = 0; i < k_connections; ++i)
    threads.emplace_back([&] {
      http::LoopbackClient client(server.port);
      for (int mine = next++; mine < to; mine = next++) {
        const std::string folder = "/api/institutions/" + records[static_cast<std::size_t>(mine / k_of_one_record)] + "/files";
        try {
          const auto answer = client.ask(server.request("POST", folder + "?field=photographs&name=p" + std::to_string(mine) + ".jpg", photographs.number(mine)));
          if (!answer) return;
          if (answer->status != 200) fail(answer->body);
          const auto shown = boost::json::parse(answer->body);
          const std::lock_guard lock(mutex);
          promises[folder + "/" + std::string(shown.at("id").as_string())] = static_cast<std::size_t>(shown.at("size_bytes").as_int64());
          ++sent;
        } catch (const std::system_error&) {
          return;
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  return promises;
}

void ask_for_all(const Server& server, const Promises& promises) {
  http::LoopbackClient client(server.port);
  std::size_t found = 0;
  for (const auto& [address, bytes] : promises) {
    const auto answer = client.ask(server.request("GET", address, ""));
    if (!answer || answer->status != 200 || answer->body.size() != bytes) fail(address + " was answered for and is lost");
    ++found;
  }
  std::printf("every one of the %zu photographs that were answered for is there\n", found);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string program = argv[1], plans = argv[2];
  const int count = argc > 3 ? std::atoi(argv[3]) : 2'000;
  const store::TemporaryDirectory directory;
  const std::filesystem::path data = directory.path() / "data", restored = directory.path() / "restored", copy = directory.path() / "laoyou.backup";
  run(program + " demo --data " + data.string() + " --plan " + plans);
  const Photographs photographs;
  Promises promises;
  {
    Server server(program, plans, data);
    std::vector<std::string> records;
    for (int i = 0; i <= count / k_of_one_record; ++i) records.push_back(new_institution(server));
    std::atomic<int> sent = 0;
    const long rest_mb = server.memory_mb("VmRSS");
    const int most = count - count / 10;
    const auto begun = std::chrono::steady_clock::now();
    promises = send(server, photographs, records, 0, most / 2, sent);
    const long half_mb = server.memory_mb("VmHWM");
    promises.merge(send(server, photographs, records, most / 2, most, sent));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("%d photographs of %.1f MB from %d connections: %.0f s, %.1f a second, %.1f MB/s; memory %ld MB at rest, at most %ld MB after half of them, %ld MB after all\n", most,
                static_cast<double>(photographs.bytes()) / 1e6, k_connections, seconds, most / seconds, most * static_cast<double>(photographs.bytes()) / 1e6 / seconds, rest_mb, half_mb,
                server.memory_mb("VmHWM"));
    std::thread killer([&] {
      while (sent < most + count / 20) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      server.end(SIGKILL);
    });
    promises.merge(send(server, photographs, records, most, count, sent));
    killer.join();
  }
  std::printf("killed after %zu answers\n", promises.size());
  run(program + " backup " + copy.string() + " --data " + data.string());
  run(program + " backup verify " + copy.string());
  std::filesystem::create_directories(restored);
  run(program + " restore " + copy.string() + " --data " + restored.string());
  std::filesystem::copy(data / "laoyou.key", restored / "laoyou.key");
  run(program + " journal verify --data " + restored.string());
  std::printf("backup of %.1f GB\n", static_cast<double>(std::filesystem::file_size(copy)) / 1e9);
  Server again(program, plans, restored);
  ask_for_all(again, promises);
}
