#include "rules/facts/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"

namespace laoyou::rules {

enum class FeedCare { none, day, full };
LAOYOU_ENUM(FeedCare, "feed_care", none, day, full)

struct FeedHome {
  std::optional<Decimal> area;
  std::optional<FeedCare> care;
};
LAOYOU_RECORD(FeedHome, "feed_home", area, care)

struct FeedPlace {
  Id<FeedPlace> id;
  RegionCode region;
  std::string name;
};
LAOYOU_RECORD(FeedPlace, "feed_place", id, region, name)

struct FeedPerson {
  Id<FeedPerson> id;
  RegionCode region;
  std::string nickname;
  std::optional<Date> born;
  FeedCare care = FeedCare::none;
  Fen pension;
  std::optional<bool> alone;
  std::optional<Period> joined;
  Minutes visited;
  std::optional<FeedHome> home;
  Id<FeedPlace> place;
  std::optional<std::int64_t> scale_sum;
};
LAOYOU_RECORD(FeedPerson, "feed_person", id, region, nickname, born, care, pension, alone, joined, visited, home, place, scale_sum)

namespace {

using ::testing::ElementsAre;

void describe_records() {
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "*,id,编号,id,,,open,\n"
        "*,region,区划,region,,,open,\n"
        "feed_place,name,名称,name,,,open,\n"
        "feed_person,nickname,昵称,nickname,,,internal,\n"
        "feed_person,born,出生日期,born,,,internal,\n"
        "feed_person,care,照护,care,,,internal,\n"
        "feed_person,pension,养老金,pension,,,internal,\n"
        "feed_person,alone,独居,alone,,,internal,\n"
        "feed_person,joined,登记期,joined,,,internal,\n"
        "feed_person,visited,探访时长,visited,min,,internal,\n"
        "feed_person,home,住房,home,,,internal,\n"
        "feed_person,place,机构,place,,,internal,\n"
        "feed_person,scale_sum,评估总分,scale sum,,,sensitive,\n"
        "feed_home,area,面积,area,m²,,internal,\n"
        "feed_home,care,居家照护,care at home,,,internal,\n"
        "feed_care,none,无,none,,,open,\n"
        "feed_care,day,日间,day,,,open,\n"
        "feed_care,full,全日,full,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

/// A record changes at random; what is left in the end is kept beside the journal.
class RandomRegister {
 public:
  explicit RandomRegister(std::uint64_t seed) : random_(seed) {}

  FeedEntry next() {
    FeedEntry entry;
    entry.sequence = ++sequence_;
    if (random_.below(5) == 0) return place_change(std::move(entry));
    entry.record = "feed_person";
    entry.id = 1 + static_cast<std::int64_t>(random_.below(300));
    const auto known = people_.find(entry.id);
    if (known != people_.end() && random_.below(3) == 0) {
      people_.erase(known);
      return entry;
    }
    const FeedPerson person = random_person(entry.id);
    people_[entry.id] = person;
    record::to_cells(person, entry.cells.emplace());
    return entry;
  }

  Facts built_from_scratch(const Schema& schema) const {
    Facts facts(schema);
    add(facts, people_, schema.find_record("feed_person"));
    add(facts, places_, schema.find_record("feed_place"));
    return facts;
  }

 private:
  FeedEntry place_change(FeedEntry entry) {
    entry.record = "feed_place";
    entry.id = 1 + static_cast<std::int64_t>(random_.below(20));
    places_[entry.id] = {{entry.id}, region(), "机构" + std::to_string(random_.below(1000))};
    record::to_cells(places_[entry.id], entry.cells.emplace());
    return entry;
  }

  template <class T>
  static void add(Facts& facts, const std::map<std::int64_t, T>& records, int position) {
    for (const auto& [id, record] : records) {
      std::vector<Value> values;
      values_of(record, facts.texts, values);
      facts.tables[static_cast<std::size_t>(position)].append(values);
    }
  }

  bool coin() { return random_.below(2) == 0; }
  RegionCode region() { return RegionCode::from_number(450'203'000'000 + static_cast<std::int64_t>(random_.below(400)) * 1'000); }

  FeedPerson random_person(std::int64_t id) {
    FeedPerson person;
    person.id = {id};
    person.region = region();
    person.nickname = coin() ? "" : "昵称" + std::to_string(random_.below(500));
    if (coin()) person.born = Date::from_days(static_cast<std::int64_t>(random_.below(30'000)) - 20'000);
    person.care = static_cast<FeedCare>(random_.below(3));
    // Small at first, then beyond what four bytes hold: columns widen on the way.
    person.pension = Fen::create(static_cast<std::int64_t>(random_.below(sequence_ < 500 ? 200 : 90'000'000'000))).value();
    if (coin()) person.alone = coin();
    if (coin()) person.joined = Period::month(2024, 1 + static_cast<int>(random_.below(12)));
    person.visited = Minutes::create(static_cast<std::int64_t>(random_.below(600))).value();
    if (coin()) person.home = FeedHome{coin() ? std::optional(Decimal::from_millionths(static_cast<std::int64_t>(random_.below(200'000'000)))) : std::nullopt, {}};
    if (coin()) person.place = {1 + static_cast<std::int64_t>(random_.below(20))};
    if (coin()) person.scale_sum = static_cast<std::int64_t>(random_.below(100));
    return person;
  }

  SeededRandom random_;
  std::int64_t sequence_ = 0;
  std::map<std::int64_t, FeedPerson> people_;
  std::map<std::int64_t, FeedPlace> places_;
};

/// Rows by id, each value as what it means: texts themselves, region codes themselves.
std::map<std::int64_t, std::vector<std::string>> rows_by_id(const Schema& schema, const Facts& facts, int record) {
  const RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const Table& table = facts.tables[static_cast<std::size_t>(record)];
  std::map<std::int64_t, std::vector<std::string>> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::vector<std::string>& values = rows[*table.column(kind.id_field).at(row)];
    for (int field = 0; field < table.fields(); ++field) {
      const Value value = table.column(field).at(row);
      const bool text = kind.fields[static_cast<std::size_t>(field)].type.kind == Kind::text;
      values.push_back(!value ? "missing" : text ? "text " + facts.texts.at(*value) : std::to_string(*value));
    }
  }
  return rows;
}

class FeedTest : public ::testing::Test {
 protected:
  FeedTest() {
    feed.follow<FeedPlace>();
    feed.follow<FeedPerson>();
  }
  static Schema described() {
    describe_records();
    return described_schema<FeedPlace, FeedPerson>();
  }
  static FeedEntry place(std::int64_t sequence, std::int64_t id, const std::string& name) {
    FeedEntry entry{sequence, "feed_place", id, std::vector<record::Cell>()};
    record::to_cells(FeedPlace{{id}, RegionCode::from_number(450'203'000'000), name}, *entry.cells);
    return entry;
  }

  Schema schema = described();
  Facts facts{schema};
  Feed feed{schema, facts};
};

TEST_F(FeedTest, ColumnsAfterAThousandJournalEntriesEqualColumnsBuiltFromScratch) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Facts followed(schema);
    Feed follower(schema, followed);
    follower.follow<FeedPlace>();
    follower.follow<FeedPerson>();
    RandomRegister journal(seed);
    for (int entry = 0; entry < 1'000; ++entry) ASSERT_TRUE(follower.take(journal.next()).value());
    const Facts scratch = journal.built_from_scratch(schema);
    for (const int record : {0, 1}) {
      const auto rows = rows_by_id(schema, followed, record), wanted = rows_by_id(schema, scratch, record);
      EXPECT_EQ(rows, wanted);
      EXPECT_GT(wanted.size(), 10U);
      EXPECT_EQ(followed.tables[static_cast<std::size_t>(record)].rows(), wanted.size());
      for (const auto& [id, values] : wanted) EXPECT_GE(followed.tables[static_cast<std::size_t>(record)].find(id), 0);
    }
    EXPECT_EQ(followed.journal_sequence, 1'000);
  }
}

TEST_F(FeedTest, AnEntryTakenInTwiceChangesNothing) {
  ASSERT_TRUE(feed.take(place(1, 7, "甲")).value());
  ASSERT_TRUE(feed.take(place(2, 7, "乙")).value());
  EXPECT_FALSE(feed.take(place(1, 7, "甲")).value());
  EXPECT_EQ(facts.texts.at(*facts.tables[0].column(2).at(0)), "乙");
  EXPECT_EQ(facts.journal_sequence, 2);
}

TEST_F(FeedTest, AMissingEntryIsRefusedAndNothingChanges) {
  ASSERT_TRUE(feed.take(place(1, 7, "甲")).value());
  const Result<bool> taken = feed.take(place(3, 7, "丙"));
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, "rules.journal_gap");
  EXPECT_THAT(taken.error().words, ElementsAre("2", "3"));
  EXPECT_EQ(facts.texts.at(*facts.tables[0].column(2).at(0)), "甲");
  EXPECT_EQ(facts.journal_sequence, 1);
}

TEST_F(FeedTest, EntriesOfRecordsNobodyFollowsAreCounted) {
  ASSERT_TRUE(feed.take({1, "account", 9, std::nullopt}).value());
  EXPECT_EQ(facts.journal_sequence, 1);
}

TEST_F(FeedTest, ARemovalOfARowThatIsNotThereIsNoError) {
  ASSERT_TRUE(feed.take({1, "feed_place", 9, std::nullopt}).value());
  EXPECT_EQ(facts.tables[0].rows(), 0U);
}

TEST_F(FeedTest, AValueBeyondItsBoundDoesNotEnterTheFacts) {
  FeedPerson person;
  person.id = {4};
  person.scale_sum = 20'000'000'000;
  FeedEntry entry{1, "feed_person", 4, std::vector<record::Cell>()};
  record::to_cells(person, *entry.cells);
  const Result<bool> taken = feed.take(entry);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, "number.too_large");
  EXPECT_EQ(taken.error().place, "feed_person/4/scale_sum");
  EXPECT_EQ(facts.tables[1].rows(), 0U);
  EXPECT_EQ(facts.journal_sequence, 0);
}

TEST_F(FeedTest, CellsOfAnotherRecordAreDamageAndChangeNothing) {
  FeedEntry entry = place(1, 7, "甲");
  entry.cells->at(1) = std::int64_t{5};
  EXPECT_THROW(static_cast<void>(feed.take(entry)), record::DamagedCell);
  EXPECT_EQ(facts.journal_sequence, 0);
  EXPECT_EQ(facts.tables[0].rows(), 0U);
}

}  // namespace
}  // namespace laoyou::rules
