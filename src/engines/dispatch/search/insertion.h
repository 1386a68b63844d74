// Finds the cheapest place for visits.
#pragma once

#include <optional>
#include <vector>

#include "base/random.h"
#include "engines/dispatch/search/nearness.h"
#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {

/// How widely to look.
enum class Reach : std::uint8_t { near, everywhere };

/// Inserts visits at their cheapest places, groups of linked visits together.
class Insertion {
 public:
  Insertion(Roster& roster, const Nearness& nearness, SeededRandom& random);

  /// Puts in every unserved visit of the group of `visit`; false, and nothing changed, when there is no place for all of them.
  bool insert_group(int visit, Reach reach);
  /// The terms with the visit at its cheapest place in one shift; none when it fits nowhere there. Changes nothing.
  std::optional<Terms> terms_with(int visit, int shift);
  /// Puts the break of a shift where it costs least; false, and nothing changed, when it fits nowhere.
  bool insert_break(int shift);
  /// Share of places overlooked, in 1/1024: a little blindness keeps the search from doing the same again (Christiaens and Vanden Berghe 2020).
  void set_blindness(unsigned per_1024) { blindness_ = per_1024; }

 private:
  struct Spot {
    double cost = 0;
    int after = k_none;
    int break_after = k_none;  ///< where the break is put beside; k_none: not
    bool break_first = false;  ///< the break is put before the visit
  };
  struct Best {
    std::size_t most;
    double ceiling;           ///< only cheaper spots are of use
    std::vector<Spot> spots;  ///< cheapest first
    double limit() const;
    void offer(const Spot& spot);
  };

  void scan(int visit, Reach reach, Best& best);
  void scan_shift(int visit, int shift, Best& best);
  void try_exactly(int visit, int after, Best& best);
  void try_with_break(int visit, int after, const Terms& before, Best& best);
  void try_behind_break(int visit, int shift, Best& best);
  bool put(int visit, const Spot& spot);
  void place_rest(const std::vector<int>& members, std::size_t from, Reach reach, double spent, std::vector<Spot>& chosen);
  bool overlooked();

  Roster& roster_;
  const Ground& ground_;
  const Nearness& nearness_;
  SeededRandom& random_;
  Weights weights_;
  unsigned blindness_ = 0;
  std::uint64_t bits_ = 0;
  int bits_left_ = 0;
  std::vector<std::int64_t> seen_;
  std::int64_t scan_number_ = 0;
  std::vector<Spot> best_chosen_;
  double best_total_ = 0;
  int tries_left_ = 0;
};

}  // namespace laoyou::dispatch
