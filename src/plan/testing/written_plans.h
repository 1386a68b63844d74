// Plan folders written from one readable text: "-- folder/file" begins a file, "-- gone folder/file" leaves one out.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::plan {

using Files = std::map<std::string, std::string>;  ///< path to content

/// "\xFF" stands for that byte.
inline std::string with_bytes(std::string text) {
  constexpr std::string_view k_mark = "\\xFF";
  for (std::size_t found; (found = text.find(k_mark)) != std::string::npos;) text.replace(found, k_mark.size(), "\xFF");
  return text;
}

/// The whole of a file of the repository.
inline std::string text_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  CHECK(in.is_open());  // tests run from the repository's folder
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// The files that a text gives, put over `files`.
inline Files with_files(Files files, std::string_view text) {
  constexpr std::string_view k_gone = "gone ";
  std::istringstream lines{std::string(text)};
  std::string* content = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("-- ")) {
      if (content != nullptr && !(line.empty() && lines.peek() == EOF)) *content += with_bytes(line) + "\n";
      continue;
    }
    const std::string name = line.substr(3);
    content = nullptr;
    if (name.starts_with(k_gone))
      CHECK(files.erase(name.substr(k_gone.size())) == 1);
    else
      content = &(files[name] = "");
  }
  return files;
}

/// The plan of tests/plans/town.txt: folders country and town.
inline Files town_files() { return with_files({}, text_of_file("tests/plans/town.txt")); }

/// Files in a directory of their own.
class WrittenPlans {
 public:
  explicit WrittenPlans(const Files& files) { write(files); }

  void write(const Files& files);
  std::filesystem::path path() const { return directory_.path(); }
  std::filesystem::path path(std::string_view folder) const { return directory_.path() / folder; }
  /// "town/tasks.csv:2:1: plan.no_lead 1" for each refusal; paths within the directory.
  std::vector<std::string> said(const Refusals& refusals) const;

 private:
  store::TemporaryDirectory directory_;
};

inline void WrittenPlans::write(const Files& files) {
  for (const auto& entry : std::filesystem::directory_iterator(path())) std::filesystem::remove_all(entry.path());
  for (const auto& [name, content] : files) {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
  }
}

inline std::vector<std::string> WrittenPlans::said(const Refusals& refusals) const {
  const std::string root = path().string() + "/";
  std::vector<std::string> lines;
  for (const Refusal& refusal : refusals) {
    std::string line = refusal.place + ": " + refusal.code;
    for (const std::string& word : refusal.words)
      if (!word.empty()) line += " " + word;
    for (std::size_t found; (found = line.find(root)) != std::string::npos;) line.erase(found, root.size());
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace laoyou::plan
