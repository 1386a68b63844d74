#include <gtest/gtest.h>

#include <thread>

#include "accounts/small_office_test.h"
#include "accounts/totp.h"

namespace laoyou::accounts {
namespace {


constexpr std::string_view k_liuzhou = "450200000000";
constexpr std::string_view k_wrong = "wrong-horse-7";

/// Offers and confirms one-time codes; returns their secret.
std::string turn_on_codes(const SmallOffice& office, const Visitor& visitor) {
  const auto offer = boost::json::parse(visitor.post("/api/accounts/totp/begin", {{"password", k_password}}).body);
  const std::string secret = offer.at("secret").as_string().c_str();
  CHECK(visitor.post("/api/accounts/totp/confirm", {{"code", totp_code(secret, office.now().milliseconds / 30'000)}}).status == 200);
  return secret;
}

}  // namespace

TEST(SignIn, TheRightPasswordOpensASessionThatOnlyThisBrowserHas) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  const Visitor li = office.visit("li-si");
  ASSERT_EQ(said(li.answer()), "200");
  const std::string cookie(li.answer().header("Set-Cookie"));
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
  const auto me = boost::json::parse(li.get("/api/accounts/me").body);
  EXPECT_EQ(me.at("name"), "li-si");
  EXPECT_EQ(me.at("role"), "official");
  EXPECT_EQ(me.at("region"), "450200000000");
  EXPECT_EQ(said(office.nobody().get("/api/accounts/me")), "401 access.signed_out");
}

TEST(SignIn, AnUnknownNameAndAWrongPasswordAreAnsweredAlike) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  auto wrong = boost::json::parse(office.visit("li-si", k_wrong).answer().body).as_object();
  auto unknown = boost::json::parse(office.visit("nobody", k_wrong).answer().body).as_object();
  EXPECT_EQ(wrong.at("code"), "accounts.wrong_password");
  wrong.erase("request_id");
  unknown.erase("request_id");
  EXPECT_EQ(wrong, unknown);
}

TEST(SignIn, FiveWrongPasswordsMakeTheNameWaitAMinuteAndEachFurtherOneTwiceAsLong) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  for (int attempt = 0; attempt < 5; ++attempt) EXPECT_EQ(said(office.visit("li-si", k_wrong).answer()), "401 accounts.wrong_password");
  EXPECT_EQ(said(office.visit("li-si").answer()), "423 accounts.locked") << "the right password too";
  office.pass_minutes(1);
  EXPECT_EQ(said(office.visit("li-si", k_wrong).answer()), "401 accounts.wrong_password");
  office.pass_minutes(1);
  EXPECT_EQ(said(office.visit("li-si").answer()), "423 accounts.locked") << "two minutes now";
  office.pass_minutes(1);
  EXPECT_EQ(said(office.visit("li-si").answer()), "200");
}

TEST(SignIn, ANameThatNobodyHasIsMadeToWaitAsWell) {
  SmallOffice office;
  for (int attempt = 0; attempt < 5; ++attempt) EXPECT_EQ(said(office.visit("nobody", k_wrong).answer()), "401 accounts.wrong_password");
  EXPECT_EQ(said(office.visit("nobody", k_wrong).answer()), "423 accounts.locked");
}

TEST(SignIn, AnAdministratorUnlocksAndTheJournalHasIt) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "official", k_liuzhou), chief_id = office.add("chief", "administrator", k_liuzhou);
  const Visitor chief = office.visit("chief");
  for (int attempt = 0; attempt < 5; ++attempt) office.visit("li-si", k_wrong);
  ASSERT_EQ(said(office.visit("li-si").answer()), "423 accounts.locked");
  const std::size_t before = office.entries("account", chief_id.number);
  ASSERT_EQ(said(chief.post("/api/accounts/" + std::to_string(li.number) + "/unlock")), "200");
  EXPECT_EQ(office.entries("account", chief_id.number), before + 1);
  EXPECT_EQ(said(office.visit("li-si").answer()), "200");
}

TEST(SignIn, ASuccessForgetsTheFailuresBefore) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  for (int round = 0; round < 3; ++round) {
    for (int attempt = 0; attempt < 4; ++attempt) office.visit("li-si", k_wrong);
    EXPECT_EQ(said(office.visit("li-si").answer()), "200");
  }
}

TEST(SignIn, WrongPasswordsThatComeAtOnceAreAllCounted) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "official", k_liuzhou);
  std::vector<std::thread> guessers;
  for (int i = 0; i < 4; ++i) guessers.emplace_back([&] { office.visit("li-si", k_wrong); });
  for (std::thread& guesser : guessers) guesser.join();
  EXPECT_EQ(office.kept(li).failures, 4);
  office.visit("li-si", k_wrong);
  EXPECT_EQ(said(office.visit("li-si").answer()), "423 accounts.locked");
}

