#include "engines/matching/samples/random_problem.h"

#include <algorithm>

namespace laoyou::matching {
namespace {

class Maker {
 public:
  Maker(SeededRandom& random, const Mixture& mixture) : random_(random), mixture_(mixture) {}

  Problem make() {
    problem_.seed = "random";
    problem_.classes = {"first", "second"};
    problem_.sessions = {"morning"};
    problem_.patterns = {{"full", {0}}};
    if (mixture_.sessions && chance(2)) {
      problem_.sessions.push_back("afternoon");
      problem_.patterns = {{"full", {0, 1}}, {"mornings", {0}}, {"afternoons", {1}}};
    }
    for (int place = 1 + below(mixture_.most_places); place > 0; --place) add_place();
    for (int family = 1 + below(mixture_.most_families); family > 0; --family) add_family();
    return in_order(std::move(problem_));
  }

 private:
  int below(int bound) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(bound))); }
  bool chance(int one_in) { return below(one_in) == 0; }

  void add_place() {
    Place place{"P" + std::to_string(problem_.places.size()), {}};
    const bool two = chance(2);
    for (int group = 0; group < (two ? 2 : 1); ++group) {
      Group made;
      made.id = "G" + std::to_string(group);
      made.grades = two ? std::vector<std::string>{group == 0 ? "0" : "1"} : std::vector<std::string>{"0", "1"};
      for (std::size_t session = 0; session < problem_.sessions.size(); ++session) made.seats.push_back(below(4));
      if (mixture_.least && chance(4)) made.least = 1 + below(3);
      if (mixture_.quotas && chance(2)) made.quotas.push_back(quota("inclusive"));
      if (mixture_.quotas && chance(4)) made.quotas.push_back(quota("needy"));
      place.groups.push_back(std::move(made));
    }
    problem_.places.push_back(std::move(place));
  }

  Quota quota(const char* trait) {
    Quota made;
    made.trait = trait;
    made.reserved = below(3);
    made.kept = chance(3);
    if (chance(2)) made.most = made.reserved + 1 + below(2);
    return made;
  }

  Seat seat() { return {below(static_cast<int>(problem_.places.size())), below(static_cast<int>(problem_.patterns.size()))}; }

  void add_family() {
    Family family;
    family.id = "F" + std::to_string(problem_.families.size());
    const int members = mixture_.siblings && chance(2) ? 2 + chance(4) : 1;
    const bool holds = mixture_.holders && chance(4);
    for (int member = 0; member < members; ++member) {
      Member made;
      made.id = family.id + "." + std::to_string(member);
      made.grade = std::to_string(below(2));
      if (holds && chance(2)) made.current = seat();
      if (chance(3)) made.traits.push_back("inclusive");
      if (chance(3)) made.traits.push_back("needy");
      made.usual = {below(3) - 1, below(3), below(3) * 100};
      for (int place = 0; place < static_cast<int>(problem_.places.size()); ++place)
        if (chance(2)) made.at.push_back({place, {below(3) - 1, below(3), below(3) * 100}});
      family.members.push_back(std::move(made));
    }
    for (int wish = 1 + below(mixture_.most_wishes); wish > 0; --wish) add_wish(family);
    family.waits = chance(2);
    problem_.families.push_back(std::move(family));
  }

  void add_wish(Family& family) {
    Option option;
    for (std::size_t member = 0; member < family.members.size(); ++member) option.push_back(member > 0 && chance(5) ? Seat{} : chance(2) && member > 0 ? option[0] : seat());
    if (std::find(family.wishes.begin(), family.wishes.end(), option) == family.wishes.end()) family.wishes.push_back(std::move(option));
  }

  SeededRandom& random_;
  const Mixture& mixture_;
  Problem problem_;
};

}  // namespace

Problem random_problem(SeededRandom& random, const Mixture& mixture) { return Maker(random, mixture).make(); }

}  // namespace laoyou::matching
