// Addresses through the door: what is typed in or changed is placed by the standard addresses without waiting for the night.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "standard_addresses/records.h"

namespace laoyou::app {
namespace {

using powers::Power;
using standard_addresses::AddressCertainty;
using standard_addresses::AddressMatch;

constexpr std::string_view k_county = "450203000000", k_village = "450203001001";

/// The row that a register's route answers with; addresses in it are masked.
boost::json::object row_of(const http::ClientAnswer& answer) { return boost::json::parse(answer.body).at("row").as_object(); }

class Addresses : public OnBothDatabases {
 protected:
  Visitor clerk = house.visit_with("clerk", {Power::people_read, Power::people_write, Power::people_unmask, Power::places_read, Power::places_write}, k_county);

  std::string standard(std::string_view road, std::string_view number) {
    const auto made = clerk.post("/api/standard-addresses", {{"region", k_village}, {"road", road}, {"number", number}, {"longitude", 109.42}, {"latitude", 24.3}, {"use", "dwelling"}});
    EXPECT_EQ(made.status, 201) << made.body;
    return std::string(row_of(made).at("id").as_string());
  }
  static boost::json::object with_address(boost::json::object row, std::string_view address) {
    row["address"] = address;
    return row;
  }
  boost::json::object enter(const std::string& path, boost::json::object record) {
    record["region"] = k_village;
    const auto made = clerk.post(path, record);
    EXPECT_EQ(made.status, 201) << made.body;
    return with_address(row_of(made), record.at("address").as_string());
  }
  std::optional<AddressMatch> match_of(const boost::json::object& record) {
    const std::int64_t id = std::stoll(std::string(record.at("id").as_string()));
    return house.store().read([&](store::Snapshot& snapshot) {
      return snapshot.first<AddressMatch>(store::Scope::country(), store::Filter().equals("subject", store::Cell(id)));
    });
  }
  /// Waits until the record's match is as said; what it is then.
  template <class Holds>
  std::optional<AddressMatch> once(const boost::json::object& record, const Holds& holds) {
    for (int i = 0; i < 6000; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(10)))
      if (const auto match = match_of(record); holds(match)) return match;
    ADD_FAILURE() << "the address is not placed";
    return std::nullopt;
  }
  std::optional<AddressMatch> once_at(const boost::json::object& record, const std::string& standard_address) {
    return once(record, [&](const std::optional<AddressMatch>& match) { return match && match->standard_address && std::to_string(match->standard_address->number) == standard_address; });
  }
  boost::json::object change(const std::string& path, boost::json::object record, std::string_view address) {
    record["address"] = address;
    const auto changed = clerk.put(path + "/" + std::string(record.at("id").as_string()), record);
    EXPECT_EQ(changed.status, 200) << changed.body;
    return with_address(row_of(changed), address);
  }
};
RUN_ON_BOTH_DATABASES(Addresses);

}  // namespace

TEST_P(Addresses, WhatIsTypedInIsPlacedAndPlacedAnewWhenItsAddressChanges) {
  const std::string twelve = standard("龙潭路", "12号"), fourteen = standard("龙潭路", "14号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路12号"}});
  const auto place = enter("/api/institutions", {{"name", "龙潭日间照料中心"}, {"kind", "day_care"}, {"address", "龙潭路14号"}});
  EXPECT_EQ(once_at(home, twelve)->certainty, AddressCertainty::door);
  EXPECT_EQ(once_at(place, fourteen)->owner, standard_addresses::AddressOwner::institution);
  const auto id = match_of(home)->id;
  change("/api/households", home, "龙潭路14号");
  EXPECT_EQ(once_at(home, fourteen)->id, id) << "one match for each record";
}

