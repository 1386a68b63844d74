// Sessions and the keys to an account: listed, ended, left idle, set by somebody else, asked for by a role.
#include <gtest/gtest.h>

#include "accounts/desk.h"
#include "accounts/small_office_test.h"
#include "accounts/totp.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_yufeng = "450203000000", k_liunan = "450204000000", k_fresh = "teal-river-9";

std::string path_of(Id<Account> id) { return "/api/accounts/" + std::to_string(id.number); }

boost::json::array rows(const http::ClientAnswer& answer) { return boost::json::parse(answer.body).at("rows").as_array(); }

/// Turns one-time codes on and gives the recovery codes.
boost::json::array turn_on_codes(SmallOffice& office, const Visitor& visitor) {
  const auto offer = boost::json::parse(visitor.post("/api/accounts/totp/begin", {{"password", k_password}}).body);
  const std::string secret(offer.at("secret").as_string());
  const auto answer = visitor.post("/api/accounts/totp/confirm", {{"code", totp_code(secret, office.now().milliseconds / 30'000)}});
  return boost::json::parse(answer.body).at("recovery_codes").as_array();
}

}  // namespace

TEST(Sessions, AreListedAndOneIsEndedFromAnother) {
  SmallOffice office;
  office.add("li-si", "official", k_yufeng);
  const Visitor desk = office.visit("li-si"), lost = office.visit("li-si");
  const auto listed = rows(desk.get("/api/accounts/sessions"));
  ASSERT_EQ(listed.size(), 2u);
  std::string other;
  for (const auto& row : listed)
    if (!row.at("here").as_bool()) other = row.at("id").as_string();
  EXPECT_EQ(said(desk.remove("/api/accounts/sessions/" + other)), "200");
  EXPECT_EQ(said(lost.get("/api/accounts/me")), "401 access.signed_out");
  EXPECT_EQ(said(desk.get("/api/accounts/me")), "200");
}

TEST(Sessions, AllButTheOneThatAsksAreEnded) {
  SmallOffice office;
  office.add("li-si", "official", k_yufeng);
  const Visitor desk = office.visit("li-si"), lost = office.visit("li-si"), forgotten = office.visit("li-si");
  EXPECT_EQ(said(desk.remove("/api/accounts/sessions")), "200");
  EXPECT_EQ(said(lost.get("/api/accounts/me")), "401 access.signed_out");
  EXPECT_EQ(said(forgotten.get("/api/accounts/me")), "401 access.signed_out");
  EXPECT_EQ(said(desk.get("/api/accounts/me")), "200");
}

TEST(Sessions, OfOneAccountAreAtMostTwenty) {
  SmallOffice office;
  office.add("li-si", "official", k_yufeng);
  const Visitor first = office.visit("li-si"), second = office.visit("li-si");
  office.pass_minutes(1);
  for (std::size_t i = 2; i < SessionKeeper::k_sessions_max; ++i) office.visit("li-si");
  EXPECT_EQ(rows(second.get("/api/accounts/sessions")).size(), SessionKeeper::k_sessions_max);
  const Visitor one_more = office.visit("li-si");
  EXPECT_EQ(rows(one_more.get("/api/accounts/sessions")).size(), SessionKeeper::k_sessions_max);
}

TEST(Sessions, MakeAccountsKeysAndTokensOnlySoonAfterTheirPasswordWasTyped) {
  SmallOffice office;
  office.add("chief", "administrator", k_yufeng);
  const Id<Account> li = office.add("li-si", "official", k_yufeng);
  const Visitor chief = office.visit("chief");
  const boost::json::object wang{{"name", "wang-wu"}, {"display_name", "王五"}, {"password", k_fresh}, {"role", "official"}, {"region", k_yufeng}};
  office.pass_minutes(16);
  EXPECT_EQ(said(chief.post("/api/accounts", wang)), "403 accounts.prove_again");
  EXPECT_EQ(said(chief.put(path_of(li), office.unchanged(li))), "403 accounts.prove_again");
  EXPECT_EQ(said(chief.post(path_of(li) + "/password", {{"new_password", k_fresh}})), "403 accounts.prove_again");
  EXPECT_EQ(said(chief.post("/api/tokens", {{"name", "x"}, {"powers", boost::json::array{"plan_read"}}, {"ends", office.now().beijing_day().plus_days(9).text()}})), "403 accounts.prove_again");
  EXPECT_EQ(said(chief.post("/api/accounts/prove", {{"password", "not-this-one-4"}})), "422 accounts.wrong_password");
  EXPECT_EQ(said(chief.post("/api/accounts", wang)), "403 accounts.prove_again");
  EXPECT_EQ(said(chief.post("/api/accounts/prove", {{"password", k_password}})), "200");
  EXPECT_EQ(said(chief.post("/api/accounts", wang)), "201");
  EXPECT_EQ(said(chief.put(path_of(li), office.unchanged(li))), "200");
}

TEST(Sessions, OfSomebodyElseAreNotEndedButByWhoManagesTheAccount) {
  SmallOffice office;
  office.add("wang-wu", "official", k_yufeng);
  office.add("chief", "administrator", k_yufeng);
  office.add("neighbour", "administrator", k_liunan);
  const Id<Account> li = office.add("li-si", "official", k_yufeng);
  const Visitor visitor = office.visit("li-si");
  const std::string session(rows(visitor.get("/api/accounts/sessions")).at(0).at("id").as_string());
  EXPECT_EQ(said(office.visit("wang-wu").remove("/api/accounts/sessions/" + session)), "422 accounts.session_not_found");
  EXPECT_EQ(said(office.visit("neighbour").get(path_of(li) + "/sessions")), "404 accounts.not_found");
  EXPECT_EQ(said(office.visit("neighbour").remove(path_of(li) + "/sessions")), "404 accounts.not_found");
  EXPECT_EQ(rows(office.visit("chief").get(path_of(li) + "/sessions")).size(), 1u);
  EXPECT_EQ(said(office.visit("chief").remove(path_of(li) + "/sessions")), "200");
  EXPECT_EQ(said(visitor.get("/api/accounts/me")), "401 access.signed_out");
}

TEST(Sessions, LeftIdleForAnHourHaveEnded) {
  SmallOffice office;
  office.add("li-si", "official", k_yufeng);
  const Visitor visitor = office.visit("li-si");
  for (int i = 0; i < 4; ++i) {
    office.pass_minutes(59);
    EXPECT_EQ(said(visitor.get("/api/accounts/me")), "200") << i;
  }
  office.pass_minutes(60);
  EXPECT_EQ(said(visitor.get("/api/accounts/me")), "401 access.signed_out");
}

TEST(Sessions, ThePreviousSignInAndWrongTriesSinceAreTold) {
  SmallOffice office;
  office.add("li-si", "official", k_yufeng);
  EXPECT_FALSE(boost::json::parse(office.visit("li-si").answer().body).as_object().contains("previous_at"));
  const Instant first = office.now();
  office.pass_minutes(5);
  office.visit("li-si", "wrong-horse-7");
  const auto me = boost::json::parse(office.visit("li-si").answer().body);
  EXPECT_EQ(std::string(me.at("previous_at").as_string()), first.text());
  EXPECT_EQ(me.at("previous_client"), "127.0.0.1");
  EXPECT_EQ(me.at("previous_failures"), 1);
}

TEST(Duties, APasswordThatSomebodyElseSetIsChangedBeforeAnythingElse) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "administrator", k_yufeng);
  office.add("chief", "administrator", k_yufeng);
  ASSERT_EQ(said(office.visit("chief").post(path_of(li) + "/password", {{"new_password", k_fresh}})), "200");
  const Visitor visitor = office.visit("li-si", k_fresh);
  EXPECT_TRUE(boost::json::parse(visitor.answer().body).at("password_change_needed").as_bool());
  EXPECT_EQ(said(visitor.get("/api/accounts")), "403 accounts.password_change_needed");
  EXPECT_EQ(said(visitor.post("/api/accounts/totp/begin", {{"password", k_fresh}})), "403 accounts.password_change_needed");
  EXPECT_EQ(said(visitor.get("/api/accounts/me")), "200");
  EXPECT_EQ(said(visitor.post("/api/accounts/password", {{"current", k_fresh}, {"new_password", k_fresh}})), "422 accounts.same_password");
  ASSERT_EQ(said(visitor.post("/api/accounts/password", {{"current", k_fresh}, {"new_password", k_password}})), "200");
  EXPECT_EQ(said(visitor.get("/api/accounts")), "200");
}

TEST(Duties, ARoleThatAsksForOneTimeCodesOpensNothingWithoutThem) {
  SmallOffice office;
  office.add("li-si", "guarded", k_yufeng);
  const Visitor visitor = office.visit("li-si");
  EXPECT_EQ(said(visitor.get("/api/accounts")), "403 accounts.code_setup_needed");
  EXPECT_EQ(turn_on_codes(office, visitor).size(), 10u);
  EXPECT_EQ(said(visitor.get("/api/accounts")), "200");
  EXPECT_EQ(said(visitor.post("/api/accounts/totp/remove", {{"password", k_password}})), "422 accounts.code_obligatory");
}

TEST(LostPhone, EachSignsInOnceInsteadOfTheLostPhone) {
  SmallOffice office;
  const Id<Account> li = office.add("li-si", "official", k_yufeng);
  const auto codes = turn_on_codes(office, office.visit("li-si"));
  const std::string first(codes.at(0).as_string()), second(codes.at(1).as_string());
  EXPECT_EQ(said(office.visit("li-si", k_password, first).answer()), "200");
  EXPECT_EQ(said(office.visit("li-si", k_password, first).answer()), "401 accounts.wrong_code");
  const Visitor visitor = office.visit("li-si", k_password, second);
  EXPECT_EQ(boost::json::parse(visitor.answer().body).at("recovery_codes_left"), 8);
  for (const std::string& hash : office.kept(li).recovery_hashes) EXPECT_EQ(hash.find('-'), std::string::npos) << "hashes alone are kept";
  EXPECT_EQ(said(visitor.post("/api/accounts/totp/recovery", {{"password", "wrong-horse-7"}})), "422 accounts.wrong_password");
  EXPECT_EQ(said(visitor.post("/api/accounts/totp/recovery", {{"password", k_password}})), "200");
  EXPECT_EQ(office.kept(li).recovery_hashes.size(), 10u);
  EXPECT_EQ(said(office.visit("li-si", k_password, std::string(codes.at(2).as_string())).answer()), "401 accounts.wrong_code") << "the old ones are void";
}

}  // namespace laoyou::accounts
