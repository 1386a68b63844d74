#include <gmock/gmock.h>

#include "mail/digest_text.h"
#include "mail/records.h"
#include "mail/room.h"
#include "mail/smtp_server_test.h"
#include "notices/inbox.h"
#include "notices/room.h"
#include "notices/tell.h"
#include "store/testing/store_fixture.h"

namespace laoyou::mail {

using store::database_name;
using store::DatabaseKind;
using testing::HasSubstr;
using testing::Not;

class MailDigests : public store::OnBothDatabases {
 protected:
  MailDigests() {
    std::vector<store::TableDefinition> all = mail::tables();
    for (store::TableDefinition& table : notices::tables()) all.push_back(std::move(table));
    kept = store::Store::open(options, clock, random, all);
    write([&](store::Writing& writing) -> Result<void> {
      writing.insert(MailAddress{writing.new_id<MailAddress>(), *RegionCode::parse("450203000000"), 5, "zhang@example.cn", writing.now()});
      notices::tell(writing, {{"notice.value_removed", notices::Importance::message}, "reading:1", "", notices::Addressee::account(5), *RegionCode::parse("450203000000"),
                              {"鱼峰区", "床位", "2025年", "77"}, {}, "/plans"});
      return {};
    });
  }
  void write(const std::function<Result<void>(store::Writing&)>& command) { ASSERT_TRUE(kept->write(actor(), command).done()); }
  Services services(std::optional<SmtpServer> server) {
    return {*kept, clock,
            [](std::int64_t account) -> std::optional<http::Caller> {
              http::Caller caller;
              caller.account = account;
              caller.scope = *RegionCode::parse("450203000000");
              return caller;
            },
            std::move(server), "https://laoyou.example.cn"};
  }
  Digest digest() {
    return kept->read([](store::Snapshot& snapshot) { return snapshot.first<Digest>(store::Scope::country(), {}).value(); });
  }
  std::size_t alarms() {
    http::Caller chief;
    chief.account = 1;
    chief.powers.add(powers::Power::accounts_manage);
    return kept->read([&](store::Snapshot& snapshot) { return notices::Inbox(snapshot, chief, clock.now().beijing_day()).page({}).rows.size(); });
  }
  Date today() { return clock.now().beijing_day(); }
  void pass_minutes(int minutes) { clock.advance_milliseconds(std::int64_t{minutes} * 60'000); }

  std::unique_ptr<store::Store> kept;
};
RUN_ON_BOTH_DATABASES(MailDigests);

TEST_P(MailDigests, GoOutOnceADayAndTellNothingButCountsAndKinds) {
  const SmtpServerForTests server({});
  const Services given = services(server.address());
  EXPECT_EQ(write_digests(given, today()), 1u);
  EXPECT_EQ(write_digests(given, today()), 0u);
  EXPECT_EQ(send_due(given), 1u);
  EXPECT_EQ(send_due(given), 0u);
  EXPECT_EQ(server.taken().size(), 1u);
  EXPECT_EQ(digest().state, DigestState::sent);
  EXPECT_THAT(digest().body, HasSubstr("1 件待办"));
  EXPECT_THAT(digest().body, HasSubstr("填报值被删  1"));
  EXPECT_THAT(digest().body, HasSubstr("https://laoyou.example.cn/inbox"));
  for (const char* particular : {"鱼峰区", "床位", "77"}) EXPECT_THAT(digest().body, Not(HasSubstr(particular)));
}

TEST_P(MailDigests, NobodyIsWrittenToWhoHasNothingOpenOrAskedForNone) {
  const SmtpServerForTests server({});
  write([](store::Writing& writing) -> Result<void> {
    notices::settle(writing, "reading:1");
    return {};
  });
  EXPECT_EQ(write_digests(services(server.address()), today()), 0u);
}

TEST_P(MailDigests, AServerThatIsAwayIsTriedAgainWithGrowingPausesAndAdministratorsAreTold) {
  SmtpServerForTests server({.greeting = "421 come again"});
  const Services given = services(server.address());
  write_digests(given, today());
  for (const int pause : {1, 2, 4, 8, 16, 32}) {
    EXPECT_EQ(send_due(given), 0u);
    EXPECT_EQ(digest().next_try_at.milliseconds - clock.now().milliseconds, pause * 60'000);
    EXPECT_EQ(send_due(given), 0u) << "not before its time";
    EXPECT_EQ(alarms(), 0u);
    pass_minutes(pause);
  }
  send_due(given);
  EXPECT_EQ(digest().tries, 7);
  EXPECT_EQ(alarms(), 1u);
  pass_minutes(60);
  send_due(given);
  EXPECT_EQ(alarms(), 1u) << "told once a day";
  server.behave({});
  pass_minutes(60);
  EXPECT_EQ(send_due(given), 1u);
  EXPECT_EQ(alarms(), 0u) << "settled for all as soon as mail goes out again";
  EXPECT_EQ(server.taken().size(), 1u);
}

TEST_P(MailDigests, TheNextDaysTakesThePlaceOfOneThatNeverWentOut) {
  const SmtpServerForTests server({.greeting = "421 come again"});
  const Services given = services(server.address());
  write_digests(given, today());
  send_due(given);
  pass_minutes(24 * 60);
  EXPECT_EQ(write_digests(given, today()), 1u);
  const auto states = kept->read([](store::Snapshot& snapshot) { return snapshot.count<Digest>(store::Scope::country(), store::Filter().equals("state", DigestState::waiting)); });
  EXPECT_EQ(states, 1);
}

TEST_P(MailDigests, WhoStopsThemGetsNoneThatStillWaited) {
  const SmtpServerForTests server({});
  const Services given = services(server.address());
  write_digests(given, today());
  write([](store::Writing& writing) -> Result<void> {
    writing.remove(writing.first<MailAddress>(store::Scope::country(), {})->id);
    return {};
  });
  EXPECT_EQ(send_due(given), 0u);
  EXPECT_TRUE(server.taken().empty());
  EXPECT_EQ(digest().state, DigestState::given_up);
}

TEST_P(MailDigests, WithoutAServerNothingIsWritten) { EXPECT_EQ(write_digests(services(std::nullopt), today()), 0u); }

TEST_P(MailDigests, TheAddressIsSealedInTheDatabase) {
  auto behind_it = behind();
  std::string stored;
  behind_it->query("select address from mail_address", {}, [&](store::Row row) { stored = std::get<std::string>(row[0]); });
  EXPECT_THAT(stored, Not(HasSubstr("zhang")));
}

}  // namespace laoyou::mail
