// Runs a command over the engines on files of a test's own.
#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "app/command.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::app {

/// A folder with files, in which commands run.
class CommandRun {
 public:
  /// Writes a file and gives back its path.
  std::string file(const std::string& name, std::string_view text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string text_of(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }

  struct Ended {
    int exit_code = 0;
    std::string out, err;
    boost::json::object json() const { return boost::json::parse(out).as_object(); }
  };
  static Ended run(Command command, const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    std::istringstream in;
    std::ostringstream out, err;
    const int code = command(views, in, out, err);
    return {code, out.str(), err.str()};
  }

 private:
  store::TemporaryDirectory folder_;
};

}  // namespace laoyou::app
