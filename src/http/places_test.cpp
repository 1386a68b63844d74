#include "http/places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace laoyou::http {
namespace {

boost::asio::ip::address address(const std::string& text) { return boost::asio::ip::make_address(text); }

Limits limits(std::size_t all, std::size_t of_address, std::size_t kept) {
  Limits limits;
  limits.connections = all;
  limits.connections_of_address = of_address;
  limits.connections_of_account = 3;
  limits.connections_kept = kept;
  return limits;
}

/// Connections as a server holds them: one that is told to leave lets go of its place at once.
class Crowd {
 public:
  explicit Crowd(const Limits& limits) : places_(limits) {}

  /// Opens one and gives its number; -1 where it is turned away.
  int open(const std::string& peer, std::int64_t account = 0) {
    Places::Place place = places_.take(address(peer));
    if (place == nullptr) return -1;
    const int number = static_cast<int>(open_.size());
    open_.push_back(place);
    place->when_wanted([this, number] { open_[number].reset(); });
    if (account != 0) place->heard_from(account);
    return number;
  }
  bool is_open(int number) const { return number >= 0 && open_[number] != nullptr; }
  bool hears(int number, std::int64_t account = 0) { return open_[number]->heard_from(account); }
  void close(int number) { open_[number].reset(); }
  std::size_t open_count() const {
    return static_cast<std::size_t>(std::count_if(open_.begin(), open_.end(), [](const auto& each) { return each != nullptr; }));
  }

 private:
  Places places_;
  std::vector<Places::Place> open_;
};

}  // namespace

TEST(Places, OneAddressPushesOutItsOwnAndNobodyElses) {
  Crowd crowd(limits(10, 4, 0));
  const int neighbour = crowd.open("203.0.113.10");
  const int first = crowd.open("203.0.113.9");
  for (int more = 0; more < 20; ++more) EXPECT_NE(crowd.open("203.0.113.9"), -1);
  EXPECT_TRUE(crowd.is_open(neighbour));
  EXPECT_FALSE(crowd.is_open(first));
  EXPECT_EQ(crowd.open_count(), 5u);
}

TEST(Places, ACrowdFromManyAddressesLeavesTheSignedInAndLetsNewcomersIn) {
  Crowd crowd(limits(20, 4, 0));
  const int official = crowd.open("203.0.113.9", 7);
  std::vector<int> strangers;
  for (int each = 0; each < 200; ++each) strangers.push_back(crowd.open("198.51.100." + std::to_string(each)));
  EXPECT_TRUE(crowd.is_open(official));
  EXPECT_TRUE(crowd.is_open(strangers.back()));
  EXPECT_FALSE(crowd.is_open(strangers.front()));
  EXPECT_TRUE(crowd.is_open(crowd.open("203.0.113.10", 8)));
  EXPECT_EQ(crowd.open_count(), 20u);
}

TEST(Places, OfOneAddressTheOneSilentForLongestGoes) {
  Crowd crowd(limits(9, 3, 0));
  const int asks = crowd.open("203.0.113.9");
  const int silent = crowd.open("203.0.113.9");
  crowd.open("203.0.113.9");
  EXPECT_TRUE(crowd.hears(asks));
  crowd.open("203.0.113.9");
  EXPECT_TRUE(crowd.is_open(asks));
  EXPECT_FALSE(crowd.is_open(silent));
}

TEST(Places, AnAccountKeepsSoManyAndIsToldToEndTheFurtherOnes) {
  Crowd crowd(limits(10, 4, 0));
  for (int each = 0; each < 3; ++each) EXPECT_TRUE(crowd.hears(crowd.open("198.51.100." + std::to_string(each)), 7));
  EXPECT_FALSE(crowd.hears(crowd.open("198.51.100.9"), 7));
  EXPECT_TRUE(crowd.hears(crowd.open("198.51.100.9"), 8));
}

TEST(Places, WhereOnlyAccountsAreLeftTheOneWithMostGivesWay) {
  Crowd crowd(limits(12, 12, 0));
  const int one = crowd.open("203.0.113.9", 7);
  const int first_of_many = crowd.open("198.51.100.1", 8);
  for (int each = 0; each < 10; ++each) crowd.open("198.51.100.1", 8);
  EXPECT_NE(crowd.open("203.0.113.11"), -1);
  EXPECT_FALSE(crowd.is_open(first_of_many));
  EXPECT_TRUE(crowd.is_open(one));
}

TEST(Places, SomeAreKeptForThisMachineWhichNoCapByAddressBinds) {
  Crowd crowd(limits(10, 4, 3));
  for (int each = 0; each < 30; ++each) crowd.open("198.51.100." + std::to_string(each));
  EXPECT_EQ(crowd.open_count(), 7u);
  for (int each = 0; each < 5; ++each) EXPECT_TRUE(crowd.is_open(crowd.open("127.0.0.1")));
  EXPECT_EQ(crowd.open_count(), 10u);
}

TEST(Places, TheOtherAddressesOfThisMachineAreCountedLikeAnybodys) {
  Crowd crowd(limits(10, 4, 0));
  for (int each = 0; each < 8; ++each) crowd.open("127.1.2.3");
  EXPECT_EQ(crowd.open_count(), 4u);
}

TEST(Places, NobodyIsLetInWhileThoseWhoWereAskedToLeaveStay) {
  Places places(limits(8, 8, 0));
  std::vector<Places::Place> stay;
  while (Places::Place place = places.take(address("203.0.113." + std::to_string(stay.size())))) stay.push_back(std::move(place));
  EXPECT_EQ(stay.size(), 11u);  // all, and a quarter and one on the way out
  EXPECT_FALSE(stay.front()->heard_from(0));
  stay.clear();
  EXPECT_TRUE(places.take(address("203.0.113.9")));
}

TEST(Places, WhoAsksToBeToldTooLateIsToldAtOnce) {
  Places places(limits(1, 1, 0));
  const Places::Place first = places.take(address("203.0.113.9"));
  const Places::Place newcomer = places.take(address("203.0.113.9"));
  ASSERT_TRUE(newcomer);
  bool told = false;
  first->when_wanted([&] { told = true; });
  EXPECT_TRUE(told);
}

TEST(Places, TheManyAddressesOfOneHouseAreOneClient) {
  EXPECT_EQ(client_of(address("2001:db8:1:2::1")), client_of(address("2001:db8:1:2:ffff::9")));
  EXPECT_NE(client_of(address("2001:db8:1:2::1")), client_of(address("2001:db8:1:3::1")));
  EXPECT_EQ(client_of(address("::ffff:203.0.113.9")), "203.0.113.9");
}

TEST(Places, OnlyAnAddressOfThisMachineIsThisMachine) {
  for (const std::string own : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) EXPECT_TRUE(is_this_machine(own)) << own;
  for (const std::string other : {"127.evil", "127.0.0.1.example", "203.0.113.9", "", "::ffff:203.0.113.9"}) EXPECT_FALSE(is_this_machine(other)) << other;
}

}  // namespace laoyou::http
