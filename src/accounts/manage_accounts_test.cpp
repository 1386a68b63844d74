#include <gtest/gtest.h>

#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {


constexpr std::string_view k_liuzhou = "450200000000", k_yufeng = "450203000000", k_liunan = "450204000000";
constexpr std::string_view k_new_password = "other-horse-8";

boost::json::object new_account(std::string_view name, std::string_view region) {
  return {{"name", name}, {"display_name", "Wang Wu"}, {"role", "reporter"}, {"region", region}, {"phone", "13812345678"}, {"password", k_password}};
}

std::string path_of(Id<Account> id) { return "/api/accounts/" + std::to_string(id.number); }

/// An administrator of one county, and an account of the county next to it.
struct TwoCounties {
  SmallOffice office;
  Id<Account> chief = office.add("yufeng-chief", "administrator", k_yufeng);
  Id<Account> own = office.add("yufeng-li", "reporter", k_yufeng);
  Id<Account> neighbour = office.add("liunan-li", "reporter", k_liunan);
  Id<Account> above = office.add("liuzhou-li", "official", k_liuzhou);
};

}  // namespace

TEST(ManageAccounts, AnAdministratorAddsAccountsWithinTheRegionOnly) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  EXPECT_EQ(said(chief.post("/api/accounts", new_account("wang-wu", k_yufeng))), "201");
  EXPECT_EQ(said(two.office.visit("wang-wu").answer()), "200");
  EXPECT_EQ(said(chief.post("/api/accounts", new_account("wang-liu", k_liunan))), "403 scope.outside");
  EXPECT_EQ(said(chief.post("/api/accounts", new_account("wang-liu", k_liuzhou))), "403 scope.outside");
  EXPECT_EQ(said(chief.post("/api/accounts", new_account("wang-liu", "000000000000"))), "403 scope.outside");
  EXPECT_EQ(said(two.office.visit("wang-liu").answer()), "401 accounts.wrong_password");
}

TEST(ManageAccounts, AccountsOutsideTheRegionAreAsIfTheyWereNotThere) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  for (const Id<Account> outside : {two.neighbour, two.above}) {
    auto change = two.office.unchanged(outside);
    change["region"] = k_yufeng;
    EXPECT_EQ(said(chief.put(path_of(outside), change)), "404 accounts.not_found");
    EXPECT_EQ(said(chief.post(path_of(outside) + "/password", {{"new_password", k_new_password}})), "404 accounts.not_found");
  }
  EXPECT_EQ(said(two.office.visit("liunan-li").answer()), "200");
  const std::string list = chief.get("/api/accounts").body;
  EXPECT_NE(list.find("yufeng-li"), std::string::npos);
  EXPECT_EQ(list.find("liunan-li"), std::string::npos);
  EXPECT_EQ(list.find("liuzhou-li"), std::string::npos);
  EXPECT_EQ(chief.get("/api/accounts?search=li").body.find("liunan"), std::string::npos);
  EXPECT_EQ(said(chief.get("/api/accounts?region=450204000000")), "403 scope.outside");
}

TEST(ManageAccounts, AnAccountCannotBeMovedOutOfTheRegion) {
  TwoCounties two;
  auto change = two.office.unchanged(two.own);
  change["region"] = k_liunan;
  EXPECT_EQ(said(two.office.visit("yufeng-chief").put(path_of(two.own), change)), "403 scope.outside");
  EXPECT_EQ(two.office.kept(two.own).region.text(), k_yufeng);
}

TEST(ManageAccounts, NobodyChangesTheirOwnRights) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  for (const auto& [field, value] : {std::pair("role", "viewer"), std::pair("state", "disabled"), std::pair("region", "450203001000")}) {
    auto change = two.office.unchanged(two.chief);
    change[field] = value;
    EXPECT_EQ(said(chief.put(path_of(two.chief), change)), "422 accounts.own_rights") << field;
  }
  auto change = two.office.unchanged(two.chief);
  change["display_name"] = "Zhao Liu";
  EXPECT_EQ(said(chief.put(path_of(two.chief), change)), "200");
  EXPECT_EQ(said(chief.get("/api/accounts/me")), "200") << "a new name ends no session";
}

