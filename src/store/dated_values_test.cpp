#include <algorithm>
#include <map>

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

struct Person {
  Id<Person> id;
  RegionCode region;
  std::int32_t version = 0;
  std::optional<Care> grade;
};
LAOYOU_RECORD(Person, "test_person", id, region, version, grade)

struct Grading {
  Id<Grading> id;
  RegionCode region;
  Id<Person> person;
  Date day;
  std::optional<Care> grade;
};
LAOYOU_RECORD(Grading, "test_grading", id, region, person, day, grade)

void describe_records() {
  describe_test_records();
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "test_person,version,版本,version,,,open,\ntest_person,grade,等级,grade,,,open,\n"
        "test_grading,person,人,person,,,open,\ntest_grading,day,日期,day,,,open,\ntest_grading,grade,等级,grade,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

Date day_of(int days_before_the_last) {
  // The fixture's clock stands on the last of these days.
  constexpr std::int64_t k_day_ms = 86'400'000;
  return Instant{1'795'000'000'000 - days_before_the_last * k_day_ms}.beijing_day();
}

/// What every person's field holds, found the slow and obvious way.
struct Oracle {
  std::map<std::int64_t, Grading> gradings;
  std::map<std::int64_t, std::optional<Care>> typed;  ///< where no grading was ever made

  bool spoken_of(Id<Person> person) const {
    return std::any_of(gradings.begin(), gradings.end(), [&](const auto& each) { return each.second.person == person && each.second.grade; });
  }
  std::optional<Care> on(Id<Person> person, Date day) const {
    if (!spoken_of(person)) return typed.at(person.number);
    const Grading* last = nullptr;
    for (const auto& [id, each] : gradings)
      if (each.person == person && each.grade && each.day <= day && (last == nullptr || std::pair(last->day, last->id.number) < std::pair(each.day, each.id.number))) last = &each;
    return last == nullptr ? std::nullopt : last->grade;
  }
};

class ADatedValue : public OnBothDatabases {
 protected:
  ADatedValue() { describe_records(); }

  std::unique_ptr<Store> open_dated() {
    TableDefinition gradings = table<Grading>();
    gradings.dated = {{"person", "day", "grade", "test_person", "grade"}};
    return Store::open(options, clock, random, {table<Person>({indexed({"grade"})}), std::move(gradings)});
  }
  static std::string said(const WriteOutcome& outcome) { return outcome.refusal ? outcome.refusal->code + outcome.refusal->place : "done"; }
  static WriteOutcome run(Store& store, const std::function<void(Writing&)>& work) {
    return store.write(actor(), [&](Writing& writing) -> Result<void> {
      work(writing);
      return {};
    });
  }
  static Person made_person(Store& store, std::optional<Care> grade = std::nullopt) {
    const Person person{{store.new_id()}, region("650203001001"), 0, grade};
    EXPECT_EQ(said(run(store, [&](Writing& writing) { writing.insert(person); })), "done");
    return person;
  }
  static std::vector<std::int64_t> ids(Store& store, Filter filter) {
    std::vector<std::int64_t> found;
    store.read([&](Snapshot& snapshot) { snapshot.each<Person>(Scope::country(), filter, [&](const Person& each) { found.push_back(each.id.number); }); });
    return found;
  }
};
RUN_ON_BOTH_DATABASES(ADatedValue);

TEST_P(ADatedValue, holds_from_its_day_until_the_next_over_random_histories) {
  const auto store = open_dated();
  SeededRandom draws(20261129);
  const auto draw = [&](std::size_t below) { return static_cast<int>(draws.below(below)); };
  Oracle oracle;
  std::vector<Person> people;
  for (int i = 0; i < 6; ++i) {
    people.push_back(made_person(*store, i % 2 == 0 ? std::optional(Care::day) : std::nullopt));
    oracle.typed[people.back().id.number] = people.back().grade;
  }
  const auto some_grade = [&]() -> std::optional<Care> { return draw(5) == 0 ? std::nullopt : std::optional(static_cast<Care>(draw(3))); };
  for (int step = 0; step < 40; ++step) {
    if (oracle.gradings.empty() || draw(3) > 0) {
      const Grading made{{store->new_id()}, region("650203001001"), people[static_cast<std::size_t>(draw(6))].id, day_of(draw(20)), some_grade()};
      ASSERT_EQ(said(run(*store, [&](Writing& writing) { writing.insert(made); })), "done");
      oracle.gradings[made.id.number] = made;
    } else {
      auto chosen = std::next(oracle.gradings.begin(), draw(oracle.gradings.size()));
      if (draw(2) == 0) {
        ASSERT_EQ(said(run(*store, [&](Writing& writing) { writing.remove(chosen->second.id); })), "done");
        oracle.gradings.erase(chosen);
      } else {
        chosen->second.day = day_of(draw(20));
        chosen->second.grade = some_grade();
        chosen->second.person = people[static_cast<std::size_t>(draw(6))].id;
        ASSERT_EQ(said(run(*store, [&](Writing& writing) { writing.update(chosen->second); })), "done");
      }
    }
    // What was typed is gone for good once a grading has said otherwise.
    for (const auto& [id, grading] : oracle.gradings)
      if (grading.grade) oracle.typed[grading.person.number] = std::nullopt;
    const int back = draw(22);
    for (const std::optional<int> asked : {std::optional<int>(), std::optional(back)}) {
      const Date day = day_of(asked.value_or(0));
      for (const Care care : {Care::none, Care::day, Care::full}) {
        Filter filter;
        filter.equals("grade", care);
        if (asked) filter.as_of(day);
        std::vector<std::int64_t> expected;
        for (const Person& person : people)
          if (oracle.on(person.id, day) == care) expected.push_back(person.id.number);
        ASSERT_EQ(ids(*store, filter), expected) << "step " << step << " day " << day.text();
        ASSERT_EQ(store->read([&](Snapshot& snapshot) { return snapshot.count<Person>(Scope::country(), filter); }), static_cast<std::int64_t>(expected.size()));
      }
    }
  }
  EXPECT_TRUE(store->verify({}).rows.intact());
}

TEST_P(ADatedValue, is_sorted_and_paged_as_it_held_on_that_day) {
  const auto store = open_dated();
  std::vector<Person> people;
  for (int i = 0; i < 4; ++i) people.push_back(made_person(*store));
  const auto grade = [&](int person, int days_before, Care care) {
    ASSERT_EQ(said(run(*store, [&](Writing& writing) { writing.insert(Grading{{store->new_id()}, region("650203001001"), people[static_cast<std::size_t>(person)].id, day_of(days_before), care}); })), "done");
  };
  grade(0, 5, Care::none);
  grade(1, 5, Care::full);
  grade(2, 5, Care::day);
  grade(0, 1, Care::full);
  Filter filter;
  filter.as_of(day_of(3)).order_by("grade", Order::falling).page(0, 2);
  const std::vector<std::int64_t> page = ids(*store, filter);
  EXPECT_EQ(page, (std::vector{people[0].id.number, people[1].id.number})) << "texts fall: none, full, day";
  filter.after({Cell(std::string("full")), page.back()});
  EXPECT_EQ(ids(*store, filter), (std::vector{people[2].id.number, people[3].id.number}));
}

TEST_P(ADatedValue, is_not_typed_over_where_other_records_say_it) {
  const auto store = open_dated();
  Person person = made_person(*store);
  person.version = 1;
  person.grade = Care::day;
  EXPECT_EQ(said(run(*store, [&](Writing& writing) { writing.update(person); })), "done") << "nobody has graded it yet";
  ASSERT_EQ(said(run(*store, [&](Writing& writing) { writing.insert(Grading{{store->new_id()}, person.region, person.id, day_of(2), Care::full}); })), "done");
  person.version = 3;
  EXPECT_EQ(said(run(*store, [&](Writing& writing) { writing.update(person); })), "records.dated_value/grade");
  EXPECT_EQ(said(run(*store, [&](Writing& writing) { writing.insert(Grading{{store->new_id()}, person.region, person.id, day_of(-1), Care::none}); })), "records.day_ahead/day");
}

}  // namespace
}  // namespace laoyou::store
