// A head of a home sees its residents from the day they move in, and no others.
#include <gmock/gmock.h>

#include "accounts/unit.h"
#include "app/running_house_test.h"
#include "registry/stay.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_district = "450203000000";
constexpr std::string_view k_password = "right-horse-7";

class Stays : public OnBothDatabases {
 protected:
  Id<registry::Institution> add_home(const std::string& name) {
    registry::Institution home;
    home.id = {house.store().new_id()};
    home.region = code(k_district);
    home.name = name;
    put([&](store::Writing& writing) { writing.insert(home); });
    return home.id;
  }
  Id<registry::Resident> add_resident(const std::string& name) {
    registry::Resident resident;
    resident.id = {house.store().new_id()};
    resident.region = code(k_district);
    resident.name = name;
    put([&](store::Writing& writing) { writing.insert(resident); });
    return resident.id;
  }
  void put(const std::function<void(store::Writing&)>& write) {
    const store::WriteOutcome outcome = house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
      write(writing);
      return {};
    });
    EXPECT_TRUE(outcome.result());
    settle();
  }
  /// What the follower writes is followed too.
  void settle() {
    for (int round = 0; round < 3; ++round) EXPECT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  }
  Visitor head_of(Id<registry::Institution> home, const std::string& name) {
    const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "本院", powers::OfficeKind::institution, home};
    put([&](store::Writing& writing) { writing.insert(unit); });
    accounts::CreateAccountRequest request{name, name, "institution_head", code(k_district), std::nullopt, std::string(k_password)};
    request.unit = unit.id;
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
    return Visitor(house.port(), name, k_password);
  }
  static std::vector<std::string> seen_by(const Visitor& visitor) {
    std::vector<std::string> ids;
    const auto answer = boost::json::parse(visitor.get("/api/residents").body);
    for (const auto& row : answer.at("rows").as_array()) ids.emplace_back(row.at("id").as_string());
    return ids;
  }
};
RUN_ON_BOTH_DATABASES(Stays);

}  // namespace

TEST_P(Stays, AHeadSeesThePersonWhileTheStayIsOpenAndNobodyElses) {
  const auto own = add_home("本院"), other = add_home("他院");
  const auto person = add_resident("甲"), neighbour = add_resident("乙");
  const Visitor head = head_of(own, "head"), other_head = head_of(other, "other-head");
  EXPECT_THAT(seen_by(head), testing::IsEmpty());
  registry::Stay stay{.id = {house.store().new_id()}, .region = code(k_district), .resident = person, .institution = own, .from = Date::parse("2025-03-01").value()};
  put([&](store::Writing& writing) { writing.insert(stay); });
  EXPECT_THAT(seen_by(head), testing::ElementsAre(std::to_string(person.number)));
  EXPECT_THAT(seen_by(other_head), testing::IsEmpty());
  EXPECT_EQ(head.get("/api/residents/" + std::to_string(neighbour.number)).status, 404);
  stay.version = 1;
  stay.until = Date::parse("2025-09-01").value();
  put([&](store::Writing& writing) { writing.update(stay); });
  EXPECT_THAT(seen_by(head), testing::IsEmpty()) << "moved out";
}

}  // namespace laoyou::app
