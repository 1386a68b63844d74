// Server-sent events.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view k_events = "GET /api/events HTTP/1.1\r\nHost: t\r\nAuthorization: nothing\r\n\r\n";

Event event(std::string name, std::optional<RegionCode> region = std::nullopt) { return {std::move(name), "{}", region}; }

/// A client whose stream has begun.
LoopbackClient listener(SmallTown& town) {
  LoopbackClient client(town.port());
  client.send(k_events);
  EXPECT_THAT(client.receive_until("retry: 3000\n\n"), HasSubstr("Content-Type: text/event-stream"));
  return client;
}

}  // namespace

TEST(EventQueue, WhatLiesOutsideTheScopeIsNotTold) {
  EventQueue queue(RegionCode::parse("650203000000").value());
  queue.push(event("near", RegionCode::parse("650203001000").value()));
  queue.push(event("far", RegionCode::parse("650204000000").value()));
  queue.push(event("above", RegionCode::parse("650200000000").value()));
  queue.push(event("all"));
  EXPECT_EQ(queue.take(), event_text("near", "{}") + event_text("all", "{}"));
  EXPECT_EQ(queue.take(), "");
}

TEST(EventQueue, AReaderTooSlowIsToldThatItMissedSomethingOnceAndThenWhatFollows) {
  EventQueue queue{RegionCode{}};
  for (std::size_t index = 0; index <= EventQueue::k_waiting_max + 5; ++index) queue.push(event("e" + std::to_string(index)));
  EXPECT_EQ(queue.take(), event_text("missed", "{}"));
  queue.push(event("next"));
  EXPECT_EQ(queue.take(), event_text("next", "{}"));
}

TEST(EventQueue, ALineBreakInTheDataCannotForgeAnEvent) {
  EXPECT_EQ(event_text("a", "1\n\nevent: b"), "event: a\ndata: 1\ndata: \ndata: event: b\n\n");
}

TEST(Events, WhatIsPublishedReachesEveryOpenStream) {
  SmallTown town;
  LoopbackClient first = listener(town);
  LoopbackClient second = listener(town);
  town.state().hub.publish({"readings_changed", R"({"plan":"karamay"})", std::nullopt});
  for (LoopbackClient* client : {&first, &second}) {
    EXPECT_EQ(client->receive_until("}\n\n"), "event: readings_changed\ndata: {\"plan\":\"karamay\"}\n\n");
  }
  for (int index = 0; index < 20; ++index) town.state().hub.publish(event("n" + std::to_string(index)));
  EXPECT_THAT(first.receive_until("event: n19"), HasSubstr("event: n7\n"));
}

TEST(Events, ASilentStreamShowsThatItLives) {
  SmallTown town(hasty_options());
  LoopbackClient client = listener(town);
  EXPECT_EQ(client.receive_until(":\n\n"), ":\n\n");
  EXPECT_EQ(client.receive_until(":\n\n"), ":\n\n");
}

TEST(Events, AStreamIsForTheSignedInAlone) {
  SmallTown town;
  EXPECT_EQ(town.ask({"GET", "/api/events", {}, {}}).status, 401);
}

TEST(Events, AStoppingServerEndsItsStreams) {
  SmallTown town;
  LoopbackClient client = listener(town);
  town.stop();
  EXPECT_TRUE(client.is_closed());
  EXPECT_EQ(town.state().hub.stream_count(), 0u);
  town.state().hub.publish(event("nobody listens"));
}

TEST(Events, AStreamEndsWhenItsTimeIsOverSoThatTheCallerIsAuthenticatedAnew) {
  ServerOptions options = hasty_options();
  options.limits.stream_time = Limits::Time(30);
  SmallTown town(options);
  LoopbackClient client = listener(town);
  client.receive_until("never said");
  EXPECT_TRUE(client.is_closed());
}

TEST(Events, AListenerThatStopsReadingIsLetGoAndPublishingNeverWaitsForIt) {
  SmallTown town(hasty_options());
  LoopbackClient client = listener(town);
  const std::string bulk(100'000, 'x');
  // One stream's buffers hold a few megabytes; when they are full the writing deadline ends it.
  while (town.state().hub.stream_count() > 0) {
    for (int index = 0; index < 10; ++index) town.state().hub.publish({"bulk", bulk, std::nullopt});
    town.ask({"GET", "/health", {}, {}});
  }
  EXPECT_TRUE(town.ask({"GET", "/metrics", {}, {}}).body.find("laoyou_http_event_streams 0\n") != std::string::npos);
}

TEST(Events, AStreamWhoseSessionHasEndedIsToldNothingMore) {
  SmallTown town;
  LoopbackClient client = listener(town);
  town.authenticator().ended = true;
  town.state().hub.publish(event("readings_changed"));
  EXPECT_TRUE(client.is_closed());
}

TEST(Events, AStreamEndsWithTheSessionAlsoWhenNothingHappens) {
  SmallTown town(hasty_options());
  LoopbackClient client = listener(town);
  town.authenticator().ended = true;
  while (town.state().hub.stream_count() > 0) client.receive_until(":\n\n");
}

TEST(Events, AStreamEndsWhenItsAccountIsMoved) {
  SmallTown town;
  LoopbackClient client = listener(town);
  town.authenticator().moved = true;
  town.state().hub.publish(event("readings_changed"));
  EXPECT_TRUE(client.is_closed());
}

TEST(Events, WhileNobodyCanBeLookedUpEventsWaitAndTheStreamLives) {
  SmallTown town(hasty_options());
  LoopbackClient client = listener(town);
  town.authenticator().away = true;
  town.state().hub.publish(event("readings_changed"));
  EXPECT_EQ(client.receive_until(":\n\n"), ":\n\n");
  town.authenticator().away = false;
  EXPECT_THAT(client.receive_until("{}\n\n"), HasSubstr("event: readings_changed"));
}

TEST(Events, AStreamNoticesThatItsClientHasGone) {
  SmallTown town;  // the next sign of life would be 15 seconds away, and the socket takes it
  { LoopbackClient client = listener(town); }
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (town.state().hub.stream_count() > 0 && std::chrono::steady_clock::now() < patience) town.ask({"GET", "/health", {}, {}});
  EXPECT_EQ(town.state().hub.stream_count(), 0u);
}

TEST(Events, OneAccountHasSoManyStreamsAndNoMoreUntilOneEnds) {
  SmallTown town;
  std::vector<LoopbackClient> open;
  for (std::size_t index = 0; index < EventHub::k_streams_of_account_max; ++index) open.push_back(listener(town));
  const ClientAnswer refused = town.ask({"GET", "/api/events", {{"Authorization", "nothing"}}, {}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("http.too_many_streams"));
  open.pop_back();
  while (town.state().hub.stream_count() == EventHub::k_streams_of_account_max) town.ask({"GET", "/health", {}, {}});
  listener(town);
}

}  // namespace laoyou::http
