#include "app/listed_rows_test.h"

#include <fstream>
#include <sstream>

#include "base/check.h"
#include "base/csv.h"
#include "synth/wrong_feeds.h"

namespace laoyou::app {
namespace {

/// "1" by "1=男|2=女" is "男".
std::string by_codes(const std::string& text, const std::string& codes) {
  std::istringstream pairs(codes);
  for (std::string pair; std::getline(pairs, pair, '|');)
    if (const std::size_t equals = pair.find('='); pair.substr(0, equals) == text) return pair.substr(equals + 1);
  return text;
}

std::string as_register(const DeclaredColumn& column, std::string text) {
  if (text.empty()) return text;
  if (column.day_form == "eight_digits") return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
  return by_codes(text, column.codes);
}

/// Feed and line to what stands in the truth beside it.
std::map<std::pair<std::string, int>, std::vector<std::string>> truths_of(const std::filesystem::path& path) {
  std::map<std::pair<std::string, int>, std::vector<std::string>> truths;
  const auto rows = cells_of_file(path);
  for (std::size_t i = 1; i < rows.size(); ++i) truths[{rows[i][0], std::stoi(rows[i][1])}] = rows[i];
  return truths;
}

}  // namespace

std::vector<std::vector<std::string>> cells_of_file(const std::filesystem::path& path, std::vector<int>* lines) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  std::vector<std::vector<std::string>> rows;
  const auto read = read_csv(text.str());
  CHECK(read);
  for (const CsvRow& row : *read) {
    rows.emplace_back();
    for (const auto& cell : row) rows.back().push_back(cell.text);
    if (lines != nullptr) lines->push_back(row.front().line);
  }
  return rows;
}

DeclaredFeeds DeclaredFeeds::national() {
  DeclaredFeeds declared;
  const auto columns = cells_of_file("plans/national/feeds/columns.csv"), feeds = cells_of_file("plans/national/feeds/feeds.csv");
  for (std::size_t i = 1; i < columns.size(); ++i) declared.columns.push_back({columns[i][0], columns[i][1], columns[i][2], std::stoi(columns[i][3]), columns[i][4], columns[i][5]});
  constexpr std::size_t k_key = 8;
  CHECK(feeds[0][k_key] == "key");
  for (std::size_t i = 1; i < feeds.size(); ++i) declared.key_headers[feeds[i][0]] = feeds[i][k_key];
  return declared;
}

int DeclaredFeeds::trust(const std::string& feed, const std::string& field) const {
  int otherwise = 0;
  for (const DeclaredColumn& column : columns) {
    if (column.feed == feed && column.field == field) return column.trust;
    if (column.feed == feed && column.field == "*") otherwise = column.trust;
  }
  return otherwise;
}

std::vector<ListedRow> listed_rows(const std::filesystem::path& folder, const DeclaredFeeds& declared) {
  const auto truths = truths_of(folder / "feeds.truth.csv");
  std::vector<ListedRow> listed;
  for (const std::string feed : synth::WrongFeeds::k_feeds) {
    std::vector<int> lines;
    const auto rows = cells_of_file(folder / (feed + ".csv"), &lines);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      ListedRow row{feed, lines[i], "", {}, 0, "", ""};
      for (std::size_t at = 0; at < rows[i].size(); ++at)
        for (const DeclaredColumn& column : declared.columns) {
          if (column.feed != feed || column.header != rows[0][at] || rows[i][at].empty()) continue;
          if (column.header == declared.key_headers.at(feed)) row.key = rows[i][at];
          if (!column.field.empty()) row.said[column.field] = as_register(column, rows[i][at]);
        }
      const auto& truth = truths.at({feed, row.line});
      if (!truth[2].empty()) row.person = std::stoll(truth[2]);
      row.mistakes = truth[3];
      row.true_number = truth[4];
      listed.push_back(std::move(row));
    }
  }
  return listed;
}

}  // namespace laoyou::app
