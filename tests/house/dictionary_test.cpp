// A described field without a row in dictionary.csv, or a row without a field, is found here, not by whoever asks for the record first.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/csv.h"
#include "source_tree.h"

namespace laoyou::house {
namespace {

using Field = std::pair<std::string, std::string>;

bool is_test(const std::string& path) { return path.find("_test.") != std::string::npos; }

/// The fields of every LAOYOU_RECORD and the values of every LAOYOU_ENUM of the program.
std::set<Field> described() {
  std::set<Field> fields;
  for (const SourceFile& file : source_files({"src"}, {".h", ".cpp"})) {
    if (is_test(file.path) || file.path == "src/record/describe.h") continue;
    for (std::string list : found(file.text, R"rx(LAOYOU_(?:RECORD|ENUM)\(\w+,\s*("[^)]*)\))rx")) {
      std::replace_if(list.begin(), list.end(), [](char c) { return c == ',' || c == '"'; }, ' ');
      std::istringstream words(list);
      std::string record, field;
      words >> record;
      while (words >> field) fields.insert({record, field});
    }
  }
  return fields;
}

/// The rows that tests add for records of their own.
std::set<Field> rows_of_tests() {
  std::set<Field> all;
  for (const SourceFile& file : source_files({"src"}, {".h", ".cpp"})) {
    if (file.text.find("extend_dictionary(") == std::string::npos) continue;
    for (const std::string& row : found(file.text, R"rx((?:^|\n|")((?:\w+|\*),\w+),)rx")) {
      const std::size_t comma = row.find(',');
      all.insert({row.substr(0, comma), row.substr(comma + 1)});
    }
  }
  return all;
}

std::set<Field> rows() {
  std::set<Field> all;
  const auto cells = read_csv(file_text("dictionary.csv")).value();
  for (std::size_t i = 1; i < cells.size(); ++i) {
    EXPECT_EQ(cells[i].size(), 8u) << "dictionary.csv:" << cells[i][0].line;
    if (cells[i].size() >= 2 && !all.insert({cells[i][0].text, cells[i][1].text}).second)
      ADD_FAILURE() << "dictionary.csv:" << cells[i][0].line << " stands twice: " << cells[i][0].text << "," << cells[i][1].text;
  }
  return all;
}

TEST(Dictionary, EveryDescribedFieldHasARow) {
  auto known = rows();
  known.merge(rows_of_tests());
  for (const auto& [record, field] : described())
    EXPECT_TRUE(known.contains({record, field}) || known.contains({"*", field})) << record << "," << field;
}

TEST(Dictionary, EveryRowIsOfADescribedField) {
  const auto fields = described();
  const auto known = rows();
  for (const auto& [record, field] : known) {
    const bool used = record == "*" ? std::any_of(fields.begin(), fields.end(),
                                                  [&, f = field](const Field& each) { return each.second == f && !known.contains(each); })
                         : field == "*" ? std::any_of(fields.begin(), fields.end(), [&, r = record](const Field& each) { return each.first == r; })
                                     : fields.contains({record, field});
    EXPECT_TRUE(used) << record << "," << field;
  }
}

// A visitor's "name" or a complaint's "content" in a new record must not be public because another record's is: of a record with id and region,
// as every stored one is, each field has a row of its own that states its class, or the record states one for all ("record,*").
TEST(Dictionary, NoWildcardDecidesWhoMaySeeAFieldOfAStoredRecord) {
  const auto fields = described();
  std::set<Field> stated = rows_of_tests();
  const auto cells = read_csv(file_text("dictionary.csv")).value();
  for (const auto& row : cells)
    if (row.size() == 8 && !row[6].text.empty()) stated.insert({row[0].text, row[1].text});
  std::size_t records = 0;
  for (const auto& [record, field] : fields) {
    if (!fields.contains({record, "id"}) || !fields.contains({record, "region"})) continue;
    records += field == "id" ? 1 : 0;
    EXPECT_TRUE(stated.contains({record, field}) || stated.contains({record, "*"}) || record.starts_with("test_")) << record << "," << field;
  }
  EXPECT_GT(records, 15u);
}

}  // namespace
}  // namespace laoyou::house