TEST(SignIn, ADisabledAccountStaysOutAndOnlyWhoKnowsThePasswordLearnsWhy) {
  SmallOffice office;
  office.add("chief", "administrator", k_liuzhou);
  const Id<Account> li = office.add("li-si", "official", k_liuzhou);
  auto change = office.unchanged(li);
  change["state"] = "disabled";
  ASSERT_EQ(said(office.visit("chief").put("/api/accounts/" + std::to_string(li.number), change)), "200");
  EXPECT_EQ(said(office.visit("li-si").answer()), "403 accounts.disabled");
  EXPECT_EQ(said(office.visit("li-si", k_wrong).answer()), "401 accounts.wrong_password");
}

TEST(SignIn, SigningOutEndsTheSession) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  const Visitor li = office.visit("li-si");
  ASSERT_EQ(said(li.post("/api/accounts/sign-out")), "200");
  EXPECT_EQ(said(li.get("/api/accounts/me")), "401 access.signed_out");
}

TEST(SignIn, ASessionEndsAfterTwelveHours) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  const Visitor li = office.visit("li-si");
  for (int half_hours = 1; half_hours < 24; ++half_hours) {
    office.pass_minutes(30);
    EXPECT_EQ(said(li.get("/api/accounts/me")), "200") << half_hours;
  }
  office.pass_minutes(30);
  EXPECT_EQ(said(li.get("/api/accounts/me")), "401 access.signed_out");
}

TEST(OneTimeCodes, OnceConfirmedNoSignInIsWithoutOneAndEachIsGoodOnce) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  const Visitor li = office.visit("li-si");
  const std::string secret = turn_on_codes(office, li);
  EXPECT_EQ(said(office.visit("li-si").answer()), "401 accounts.code_needed");
  EXPECT_EQ(said(office.visit("li-si", k_password, "000000").answer()), "401 accounts.wrong_code");
  const std::int64_t step = office.now().milliseconds / 30'000;
  EXPECT_EQ(said(office.visit("li-si", k_password, totp_code(secret, step)).answer()), "401 accounts.wrong_code") << "used to confirm";
  office.pass_minutes(1);
  EXPECT_EQ(said(office.visit("li-si", k_password, totp_code(secret, step + 2)).answer()), "200");
  EXPECT_EQ(said(office.visit("li-si", k_password, totp_code(secret, step + 2)).answer()), "401 accounts.wrong_code") << "used to sign in";
}

TEST(OneTimeCodes, WrongCodesLockTheAccountAsWrongPasswordsDo) {
  SmallOffice office;
  office.add("li-si", "official", k_liuzhou);
  turn_on_codes(office, office.visit("li-si"));
  for (int attempt = 0; attempt < 5; ++attempt) office.visit("li-si", k_password, "000000");
  EXPECT_EQ(said(office.visit("li-si", k_password, "000000").answer()), "423 accounts.locked");
}

TEST(OneTimeCodes, AWrongCodeConfirmsNothingAndThePasswordTurnsThemOff) {
  SmallOffice office;
  const Id<Account> id = office.add("li-si", "official", k_liuzhou);
  const Visitor li = office.visit("li-si");
  EXPECT_EQ(said(li.post("/api/accounts/totp/confirm", {{"code", "000000"}})), "422 accounts.no_code_offered");
  EXPECT_EQ(said(li.post("/api/accounts/totp/begin", {{"password", k_wrong}})), "422 accounts.wrong_password") << "a session alone offers no code";
  li.post("/api/accounts/totp/begin", {{"password", k_password}});
  EXPECT_EQ(said(li.post("/api/accounts/totp/confirm", {{"code", "000000"}})), "422 accounts.wrong_code");
  EXPECT_FALSE(office.kept(id).totp_secret);
  turn_on_codes(office, li);
  EXPECT_EQ(said(li.post("/api/accounts/totp/remove", {{"password", k_wrong}})), "422 accounts.wrong_password");
  EXPECT_TRUE(office.kept(id).totp_secret);
  EXPECT_EQ(said(li.post("/api/accounts/totp/remove", {{"password", k_password}})), "200");
  EXPECT_EQ(said(office.visit("li-si").answer()), "200");
}

TEST(OneTimeCodes, OfALostPhoneAreTakenAwayWithANewPasswordByAnAdministratorAndNobodyResetsTheirOwn) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "official", k_liuzhou), chief_id = office.add("chief", "administrator", k_liuzhou);
  turn_on_codes(office, office.visit("li-si"));
  const Visitor chief = office.visit("chief");
  const auto reset = [&](Id<Account> id) {
    return said(chief.post("/api/accounts/" + std::to_string(id.number) + "/password", {{"new_password", "teal-river-9"}, {"remove_code", true}}));
  };
  ASSERT_EQ(reset(li), "200");
  EXPECT_FALSE(office.kept(li).totp_secret);
  EXPECT_EQ(said(office.visit("li-si", "teal-river-9").answer()), "200");
  EXPECT_EQ(reset(chief_id), "422 accounts.own_password");
}

}  // namespace laoyou::accounts
