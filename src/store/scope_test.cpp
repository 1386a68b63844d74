#include "store/scope.h"

#include <set>

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class AScope : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(AScope);

TEST(AScopeItself, is_the_whole_country_only_by_name) {
  EXPECT_THROW(Scope{RegionCode{}}, BrokenInvariant);
  EXPECT_TRUE(Scope::country().whole_country());
  EXPECT_TRUE(Scope::of_account(RegionCode()).whole_country());
}

/// Codes that crowd together, so that scopes overlap and border on each other, at both ends of the country too.
RegionCode drawn_region(SeededRandom& random) {
  static const std::vector<std::string> provinces{"11", "65", "82", "99"};
  static const std::vector<std::string> pairs{"00", "01", "02", "98", "99"};
  static const std::vector<std::string> triples{"000", "001", "002", "999"};
  const auto draw = [&](const auto& list) { return list[random.below(list.size())]; };
  std::string code = draw(provinces);
  bool deeper = true;
  for (const int width : {2, 2, 3, 3}) {
    deeper = deeper && random.below(4) != 0;
    code += !deeper ? std::string(static_cast<std::size_t>(width), '0') : width == 2 ? draw(pairs) : draw(triples);
  }
  return *RegionCode::parse(code);
}

TEST_P(AScope, shows_exactly_the_records_within_it_and_never_widens) {
  const auto store = open();
  SeededRandom draws(20261121);
  std::vector<Resident> residents;
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
    for (int i = 0; i < 400; ++i) {
      Resident made;
      made.id = writing.new_id<Resident>();
      made.region = drawn_region(draws);
      made.phone = std::to_string(i);
      made.alone = i % 2 == 0;
      residents.push_back(made);
      writing.insert(made);
    }
    return {};
  }).done());
  for (int i = 0; i < 200; ++i) {
    const RegionCode place = drawn_region(draws);
    std::set<std::int64_t> expected, seen;
    for (const Resident& each : residents)
      if (place.contains(each.region) && each.alone) expected.insert(each.id.number);
    for (const Resident& each : all(*store, Scope(place), Filter().equals("alone", true))) seen.insert(each.id.number);
    EXPECT_EQ(seen, expected) << place.text();
    const std::optional<RegionCode> above = place.parent();
    if (!above || above->level() == RegionLevel::country) continue;
    for (const std::int64_t id : seen) {
      EXPECT_TRUE(store->read([&](Snapshot& snapshot) { return snapshot.find(Scope(*above), Id<Resident>{id}); }).has_value());
    }
  }
}

TEST_P(AScope, holds_for_every_way_of_reading) {
  const auto store = open();
  const Resident neighbour = resident(*store, "650204001001", "邻", "1");
  ASSERT_TRUE(insert(*store, neighbour).done());
  const Scope own(region("650203000000"));
  store->read([&](Snapshot& snapshot) {
    EXPECT_FALSE(snapshot.find(own, neighbour.id));
    EXPECT_FALSE(snapshot.first<Resident>(own, Filter().equals("phone", "1")));
    EXPECT_EQ(snapshot.count<Resident>(own), 0);
    EXPECT_TRUE(snapshot.count_by<Resident>(own, {}, "name").empty());
    EXPECT_TRUE(snapshot.select<Resident>(own, Filter().contains_any({"name", "care"}, "邻")).empty());
    EXPECT_TRUE(snapshot.journal(own, {}).empty());
    EXPECT_EQ(snapshot.journal(Scope::country(), {}).size(), 1u);
  });
}

}  // namespace
}  // namespace laoyou::store
