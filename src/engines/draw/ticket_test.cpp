// The published examples of Rivest's sampler (USAGE_EXAMPLES.md and the docstrings of ron-rivest/consistent_sampler 59f1485, MIT).
#include "engines/draw/ticket.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/random.h"

namespace laoyou::draw {
namespace {

using Ids = std::vector<std::string>;

Ids drawn(const Ids& ids, std::string_view seed, std::size_t take = 1000) {
  Ids result;
  for (const std::size_t position : sample(ids, seed, take)) result.push_back(ids[position]);
  return result;
}

Ids numbered(const std::string& before, int count) {
  Ids ids;
  for (int number = 0; number < count; ++number) ids.push_back(before + std::to_string(number));
  return ids;
}

std::string shown(std::string_view seed, std::string_view id) { return "0." + Tickets(seed).of(id).digits().substr(0, 9); }

/// The number cut as the sampler shows it: nine digits after the leading nines.
std::string cut(const std::string& number) { return number.substr(0, number.find_first_not_of('9', 2) + 9); }

TEST(Ticket, the_shuffles_of_rivests_examples) {
  EXPECT_EQ(drawn({"a", "b", "c", "d"}, "31"), (Ids{"b", "a", "d", "c"}));
  EXPECT_EQ(drawn({"a", "b", "c", "d"}, "77"), (Ids{"b", "d", "c", "a"}));
  EXPECT_EQ(drawn({"1", "two", "('III', 3.0)", "(1, 1, 1, 1)"}, "7711"), (Ids{"('III', 3.0)", "1", "two", "(1, 1, 1, 1)"}));
  EXPECT_EQ(drawn(numbered("", 100), "41", 10), (Ids{"73", "51", "17", "58", "38", "42", "39", "20", "11", "67"}));
  EXPECT_EQ(drawn({"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"}, "314159", 4), (Ids{"B-2", "B-3", "A-3", "A-2"}));
}

TEST(Ticket, the_ticket_numbers_of_rivests_examples_to_the_last_digit) {
  EXPECT_EQ(Tickets("01382438112797316654").of("AB-130").digits(), "26299714122838008416507544297546663599715395525154425586041245287750224561854");
  const std::pair<const char*, const char*> animals[] = {{"cat", "24866413894129579898796850445568128508290132707747976039848637531569373309555"},
                                                         {"dog", "33886035615681875183111698317327684455682722683976874746986356932751818935066"},
                                                         {"fish", "74685932088827950509145941729789143204056041958068799542050396198792954500593"},
                                                         {"goat", "49599842072022713663423753308080171636735689997237236247068925068573448764387"}};
  for (const auto& [id, digits] : animals) {
    EXPECT_EQ(Tickets("xy()134!g2n").of(id).digits(), digits) << id;
  }
  const std::pair<const char*, const char*> first_five[] = {{"73", "0.000508333"}, {"51", "0.003446232"}, {"17", "0.004419823"}, {"58", "0.020115273"}, {"38", "0.023482375"}};
  for (const auto& [id, number] : first_five) EXPECT_EQ(shown("41", id), number);
}

TEST(Ticket, the_further_tickets_of_rivests_examples) {
  EXPECT_EQ(next_ticket("0.25471"), "0.642853261655004694691182528114375607701032283189922170593838029306715548381901");
  EXPECT_EQ(next_ticket("0.26299714122838008416507544297546663599715395525154425586041245287750224561854"),
            "0.8232357229934205790595761924514048157652891124687533667363938813600770093316");
  const Ids of_d = {"0.054468191", "0.075709054", "0.097719928", "0.243379719", "0.434726434", "0.694790524"};
  const Ids of_a = {"0.366142288", "0.647437512", "0.756017834", "0.808380564", "0.9198557294", "0.9686329377", "0.9768155032", "0.99512038467", "0.99579318063"};
  for (const auto& [id, published] : {std::pair{"d", of_d}, std::pair{"a", of_a}}) {
    std::string number = "0." + Tickets("52").of(id).digits();
    for (const std::string& expected : published) {
      EXPECT_EQ(cut(number), expected);
      number = next_ticket(number);
    }
  }
}

TEST(Ticket, two_strata_drawn_apart_are_the_whole_drawn_at_once_as_in_rivests_example) {
  const Ids first = {"AB-135", "AB-684", "AB-1980", "AB-687", "AB-1382", "AB-1207", "CD-871", "CD-47", "AB-637", "CD-446", "CD-688", "AB-1577", "CD-954", "AB-1673", "AB-293", "AB-1258", "CD-919",
                     "AB-1324", "AB-1883", "AB-1103", "AB-1791", "AB-653", "AB-1701", "CD-485", "CD-455", "AB-538", "AB-500", "AB-1419", "AB-556", "AB-1326", "AB-707", "CD-272", "AB-895"};
  Ids both = numbered("AB-", 2000);
  for (const std::string& id : numbered("CD-", 1000)) both.push_back(id);
  EXPECT_EQ(drawn(both, "314159", first.size()), first);
  EXPECT_GE(shown("314159", drawn(both, "314159", first.size() + 1).back()), "0.01");
  Ids of_cd;
  std::copy_if(first.begin(), first.end(), std::back_inserter(of_cd), [](const std::string& id) { return id.starts_with("CD"); });
  EXPECT_EQ(drawn(numbered("CD-", 1000), "314159", of_cd.size()), of_cd);
}

TEST(Ticket, tickets_compare_as_their_digits_do) {
  SeededRandom random(7);
  for (int round = 0; round < 2000; ++round) {
    Hash left{}, right{};
    random.fill(std::as_writable_bytes(std::span(left)));
    random.fill(std::as_writable_bytes(std::span(right)));
    if (round % 2 == 0) right = left;
    if (round % 4 == 0) right[static_cast<std::size_t>(round / 4) % right.size()] ^= 1;
    if (round % 7 == 0) std::fill(left.begin(), left.begin() + round % 32, 0);  // numbers with few digits
    const Ticket one(left), other(right);
    EXPECT_EQ(one <=> other, one.digits().compare(other.digits()) <=> 0);
  }
}

TEST(Ticket, of_an_id_with_lots_is_the_least_of_as_many_tickets) {
  Tickets tickets("seed");
  EXPECT_EQ(tickets.least_of("x", 1), tickets.of("x"));
  EXPECT_EQ(tickets.least_of("x", 3), std::min({tickets.of("x"), tickets.of("x\t2"), tickets.of("x\t3")}));
}

}  // namespace
}  // namespace laoyou::draw
