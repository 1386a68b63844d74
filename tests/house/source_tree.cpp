#include "source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace laoyou::house {
namespace {

namespace fs = std::filesystem;

bool fetched(const fs::path& folder) { return folder.filename() == "node_modules" || folder.filename() == "dist"; }

bool written_by_a_tool(const std::string& text) { return text.substr(0, 400).find("Do not edit") != std::string::npos; }

/// A room may use what the rooms it uses may use.
void close_over(std::map<std::string, Room>& rooms) {
  for (bool grew = true; grew;) {
    grew = false;
    for (auto& [name, room] : rooms)
      for (const std::string& used : std::set<std::string>(room.uses))
        for (const std::string& further : rooms[used].uses) grew = room.uses.insert(further).second || grew;
  }
}

std::set<std::string> words_after_uses(std::istream& words) {
  static const std::set<std::string> k_parts{"USES", "LIBRARIES", "ALONE", "SHARDS", "TEST_HEADER", "SINGLE"};
  std::set<std::string> uses;
  std::string word;
  for (bool taken = false; words >> word;) {
    if (k_parts.contains(word))
      taken = word == "USES";
    else if (taken)
      uses.insert(word);
  }
  return uses;
}

}  // namespace

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

std::vector<SourceFile> source_files(const std::vector<std::string>& folders, const std::set<std::string>& endings) {
  std::vector<SourceFile> files;
  for (const std::string& folder : folders) {
    if (!fs::exists(folder)) continue;
    for (auto each = fs::recursive_directory_iterator(folder); each != fs::recursive_directory_iterator(); ++each) {
      if (each->is_directory() && fetched(each->path())) each.disable_recursion_pending();
      if (!each->is_regular_file() || !endings.contains(each->path().extension().string())) continue;
      std::string text = file_text(each->path().string());
      if (!written_by_a_tool(text)) files.push_back({each->path().string(), std::move(text)});
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::map<std::string, Room> rooms() {
  std::map<std::string, Room> rooms;
  for (const std::string& line : found(file_text("src/CMakeLists.txt"), R"((?:^|\n)room\(([^)]*)\))")) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    words >> rooms[name].folder;
    rooms[name].uses = words_after_uses(words);
  }
  close_over(rooms);
  return rooms;
}

std::map<std::string, Room> folders() {
  std::map<std::string, Room> folders;
  for (const std::string& line : found(file_text("src/CMakeLists.txt"), R"((?:^|\n)folder\(([^)]*)\))")) {
    std::istringstream words(line);
    std::string path;
    words >> path;
    folders[path].folder = path;
    for (const std::string& used : words_after_uses(words)) folders[path].uses.insert(path.substr(0, path.rfind('/') + 1) + used);
  }
  close_over(folders);
  return folders;
}

std::string room_of(const std::map<std::string, Room>& rooms, std::string_view path) {
  std::string best;
  std::size_t length = 0;
  for (const auto& [name, room] : rooms)
    if (path.starts_with(room.folder + "/") && room.folder.size() > length) {
      best = name;
      length = room.folder.size();
    }
  return best;
}

std::vector<std::string> found(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> all;
  for (std::sregex_iterator each(text.begin(), text.end(), expression), end; each != end; ++each) all.push_back((*each)[1]);
  return all;
}

}  // namespace laoyou::house
