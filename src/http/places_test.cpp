#include "http/places.h"

#include <gtest/gtest.h>

#include <vector>

namespace laoyou::http {
namespace {

boost::asio::ip::address address(const char* text) { return boost::asio::ip::make_address(text); }

Limits limits(std::size_t all, std::size_t of_address, std::size_t kept) {
  Limits limits;
  limits.connections = all;
  limits.connections_of_address = of_address;
  limits.connections_kept = kept;
  return limits;
}

/// How many connections the address gets, all held at once.
std::size_t got(Places& places, const char* text, std::vector<Places::Place>& held) {
  std::size_t count = 0;
  while (Places::Place place = places.take(address(text))) {
    held.push_back(std::move(place));
    ++count;
  }
  return count;
}

}  // namespace

TEST(Places, OneAddressCannotTakeTheConnectionsOfAllOthers) {
  Places places(limits(10, 4, 0));
  std::vector<Places::Place> held;
  EXPECT_EQ(got(places, "203.0.113.9", held), 4u);
  EXPECT_EQ(got(places, "203.0.113.10", held), 4u);
  EXPECT_EQ(got(places, "203.0.113.11", held), 2u);
}

TEST(Places, SomeAreKeptForThisMachineWhichNoCapByAddressBinds) {
  Places places(limits(10, 4, 3));
  std::vector<Places::Place> held;
  EXPECT_EQ(got(places, "203.0.113.9", held) + got(places, "203.0.113.10", held), 7u);
  EXPECT_EQ(got(places, "127.0.0.1", held), 3u);
  held.clear();
  EXPECT_EQ(got(places, "::1", held), 10u);
}

TEST(Places, APlaceGivenBackIsTakenAgain) {
  Places places(limits(10, 1, 0));
  Places::Place place = places.take(address("203.0.113.9"));
  EXPECT_FALSE(places.take(address("203.0.113.9")));
  place.reset();
  EXPECT_TRUE(places.take(address("203.0.113.9")));
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
