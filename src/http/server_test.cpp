// The life of a server: full, out of descriptors, stopped, over TLS, and what it writes down.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "base/world_failure.h"
#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string k_health = "GET /health HTTP/1.1\r\nHost: t\r\n\r\n";

/// Forbids this process any further descriptor, until it goes out of scope.
class NoMoreDescriptors {
 public:
  NoMoreDescriptors() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const int lowest_free = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(lowest_free);
    rlimit now = before_;
    now.rlim_cur = static_cast<rlim_t>(lowest_free);
    ::setrlimit(RLIMIT_NOFILE, &now);
  }
  ~NoMoreDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

/// A file that is gone at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name) : path_(std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()))) {}
  ~TemporaryFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_; }
  std::vector<std::string> lines() const {
    std::ifstream in(path_);
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST(Server, WithoutDescriptorsClientsAreLetGoAndLaterOnesServed) {
  SmallTown town;
  LoopbackClient inside(town.port());  // stays, so that no descriptor becomes free
  EXPECT_EQ(inside.ask(k_health)->status, 200);
  std::vector<LoopbackClient> waiting;
  for (int index = 0; index < 5; ++index) waiting.push_back(LoopbackClient::unconnected());
  {
    const NoMoreDescriptors none;
    for (LoopbackClient& client : waiting) client.connect(town.port());
    for (LoopbackClient& client : waiting) EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(inside.ask(k_health)->status, 200);
  }
  EXPECT_EQ(LoopbackClient(town.port()).ask(k_health)->status, 200);
  EXPECT_TRUE(town.ask({"GET", "/metrics", {}, {}}).body.find("laoyou_http_accept_failures_total 0\n") == std::string::npos);
}

TEST(Server, OverTheCapWhoWasSilentForLongestMakesRoomForWhoAsks) {
  ServerOptions options;
  options.limits.connections = 3;
  SmallTown town(options);
  std::vector<LoopbackClient> inside;
  for (int index = 0; index < 3; ++index) {
    inside.emplace_back(town.port());
    EXPECT_EQ(inside.back().ask(k_health)->status, 200);
  }
  LoopbackClient newcomer(town.port());
  EXPECT_EQ(newcomer.ask(k_health)->status, 200);
  EXPECT_TRUE(inside.front().is_closed());
  EXPECT_EQ(inside.back().ask(k_health)->status, 200);
}

TEST(Server, WhoIsBeingAnsweredIsAnsweredThoughTheirPlaceHasGone) {
  ServerOptions options;
  options.limits.connections = 1;
  SmallTown town(options);
  std::promise<std::function<void(int)>> asked;
  town.state().later = [&](std::function<void(int)> done) { asked.set_value(std::move(done)); };
  LoopbackClient waits(town.port());
  waits.send("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n");
  const std::function<void(int)> done = asked.get_future().get();
  EXPECT_EQ(LoopbackClient(town.port()).ask(k_health)->status, 200);
  done(8);
  const auto answer = waits.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->header("Connection"), "close");
  EXPECT_TRUE(waits.is_closed());
}

TEST(Server, WhereNobodyCanLeaveAFurtherClientIsTold503) {
  ServerOptions options;
  options.limits.connections = 1;
  SmallTown town(options);
  std::vector<std::promise<std::function<void(int)>>> asked(2);
  std::size_t next = 0;
  town.state().later = [&](std::function<void(int)> done) { asked[next++].set_value(std::move(done)); };
  std::vector<LoopbackClient> waiting;
  std::vector<std::function<void(int)>> done;
  for (auto& each : asked) {
    waiting.emplace_back(town.port());
    waiting.back().send("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n");
    done.push_back(each.get_future().get());
  }
  LoopbackClient outside(town.port());
  const auto refused = outside.receive();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_EQ(refused->body.size(), 83u);
  EXPECT_NO_THROW(boost::json::parse(refused->body));
  EXPECT_TRUE(outside.is_closed());
  for (const auto& each : done) each(8);
  for (LoopbackClient& client : waiting) EXPECT_EQ(client.receive()->status, 200);
}

TEST(Server, StoppingFinishesWhatHasBegunAndTakesNothingNew) {
  SmallTown town;
  std::promise<std::function<void(int)>> asked;
  town.state().later = [&](std::function<void(int)> done) { asked.set_value(std::move(done)); };
  LoopbackClient idle(town.port());
  EXPECT_EQ(idle.ask(k_health)->status, 200);
  LoopbackClient busy(town.port());
  busy.send("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n" + k_health);
  const std::function<void(int)> done = asked.get_future().get();
  town.server().stop();
  EXPECT_TRUE(idle.is_closed());
  EXPECT_THROW(LoopbackClient(town.port()).ask(k_health).value(), std::exception);
  done(8);
  const auto answer = busy.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->header("Connection"), "close");
  EXPECT_TRUE(busy.is_closed());
  town.server().wait();
}

