// Rules of the house that hold for every source file: size, names, and the arrows between rooms.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "source_tree.h"

namespace laoyou::house {
namespace {

const std::set<std::string> k_endings{".cpp", ".h", ".ts", ".vue", ".mjs", ".css", ".cmake", ".sql", ".py"};
const std::vector<std::string> k_folders{"src", "tests", "bench", "web", "cmake", "regions"};

const std::vector<SourceFile>& everything() {
  static const std::vector<SourceFile> files = source_files(k_folders, k_endings);
  return files;
}

TEST(House, TheTestRunsWhereTheSourcesAre) { ASSERT_GT(everything().size(), 50u) << "run from the root of the repository"; }

TEST(House, NoFileIsLongerThanSixHundredLines) {
  for (const SourceFile& file : everything()) EXPECT_LE(std::count(file.text.begin(), file.text.end(), '\n'), 600) << file.path;
}

TEST(House, EveryFileIsNamedAfterWhatItHolds) {
  for (const SourceFile& file : everything()) {
    const std::string stem = std::filesystem::path(file.path).filename().string();
    for (const char* nothing : {"util", "helper", "misc", "common.", "stuff"}) EXPECT_EQ(stem.find(nothing), std::string::npos) << file.path;
  }
}

TEST(House, NothingIsLeftForLater) {
  for (const SourceFile& file : everything())
    for (const char* mark : {"TO" "DO", "FIX" "ME"}) EXPECT_EQ(file.text.find(mark), std::string::npos) << file.path << " says " << mark;
}

TEST(House, EverySourceFileStandsInARoom) {
  const auto all = rooms();
  for (const SourceFile& file : source_files({"src"}, {".cpp", ".h"})) EXPECT_NE(room_of(all, file.path.substr(4)), "") << file.path;
}

TEST(House, ArrowsBetweenRoomsPointDownOnly) {
  const auto all = rooms();
  for (const auto& [name, room] : all) EXPECT_FALSE(room.uses.contains(name)) << name << " uses itself in a circle";
  for (const SourceFile& file : source_files({"src"}, {".cpp", ".h"})) {
    const std::string own = room_of(all, file.path.substr(4));
    if (own.empty()) continue;
    for (const std::string& included : found(file.text, R"rx((?:^|\n)#include "([^"]+)")rx")) {
      const std::string other = room_of(all, included);
      EXPECT_TRUE(other == own || all.at(own).uses.contains(other)) << file.path << " may not include " << included;
    }
  }
}

TEST(House, ArrowsBetweenTheFoldersOfARoomPointDownOnly) {
  const auto all = folders();
  for (const auto& [path, folder] : all) EXPECT_FALSE(folder.uses.contains(path)) << path << " uses itself in a circle";
  for (const SourceFile& file : source_files({"src"}, {".cpp", ".h"})) {
    const std::string own = room_of(all, file.path.substr(4));
    if (own.empty() || file.path.ends_with("_test.cpp")) continue;
    for (const std::string& included : found(file.text, R"rx((?:^|\n)#include "([^"]+)")rx")) {
      const std::string other = room_of(all, included);
      const bool same_room = included.starts_with(own.substr(0, own.rfind('/') + 1));
      EXPECT_TRUE(!same_room || other == own || all.at(own).uses.contains(other)) << file.path << " may not include " << included;
    }
  }
}

TEST(House, ARoomWithFoldersNamesEachOfThem) {
  std::set<std::string> parents;
  const auto all = folders();
  for (const auto& [path, folder] : all) parents.insert(path.substr(0, path.rfind('/') + 1));
  for (const SourceFile& file : source_files({"src"}, {".cpp", ".h"})) {
    const std::string path = file.path.substr(4);
    for (const std::string& parent : parents)
      if (path.starts_with(parent) && path.find('/', parent.size()) != std::string::npos)
        EXPECT_NE(room_of(all, path), "") << path << " lies in a folder without a folder(…) line in src/CMakeLists.txt";
  }
}

TEST(House, EnginesUseTheBaseAndEachOtherOnly) {
  const auto all = rooms();
  for (const auto& [name, room] : all) {
    if (!room.folder.starts_with("engines/")) continue;
    for (const std::string& used : room.uses) EXPECT_TRUE(used == "base" || all.at(used).folder.starts_with("engines/")) << name << " uses " << used;
  }
}

/// The names of the functions that these lines declare or define, outside of any other.
std::set<std::string> functions_of(const std::string& text) {
  constexpr const char* k_function = R"rx(\n(?!using |return |template|namespace |struct |class |enum )[A-Za-z_][\w:<>,&* \[\]]*[ &*]([a-z_]\w*)\()rx";
  const std::vector<std::string> names = found(text, k_function);
  return {names.begin(), names.end()};
}

// Files of a room are compiled together: an unnamed function would stand before that of the base in the files that come after it.
TEST(House, NoUnnamedFunctionBearsTheNameOfOneOfTheBase) {
  std::set<std::string> of_base;
  for (const SourceFile& file : source_files({"src/base"}, {".h"})) of_base.merge(functions_of(file.text));
  ASSERT_TRUE(of_base.contains("trimmed"));
  for (const SourceFile& file : source_files({"src"}, {".cpp"})) {
    if (file.path.starts_with("src/base/")) continue;
    const std::size_t begin = file.text.find("\nnamespace {\n"), end = file.text.find("\n}  // namespace\n");
    if (begin == std::string::npos || end == std::string::npos) continue;
    for (const std::string& name : functions_of(file.text.substr(begin, end - begin))) EXPECT_FALSE(of_base.contains(name)) << file.path << " has a " << name << "() of its own";
  }
}

}  // namespace
}  // namespace laoyou::house
