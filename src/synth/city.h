// A city to be made up: its places from the national list, how many people they have, and what its plan says of it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/region_code.h"
#include "synth/quantities.h"

namespace laoyou::synth {

struct Place {
  RegionCode code;
  std::string name;
};

/// A street or township with its communities and villages; where the list has none, it stands for itself.
struct Street {
  Place place;
  std::vector<Place> villages;
};

struct County {
  Place place;
  std::vector<Street> streets;
  double people = 1;  ///< how many live there, as against the other counties
};

/// Deaths and years lived from one age to the next row's, of one sex.
struct LifeRow {
  int age = 0;
  double death_rate = 0;   ///< deaths per person and year
  double years_lived = 0;
};

struct City {
  Place place;
  std::vector<County> counties;
  Quantities quantities;
  std::array<std::vector<LifeRow>, 2> life;  ///< men, women; by age
  std::array<std::pair<int, int>, 5> grade_scores{};  ///< least and greatest score of each ability grade; 0,0: unknown
  std::int64_t people = 0;                   ///< alive and there at the end of the year
  int year = 0;                              ///< the year of life that is made up
  std::uint64_t seed = 0;
};

}  // namespace laoyou::synth
