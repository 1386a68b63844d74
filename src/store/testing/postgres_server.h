// A PostgreSQL server of a test's own: its files in a directory that goes with it, reached through a socket there, ended with the test.
#pragma once

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <initializer_list>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <postgresql/libpq-fe.h>

#include "store/testing/temporary_directory.h"

namespace laoyou::store {

class PostgresServer {
 public:
  /// Tests need no flushed disk; a bench does.
  enum class Flush { never, always };

  explicit PostgresServer(Flush flush = Flush::never) : flush_(flush) {
    if (::geteuid() == 0) CHECK(::chown(directory_.path().c_str(), user()->pw_uid, user()->pw_gid) == 0);
    const pid_t made = run({program("initdb"), "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"});
    int status = 0;
    CHECK(::waitpid(made, &status, 0) == made && status == 0);
    start();
  }
  ~PostgresServer() { stop(SIGINT); }

  /// Returns when the server answers.
  void start() {
    CHECK(process_ == 0);
    process_ = run({program("postgres"), "-D", data(), "-k", directory_.path().string(), "-c", "listen_addresses=", "-c",
                    flush_ == Flush::always ? "fsync=on" : "fsync=off", "-c", "max_connections=60", "-c", "logging_collector=off"});
    constexpr int k_attempts = 600;
    for (int attempt = 0; PQping(url("").c_str()) != PQPING_OK; ++attempt) {
      CHECK(attempt < k_attempts);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
  /// SIGINT ends it in order, SIGQUIT like a power cut; returns when it has ended.
  void stop(int signal) {
    if (process_ == 0) return;
    ::kill(process_, signal);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  /// Address of a schema of this server; empty: the server's default.
  std::string url(const std::string& schema) const {
    const std::string server = "postgresql:///postgres?user=postgres&host=" + directory_.path().string();
    return schema.empty() ? server : server + "&options=-csearch_path%3D" + schema;
  }
  /// Address of a new, empty schema.
  std::string new_schema() {
    const std::string name = "test" + std::to_string(++schemas_);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url("").c_str()), &PQfinish);
    PGresult* answer = PQexec(connection.get(), ("create schema " + name).c_str());
    const bool made = PQresultStatus(answer) == PGRES_COMMAND_OK;
    PQclear(answer);
    CHECK(made);
    return url(name);
  }

  /// The server that all tests of a program share.
  static PostgresServer& shared() {
    static PostgresServer server;
    return server;
  }

 private:
  static const passwd* user() {
    const passwd* found = ::getpwnam("postgres");
    CHECK(found != nullptr);
    return found;
  }
  static std::string program(const std::string& name) { return "/usr/lib/postgresql/15/bin/" + name; }
  std::string data() const { return (directory_.path() / "data").string(); }

  /// Starts a program, as user postgres where we are root, since it refuses root; it ends with us.
  pid_t run(const std::vector<std::string>& words) {
    const passwd* postgres = ::geteuid() == 0 ? user() : nullptr;
    const pid_t child = ::fork();
    CHECK(child >= 0);
    if (child > 0) return child;
    if (postgres != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(postgres->pw_gid) != 0 || ::setuid(postgres->pw_uid) != 0)) ::_exit(1);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::freopen((directory_.path() / "log").c_str(), "a", stdout) == nullptr || ::dup2(1, 2) < 0 || ::chdir("/") != 0) ::_exit(1);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(1);
  }

  Flush flush_;
  TemporaryDirectory directory_;
  pid_t process_ = 0;
  int schemas_ = 0;
};

}  // namespace laoyou::store