TEST(ManageAccounts, OnlyARoleThatThePlansKnowIsGiven) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  auto change = two.office.unchanged(two.own);
  change["role"] = "emperor";
  const auto refused = chief.put(path_of(two.own), change);
  EXPECT_EQ(said(refused), "422 accounts.unknown_role");
  EXPECT_EQ(place_of(refused), "/role");
  const auto roles = boost::json::parse(chief.get("/api/roles").body);
  EXPECT_EQ(roles.at("roles").at(0).at("role_name_en"), "Administrator");
  EXPECT_EQ(roles.at("roles").at(0).at("powers"), boost::json::array{"accounts_manage"});
  EXPECT_EQ(roles.at("powers").at(0).at("label"), "查看方案");
}

TEST(ManageAccounts, ARoleThatThePlansForgetLeavesNoPowersAndTheSignInSaysSo) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "administrator", k_yufeng);
  const Visitor visitor = office.visit("li-si");
  EXPECT_EQ(said(visitor.get("/api/accounts")), "200");
  office.forget_role("administrator");
  office.pass_minutes(1);
  EXPECT_EQ(said(visitor.get("/api/accounts")), "403 access.power_missing");
  const auto me = boost::json::parse(office.visit("li-si").answer().body);
  EXPECT_EQ(me.at("role"), "administrator");
  EXPECT_FALSE(me.as_object().contains("role_name"));
  EXPECT_TRUE(me.at("powers").as_array().empty());
}

TEST(ManageAccounts, NoOtherRoleManagesAccounts) {
  TwoCounties two;
  const Visitor reporter = two.office.visit("yufeng-li");
  EXPECT_EQ(said(reporter.get("/api/accounts")), "403 access.power_missing");
  EXPECT_EQ(said(reporter.post("/api/accounts", new_account("wang-wu", k_yufeng))), "403 access.power_missing");
}

TEST(ManageAccounts, ANameIsTakenOnce) {
  TwoCounties two;
  const auto answer = two.office.visit("yufeng-chief").post("/api/accounts", new_account("liunan-li", k_yufeng));
  EXPECT_EQ(said(answer), "409 accounts.name_taken");
  EXPECT_EQ(place_of(answer), "/name");
}

TEST(ManageAccounts, WhatIsMalformedIsRefusedAtItsField) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  const auto refused = [&](const char* field, const char* value) {
    auto request = new_account("wang-wu", k_yufeng);
    request[field] = value;
    const auto answer = chief.post("/api/accounts", request);
    return said(answer) + " " + place_of(answer);
  };
  EXPECT_EQ(refused("name", "Wang Wu"), "422 accounts.malformed_name /name");
  EXPECT_EQ(refused("password", "short"), "422 accounts.weak_password /password");
  EXPECT_EQ(refused("display_name", ""), "422 json.missing_field /display_name");
  EXPECT_EQ(refused("phone", "call me"), "422 accounts.malformed_phone /phone");
}

TEST(ManageAccounts, AMaskedPhoneSentBackNeverOverwritesTheWholeOne) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  const auto made = boost::json::parse(chief.post("/api/accounts", new_account("wang-wu", k_yufeng)).body);
  const Id<Account> id{std::stoll(made.at("id").as_string().c_str())};
  EXPECT_EQ(made.at("phone"), "138****5678");
  auto change = two.office.unchanged(id);
  change["phone"] = made.at("phone");
  const auto answer = chief.put(path_of(id), change);
  EXPECT_EQ(said(answer), "422 accounts.malformed_phone");
  EXPECT_EQ(place_of(answer), "/phone");
  EXPECT_EQ(two.office.kept(id).phone, "13812345678");
  change.erase("phone");
  EXPECT_EQ(said(chief.put(path_of(id), change)), "200");
  EXPECT_EQ(two.office.kept(id).phone, "13812345678") << "a phone not sent stays";
  change["phone"] = "";
  EXPECT_EQ(said(chief.put(path_of(id), change)), "200");
  EXPECT_FALSE(two.office.kept(id).phone) << "an empty one is taken away";
}

