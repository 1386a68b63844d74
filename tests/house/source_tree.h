// The files of the repository as the house's rules see them; paths are relative to its root, where the test runs.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace laoyou::house {

struct SourceFile {
  std::string path;  ///< "src/base/date.h"
  std::string text;
};

/// Files that people write, below any of the folders, with one of the endings (".cpp"); what tools wrote or fetched is left out.
std::vector<SourceFile> source_files(const std::vector<std::string>& folders, const std::set<std::string>& endings);

/// The text of one file; empty when there is none.
std::string file_text(const std::string& path);

/// A room of src/CMakeLists.txt.
struct Room {
  std::string folder;          ///< below src: "engines/siting"
  std::set<std::string> uses;  ///< names of rooms, with those that these use
};

/// The rooms by name, from the lines room(name folder USES ... LIBRARIES ...).
std::map<std::string, Room> rooms();

/// The name of the room that a path below src lies in; empty when in none.
std::string room_of(const std::map<std::string, Room>& rooms, std::string_view path);

/// The folders inside rooms, by path below src ("rules/tree"), from the lines folder(path USES ...); `uses` are paths as well.
std::map<std::string, Room> folders();

/// Everything that the pattern's first group finds in the text.
std::vector<std::string> found(const std::string& text, const std::string& pattern);

}  // namespace laoyou::house