TEST_P(Addresses, WhatAClerkDecidedStaysWhileTheAddressIsTheSame) {
  const std::string twelve = standard("龙潭路", "12号"), fourteen = standard("龙潭路", "14号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "山脚下"}});
  const auto placed = once(home, [](const auto& match) { return match.has_value(); });
  ASSERT_TRUE(placed && placed->open);
  ASSERT_EQ(clerk.post("/api/address-matches/" + std::to_string(placed->id.number) + "/decide", {{"standard_address", twelve}}).status, 200);
  boost::json::object collective = home;
  collective["kind"] = "collective";
  const auto changed = clerk.put("/api/households/" + std::string(home.at("id").as_string()), collective);
  ASSERT_EQ(changed.status, 200) << changed.body;
  // What is typed in afterwards is placed afterwards: once it is, the change above has been looked at.
  once_at(enter("/api/households", {{"kind", "family"}, {"address", "龙潭路14号"}}), fourteen);
  EXPECT_TRUE(match_of(home)->by_hand);
  EXPECT_EQ(std::to_string(match_of(home)->standard_address->number), twelve);
  change("/api/households", row_of(changed), "龙潭路14号");
  EXPECT_FALSE(once_at(home, fourteen)->by_hand);
}

TEST_P(Addresses, WhatAClerkGivesBackIsPlacedByTheProgramAtOnce) {
  const std::string twelve = standard("龙潭路", "12号"), fourteen = standard("龙潭路", "14号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路12号"}});
  const std::string decide = "/api/address-matches/" + std::to_string(once_at(home, twelve)->id.number) + "/decide";
  ASSERT_EQ(clerk.post(decide, {{"standard_address", fourteen}}).status, 200);
  ASSERT_TRUE(match_of(home)->by_hand);
  ASSERT_EQ(clerk.post(decide, {}).status, 200);
  const auto again = once_at(home, twelve);
  EXPECT_FALSE(again->by_hand);
  EXPECT_FALSE(again->open);
  EXPECT_FALSE(again->decided_by);
}

TEST_P(Addresses, WhatANewStandardAddressFitsIsPlacedByItAtOnceAndAClerksChoiceStays) {
  const std::string twelve = standard("龙潭路", "12号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路16号"}}), chosen = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路16号1单元"}});
  once(home, [](const auto& match) { return match.has_value(); });
  const auto waiting = once(chosen, [](const auto& match) { return match.has_value(); });
  ASSERT_EQ(clerk.post("/api/address-matches/" + std::to_string(waiting->id.number) + "/decide", {{"standard_address", twelve}}).status, 200);
  const std::string sixteen = standard("龙潭路", "16号");
  EXPECT_EQ(once_at(home, sixteen)->certainty, AddressCertainty::door);
  EXPECT_TRUE(match_of(chosen)->by_hand);
  EXPECT_EQ(std::to_string(match_of(chosen)->standard_address->number), twelve);
}

TEST_P(Addresses, WhatLayByAStandardAddressThatEndsOrMovesFollowsIt) {
  const auto row = row_of(clerk.post("/api/standard-addresses", {{"region", k_village}, {"road", "龙潭路"}, {"number", "12号"}, {"longitude", 109.42}, {"latitude", 24.3}, {"use", "dwelling"}}));
  const std::string id(row.at("id").as_string());
  standard("龙潭路", "14号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路12号"}});
  once_at(home, id);
  boost::json::object moved = row;
  moved["longitude"] = 109.43;
  const auto changed = clerk.put("/api/standard-addresses/" + id, moved);
  ASSERT_EQ(changed.status, 200) << changed.body;
  once(home, [](const auto& match) { return match && match->longitude == 109.43; });
  boost::json::object ended = row_of(changed);
  ended["ended"] = "2025-01-01";
  ASSERT_EQ(clerk.put("/api/standard-addresses/" + id, ended).status, 200);
  const auto after = once(home, [](const auto& match) { return match && match->certainty != AddressCertainty::door; });
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->open || after->certainty == AddressCertainty::road);
}

TEST_P(Addresses, WhatWasThereBeforeACountysFirstStandardAddressIsPlacedWhenThatComes) {
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路12号"}});
  EXPECT_FALSE(match_of(home)) << "where a county has no base nothing is placed";
  once_at(home, standard("龙潭路", "12号"));
}

TEST_P(Addresses, WhatHasEndedOrHasNoAddressAnyMoreLiesNowhere) {
  const std::string twelve = standard("龙潭路", "12号");
  const auto home = enter("/api/households", {{"kind", "family"}, {"address", "龙潭路12号"}});
  once_at(home, twelve);
  boost::json::object ended = home;
  ended["ended"] = "2025-01-01";
  const auto changed = clerk.put("/api/households/" + std::string(home.at("id").as_string()), ended);
  ASSERT_EQ(changed.status, 200) << changed.body;
  once(home, [](const auto& match) { return !match; });
  boost::json::object lives_on = with_address(row_of(changed), "龙潭路12号");
  lives_on["ended"] = nullptr;
  ASSERT_EQ(clerk.put("/api/households/" + std::string(home.at("id").as_string()), lives_on).status, 200);
  once_at(home, twelve);
}

}  // namespace laoyou::app