TEST(ManageAccounts, NoAnswerHoldsAPasswordHashASecretOrAWholePhone) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  chief.post("/api/accounts", new_account("wang-wu", k_yufeng));
  const std::string list = chief.get("/api/accounts").body + chief.get("/api/accounts/me").body;
  for (const char* secret : {"argon2", "password_hash", "13812345678", "totp_secret", "token_hash"}) EXPECT_EQ(list.find(secret), std::string::npos) << secret;
}

TEST(EndedSessions, ANewPasswordOfOnesOwnEndsAllOtherSessions) {
  TwoCounties two;
  const Visitor here = two.office.visit("yufeng-li"), elsewhere = two.office.visit("yufeng-li");
  EXPECT_EQ(said(here.post("/api/accounts/password", {{"current", k_password}, {"new_password", "short"}})), "422 accounts.weak_password");
  ASSERT_EQ(said(here.post("/api/accounts/password", {{"current", k_password}, {"new_password", k_new_password}})), "200");
  EXPECT_EQ(said(here.get("/api/accounts/me")), "200");
  EXPECT_EQ(said(elsewhere.get("/api/accounts/me")), "401 access.signed_out");
  EXPECT_EQ(said(two.office.visit("yufeng-li").answer()), "401 accounts.wrong_password");
  EXPECT_EQ(said(two.office.visit("yufeng-li", k_new_password).answer()), "200");
}

TEST(EndedSessions, ATakenOverSessionCannotTryPasswordsForEver) {
  TwoCounties two;
  const Visitor taken = two.office.visit("yufeng-li");
  const auto guess = [&](std::string_view password) { return said(taken.post("/api/accounts/password", {{"current", password}, {"new_password", k_new_password}})); };
  for (int attempt = 0; attempt < 5; ++attempt) EXPECT_EQ(guess("wrong-horse-7"), "422 accounts.wrong_password");
  EXPECT_EQ(guess(k_password), "423 accounts.locked");
  EXPECT_EQ(said(taken.post("/api/accounts/totp/remove", {{"password", k_password}})), "423 accounts.locked");
}

TEST(EndedSessions, AResetEndsEverySessionAndOpensALockedAccount) {
  TwoCounties two;
  const Visitor li = two.office.visit("yufeng-li");
  for (int attempt = 0; attempt < 5; ++attempt) two.office.visit("yufeng-li", "wrong-horse-7");
  const Visitor chief = two.office.visit("yufeng-chief");
  ASSERT_EQ(said(chief.post(path_of(two.own) + "/password", {{"new_password", k_new_password}})), "200");
  EXPECT_EQ(said(li.get("/api/accounts/me")), "401 access.signed_out");
  EXPECT_EQ(said(two.office.visit("yufeng-li", k_new_password).answer()), "200");
}

TEST(EndedSessions, OtherRightsOrDisablingEndEverySession) {
  for (const auto& [field, value] : {std::pair("role", "viewer"), std::pair("state", "disabled")}) {
    TwoCounties two;
    const Visitor li = two.office.visit("yufeng-li");
    ASSERT_EQ(said(li.get("/api/accounts/me")), "200");
    auto change = two.office.unchanged(two.own);
    change[field] = value;
    ASSERT_EQ(said(two.office.visit("yufeng-chief").put(path_of(two.own), change)), "200");
    EXPECT_EQ(said(li.get("/api/accounts/me")), "401 access.signed_out") << field;
  }
}

TEST(ManageAccounts, EveryChangeStandsInTheJournalWithWhoMadeIt) {
  TwoCounties two;
  const Visitor chief = two.office.visit("yufeng-chief");
  const std::size_t before = two.office.entries("account", two.chief.number);
  chief.post("/api/accounts", new_account("wang-wu", k_yufeng));
  auto change = two.office.unchanged(two.own);
  change["display_name"] = "Zhao Liu";
  chief.put(path_of(two.own), change);
  chief.post(path_of(two.own) + "/password", {{"new_password", k_new_password}});
  EXPECT_EQ(two.office.entries("account", two.chief.number), before + 3);
}

}  // namespace laoyou::accounts
