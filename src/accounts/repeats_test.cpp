// A request that is sent again makes nothing twice.
#include "accounts/repeats.h"

#include <gtest/gtest.h>

#include "accounts/small_office_test.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_yufeng = "450203000000";

struct KeyedOffice {
  SmallOffice office;
  Id<Account> chief = office.add("chief", "administrator", k_yufeng);
  Visitor visitor = office.visit("chief");

  http::ClientAnswer create(const std::string& key, const std::string& name) const { return create_as(visitor, key, name); }
  static http::ClientAnswer create_as(const Visitor& who, const std::string& key, const std::string& name) {
    const boost::json::object body{{"name", name}, {"display_name", "Wang Wu"}, {"role", "viewer"}, {"region", k_yufeng}, {"password", k_password}};
    return who.ask_with("POST", "/api/accounts", boost::json::serialize(body), {{"Idempotency-Key", key}});
  }
};

}  // namespace

TEST(Repeats, TheSameRequestWithItsKeyIsDoneOnceAndAnsweredAlike) {
  KeyedOffice keyed;
  const auto first = keyed.create("k-1", "wang-wu");
  ASSERT_EQ(said(first), "201");
  const auto again = keyed.create("k-1", "wang-wu");
  EXPECT_EQ(said(again), "201");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(said(keyed.create("k-2", "wang-wu")), "409 accounts.name_taken") << "another key is another request";
}

TEST(Repeats, AKeyIsNotTakenForAnotherRequest) {
  KeyedOffice keyed;
  ASSERT_EQ(said(keyed.create("k-1", "wang-wu")), "201");
  EXPECT_EQ(said(keyed.create("k-1", "zhao-liu")), "422 http.idempotency_key_reused");
  EXPECT_EQ(said(keyed.create("two words", "zhao-liu")), "400 http.idempotency_key_malformed");
  // Keys are each account's own.
  keyed.office.add("deputy", "administrator", k_yufeng);
  EXPECT_EQ(said(KeyedOffice::create_as(keyed.office.visit("deputy"), "k-1", "zhao-liu")), "201");
}

TEST(Repeats, WhatWasRefusedMayBeMendedUnderTheSameKey) {
  KeyedOffice keyed;
  EXPECT_EQ(said(keyed.create("k-1", "WANG")), "422 accounts.malformed_name");
  EXPECT_EQ(said(keyed.create("k-1", "wang-wu")), "201");
}

TEST(Repeats, AfterADayTheKeyIsForgotten) {
  KeyedOffice keyed;
  ASSERT_EQ(said(keyed.create("k-1", "wang-wu")), "201");
  keyed.office.pass_minutes(24 * 60 + 1);
  EXPECT_EQ(said(KeyedOffice::create_as(keyed.office.visit("chief"), "k-1", "wang-wu")), "409 accounts.name_taken");
}

TEST(Repeats, ARequestWhoseEndNobodyKnowsIsNotDoneAgain) {
  KeyedOffice keyed;
  const http::KeyedRequest request{keyed.chief.number, RegionCode::parse(k_yufeng).value(), "k-1", "print"};
  EXPECT_FALSE(keyed.office.repeats().begin(request).value());
  EXPECT_EQ(keyed.office.repeats().begin(request).error().code, "http.idempotency_unfinished");
  keyed.office.repeats().finish(request, "{}");
  EXPECT_EQ(keyed.office.repeats().begin(request).value(), "{}");
}

}  // namespace laoyou::accounts