TEST(Server, ATerminationSignalIsAWishToStop) {
  ServerOptions options;
  options.stop_on_signals = true;
  SmallTown town(options);
  EXPECT_EQ(LoopbackClient(town.port()).ask(k_health)->status, 200);
  std::raise(SIGTERM);
  town.server().wait();
}

TEST(Server, WhatDoesNotEndByItselfIsCutWhenTheTimeToDrainIsOver) {
  ServerOptions options = hasty_options();
  options.limits.draining_time = Limits::Time(50);
  options.limits.answering_time = Limits::Time(3'600'000);
  options.limits.request_time = options.limits.header_time = Limits::Time(3'600'000);
  SmallTown town(options);
  std::promise<void> asked;
  town.state().later = [&](std::function<void(int)>) { asked.set_value(); };
  LoopbackClient waiting(town.port());
  waiting.send("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n");
  LoopbackClient half(town.port());
  half.send("GET /hea");
  asked.get_future().wait();
  town.stop();
  EXPECT_FALSE(half.receive());
}

TEST(Server, APortInUseIsAFailureOfTheWorldThatNamesIt) {
  SmallTown town;
  ServerOptions options;
  options.port = town.port();
  try {
    SmallTown second(options);
    FAIL() << "two servers on one port";
  } catch (const WorldFailure& failure) {
    EXPECT_EQ(failure.code(), "http.port_taken");
    EXPECT_THAT(failure.what(), HasSubstr("127.0.0.1:" + std::to_string(town.port())));
  }
}

/// Whether the line of that request comes to stand in the file: lines are written apart from answers, now and then.
bool comes_to_stand_in(const TemporaryFile& file, const std::string& request_id) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (std::chrono::steady_clock::now() < patience) {
    for (const std::string& line : file.lines())
      if (line.find(request_id) != std::string::npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

TEST(Server, ALineStandsInTheLogWhileTheServerRuns) {
  const TemporaryFile file("laoyou_http_log_running");
  SmallTown town(hasty_options(), LogTarget::file, file.path());
  EXPECT_TRUE(comes_to_stand_in(file, std::string(town.ask({"GET", "/health", {}, {}}).header("X-Request-Id"))));
}

TEST(Server, AHangUpBeginsTheLogAnewAfterItWasMovedAway) {
  const TemporaryFile file("laoyou_http_log_now"), moved("laoyou_http_log_moved");
  ServerOptions options = hasty_options();
  options.stop_on_signals = true;
  SmallTown town(options, LogTarget::file, file.path());
  const std::string before(town.ask({"GET", "/health", {}, {}}).header("X-Request-Id"));
  EXPECT_TRUE(comes_to_stand_in(file, before));
  std::filesystem::rename(file.path(), moved.path());
  std::raise(SIGHUP);
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!std::filesystem::exists(file.path()) && std::chrono::steady_clock::now() < patience) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_TRUE(comes_to_stand_in(file, std::string(town.ask({"GET", "/health", {}, {}}).header("X-Request-Id"))));
  EXPECT_TRUE(comes_to_stand_in(moved, before));
}

TEST(Server, TheLogHasOneJsonLineForEachRequestAndNoPersonInIt) {
  const TemporaryFile file("laoyou_http_log");
  std::string id;
  {
    SmallTown town({}, LogTarget::file, file.path());
    id = town.ask({"PUT", "/api/named/13800001234", {{"Cookie", "laoyou_session=verysecret"}}, {}}).header("X-Request-Id");
    town.ask({"GET", "/api/unknown-failure?x=13800001234", {}, {}});
    town.ask({"GET", "/api/unknown-failure", {}, {}});
    town.ask({"SECRET13800001234", "/api/nowhere/13800001234", {}, {}});
  }
  int requests = 0;
  for (const std::string& line : file.lines()) {
    const boost::json::value json = boost::json::parse(line);
    EXPECT_TRUE(json.as_object().contains("at")) << line;
    EXPECT_THAT(line, Not(HasSubstr("1380000")));
    EXPECT_THAT(line, Not(HasSubstr("verysecret")));
    requests += json.at("event").as_string() == "request";
    if (line.find(id) != std::string::npos) {
      EXPECT_EQ(json.at("route").as_string(), "/api/named/{name}");
      EXPECT_EQ(json.at("status").as_int64(), 200);
      EXPECT_EQ(json.at("method").as_string(), "PUT");
    }
  }
  EXPECT_EQ(requests, 4);
}

}  // namespace laoyou::http
