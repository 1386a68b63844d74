#include "mail/smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mail/smtp_server_test.h"

namespace laoyou::mail {
namespace {

using testing::HasSubstr;
using Tls = SmtpServerForTests::Tls;

Message letter() { return {"zhang@example.cn", "老幼平台：3 件待办", "您有 3 件待办。\n.\n结束", "digest-1@example.cn", "Sun, 29 Nov 2026 08:00:00 +0800"}; }

TEST(Smtp, AMessageArrivesAsItWasWritten) {
  const SmtpServerForTests server({});
  const SendingOutcome outcome = send(server.address(), letter());
  ASSERT_EQ(outcome.sending, Sending::taken) << outcome.detail;
  ASSERT_EQ(server.taken().size(), 1u);
  const std::string message = server.taken()[0];
  EXPECT_THAT(message, HasSubstr("From: <laoyou@example.cn>\r\nTo: <zhang@example.cn>\r\n"));
  EXPECT_THAT(message, HasSubstr("Subject: =?UTF-8?B?6ICB5bm85bmz5Y+w77yaMyDku7blvoXlip4=?=\r\n"));
  EXPECT_THAT(message, HasSubstr("Message-ID: <digest-1@example.cn>"));
  EXPECT_THAT(message, HasSubstr("5oKo5pyJIDMg5Lu25b6F5Yqe44CCCi4K57uT5p2f")) << "the text in base64, so that a dot on a line ends nothing";
}

TEST(Smtp, OverStartTlsAndOverTlsFromTheBeginning) {
  for (const Tls tls : {Tls::starttls, Tls::at_once}) {
    const SmtpServerForTests server({.tls = tls});
    const SendingOutcome outcome = send(server.address(), letter());
    EXPECT_EQ(outcome.sending, Sending::taken) << outcome.detail;
    EXPECT_EQ(server.taken().size(), 1u);
  }
}

TEST(Smtp, NothingIsSentInClearWhereTlsWasAskedFor) {
  const SmtpServerForTests server({.tls = Tls::starttls, .offers_tls = false});
  EXPECT_EQ(send(server.address(), letter()).sending, Sending::later);
  EXPECT_TRUE(server.taken().empty());
  EXPECT_THAT(server.said(), testing::Not(HasSubstr("RCPT")));
}

TEST(Smtp, ACertificateOfAnAuthorityUnknownEndsIt) {
  const SmtpServerForTests server({.tls = Tls::at_once});
  SmtpServer unknown = server.address();
  unknown.authority_file.clear();
  EXPECT_EQ(send(unknown, letter()).sending, Sending::later);
  EXPECT_TRUE(server.taken().empty());
}

TEST(Smtp, SignsInWhereTheServerWantsIt) {
  const SmtpServerForTests server({.tls = Tls::starttls, .wants_sign_in = true});
  SmtpServer known = server.address();
  known.user = "user";
  known.secret = "secret";
  EXPECT_EQ(send(known, letter()).sending, Sending::taken);
  known.secret = "wrong";
  EXPECT_EQ(send(known, letter()).sending, Sending::later) << "a wrong secret is mended by an administrator, not by dropping mail";
  EXPECT_EQ(server.taken().size(), 1u);
}

TEST(Smtp, AServerThatIsAwayOrAsksForPatienceIsTriedLaterAndARefusedRecipientNever) {
  const SmtpServerForTests busy({.greeting = "421 come again"});
  EXPECT_EQ(send(busy.address(), letter()).sending, Sending::later);
  const SmtpServerForTests full({.to_recipient = "452 full"});
  EXPECT_EQ(send(full.address(), letter()).sending, Sending::later);
  const SmtpServerForTests strict({.to_recipient = "550 nobody of that name"});
  const SendingOutcome refused = send(strict.address(), letter());
  EXPECT_EQ(refused.sending, Sending::refused);
  EXPECT_THAT(refused.detail, HasSubstr("550"));
  SmtpServer away;
  {
    const SmtpServerForTests gone({});
    away = gone.address();
  }
  EXPECT_EQ(send(away, letter()).sending, Sending::later);
}

TEST(Smtp, AddressesThatCouldEndAHeaderOrACommandAreNone) {
  for (const char* good : {"a@b.cn", "zhang.san+work@mail.liuzhou.gov.cn"}) EXPECT_TRUE(is_mail_address(good)) << good;
  for (const char* bad : {"", "a", "@b.cn", "a@", "a@b", "a@b.", "a@.b", "a@b..cn", "a@b@c.cn", "a b@c.cn", "a@b.cn\r\nRCPT TO:<c@d.cn>", "a>@b.cn", "张@b.cn", "a@b.cn,c@d.cn"})
    EXPECT_FALSE(is_mail_address(bad)) << bad;
  EXPECT_FALSE(is_mail_address(std::string(65, 'a') + "@b.cn"));
}

TEST(Smtp, ALongSubjectIsBrokenBetweenCharacters) {
  Message message = letter();
  message.subject.clear();
  for (int i = 0; i < 40; ++i) message.subject += "老";
  const std::string text = message_text({.url = "", .from = "a@b.cn", .user = "", .secret = "", .authority_file = ""}, message);
  std::size_t begin = text.find("Subject:"), end = text.find("\r\nMessage-ID");
  std::istringstream lines(text.substr(begin, end - begin));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 90u);
  EXPECT_THAT(text, HasSubstr("?=\r\n =?UTF-8?B?"));
}

}  // namespace
}  // namespace laoyou::mail
