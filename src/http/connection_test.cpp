// Clients that are broken, hostile, slow, or in a hurry.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

using testing::HasSubstr;

constexpr std::string_view k_health = "GET /health HTTP/1.1\r\nHost: t\r\n\r\n";

/// Sends the bytes on a connection of their own and expects an answer of this status, after which the connection is closed.
void expect_refused(const SmallTown& town, std::string_view bytes, int status) {
  LoopbackClient client(town.port());
  const auto answer = client.ask(bytes);
  ASSERT_TRUE(answer) << bytes.substr(0, 80);
  EXPECT_EQ(answer->status, status) << bytes.substr(0, 80);
  EXPECT_EQ(answer->header("Content-Type"), "application/problem+json");
  EXPECT_EQ(answer->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

}  // namespace

TEST(Connection, ManyRequestsShareOneConnection) {
  SmallTown town;
  LoopbackClient client(town.port());
  for (int round = 0; round < 100; ++round) {
    const auto answer = client.ask(k_health);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, R"({"status":"ok"})");
    EXPECT_EQ(answer->header("Connection"), "");
  }
}

TEST(Connection, PipelinedRequestsAreAnsweredInOrder) {
  SmallTown town;
  LoopbackClient client(town.port());
  std::string all;
  for (int index = 0; index < 50; ++index) {
    all += request_text({"PUT", "/api/named/n" + std::to_string(index), {}, {}});
    all += request_text({"POST", "/api/files?format=f" + std::to_string(index), {{"Content-Type", "text/csv"}}, std::string(static_cast<std::size_t>(index * 700), 'x')});
  }
  std::thread sender([&] { client.send(all); });
  for (int index = 0; index < 50; ++index) {
    EXPECT_THAT(client.receive()->body, HasSubstr("\"n" + std::to_string(index) + "\""));
    EXPECT_THAT(client.receive()->body, HasSubstr("\"f" + std::to_string(index) + "\""));
  }
  sender.join();
}

TEST(Connection, HowARequestIsCutIntoPiecesDoesNotMatter) {
  SmallTown town;
  LoopbackClient client(town.port());
  const std::string request = request_text({"POST", "/api/files?format=csv", {{"Content-Type", "text/csv"}}, "a,b,c\n1,2,3\n"});
  for (int round = 0; round < 2; ++round) {
    for (char byte : request) client.send({&byte, 1});
    EXPECT_THAT(client.receive()->body, HasSubstr("\"places\":12"));
  }
}

TEST(Connection, AChunkedBodyIsReadAndItsLimitHolds) {
  SmallTown town;
  const std::string head = "POST /api/nurseries HTTP/1.1\r\nHost: t\r\nAuthorization: values_report\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  LoopbackClient client(town.port());
  EXPECT_EQ(client.ask(head + "c\r\n{\"region\":\"6\r\ne\r\n50203000000\"} \r\n0\r\n\r\n")->status, 201);
  EXPECT_EQ(client.ask(k_health)->status, 200);
  expect_refused(town, head + "3e8\r\n" + std::string(1000, ' ') + "\r\n1\r\n \r\n0\r\n\r\n", 413);
}

TEST(Connection, ABodyLargerThanItsRouteTakesIs413AndTheAnswerArrives) {
  SmallTown town;
  const std::string large(20'000'000, 'x');
  LoopbackClient client(town.port());
  std::thread sender([&] { client.send(request_text({"POST", "/api/nurseries", {{"Authorization", "values_report"}}, large})); });
  const auto answer = client.receive();
  sender.join();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413);
  EXPECT_THAT(answer->body, HasSubstr("1000"));
}

TEST(Connection, ASmallBodyOfARefusedRequestIsThrownAwayAndTheConnectionLives) {
  SmallTown town;
  LoopbackClient client(town.port());
  EXPECT_EQ(client.ask(request_text({"POST", "/api/nurseries", {}, std::string(5000, ' ')}))->status, 401);
  EXPECT_EQ(client.ask(k_health)->status, 200);
}

TEST(Connection, LeaveToSendABodyIsGivenOnlyWhereItIsWanted) {
  SmallTown town;
  const std::string rest = "Host: t\r\nContent-Type: text/csv\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n";
  LoopbackClient welcome(town.port());
  welcome.send("POST /api/files?format=csv HTTP/1.1\r\n" + rest);
  EXPECT_EQ(welcome.receive()->status, 100);
  EXPECT_EQ(welcome.ask("a,b")->status, 200);
  expect_refused(town, "POST /api/nowhere HTTP/1.1\r\n" + rest, 404);
}

