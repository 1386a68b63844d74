#include "standard_addresses/kept_placers.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "registry/collections.h"
#include "registry/household.h"
#include "standard_addresses/room.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::standard_addresses {
namespace {

const RegionCode k_county = RegionCode::parse("450203000000").value();

class MatchAddresses : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  MatchAddresses() {
    store::StoreOptions options;
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory_.path() / "laoyou.key";
    std::vector<store::TableDefinition> all = tables();
    for (auto collections : {registry::collections(), standard_addresses::collections()})
      for (collection::Collection& each : collections) all.push_back(std::move(each.table));
    store_ = store::Store::open(std::move(options), clock_, random_, std::move(all));
    for (const regions::Region& street : tree_.children(k_county))
      for (const regions::Region& village : tree_.children(street.code)) villages_.push_back(village.code);
    door_ = put(standard(villages_[0], "龙潭路", "12号"));
    other_ = put(standard(villages_[0], "龙潭路", "14号"));
    away_ = put(standard(villages_[1], "学院路", "3号"));
  }

  static StandardAddress standard(RegionCode region, std::string road, std::string number) {
    StandardAddress address;
    address.region = region;
    address.road = std::move(road);
    address.number = std::move(number);
    address.longitude = 109.42;
    address.latitude = 24.3;
    return address;
  }
  registry::Household household(RegionCode region, std::string address) {
    registry::Household made;
    made.region = region;
    made.address = std::move(address);
    return put(made);
  }
  template <class T>
  T put(T record) {
    EXPECT_TRUE(store_->write(acting(), [&](store::Writing& writing) -> Result<void> {
      record.id = writing.new_id<T>();
      writing.insert(record);
      return {};
    }).result());
    return record;
  }
  store::Acting acting() const { return {store::Actor{7, "web", "test"}, store::Scope(k_county), powers::Powers::all()}; }
  MatchReport match() { return match_addresses(*store_, acting(), tree_, day_, [](std::int64_t, std::int64_t) {}).value(); }
  /// `meanwhile` happens once, after the registers have been read and before anything is kept.
  MatchReport match_while(const std::function<void()>& meanwhile) {
    bool happened = false;
    return match_addresses(*store_, acting(), tree_, day_, [&](std::int64_t, std::int64_t) {
      if (!std::exchange(happened, true)) meanwhile();
    }).value();
  }
  template <class T>
  void change(T& record) {
    ASSERT_TRUE(store_->write(acting(), [&](store::Writing& writing) -> Result<void> {
      record.version = writing.find(writing.scope(), record.id)->version;
      writing.update(record);
      return {};
    }).result());
  }
  bool lies_somewhere(const registry::Household& home) {
    return store_->read([&](store::Snapshot& snapshot) { return snapshot.first<AddressMatch>(store::Scope(k_county), store::Filter().equals("subject", store::Cell(home.id.number))).has_value(); });
  }
  AddressMatch of(const registry::Household& home) {
    return store_->read([&](store::Snapshot& snapshot) { return snapshot.first<AddressMatch>(store::Scope(k_county), store::Filter().equals("subject", store::Cell(home.id.number))).value(); });
  }
  Result<void> decide(const DecideMatch& decision) {
    return store_->write(acting(), [&](store::Writing& writing) { return decide_match(writing, decision, 7); }).result();
  }

  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
  std::unique_ptr<store::Store> store_;
  const regions::RegionTree tree_ = regions::RegionTree::national();
  const Date day_ = Date::parse("2026-11-30").value();
  std::vector<RegionCode> villages_;
  StandardAddress door_, other_, away_;
};
INSTANTIATE_TEST_SUITE_P(Addresses, MatchAddresses, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql),
                         [](const auto& database) { return database.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; });

}  // namespace

