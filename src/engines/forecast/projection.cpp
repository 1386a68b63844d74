#include "engines/forecast/projection.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"

namespace laoyou::forecast {
namespace {

/// Turns a row of expected numbers into whole ones whose running sums are never off by more than half a person.
class WholePeople {
 public:
  std::int64_t next(double expected) {
    sum_ += expected;
    const std::int64_t rounded = std::llround(sum_);
    return rounded - std::exchange(given_, rounded);
  }

 private:
  double sum_ = 0;
  std::int64_t given_ = 0;
};

/// One year of one region under one scenario.
class Year {
 public:
  Year(int year, int since_base, const VitalRates& rates, const LocalFactors& local, const Scenario& scenario)
      : year_(year), rates_(rates), scenario_(scenario), mortality_(local.mortality * scenario.mortality_factor) {
    const double reached = scenario.phase_in_years > 0 ? std::min(1.0, static_cast<double>(since_base + 1) / scenario.phase_in_years) : 1.0;
    const double total = rates.total_fertility(year);
    fertility_ = local.fertility * (total > 0 ? std::max(0.0, total + reached * scenario.children_more) / total : 1.0);
  }

  /// The share of those aged `age` on 1 January who die within the year: half of it at their own age's rate, half at the next one's.
  /// Infants have most of their first year's danger behind them by then.
  [[nodiscard]] double dying(Sex sex, std::size_t age) const {
    if (age > 0) return 1 - std::exp(-(rate(sex, age) + rate(sex, std::min(age + 1, k_ages - 1))) / 2);
    const FirstYear first = first_year(sex);
    return 1 - (1 - first.dying) * std::exp(-rate(sex, 1) / 2) / (1 - first.dying * (1 - first.before_death));
  }

  /// The share of those born in the year who die before its end.
  [[nodiscard]] double dying_newborn(Sex sex) const {
    const FirstYear first = first_year(sex);
    return first.dying * (1 - first.before_death);
  }

  /// Births to the women of 1 January, half of whose year passes at the next age; women who die do so in the middle of the year.
  [[nodiscard]] double births(const People& people) const {
    double births = 0;
    for (std::size_t age = 0; age + 1 < k_ages; ++age) {
      const double women = static_cast<double>(people.at(Sex::female, age)) * (1 - dying(Sex::female, age) / 2);
      births += women * (rates_.birth_rate(year_, age) + rates_.birth_rate(year_, age + 1)) / 2 * fertility_;
    }
    return births;
  }

  [[nodiscard]] double deaths(const People& people) const {
    double deaths = 0;
    for (const Sex sex : k_sexes) {
      for (std::size_t age = 0; age < k_ages; ++age) deaths += static_cast<double>(people.at(sex, age)) * dying(sex, age);
      deaths += births(people) * share_of_births(sex) * dying_newborn(sex);
    }
    return deaths;
  }

  /// The flows of the year into `now`, and the people of the next 1 January.
  People pass(YearOfPeople& now) const {
    People next;
    now.births = std::llround(births(now.people));
    const std::int64_t boys = std::llround(static_cast<double>(now.births) * share_of_births(Sex::male));
    for (const Sex sex : k_sexes) {
      const std::int64_t born = sex == Sex::male ? boys : now.births - boys;
      WholePeople dead, moving;
      const std::int64_t dead_newborn = std::llround(static_cast<double>(born) * dying_newborn(sex));
      next.at(sex, 0) = born - dead_newborn;
      now.deaths += dead_newborn;
      for (std::size_t age = 0; age < k_ages; ++age) {
        const std::int64_t alive = now.people.at(sex, age);
        const std::int64_t died = dead.next(static_cast<double>(alive) * dying(sex, age));
        now.deaths += died;
        next.at(sex, std::min(age + 1, k_ages - 1)) += alive - died;
      }
      for (std::size_t age = 0; age < k_ages; ++age) {
        std::int64_t& there = next.at(sex, age);
        const std::int64_t moved = std::max(-there, moving.next(static_cast<double>(there) * scenario_.net_migration_share.at(sex, age)));
        there += moved;
        now.net_migration += moved;
      }
    }
    return next;
  }

 private:
  /// The first year of life: the probability of dying in it, and the part of the year those lived on average (Keyfitz).
  struct FirstYear {
    double dying, before_death;
  };

  [[nodiscard]] FirstYear first_year(Sex sex) const {
    const double infant_rate = rate(sex, 0);
    const double before_death = std::min(0.5, 0.07 + 1.7 * infant_rate);
    return {infant_rate / (1 + (1 - before_death) * infant_rate), before_death};
  }

  [[nodiscard]] double rate(Sex sex, std::size_t age) const { return mortality_ * rates_.death_rate(year_, sex, age); }
  [[nodiscard]] double share_of_births(Sex sex) const {
    const double boys = scenario_.boys_per_100_girls / (100 + scenario_.boys_per_100_girls);
    return sex == Sex::male ? boys : 1 - boys;
  }

  int year_;
  const VitalRates& rates_;
  const Scenario& scenario_;
  double mortality_;
  double fertility_ = 1;
};

/// The factor at which a rising function meets a figure, to a millionth.
template <class Function>
double factor_for(double figure, const Function& at_factor) {
  double low = 0.01, high = 100;
  for (int halving = 0; halving < 60; ++halving) {
    const double middle = std::sqrt(low * high);
    (at_factor(middle) < figure ? low : high) = middle;
  }
  return std::sqrt(low * high);
}

}  // namespace

LocalFactors fit_local(const People& people, int year, const VitalRates& rates, const LocalLevel& level, const Scenario& scenario) {
  LocalFactors factors;
  Scenario as_is = scenario;
  as_is.children_more = 0;
  as_is.mortality_factor = 1;
  // Deaths first: births depend on them a little, deaths on births through the newborn.
  for (int round = 0; round < 3; ++round) {
    if (level.deaths > 0) {
      factors.mortality = factor_for(level.deaths, [&](double factor) { return Year(year, 0, rates, {factors.fertility, factor}, as_is).deaths(people); });
    }
    if (level.births > 0) {
      factors.fertility = factor_for(level.births, [&](double factor) { return Year(year, 0, rates, {factor, factors.mortality}, as_is).births(people); });
    }
  }
  return factors;
}

std::vector<YearOfPeople> project(const People& base, int base_year, int years, const VitalRates& rates, const LocalFactors& local, const Scenario& scenario) {
  CHECK(years >= 0);
  std::vector<YearOfPeople> result(1);
  result[0].year = base_year;
  result[0].people = base;
  for (int passed = 0; passed < years; ++passed) {
    YearOfPeople next;
    next.year = base_year + passed + 1;
    next.people = Year(base_year + passed, passed, rates, local, scenario).pass(result.back());
    result.push_back(std::move(next));
  }
  return result;
}

}  // namespace laoyou::forecast
