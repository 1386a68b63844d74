#include "accounts/attempts.h"

#include <gtest/gtest.h>

namespace laoyou::accounts {
namespace {

constexpr Instant k_now{1'795'000'000'000};

/// How often each alarm was given in so many wrong attempts.
struct Alarms {
  int pairs = 0, names = 0, clients = 0;
  void count(const Attempts::Reached& reached) {
    pairs += reached.pair_locked;
    names += reached.name_locked;
    clients += reached.client_stopped;
  }
};

TEST(Attempts, AlarmOnceWhereANameBeginsToWait) {
  Attempts attempts;
  Alarms alarms;
  for (int i = 0; i < 12; ++i) alarms.count(attempts.failed("li-si", "10.0.0.8", k_now));
  EXPECT_EQ(alarms.pairs, 1);
  EXPECT_EQ(alarms.names + alarms.clients, 0);
}

TEST(Attempts, AlarmWhereANameIsTriedFromEverywhere) {
  Attempts attempts;
  Alarms alarms;
  for (int i = 0; i < 60; ++i) alarms.count(attempts.failed("li-si", "10.0.0." + std::to_string(i), k_now));
  EXPECT_EQ(alarms.names, 1);
  EXPECT_EQ(alarms.pairs + alarms.clients, 0);
}

TEST(Attempts, AlarmWhereOneClientTriesNameAfterName) {
  Attempts attempts;
  Alarms alarms;
  for (int i = 0; i < 70; ++i) alarms.count(attempts.failed("name" + std::to_string(i), "10.0.0.8", k_now));
  EXPECT_EQ(alarms.clients, 1);
  EXPECT_EQ(alarms.pairs + alarms.names, 0);
}

}  // namespace
}  // namespace laoyou::accounts
