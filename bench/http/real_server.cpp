#include "real_server.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <cstdio>
#include <cstdlib>

namespace laoyou::bench {

namespace {

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "http_bench: %s\n", what.c_str());
  std::exit(1);
}

/// Reads up to the port in the program's first line, "…http://127.0.0.1:34567/…".
std::uint16_t read_port(int out) {
  std::string text;
  char byte = 0;
  while (::read(out, &byte, 1) == 1 && byte != '\n') text += byte;
  const std::size_t place = text.find("127.0.0.1:");
  if (place == std::string::npos) fail("no port in: " + text);
  return static_cast<std::uint16_t>(std::atoi(text.c_str() + place + 10));
}

}  // namespace

RealServer::RealServer(const std::string& program, const std::string& plans) {
  std::string pattern = (std::filesystem::temp_directory_path() / "laoyou-http-bench-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) fail("no directory for data");
  data_ = pattern;
  fill(program, plans);
  start(program, plans);
  sign_in();
}

RealServer::~RealServer() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
  std::filesystem::remove_all(data_);
}

void RealServer::fill(const std::string& program, const std::string& plans) const {
  const std::string command = program + " demo --data " + data_.string() + " --plan " + plans + " >/dev/null";
  if (std::system(command.c_str()) != 0) fail("cannot run: " + command);
}

void RealServer::start(const std::string& program, const std::string& plans) {
  int out[2];
  if (::pipe(out) != 0) fail("no pipe");
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // whatever ends the bench ends the server
    ::dup2(out[1], STDOUT_FILENO);
    const std::string log = (data_ / "laoyou.log").string();
    ::execl(program.c_str(), program.c_str(), "serve", "--data", data_.c_str(), "--plan", plans.c_str(), "--port", "0", "--log", log.c_str(), nullptr);
    std::_Exit(127);
  }
  ::close(out[1]);
  port_ = read_port(out[0]);
  ::close(out[0]);
}

void RealServer::sign_in() {
  const http::ClientAnswer answer =
      http::ask_once(port_, {"POST", "/api/accounts/sign-in", {{"Content-Type", "application/json"}}, R"({"name":"karamay","password":"laoyou-demo-2026"})"});
  const std::string field(answer.header("Set-Cookie"));
  if (answer.status != 200) fail("sign-in: " + answer.body);
  cookie_ = field.substr(0, field.find(';'));
  csrf_token_ = boost::json::parse(answer.body).at("csrf_token").as_string().c_str();
  client_.emplace(port_);
}

std::string RealServer::request(const std::string& method, const std::string& target, const std::string& body) const {
  http::ClientRequest request{method, target, {{"Cookie", cookie_}}, body};
  if (method != "GET") request.headers.emplace_back("X-CSRF-Token", csrf_token_);
  if (target.find("format=csv") != std::string::npos) request.headers.emplace_back("Content-Type", "text/csv");
  return http::request_text(request);
}

http::ClientAnswer RealServer::ask(const std::string& method, const std::string& target, const std::string& body) {
  const auto answer = client_->ask(request(method, target, body));
  if (!answer || answer->status >= 300) fail(method + " " + target + ": " + (answer ? answer->body : "no answer"));
  return *answer;
}

}  // namespace laoyou::bench
