// Lists with planted mistakes: what is written beside them is what is wrong in them, no more and no less.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>

#include "base/csv.h"
#include "synth/wrong_feeds.h"
#include "synth/wrong_residents.h"

namespace laoyou::synth {
namespace {

/// Adults with a number and a phone, every tenth with a disability.
Records some_people(int count) {
  Records records;
  for (int i = 0; i < count; ++i) {
    registry::Resident resident;
    resident.id = {i + 1};
    resident.region = RegionCode::parse("650203001001").value();
    resident.name = "王拟" + std::string(i % 2 == 0 ? "安" : "宁");
    resident.born = Date::parse("1950-01-01").value().plus_days(i);
    resident.sex = i % 2 == 0 ? registry::Sex::female : registry::Sex::male;
    const std::string day = resident.born->text();
    for (const char check : std::string_view("0123456789X"))
      if (const auto number = IdNumber::parse("110105" + day.substr(0, 4) + day.substr(5, 2) + day.substr(8) + (i % 2 == 0 ? "002" : "001") + check)) resident.id_number = *number;
    resident.phone = std::to_string(10'000'000'000 + i);
    resident.hardship.disabled = i % 10 == 0;
    records.emplace_back(resident);
  }
  registry::Resident gone;
  gone.name = "走了";
  gone.moved_out = Date::parse("2025-01-01").value();
  records.emplace_back(gone);
  return records;
}

struct WrittenFeeds {
  std::array<std::ostringstream, 3> lists;
  std::ostringstream truth;
};

WrittenFeeds feeds_of(const Records& people, std::uint64_t seed) {
  WrittenFeeds made;
  WrongFeeds feeds({&made.lists[0], &made.lists[1], &made.lists[2]}, made.truth, seed);
  feeds.take(people);
  return made;
}

std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  for (const CsvRow& row : read_csv(csv).value()) {
    rows.emplace_back();
    for (const auto& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

}  // namespace

TEST(WrongResidents, TheStatedShareOfRowsIsWrongEachWithOneFaultThatStandsBesideIt) {
  std::ostringstream list, truth, right_list, no_truth;
  const Records people = some_people(1'000);
  WrongResidents wrong(list, truth, Decimal::parse("5").value()), right(right_list, no_truth, Decimal());
  wrong.take(people);
  right.take(people);
  EXPECT_EQ(wrong.rows(), 1'000);
  EXPECT_EQ(wrong.wrong_rows(), 50);
  EXPECT_EQ(right.wrong_rows(), 0);
  const auto rows = cells_of(list.str()), as_they_are = cells_of(right_list.str()), planted = cells_of(truth.str());
  ASSERT_EQ(rows.size(), 1'001u);
  ASSERT_EQ(planted.size(), 51u);
  std::map<std::string, std::string> faults;
  for (std::size_t i = 1; i < planted.size(); ++i) faults[planted[i][0]] = planted[i][3];
  EXPECT_EQ(faults.size(), 50u) << "one fault a row";
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ(rows[i] != as_they_are[i], faults.contains(std::to_string(i + 1))) << "line " << i + 1;
  std::set<std::string> kinds;
  for (const auto& [line, fault] : faults) kinds.insert(fault);
  EXPECT_EQ(kinds.size(), 10u);
}

TEST(WrongFeeds, EachRowHasItsTruthBesideItAndSaysTheSameWhereNoMistakeIsNamed) {
  const WrittenFeeds made = feeds_of(some_people(2'000), 3);
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> truths;
  for (const auto& row : cells_of(made.truth.str())) truths[{row[0], row[1]}] = row;
  std::size_t rows = 0, wrong = 0;
  for (std::size_t feed = 0; feed < WrongFeeds::k_feeds.size(); ++feed) {
    const auto list = cells_of(made.lists[feed].str());
    for (std::size_t i = 1; i < list.size(); ++i, ++rows) {
      const auto& truth = truths.at({WrongFeeds::k_feeds[feed], std::to_string(i + 1)});
      const bool federation = feed == 2;
      const std::string mistakes = truth[3], &number = list[i][federation ? 1 : 0], &name = list[i][federation ? 2 : 1];
      EXPECT_EQ(number != truth[4], mistakes.find("_number") != std::string::npos) << mistakes;
      EXPECT_EQ(name != truth[5], mistakes.find("wrong_name") != std::string::npos) << mistakes;
      wrong += mistakes.empty() ? 0 : 1;
    }
  }
  EXPECT_EQ(truths.size(), rows + 1);
  EXPECT_GT(wrong, 50u);
}

TEST(WrongFeeds, TheSameSeedMakesTheSameListsAndAnotherSeedOthers) {
  const Records people = some_people(300);
  EXPECT_EQ(feeds_of(people, 1).truth.str(), feeds_of(people, 1).truth.str());
  EXPECT_EQ(feeds_of(people, 1).lists[1].str(), feeds_of(people, 1).lists[1].str());
  EXPECT_NE(feeds_of(people, 1).lists[1].str(), feeds_of(people, 2).lists[1].str());
}

}  // namespace laoyou::synth
