#include "accounts/key_notices.h"

#include <gtest/gtest.h>

#include "notices/room.h"
#include "store/testing/store_fixture.h"

namespace laoyou::accounts {

using store::database_name;
using store::DatabaseKind;

class NewPlaces : public store::OnBothDatabases {
 protected:
  static Session from(const std::string& client, std::int64_t id) {
    Session session;
    session.id = {id};
    session.client = client;
    return session;
  }
  /// How many notices a sign-in from that address brings.
  std::int64_t told(const Account& account, const std::vector<Session>& open, const Session& fresh) {
    const auto command = [&](store::Writing& writing) -> Result<void> {
      tell_of_new_place(writing, account, open, fresh);
      return {};
    };
    CHECK(kept->write(actor(), command).done());
    const std::int64_t now = kept->read([](store::Snapshot& snapshot) { return snapshot.count<notices::Notice>(store::Scope::country()); });
    return now - std::exchange(before, now);
  }
  std::unique_ptr<store::Store> kept = store::Store::open(options, clock, random, notices::tables());
  std::int64_t before = 0;
};
RUN_ON_BOTH_DATABASES(NewPlaces);

TEST_P(NewPlaces, AreToldOnceAndOnlyWhereTheAccountWasNotBefore) {
  Account account;
  account.id = {5};
  account.region = region("450203000000");
  EXPECT_EQ(told(account, {}, from("10.0.0.8", 1)), 0) << "the first sign-in of all";
  account.last_sign_in_at = clock.now();
  account.last_client = "10.0.0.8";
  EXPECT_EQ(told(account, {}, from("10.0.0.8", 2)), 0) << "the same as last time";
  EXPECT_EQ(told(account, {from("10.0.0.9", 3)}, from("10.0.0.9", 4)), 0) << "where it is signed in now";
  EXPECT_EQ(told(account, {from("10.0.0.9", 3)}, from("10.0.0.10", 5)), 1);
  EXPECT_EQ(told(account, {from("10.0.0.9", 3)}, from("10.0.0.10", 5)), 0) << "the same sign-in twice";
  account.last_client = "2001:db8:1:2::1";
  EXPECT_EQ(told(account, {}, from("2001:db8:1:2::77", 6)), 0) << "the same network of IPv6";
}

class WrongAttempts : public NewPlaces {};
RUN_ON_BOTH_DATABASES(WrongAttempts);

TEST_P(WrongAttempts, AreToldToTheAccountAndToWhoManagesIt) {
  Account account;
  account.id = {5};
  account.region = region("450203000000");
  account.display_name = "李四";
  ASSERT_TRUE(kept->write(actor(), [&](store::Writing& writing) -> Result<void> {
                    tell_of_attempts(writing, account, {}, "10.0.0.8");
                    tell_of_attempts(writing, account, {.pair_locked = true}, "10.0.0.8");
                    tell_of_attempts(writing, account, {.name_locked = true}, "10.0.0.9");
                    tell_of_client(writing, "10.0.0.10");
                    return {};
                  }).done());
  std::vector<std::string> told;
  for (const notices::Notice& notice : kept->read([](store::Snapshot& snapshot) { return snapshot.select<notices::Notice>(store::Scope::country(), store::Filter().order_by("id")); }))
    told.push_back(notice.kind + " " + notice.addressee);
  EXPECT_EQ(told, (std::vector<std::string>{"notice.wrong_attempts account:5", "notice.name_attacked power:accounts_manage", "notice.client_stopped power:accounts_manage"}));
}

}  // namespace laoyou::accounts
