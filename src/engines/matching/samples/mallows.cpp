#include "engines/matching/samples/mallows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace laoyou::matching {
namespace {

constexpr std::array<int, 6> k_age_shares{30, 30, 15, 15, 5, 5};
constexpr int k_wishes_of_one = 5;
constexpr int k_wishes_of_siblings = 10;

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

class Maker {
 public:
  explicit Maker(const Town& town) : town_(town), random_(town.seed) {}

  Problem make() {
    problem_.seed = "town " + std::to_string(town_.seed);
    problem_.sessions = {"day"};
    problem_.patterns = {{"full", {0}}};
    for (int place = 0; place < town_.places; ++place) add_place(place);
    for (int left = town_.children; left > 0;) left -= add_family(left);
    for (int place = 0; place < town_.places; ++place) set_points(place);
    return in_order(std::move(problem_));
  }

 private:
  int below(std::size_t bound) { return static_cast<int>(random_.below(bound)); }

  void add_place(int number) {
    Place place{"place " + std::to_string(number), {}};
    int share = 0, before = 0;
    for (std::size_t age = 0; age < k_age_shares.size(); ++age) {
      share += k_age_shares[age];
      // Whole seats by the running sum, so that the town's total is kept.
      const auto total = static_cast<std::int64_t>(town_.children) * town_.seats_percent * share / 10'000;
      const int own = static_cast<int>((total * (number + 1)) / town_.places - (total * number) / town_.places);
      place.groups.push_back({std::to_string(age), {std::to_string(age)}, {std::max(0, own - before)}, 0, {}});
      before = own;
    }
    problem_.places.push_back(std::move(place));
  }

  std::string age() {
    int drawn = below(100);
    std::size_t age = 0;
    while (drawn >= k_age_shares[age]) drawn -= k_age_shares[age++];
    return std::to_string(age);
  }

  std::vector<int> some_places(int number) {
    std::vector<int> all(as_index(town_.places));
    std::iota(all.begin(), all.end(), 0);
    const int wanted = std::min(number, town_.places);
    for (int i = 0; i < wanted; ++i) std::swap(all[as_index(i)], all[as_index(i) + random_.below(all.size() - as_index(i))]);
    all.resize(as_index(wanted));
    return all;
  }

  /// Adds a family and gives back how many children it has.
  int add_family(int most) {
    const bool siblings = below(100) < town_.siblings_percent && most > 1;
    const int children = !siblings ? 1 : most > 2 && below(5) == 0 ? 3 : 2;
    Family family;
    family.id = "family " + std::to_string(problem_.families.size());
    std::vector<std::vector<int>> wishes;
    for (int child = 0; child < children; ++child) {
      Member member;
      member.id = "child " + std::to_string(made_++);
      member.grade = age();
      family.members.push_back(std::move(member));
      wishes.push_back(some_places(siblings ? k_wishes_of_siblings : k_wishes_of_one));
    }
    for (std::size_t wish = 0; wish < wishes[0].size(); ++wish) {
      Option option;
      for (const auto& own : wishes) option.push_back({own[wish], 0});
      family.wishes.push_back(std::move(option));
    }
    problem_.families.push_back(std::move(family));
    return children;
  }

  /// The common order: families by chance with their children side by side, or children by chance.
  const std::vector<std::pair<int, int>>& common_order() {
    if (!order_.empty()) return order_;
    for (int family = 0; family < static_cast<int>(problem_.families.size()); ++family)
      for (int child = 0; child < static_cast<int>(problem_.families[as_index(family)].members.size()); ++child) order_.push_back({family, child});
    std::vector<std::uint64_t> lot(town_.apart ? order_.size() : problem_.families.size());
    for (auto& each : lot) each = random_.next();
    std::vector<std::size_t> number(order_.size());
    for (std::size_t i = 0; i < number.size(); ++i) number[i] = town_.apart ? i : as_index(order_[i].first);
    std::vector<std::size_t> by(order_.size());
    std::iota(by.begin(), by.end(), std::size_t{0});
    std::sort(by.begin(), by.end(), [&](std::size_t one, std::size_t other) { return std::pair(lot[number[one]], one) < std::pair(lot[number[other]], other); });
    std::vector<std::pair<int, int>> sorted;
    for (const std::size_t i : by) sorted.push_back(order_[i]);
    return order_ = sorted;
  }

  /// How many of those before a child it is put ahead of: 0 … `most`, each further one less likely by the factor `spread`.
  std::size_t ahead_of(std::size_t most) {
    if (town_.spread >= 1) return static_cast<std::size_t>(random_.below(most + 1));
    if (town_.spread <= 0) return 0;
    const double all = 1 - std::pow(town_.spread, static_cast<double>(most) + 1);
    const auto drawn = static_cast<std::size_t>(std::log(1 - random_.unit() * all) / std::log(town_.spread));
    return std::min(drawn, most);
  }

  void set_points(int place) {
    std::vector<std::pair<int, int>> order;
    for (const auto& child : common_order()) order.insert(order.end() - static_cast<std::ptrdiff_t>(ahead_of(order.size())), child);
    for (std::size_t position = 0; position < order.size(); ++position) {
      Family& family = problem_.families[as_index(order[position].first)];
      const int child = order[position].second;
      const bool wished = std::any_of(family.wishes.begin(), family.wishes.end(), [&](const Option& option) { return option[as_index(child)].place == place; });
      if (wished) family.members[as_index(child)].at.push_back({place, {k_none, -static_cast<std::int64_t>(position), 0}});
    }
  }

  const Town& town_;
  SeededRandom random_;
  Problem problem_;
  int made_ = 0;
  std::vector<std::pair<int, int>> order_;
};

}  // namespace

Problem mallows_town(const Town& town) { return Maker(town).make(); }

}  // namespace laoyou::matching
