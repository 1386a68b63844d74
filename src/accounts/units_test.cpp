// What an account of a unit may do.
#include <gtest/gtest.h>

#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_yufeng = "450203000000", k_liunan = "450204000000";

std::string path_of(Id<Account> id) { return "/api/accounts/" + std::to_string(id.number); }

boost::json::object new_account(std::string_view role, Id<Unit> unit) {
  return {{"name", "wang-wu"}, {"display_name", "Wang Wu"}, {"role", role}, {"region", k_yufeng}, {"password", k_password}, {"unit", std::to_string(unit.number)}};
}

}  // namespace

TEST(Units, AnAccountOfAnInstitutionOwnsWhatIsTheInstitutionsAndNothingElse) {
  SmallOffice office;
  const Id<registry::Institution> home = office.add_institution(k_yufeng);
  const Id<Unit> unit = office.add_unit(powers::OfficeKind::institution, k_yufeng, home);
  office.add("chief", "administrator", k_yufeng);
  ASSERT_EQ(said(office.visit("chief").post("/api/accounts", new_account("head", unit))), "201");
  const http::Caller head = office.caller_of("wang-wu");
  EXPECT_EQ(head.unit, unit.number);
  EXPECT_EQ(head.owner, (powers::Owner{powers::OwnerKind::institution, home.number}));
  EXPECT_TRUE(head.powers.has(powers::Power::places_read));
  // Its role says that it manages accounts; those of the region are no institution's business.
  EXPECT_FALSE(head.powers.has(powers::Power::accounts_manage));
}

TEST(Units, ARoleForOneKindOfUnitIsNothingWithoutSuchAUnit) {
  SmallOffice office;
  office.add("chief", "administrator", k_yufeng);
  const Visitor chief = office.visit("chief");
  const Id<Unit> street = office.add_unit(powers::OfficeKind::street, k_yufeng, std::nullopt);
  const auto refused = chief.post("/api/accounts", new_account("head", street));
  EXPECT_EQ(said(refused), "422 accounts.role_of_other_unit");
  EXPECT_EQ(place_of(refused), "/role");
  auto bare = new_account("head", street);
  bare.erase("unit");
  EXPECT_EQ(place_of(chief.post("/api/accounts", bare)), "/unit");
}

TEST(Units, OfAnotherPlaceCannotBeChosen) {
  SmallOffice office;
  office.add("chief", "administrator", k_yufeng);
  const Id<Unit> neighbour = office.add_unit(powers::OfficeKind::street, k_liunan, std::nullopt);
  EXPECT_EQ(said(office.visit("chief").post("/api/accounts", new_account("viewer", neighbour))), "422 accounts.unit_not_found");
}

TEST(Units, OnceClosedItsAccountsMayDoNothing) {
  SmallOffice office;
  const Id<Unit> unit = office.add_unit(powers::OfficeKind::institution, k_yufeng, office.add_institution(k_yufeng));
  office.add("chief", "administrator", k_yufeng);
  ASSERT_EQ(said(office.visit("chief").post("/api/accounts", new_account("head", unit))), "201");
  office.close_unit(unit);
  EXPECT_TRUE(office.caller_of("wang-wu").powers.empty());
}

TEST(Units, NobodyMovesThemselvesToAnotherUnit) {
  SmallOffice office;
  const Id<Account> chief = office.add("chief", "administrator", k_yufeng);
  auto change = office.unchanged(chief);
  change["unit"] = std::to_string(office.add_unit(powers::OfficeKind::street, k_yufeng, std::nullopt).number);
  EXPECT_EQ(said(office.visit("chief").put(path_of(chief), change)), "422 accounts.own_rights");
}

}  // namespace laoyou::accounts