TEST_P(MatchAddresses, KeepsHowSurelyEachAddressLiesAndWhatWaitsForAClerk) {
  const auto sure = household(villages_[0], "龙潭路12号3栋201室"), village = household(villages_[0], "5栋201室"), contradicted = household(villages_[0], "学院路3号");
  const MatchReport report = match();
  EXPECT_EQ(report.addresses, 3);
  EXPECT_EQ(report.changed, 3);
  EXPECT_EQ(report.open, 2);
  EXPECT_EQ(of(sure).certainty, AddressCertainty::door);
  EXPECT_EQ(of(sure).standard_address, door_.id);
  EXPECT_FALSE(of(sure).open);
  EXPECT_EQ(of(village).certainty, AddressCertainty::village);
  EXPECT_TRUE(of(village).open);
  EXPECT_EQ(of(contradicted).doubt, AddressDoubt::contradicted);
  EXPECT_EQ(of(contradicted).certainty, AddressCertainty::village);
  EXPECT_EQ(match().changed, 0);
}

TEST_P(MatchAddresses, AClerksChoiceStaysWhileTheAddressIsTheSame) {
  registry::Household home = household(villages_[0], "龙潭路12号");
  match();
  ASSERT_TRUE(decide({of(home).id, other_.id, std::nullopt, std::nullopt}));
  EXPECT_EQ(match().changed, 0);
  EXPECT_TRUE(of(home).by_hand);
  EXPECT_EQ(of(home).standard_address, other_.id);
  home.version = 1;
  home.address = "龙潭路12号2栋";
  ASSERT_TRUE(store_->write(acting(), [&](store::Writing& writing) -> Result<void> {
    writing.update(home);
    return {};
  }).result());
  EXPECT_EQ(match().changed, 1);
  EXPECT_FALSE(of(home).by_hand);
  EXPECT_EQ(of(home).standard_address, door_.id);
}

TEST_P(MatchAddresses, APointIsChosenOrTheChoiceGivenBack) {
  const auto home = household(villages_[0], "山脚下");
  match();
  const auto half = decide({of(home).id, std::nullopt, 109.4, std::nullopt});
  ASSERT_FALSE(half);
  EXPECT_EQ(half.error().code, "addresses.half_point");
  EXPECT_EQ(decide({of(home).id, std::nullopt, 190.0, 24.0}).error().code, "point.out_of_range");
  EXPECT_EQ(decide({of(home).id, Id<StandardAddress>{1}, std::nullopt, std::nullopt}).error().code, "reference.not_found");
  EXPECT_EQ(decide({Id<AddressMatch>{1}, other_.id, std::nullopt, std::nullopt}).error().code, "address_matches.not_found");
  ASSERT_TRUE(decide({of(home).id, std::nullopt, 109.4, 24.2}));
  EXPECT_EQ(of(home).longitude, 109.4);
  EXPECT_FALSE(of(home).open);
  ASSERT_TRUE(decide({of(home).id, std::nullopt, std::nullopt, std::nullopt}));
  EXPECT_TRUE(of(home).open);
  match();
  EXPECT_EQ(of(home).certainty, AddressCertainty::village);
}

TEST_P(MatchAddresses, WhoeverAsksAnAddressLiesWhereTheWholeCitySaysAndOnlyHisOwnAreWritten) {
  const RegionCode next_county = RegionCode::parse("450205000000").value();
  const RegionCode next_village = tree_.children(tree_.children(next_county).front().code).front().code;
  const store::Acting country = store::Acting::system("test");
  const auto put_anywhere = [&](auto record) {
    EXPECT_TRUE(store_->write(country, [&](store::Writing& writing) -> Result<void> {
      record.id = writing.new_id<decltype(record)>();
      writing.insert(record);
      return {};
    }).result());
    return record;
  };
  put_anywhere(standard(next_village, "跃进路", "8号"));
  registry::Household theirs;
  theirs.region = next_village;
  theirs.address = "跃进路8号";
  put_anywhere(theirs);
  const auto home = household(villages_[0], "跃进路8号");
  EXPECT_EQ(match().addresses, 1);
  EXPECT_EQ(of(home).doubt, AddressDoubt::contradicted);
  const MatchReport all = match_addresses(*store_, country, tree_, day_, [](std::int64_t, std::int64_t) {}).value();
  EXPECT_EQ(all.addresses, 2);
  EXPECT_EQ(all.changed, 1);
  EXPECT_EQ(of(home).doubt, AddressDoubt::contradicted);
}