TEST(Connection, BytesThatAreNotHttpAreRefused) {
  SmallTown town;
  expect_refused(town, "\r\n\r\n\x16\x03\x01 hello\r\n\r\n", 400);
  expect_refused(town, "GET /health\r\n\r\n", 400);
  expect_refused(town, "GET /health HTTP/1.1\r\nHost: t\r\nBad Name: x\r\n\r\n", 400);
  expect_refused(town, "GET /health HTTP/1.1\r\nHost: t\r\nX: a\rb\r\n\r\n", 400);
  expect_refused(town, std::string("GET /health HTTP/1.1\r\nHost: t\r\nX: a\0b\r\n\r\n", 44), 400);
  expect_refused(town, "GET /health HTTP/2.0\r\nHost: t\r\n\r\n", 505);
}

TEST(Connection, ARequestWhoseEndIsInDoubtIsRefused) {
  SmallTown town;
  const std::string line = "POST /api/files?format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\n";
  expect_refused(town, line + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
  expect_refused(town, line + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400);
  expect_refused(town, line + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
  expect_refused(town, line + "Content-Length: -3\r\n\r\nabc", 400);
  expect_refused(town, line + "Content-Length: 99999999999999999999\r\n\r\nabc", 400);
  expect_refused(town, line + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", 400);
}

TEST(Connection, ARequestWithoutExactlyOneHostIsRefused) {
  SmallTown town;
  expect_refused(town, "GET /health HTTP/1.1\r\n\r\n", 400);
  expect_refused(town, "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
}

TEST(Connection, AnOlderClientIsServedOnceOrAsOftenAsItAsks) {
  SmallTown town;
  LoopbackClient once(town.port());
  EXPECT_EQ(once.ask("GET /health HTTP/1.0\r\n\r\n")->header("Connection"), "close");
  EXPECT_TRUE(once.is_closed());
  LoopbackClient often(town.port());
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(often.ask("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->header("Connection"), "keep-alive");
  }
}

TEST(Connection, ACloseThatIsAskedForIsGranted) {
  SmallTown town;
  LoopbackClient client(town.port());
  EXPECT_EQ(client.ask("GET /health HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Connection, FieldsOrAnAddressBeyondTheirLimitsAreRefused) {
  SmallTown town;
  expect_refused(town, "GET /health HTTP/1.1\r\nHost: t\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n", 431);
  expect_refused(town, "GET /health HTTP/1.1\r\nHost: t\r\nX: " + std::string(300'000, 'x'), 431);
  LoopbackClient client(town.port());
  EXPECT_EQ(client.ask("GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: t\r\n\r\n")->status, 414);
}

TEST(Connection, ASenderOfFieldsThatDribblesIsCutOffHoweverManyBytesItSends) {
  SmallTown town(hasty_options());
  LoopbackClient client(town.port());
  client.send("GET /health HTTP/1.1\r\nHost: t\r\n");
  std::thread dribble([&] {
    while (client.send("X: y\r\n")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  });
  const auto answer = client.receive();
  dribble.join();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 408);
}

TEST(Connection, ASenderOfABodyThatStopsIsCutOff) {
  SmallTown town(hasty_options());
  expect_refused(town, "POST /api/files?format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\nabc", 408);
}

TEST(Connection, AnIdleConnectionIsClosedWithoutAWord) {
  SmallTown town(hasty_options());
  LoopbackClient silent(town.port());
  EXPECT_TRUE(silent.is_closed());
  LoopbackClient served(town.port());
  EXPECT_EQ(served.ask(k_health)->status, 200);
  EXPECT_TRUE(served.is_closed());
}

TEST(Connection, AReaderThatStopsReadingIsLetGo) {
  ServerOptions options = hasty_options();
  options.limits.draining_time = Limits::Time(3'600'000);  // the end must come from the writing deadline
  SmallTown town(options);
  LoopbackClient client(town.port());
  std::string all;
  for (int index = 0; index < 2000; ++index) all += request_text({"GET", "/api/nurseries", {}, {}});
  client.send(all);
  town.stop();
  int answers = 0;
  while (client.receive()) ++answers;
  EXPECT_LT(answers, 2000);
}

TEST(Connection, AHandlerThatWaitsTooLongIsGivenUpAndALateResultHarmsNobody) {
  SmallTown town(hasty_options());
  std::function<void(int)> late;
  town.state().later = [&](std::function<void(int)> done) { late = std::move(done); };
  LoopbackClient client(town.port());
  const auto answer = client.ask("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 503);
  EXPECT_THAT(answer->body, HasSubstr("http.deadline"));
  late(5);
  town.state().later = [](std::function<void(int)> done) { done(6); };
  EXPECT_EQ(client.ask("GET /api/later HTTP/1.1\r\nHost: t\r\n\r\n")->status, 200);
}

TEST(Connection, AClientThatGoesAwayMidwayLeavesNothingBehind) {
  SmallTown town;
  for (std::string_view part : {"G", "GET /health HTTP/1.1\r\nHo", "POST /api/files?format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\nContent-Length: 9\r\n\r\nab"}) {
    LoopbackClient client(town.port());
    client.send(part);
  }
  EXPECT_EQ(LoopbackClient(town.port()).ask(k_health)->status, 200);
  town.stop();  // returns only when no connection is left
}

TEST(Connection, TheProxysWordOnTheClientCountsOnlyWhereItIsTrusted) {
  const ClientRequest request{"POST", "/api/sign-in", {{"X-Forwarded-Proto", "https"}}, R"({"name":"abc"})"};
  SmallTown plain;
  EXPECT_THAT(std::string(plain.ask(request).header("Set-Cookie")), testing::Not(HasSubstr("Secure")));
  ServerOptions options;
  options.trusts_proxy = true;
  SmallTown behind(options);
  EXPECT_THAT(std::string(behind.ask(request).header("Set-Cookie")), HasSubstr("; Secure"));
  EXPECT_EQ(behind.ask({"GET", "/metrics", {{"X-Forwarded-For", "127.0.0.1, 203.0.113.9"}}, {}}).status, 403);
}

TEST(Connection, ATransferCodingThatIsNotSpokenIsRefusedAndTheConnectionEnds) {
  SmallTown town;
  const std::string line = "POST /api/sign-in HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n";
  for (const char* coding : {"xchunked", "identity", "gzip", "chunked, identity", "gzip, chunked"})
    expect_refused(town, line + "Transfer-Encoding: " + coding + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 501);
  const int doubly = LoopbackClient(town.port()).ask(line + "Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}")->status;
  EXPECT_TRUE(doubly == 400 || doubly == 501) << doubly;
  for (const char* coding : {"chunked;q=1", ",chunked", "chunked\r\nTransfer-Encoding: chunked"}) {
    const int status = LoopbackClient(town.port()).ask(line + "Transfer-Encoding: " + coding + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n")->status;
    EXPECT_TRUE(status == 400 || status == 501) << coding << ": " << status;
  }
  expect_refused(town, "POST /api/sign-in HTTP/1.0\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 400);
}

TEST(Connection, ChunkedInAnyCaseIsTaken) {
  SmallTown town;
  LoopbackClient client(town.port());
  EXPECT_EQ(client.ask("POST /api/files?format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\na,b\r\n0\r\n\r\n")->status, 200);
}

TEST(Connection, AFieldThatDecidesAndIsGivenTwiceIsRefused) {
  SmallTown town;
  for (const char* name : {"Origin", "Content-Type", "X-CSRF-Token", "Authorization", "Sec-Fetch-Site"}) {
    const std::string field = std::string(name) + ": application/json\r\n";
    expect_refused(town, "POST /api/sign-in HTTP/1.1\r\nHost: t\r\n" + field + field + "Content-Length: 2\r\n\r\n{}", 400);
  }
}

TEST(Connection, AProxyThatAddsALineOfItsOwnIsBelievedNotTheClientsLine) {
  ServerOptions options;
  options.trusts_proxy = true;
  SmallTown behind(options);
  EXPECT_EQ(behind.ask({"GET", "/metrics", {{"X-Forwarded-For", "127.0.0.1"}, {"X-Forwarded-For", "203.0.113.9"}}, {}}).status, 403);
  EXPECT_EQ(behind.ask({"GET", "/metrics", {{"X-Forwarded-For", "127.evil"}}, {}}).status, 403);
  EXPECT_EQ(behind.ask({"GET", "/metrics", {{"X-Forwarded-For", "203.0.113.9"}, {"X-Forwarded-For", "127.0.0.1"}}, {}}).status, 200);
}

TEST(Connection, BodiesTogetherHoldNoMoreThanTheirBudget) {
  ServerOptions options;
  options.limits.bodies_bytes = 400'000;
  SmallTown town(options);
  const std::string line = "POST /api/files?format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\n";
  const ClientRequest whole{"POST", "/api/files?format=csv", {{"Content-Type", "text/csv"}}, std::string(300'000, 'x')};
  EXPECT_EQ(town.ask(whole).status, 200);
  {
    LoopbackClient half(town.port());
    half.send(line + "Content-Length: 900000\r\n\r\n" + std::string(300'000, 'x'));
    int status = 200;
    while (status == 200) status = town.ask(whole).status;  // until the half has arrived
    EXPECT_EQ(status, 503);
    EXPECT_EQ(town.ask({"POST", "/api/sign-in", {}, R"({"name":"abc"})"}).status, 200) << "a small body always has room";
  }
  int status = 503;
  while (status == 503) status = town.ask(whole).status;  // until the server has seen the half go
  EXPECT_EQ(status, 200);
}

}  // namespace laoyou::http
