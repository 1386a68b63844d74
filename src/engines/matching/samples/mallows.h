// Towns made by chance, of the kind on which siblings' placing is compared (Sun, Yokoyama and Yokoo, arXiv 2501.13043).
#pragma once

#include <cstdint>

#include "engines/matching/problem.h"

namespace laoyou::matching {

struct Town {
  int children = 1000;
  int places = 50;
  int siblings_percent = 15;  ///< of the families, with two children each, every fifth of them with three
  int seats_percent = 90;     ///< seats to children
  double spread = 0.5;        ///< Mallows' φ, 0 … 1: how far the places' orders of priority are from one common order; 1: they have nothing in common
  bool apart = false;         ///< siblings stand anywhere in the common order, not next to each other
  std::uint64_t seed = 1;
};

/// Families with 5 wishes each, siblings with 10 for each child at places chosen by themselves; ages 0 … 5 in shares 30, 30, 15, 15, 5, 5 %.
/// A place's points are its own order of the children: Mallows' model by repeated insertion.
Problem mallows_town(const Town& town);

}  // namespace laoyou::matching
