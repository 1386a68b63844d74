// Descent over small changes of routes, the education step of the genetic search.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "base/random.h"
#include "engines/dispatch/single/neighbours.h"
#include "engines/dispatch/single/tour.h"

namespace laoyou::dispatch::single {

/// Improves routes by relocations, exchanges, tail exchanges and reversals between near customers (Vidal's granular search), then by the
/// SWAP* exchange between near routes (Vidal 2022), until none helps. Limits may be broken at the prices given.
class LocalSearch {
 public:
  LocalSearch(const Instance& instance, const std::vector<std::vector<int>>& nearest, SeededRandom& random);

  using Parents = std::array<const Solution*, 2>;

  /// The routes after descent. Every customer of `routes` is in the answer exactly once. No move is tried between two routes that stand
  /// unchanged and settled in the same one of `parents`, since it did not help there.
  Solution improve(const Routes& routes, const Penalties& prices, Parents parents = {});
  /// Goes on from the routes last improved, at prices nowhere lower: no move is tried between two routes within all limits.
  Solution repair(const Penalties& prices);

 private:
  struct Place {
    Tour* tour = nullptr;
    int position = 0;
  };
  using Pieces = std::initializer_list<Piece>;
  /// What stands around a customer, and the travel to and from it.
  struct Legs {
    int before = 0;
    int after = 0;
    std::int32_t reach = 0;  ///< from the stop before
    std::int32_t leave = 0;  ///< to the stop after
  };

  // local_search.cpp: the frame
  void load(const Routes& routes);
  void settle();
  void descend();
  bool try_customer(int customer);
  bool try_pair(int customer, int neighbour);
  unsigned shorter(int customer, int neighbour, std::int64_t slack) const;
  bool try_route_start(int customer, Tour& tour);
  bool try_empty_tour(int customer);
  bool settled(const Tour& one, const Tour& other) const { return (one.settled_with & other.settled_with) != 0; }
  void forget_tests();
  Solution unload() const;
  Place place(int customer);
  std::int64_t penalty(Pieces pieces) const;
  void rebuild(Tour& tour, std::vector<int>& stops);
  bool accept(std::int64_t longer, Tour& a, Pieces new_a, Tour& b, Pieces new_b);
  bool accept(std::int64_t longer, Tour& a, Pieces new_a);

  // moves.cpp: `u` and `v` are positions; each returns whether it was made
  bool relocate(Place u, int count, bool reversed, Place v);
  bool relocate_within(Place u, int count, bool reversed, Place v, std::int64_t longer);
  bool exchange(Place u, int u_count, Place v, int v_count);
  bool exchange_within(Place u, int u_count, Place v, int v_count, std::int64_t longer);
  bool exchange_tails(Place u, Place v);
  bool reverse_between(Place u, Place v);

  // swap_star.cpp
  struct Insertions {
    std::int64_t tested_at = -1;
    std::array<std::int64_t, 3> cost{};
    std::array<int, 3> after{};  ///< position it would follow; -1 = none
  };
  bool improve_near_tours();
  bool swap_star(Tour& a, Tour& b);
  std::int64_t removal_change(const Tour& tour, int position) const;
  const Insertions& best_insertions(int customer, const Tour& tour);
  std::int64_t cheapest_beside(int customer, const Tour& tour, int removed, int& after);
  bool make_swap(Tour& a, int u, int u_after, Tour& b, int v, int v_after);
  void near_tours(const Tour& tour, std::vector<int>& near);

  const Instance& instance_;
  const std::vector<std::vector<int>>& nearest_;
  SeededRandom& random_;
  Penalties prices_;
  std::vector<Tour> tours_;
  std::vector<int> tour_of_;
  std::vector<int> position_of_;
  std::vector<Legs> legs_;
  std::vector<std::int64_t> tested_at_;
  std::vector<int> order_;
  std::vector<int> stops_a_;
  std::vector<int> stops_b_;
  std::int64_t clock_ = 0;  ///< number of changes made, never reset between calls
  std::int64_t priced_at_ = 0;      ///< when the prices changed last
  std::int64_t settled_until_ = 0;  ///< tours not changed since are settled beside each other
  std::vector<Insertions> insertions_;
  std::vector<std::int64_t> pair_tested_at_;
};

}  // namespace laoyou::dispatch::single
