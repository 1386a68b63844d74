// A small book written as a text, for tests that show plans and what is said of them:
//
//   from 2025-01-01
//   parameter allowance 高龄津贴
//     2024-01-01: 80..89 = 50元; 90.. = 100元; else = 0元
//     2026-01-01: end
//   resident.old 高龄: age >= 80
//   total old_people: count(resident where old)
//
// Every line stands in the file "book"; a rule's or parameter's Chinese name may follow its key.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "base/messages.h"
#include "rules/tree/book.h"
#include "rules/testing/example_facts.h"
#include "rules/tree/typed_text.h"

namespace laoyou::rules::testing {

class BookText {
 public:
  explicit BookText(std::string_view text, std::string layer = "city") : layer_(std::move(layer)) {
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      if (line.find_first_not_of(' ') != std::string::npos) read(line);
    }
  }

  BookSource source;

 private:
  SourceText piece(const std::string& line, std::size_t begin, std::size_t end) const {
    while (begin < end && line[begin] == ' ') ++begin;
    while (end > begin && line[end - 1] == ' ') --end;
    int column = 1;
    for (std::size_t i = 0; i < begin; ++i) column += (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
    return {line.substr(begin, end - begin), "book", line_, column, 1};
  }

  void read(const std::string& line) {
    const auto date = [&](std::size_t from) { return Date::parse(piece(line, from, line.size()).text).value(); };
    const std::size_t colon = line.find(": ");
    if (line.starts_with("from ")) source.from = date(5);
    else if (line.starts_with("to ")) source.to = date(3);
    else if (line.starts_with("region ")) source.region = RegionCode::parse(line.substr(7)).value();
    else if (line.starts_with("parameter ")) read_parameter(line);
    else if (line.starts_with(" ")) read_value(line, colon);
    else read_rule(line, colon);
  }

  /// "key 名称" at `begin`.
  std::pair<SourceText, std::string> key_and_name(const std::string& line, std::size_t begin, std::size_t end) const {
    const std::size_t blank = std::min(line.find(' ', begin), end);
    return {piece(line, begin, blank), blank < end ? piece(line, blank, end).text : ""};
  }

  void read_parameter(const std::string& line) {
    auto [key, name] = key_and_name(line, 10, line.size());
    source.parameters.push_back({key.text, name, layer_, "clause 1", key, {}, false});
  }

  void read_value(const std::string& line, std::size_t colon) {
    const SourceText from = piece(line, 0, colon);
    DatedValueSource value{Date::parse(from.text).value(), {}, "No. " + std::to_string(line_), from};
    for (std::size_t begin = colon + 2; begin < line.size();) {
      const std::size_t end = std::min(line.find(';', begin), line.size());
      const std::size_t equals = line.find('=', begin);
      const bool table = equals < end;
      const SourceText figure = piece(line, table ? equals + 1 : begin, end);
      if (figure.text != "end") value.rows.emplace_back(table ? piece(line, begin, equals) : SourceText{"", "book", line_, 1, 1}, figure);
      begin = end + 1;
    }
    source.parameters.back().values.push_back(std::move(value));
  }

  void read_rule(const std::string& line, std::size_t colon) {
    RuleSource rule;
    const std::size_t dot = line.find('.');
    const bool total = line.starts_with("total ");
    if (!total) rule.record = line.substr(0, dot);
    std::tie(rule.place, rule.name) = key_and_name(line, total ? 6 : dot + 1, colon);
    rule.key = rule.place.text;
    rule.layer = layer_;
    rule.expression = piece(line, colon + 2, line.size());
    source.rules.push_back(std::move(rule));
  }

  std::string layer_;
  int line_ = 0;
};

inline CheckedResult<std::shared_ptr<const Book>> check_text(std::string_view text) { return check(BookText(text).source, example_schema()); }

/// "key: type | tree" a line for each rule in the order in which they stand in the book; what is wrong when it is refused.
inline std::string trees_of(std::string_view text) {
  const auto book = check_text(text);
  std::string lines;
  if (!book)
    for (const Refusal& refusal : book.error()) lines += refusal.place + ": " + message(refusal, Language::zh) + "\n";
  else
    for (const Rule& rule : (*book)->rules) lines += rule.key + ": " + type_text((*book)->schema, rule.tree->type) + " | " + typed_text((*book)->schema, *rule.tree) + "\n";
  return lines;
}

/// "2:15: 没有…" a line for each error, without the file's name; "" when there is none.
inline std::string errors_of(std::string_view text, Language language = Language::zh) {
  const auto book = check_text(text);
  if (book) return "";
  std::string lines;
  for (const Refusal& refusal : book.error()) lines += (lines.empty() ? "" : "\n") + refusal.place.substr(5) + ": " + message(refusal, language);
  return lines;
}

}  // namespace laoyou::rules::testing
