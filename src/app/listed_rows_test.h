// The rows of made-up lists of other offices as the register would write them, each with what is true of it; and how far the feeds are believed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace laoyou::app {

/// A column of a feed as its plan declares it.
struct DeclaredColumn {
  std::string feed, header, field;
  int trust = 0;
  std::string day_form, codes;
};

/// What the national feeds declare (plans/national/feeds).
struct DeclaredFeeds {
  std::vector<DeclaredColumn> columns;
  std::map<std::string, std::string> key_headers;  ///< by feed

  static DeclaredFeeds national();
  int trust(const std::string& feed, const std::string& field) const;
};

struct ListedRow {
  std::string feed;
  int line = 0;
  std::string key;                          ///< by which they know the person; may be empty
  std::map<std::string, std::string> said;  ///< by field of the register; nothing that is empty
  std::int64_t person = 0;                  ///< of the city; 0: who is not in it
  std::string mistakes, true_number;
};

/// Of the lists that write_wrong_lists() left in the folder, in their order.
std::vector<ListedRow> listed_rows(const std::filesystem::path& folder, const DeclaredFeeds& declared);

/// The cells of a file, row by row; `lines` gets the line of each.
std::vector<std::vector<std::string>> cells_of_file(const std::filesystem::path& path, std::vector<int>* lines = nullptr);

}  // namespace laoyou::app
