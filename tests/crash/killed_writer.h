// A program that writes until it is killed, and what it had said by then.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include "base/check.h"
#include "base/random.h"

namespace laoyou::crash {

/// What was answered for: an id, and what was done with it.
using Promises = std::set<std::pair<std::int64_t, std::string>>;

/// One write(2) a line: what the pipe has taken survives the writer.
inline void promise(std::int64_t id, const std::string& what) {
  const std::string line = std::to_string(id) + " " + what + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
}

/// How long a writer is left alone: so many lines at most, then so long at most.
struct Patience {
  std::uint64_t lines_max = 400;
  std::uint64_t wait_us_max = 20'000;
};

/// Runs `writer DIRECTORY`, kills it with kill -9 some time after one line or more; the whole lines it has said.
inline std::string said_until_killed(const std::string& writer, const std::filesystem::path& directory, SeededRandom& random, Patience patience = {}) {
  int ends[2];
  CHECK(::pipe2(ends, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  CHECK(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(writer.c_str(), writer.c_str(), directory.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string text;
  char block[65'536];
  const std::uint64_t lines = 1 + random.below(patience.lines_max);
  const auto enough = [&] { return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) >= lines; };
  const auto read_more = [&](bool whole) {
    for (ssize_t size = 1; size > 0 && (whole || !enough());) {
      size = ::read(ends[0], block, sizeof block);
      text.append(block, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    }
  };
  read_more(false);
  CHECK(enough());
  ::usleep(static_cast<useconds_t>(random.below(patience.wait_us_max)));
  ::kill(child, SIGKILL);
  read_more(true);
  ::close(ends[0]);
  int status = 0;
  CHECK(::waitpid(child, &status, 0) == child && WIFSIGNALED(status));
  return text.substr(0, text.rfind('\n') + 1);
}

/// The same for a writer that says what it promises.
inline void write_and_kill(const std::string& writer, const std::filesystem::path& directory, SeededRandom& random, Promises& promises) {
  std::istringstream whole_lines(said_until_killed(writer, directory, random));
  std::int64_t id = 0;
  for (std::string what; whole_lines >> id >> what;) promises.emplace(id, what);
}

}  // namespace laoyou::crash
