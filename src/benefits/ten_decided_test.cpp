// Ten described families and places, held against every policy of the five cities that has a rule: decided by hand, by the clauses.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "benefits/described.h"
#include "benefits/find.h"

namespace laoyou::benefits {
namespace {

const Period k_month = Period::month(2025, 6);
const std::vector<std::string> k_cities{"karamay", "liuzhou", "shenyang", "guizhou", "honghe"};

std::vector<std::string> parts_of(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + by.size();
  }
  return parts;
}

/// The lines after the first, cell by cell.
std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) rows.push_back(parts_of(line, ","));
  return rows;
}

/// "record:field=value;… + record:…"; "本地" is the plan's own place.
std::vector<GivenSubject> subjects_of(const std::string& text, const plan::Plan& plan) {
  std::vector<GivenSubject> subjects;
  for (const std::string& each : parts_of(text, " + ")) {
    GivenSubject subject{each.substr(0, each.find(':')), std::nullopt, std::nullopt, {}};
    for (const std::string& fact : parts_of(each.substr(each.find(':') + 1), ";")) {
      const std::string value = fact.substr(fact.find('=') + 1);
      subject.facts.push_back({fact.substr(0, fact.find('=')), value == "本地" ? plan.content.head.value.region.text() : value});
    }
    subjects.push_back(std::move(subject));
  }
  return subjects;
}

/// How the finder answers each policy it lists, in the signs of the table.
std::map<std::string, std::string> answers(const plan::Plan& plan, const std::vector<GivenSubject>& subjects) {
  const auto made = described(*plan.book, subjects);
  EXPECT_TRUE(made) << (made ? "" : made.error().front().place + " " + made.error().front().code);
  const rules::RowEvaluator evaluator(*plan.book, made->facts, k_month);
  Inquiry inquiry{plan, evaluator, made->rows, std::vector<std::string>(subjects.size()), [&](int record) { return made->records.contains(record); }, false, Language::zh};
  std::map<std::string, std::string> signs;
  for (const Benefit& benefit : find_benefits(inquiry, [](const std::string&) -> const procedures::Procedure* { return nullptr; }).rows) {
    const std::map<Verdict, std::string> sign_of{{Verdict::entitled, "是"}, {Verdict::not_entitled, "否"}, {Verdict::open, "缺"}, {Verdict::ask_office, "问"}};
    signs[benefit.number] = sign_of.at(benefit.verdict);
  }
  return signs;
}

/// By plan and policy: the signs of the ten.
std::map<std::pair<std::string, std::string>, std::vector<std::string>> decided() {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> table;
  for (const auto& row : rows_of("tests/plans/ten_decided.csv"))
    for (const std::string& city : k_cities)
      if (row.at(0) == "*" || row.at(0) == city) table[{city, row.at(1)}] = {row.begin() + 3, row.end()};
  return table;
}

}  // namespace

TEST(TenDescribed, AreDecidedByHandForEveryPolicyOfTheFiveCitiesThatHasARule) {
  const auto library = plan::load_library("plans").value();
  const auto table = decided();
  for (const std::string& city : k_cities)
    for (const auto& row : library->find(city)->content.policies)
      if (row.value.condition) EXPECT_TRUE(table.contains({city, row.value.number})) << city << " " << row.value.number;
}

TEST(TenDescribed, AreAnsweredAsTheyWereDecided) {
  const auto library = plan::load_library("plans").value();
  const auto table = decided();
  const auto cases = rows_of("tests/plans/ten_described.csv");
  ASSERT_EQ(cases.size(), 10u);
  for (const std::string& city : k_cities)
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const plan::Plan& plan = *library->find(city);
      const auto signs = answers(plan, subjects_of(cases[i].at(2), plan));
      for (const auto& [key, wanted] : table) {
        if (key.first != city) continue;
        const auto found = signs.find(key.second);
        EXPECT_EQ(found == signs.end() ? "-" : found->second, wanted.at(i)) << city << " " << key.second << ": " << cases[i].at(0) << " " << cases[i].at(1);
      }
    }
}

}  // namespace laoyou::benefits
