#include "engines/forecast/population.h"

#include <algorithm>

namespace laoyou::forecast {

std::int64_t count_between(const People& people, std::size_t from_age, std::size_t to_age) {
  std::int64_t count = 0;
  for (const Sex sex : k_sexes) {
    for (std::size_t age = from_age; age <= std::min(to_age, k_ages - 1); ++age) count += people.at(sex, age);
  }
  return count;
}

}  // namespace laoyou::forecast
