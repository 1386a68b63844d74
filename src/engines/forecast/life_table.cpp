#include "engines/forecast/life_table.h"

#include <cmath>

namespace laoyou::forecast {
namespace {

constexpr double k_born = 100'000;
constexpr std::size_t k_old_age = 80;

/// Years lived in an interval of `width` years by those who die in it.
double years_before_death(std::size_t from_age, double width, double rate) {
  if (from_age == 0) return 0.07 + 1.7 * rate;
  if (from_age == 1) return 1.6;
  if (from_age < k_old_age || rate <= 0) return width / 2;
  const double surviving = std::exp(-width * rate);
  return 1 / rate - width * surviving / (1 - surviving);
}

}  // namespace

std::vector<LifeTableRow> life_table(std::span<const AgeRate> rates) {
  std::vector<LifeTableRow> table;
  double alive = k_born;
  for (std::size_t row = 0; row < rates.size(); ++row) {
    const double rate = rates[row].rate;
    LifeTableRow now{rates[row].from_age, 1, alive, rate > 0 ? alive / rate : 0, 0};
    if (row + 1 < rates.size()) {
      const auto width = static_cast<double>(rates[row + 1].from_age - rates[row].from_age);
      const double before_death = years_before_death(rates[row].from_age, width, rate);
      now.dying = width * rate / (1 + (width - before_death) * rate);
      now.years_lived = width * alive * (1 - now.dying) + before_death * alive * now.dying;
    }
    alive *= 1 - now.dying;
    table.push_back(now);
  }
  double years = 0;
  for (std::size_t row = table.size(); row-- > 0;) {
    years += table[row].years_lived;
    table[row].expectation = table[row].alive > 0 ? years / table[row].alive : 0;
  }
  return table;
}

}  // namespace laoyou::forecast
