#include "draws/lists.h"

#include <gmock/gmock.h>

#include "base/messages.h"
#include "draws/room.h"
#include "engines/draw/bundle.h"
#include "registry/collections.h"
#include "store/testing/store_fixture.h"

namespace laoyou::draws {

using registry::Institution;
using registry::InstitutionKind;
using store::database_name;
using store::DatabaseKind;
using store::Writing;

class DrawLists : public store::OnBothDatabases {
 protected:
  DrawLists() {
    std::vector<store::TableDefinition> all = draws::tables();
    for (collection::Collection& each : draws::collections()) all.push_back(std::move(each.table));
    for (collection::Collection& each : registry::collections()) all.push_back(std::move(each.table));
    kept = store::Store::open(options, clock, random, all);
  }
  void write(const std::function<void(Writing&)>& change) {
    const auto command = [&](Writing& writing) -> Result<void> {
      change(writing);
      return {};
    };
    ASSERT_TRUE(kept->write(actor(), command).done());
  }
  Institution place(Writing& writing, const char* name, InstitutionKind kind, const char* in = "450203000000", const char* run_by = nullptr) {
    Institution made;
    made.id = writing.new_id<Institution>();
    made.version = 1;
    made.region = region(in);
    made.name = name;
    made.kind = kind;
    if (run_by != nullptr) made.run_by = run_by;
    return made;
  }
  Inspector inspector(Writing& writing, const char* number) {
    return {writing.new_id<Inspector>(), 1, region("450203000000"), number, std::nullopt, std::nullopt, std::nullopt, false};
  }
  NewDrawRequest request() {
    NewDrawRequest asked;
    asked.kinds = {{InstitutionKind::elderly_home, 2, 1, std::nullopt}};
    asked.grades = {{std::nullopt, 1, 0}};
    asked.offices = {{"民政局", draw::sha256("s3cret")}, {"纪委", draw::sha256("private")}};
    return asked;
  }
  CheckedResult<draw::Lists> lists(const NewDrawRequest& asked) {
    return kept->read([&](store::Snapshot& snapshot) { return lists_of(snapshot, region("450203000000"), asked, today()); });
  }
  Date today() { return clock.now().beijing_day(); }
  std::unique_ptr<store::Store> kept;
};
RUN_ON_BOTH_DATABASES(DrawLists);

TEST_P(DrawLists, HoldTheOpenPlacesOfTheKindsAskedForInTheRegionWithTheirVisitsOfTheYear) {
  write([&](Writing& writing) {
    Institution open = place(writing, "一院", InstitutionKind::elderly_home), closed = place(writing, "旧院", InstitutionKind::elderly_home);
    closed.closed = today();
    writing.insert(open);
    writing.insert(closed);
    writing.insert(place(writing, "托育园", InstitutionKind::nursery));
    writing.insert(place(writing, "邻区", InstitutionKind::elderly_home, "450204000000"));
    writing.insert(Inspection{writing.new_id<Inspection>(), 1, open.region, open.id, today(), std::nullopt, false});
    writing.insert(Inspection{writing.new_id<Inspection>(), 1, open.region, open.id, today().plus_months(-12), std::nullopt, false});
    writing.insert(inspector(writing, "A1"));
  });
  const auto found = lists(request());
  ASSERT_TRUE(found) << message(found.error()[0], Language::en);
  ASSERT_EQ(found->targets.size(), 1u);
  EXPECT_EQ(found->targets[0].name, "一院");
  EXPECT_EQ(found->targets[0].visits, 1);
  EXPECT_EQ(found->inspectors.size(), 1u);
}

TEST_P(DrawLists, AConflictWithWhoRunsThePlaceKeepsTheInspectorFromAllOfThemAndItsReasonIsNowhere) {
  write([&](Writing& writing) {
    writing.insert(place(writing, "一院", InstitutionKind::elderly_home, "450203000000", "康乐公司"));
    writing.insert(place(writing, "二院", InstitutionKind::elderly_home, "450203000000", "康乐公司"));
    const Inspector one = inspector(writing, "A1");
    writing.insert(one);
    writing.insert(inspector(writing, "A2"));
    writing.insert(InspectorConflict{writing.new_id<InspectorConflict>(), 1, one.region, one.id, std::nullopt, "康乐公司", "亲属", std::nullopt, false});
  });
  auto found = lists(request());
  ASSERT_TRUE(found) << message(found.error()[0], Language::en);
  EXPECT_EQ(found->conflicts.size(), 2u);
  auto fixed = draw::commit({"抽查", "2026-01-01T00:00:00Z", "3D", "2026-01-02T00:00:00Z"}, std::move(*found));
  ASSERT_TRUE(fixed);
  for (const char* const hidden : {"亲属", "康乐"}) EXPECT_EQ(fixed->text.find(hidden), std::string::npos);
  const auto bundle = draw::run(std::move(*fixed), {"482", "报纸", "2026-01-02T01:00:00Z"}, {"secrets", "民政局\ts3cret\n纪委\tprivate\n"}, {"absent", ""}, draw::ListForm::published);
  ASSERT_TRUE(bundle);
  for (const draw::Drawn& each : bundle->drawn) EXPECT_EQ(each.going, std::vector<std::string>{"A2"});
}

TEST_P(DrawLists, WhatIsWrongIsToldWithTheFieldOfTheRequest) {
  write([&](Writing& writing) { writing.insert(place(writing, "一院", InstitutionKind::elderly_home)); });
  NewDrawRequest asked = request();
  asked.kinds.push_back(asked.kinds[0]);
  asked.offices[1].commitment = "x";
  const auto found = lists(asked);
  ASSERT_FALSE(found);
  std::vector<std::string> places;
  for (const Refusal& refusal : found.error()) places.push_back(refusal.code + " " + refusal.place);
  EXPECT_THAT(places, testing::IsSupersetOf({"draw.row_repeated /kinds/1", "draw.hash_expected /offices/1"}));
}

}  // namespace laoyou::draws
