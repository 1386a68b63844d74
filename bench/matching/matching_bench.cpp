// The engine beside a plain sorted deferred acceptance, on towns made by chance: placed members, blocking families, processor seconds.
//   matching_bench CHILDREN PLACES SPREAD(0…1) near|apart [SEED]
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "engines/matching/samples/mallows.h"
#include "engines/matching/solve.h"

namespace {

using namespace laoyou::matching;

/// Families with one child propose first, then those with several, one by one; who is displaced proposes further down. Seats that siblings give up are
/// offered to nobody, and nothing is tried twice.
Placement sorted_acceptance(const Market& market, const Closed& closed) {
  Placement placement(market, closed);
  std::vector<int> next(market.options.size(), 0), waiting, loosened;
  for (const bool joint : {false, true})
    for (int family = 0; family < market.families(); ++family) {
      if ((market.joint[static_cast<std::size_t>(family)] != 0) != joint) continue;
      waiting.push_back(family);
      while (!waiting.empty()) {
        const int proposing = waiting.back();
        waiting.pop_back();
        int& option = next[static_cast<std::size_t>(proposing)];
        while (option < market.nothing(proposing) && !placement.admits(proposing, option)) ++option;
        if (option < market.nothing(proposing)) placement.give(proposing, option++, waiting, loosened);
      }
    }
  return placement;
}

int placed(const Market& market, const std::vector<int>& options) {
  int members = 0;
  for (int family = 0; family < market.families(); ++family) {
    const auto option = static_cast<std::size_t>(options[static_cast<std::size_t>(family)]);
    if (option < market.options[static_cast<std::size_t>(family)].size())
      for (const Seat& seat : market.options[static_cast<std::size_t>(family)][option]) members += seat.place != k_none;
  }
  return members;
}

double since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** words) {
  if (count < 5) return std::fprintf(stderr, "matching_bench CHILDREN PLACES SPREAD near|apart [SEED]\n"), 2;
  Town town;
  town.children = std::atoi(words[1]);
  town.places = std::atoi(words[2]);
  town.spread = std::atof(words[3]);
  town.apart = std::strcmp(words[4], "apart") == 0;
  town.seed = count > 5 ? static_cast<std::uint64_t>(std::atoll(words[5])) : 1;
  const Problem problem = mallows_town(town);
  std::clock_t start = std::clock();
  const auto market = make_market(problem);
  Effort effort;
  effort.proof_s = 0;
  const Answer answer = solve(*market, effort);
  const double engine_s = since(start);
  start = std::clock();
  const Placement plain = sorted_acceptance(*market, answer.closed);
  const double plain_s = since(start);
  std::vector<int> options;
  for (int family = 0; family < market->families(); ++family) options.push_back(plain.option_of(family));
  std::printf("%6d children, spread %.1f, siblings %-5s  engine %5d placed %3zu blocking %6.3f s   plain %5d placed %3zu blocking %6.3f s\n", town.children, town.spread, words[4],
              placed(*market, answer.option_of), answer.blocking.size(), engine_s, placed(*market, options), plain.blocking().size(), plain_s);
  return 0;
}