TEST_P(MatchAddresses, WhatEndedIsPlacedNoMoreAndByAnEndedAddressNothingIs) {
  registry::Household home = household(villages_[0], "龙潭路12号");
  match();
  StandardAddress gone = door_;
  gone.version = 1;
  gone.ended = day_;
  ASSERT_TRUE(store_->write(acting(), [&](store::Writing& writing) -> Result<void> {
    writing.update(gone);
    return {};
  }).result());
  match();
  EXPECT_EQ(of(home).certainty, AddressCertainty::road);
  EXPECT_EQ(of(home).standard_address, other_.id);
  home.version = 1;
  home.ended = day_;
  ASSERT_TRUE(store_->write(acting(), [&](store::Writing& writing) -> Result<void> {
    writing.update(home);
    return {};
  }).result());
  EXPECT_EQ(match().changed, 1);
  EXPECT_EQ(store_->read([](store::Snapshot& snapshot) { return snapshot.count<AddressMatch>(store::Scope::country()); }), 0);
}

TEST_P(MatchAddresses, WhatEndsWhileItIsBeingPlacedIsNotPlaced) {
  registry::Household home = household(villages_[0], "龙潭路12号");
  const MatchReport report = match_while([&] {
    home.ended = day_;
    change(home);
  });
  EXPECT_FALSE(lies_somewhere(home));
  EXPECT_EQ(report.changed, 0);
}

TEST_P(MatchAddresses, WhatCountsAgainWhileItIsBeingTakenAwayKeepsItsPlace) {
  registry::Household home = household(villages_[0], "龙潭路12号");
  match();
  home.ended = day_;
  change(home);
  match_while([&] {
    home.ended.reset();
    change(home);
  });
  ASSERT_TRUE(lies_somewhere(home));
  EXPECT_EQ(of(home).standard_address, door_.id);
}

TEST_P(MatchAddresses, AnAddressThatChangesWhileItIsBeingPlacedIsLeftToWhoeverFollowsTheChange) {
  registry::Household home = household(villages_[0], "龙潭路12号");
  match_while([&] {
    home.address = "龙潭路14号";
    change(home);
  });
  EXPECT_FALSE(lies_somewhere(home));
}

TEST_P(MatchAddresses, AStandardAddressThatComesMeanwhileCounts) {
  const auto home = household(villages_[0], "龙潭路16号");
  StandardAddress sixteen;
  const MatchReport report = match_while([&] { sixteen = put(standard(villages_[0], "龙潭路", "16号")); });
  EXPECT_EQ(report.addresses, 1);
  EXPECT_EQ(report.open, 0);
  EXPECT_EQ(of(home).standard_address, sixteen.id);
}

TEST_P(MatchAddresses, ACitysBaseIsReadOnceAndAnewOnceAStandardAddressChanges) {
  KeptPlacers placers;
  const auto tree = std::shared_ptr<const regions::RegionTree>(std::shared_ptr<void>(), &tree_);
  const auto placer = [&] { return store_->read([&](store::Snapshot& snapshot) { return placers.at(snapshot, tree, city_of(k_county), day_); }); };
  const auto first = placer();
  EXPECT_EQ(first->ids.size(), 3u);
  household(villages_[0], "龙潭路12号");
  EXPECT_EQ(placer(), first) << "a household is no standard address";
  put(standard(villages_[0], "龙潭路", "16号"));
  EXPECT_EQ(placer()->ids.size(), 4u) << "in the next answer";
}

}  // namespace laoyou::standard_addresses
