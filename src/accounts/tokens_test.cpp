// Tokens of programs: never more than their maker, and gone with the maker.
#include <gtest/gtest.h>

#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_yufeng = "450203000000", k_liunan = "450204000000";

struct TokenOffice {
  SmallOffice office;
  Id<Account> chief = office.add("chief", "keeper", k_yufeng);
  Visitor visitor = office.visit("chief");

  http::ClientAnswer make(boost::json::array powers, const std::string& ends) const {
    return visitor.post("/api/tokens", {{"name", "bed sensors"}, {"powers", std::move(powers)}, {"ends", ends}});
  }
  std::string day(int days) const { return office.now().beijing_day().plus_days(days).text(); }
};

std::string secret_of(const http::ClientAnswer& answer) { return boost::json::parse(answer.body).at("token").as_string().c_str(); }
std::string id_of(const http::ClientAnswer& answer) { return boost::json::parse(answer.body).at("id").as_string().c_str(); }

}  // namespace

TEST(Tokens, OpenWhatTheyWereGivenAndNothingElse) {
  TokenOffice two;
  const auto made = two.make({"places_read"}, two.day(30));
  ASSERT_EQ(said(made), "201") << made.body;
  const http::Caller program = two.office.caller_with("Bearer " + secret_of(made)).value();
  EXPECT_EQ(program.door, http::Door::api);
  EXPECT_EQ(program.powers.text(), "places_read");
  EXPECT_EQ(program.scope.text(), k_yufeng);
  EXPECT_FALSE(two.office.caller_with("Bearer " + secret_of(made) + "0"));
  EXPECT_FALSE(two.office.caller_with(secret_of(made)));
}

TEST(Tokens, AreNeitherMadeNorUsedForAccountsByPrograms) {
  TokenOffice two;
  const std::string bearer = "Bearer " + secret_of(two.make({"accounts_manage"}, two.day(30)));
  EXPECT_EQ(said(two.office.ask_with(bearer, "GET", "/api/tokens")), "403 access.in_person");
  EXPECT_EQ(said(two.office.ask_with(bearer, "GET", "/api/accounts/me")), "403 access.in_person");
  EXPECT_EQ(said(two.office.ask_with(bearer, "POST", "/api/accounts/sign-out")), "403 access.in_person");
}

TEST(Tokens, NeverHaveMoreThanTheirMakerNorOutliveTheirDay) {
  TokenOffice two;
  const auto refused = two.make({"people_read"}, two.day(30));
  EXPECT_EQ(said(refused), "422 accounts.power_not_yours");
  EXPECT_EQ(place_of(refused), "/powers");
  EXPECT_EQ(said(two.make({}, two.day(30))), "422 accounts.token_without_powers");
  EXPECT_EQ(said(two.make({"places_read"}, two.day(0))), "422 accounts.token_days");
  EXPECT_EQ(said(two.make({"places_read"}, two.day(400))), "422 accounts.token_days");
  const std::string bearer = "Bearer " + secret_of(two.make({"places_read"}, two.day(1)));
  EXPECT_TRUE(two.office.caller_with(bearer));
  two.office.pass_minutes(24 * 60);
  EXPECT_FALSE(two.office.caller_with(bearer));
}

TEST(Tokens, LoseWhatTheirMakerLosesAndEndWithTheAccount) {
  TokenOffice two;
  two.office.add("above", "administrator", "450200000000");
  const std::string bearer = "Bearer " + secret_of(two.make({"places_read"}, two.day(30)));
  auto change = two.office.unchanged(two.chief);
  change["role"] = "viewer";
  const Visitor above = two.office.visit("above");
  ASSERT_EQ(said(above.put("/api/accounts/" + std::to_string(two.chief.number), change)), "200");
  EXPECT_TRUE(two.office.caller_with(bearer).value().powers.empty());
  change["state"] = "disabled";
  ASSERT_EQ(said(above.put("/api/accounts/" + std::to_string(two.chief.number), change)), "200");
  EXPECT_FALSE(two.office.caller_with(bearer));
}

TEST(Tokens, AreSeenAndEndedWithinTheRegionAlone) {
  TokenOffice two;
  two.office.add("neighbour", "administrator", k_liunan);
  const auto made = two.make({"places_read"}, two.day(30));
  const Visitor neighbour = two.office.visit("neighbour");
  EXPECT_TRUE(boost::json::parse(neighbour.get("/api/tokens").body).at("rows").as_array().empty());
  EXPECT_EQ(said(neighbour.remove("/api/tokens/" + id_of(made))), "422 accounts.token_not_found");
  const auto listed = two.visitor.get("/api/tokens").body;
  EXPECT_EQ(listed.find(secret_of(made)), std::string::npos) << "shown once";
  EXPECT_EQ(said(two.visitor.remove("/api/tokens/" + id_of(made))), "200");
  EXPECT_FALSE(two.office.caller_with("Bearer " + secret_of(made)));
}

}  // namespace laoyou::accounts
