#include "synth/ages.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace laoyou::synth {
namespace {

constexpr int k_adult = 15, k_elder = 60, k_aged = 65;

/// A value of the row that the age lies in; years lived are of one year of age.
double of_age(const std::vector<LifeRow>& rows, int age, double LifeRow::*member) {
  std::size_t row = 0;
  while (row + 1 < rows.size() && rows[row + 1].age <= age) ++row;
  const double value = rows[row].*member;
  if (member != &LifeRow::years_lived) return value;
  const int width = row + 1 < rows.size() ? rows[row + 1].age - rows[row].age : 1;
  return value / width;
}

std::vector<Decimal> rates(const City& city, std::initializer_list<std::string_view> names) {
  std::vector<Decimal> all;
  for (const std::string_view name : names) all.push_back(city.quantities.decimal(name));
  return all;
}

/// Elders in whole thousands of a large city, so that so many per thousand come out; of a small one in tens.
std::int64_t elders_of(const City& city) {
  const std::int64_t wanted = city.quantities.share_of("over_60_share", city.people);
  for (const std::int64_t step : {std::int64_t{1000}, std::int64_t{100}, std::int64_t{10}}) {
    const std::int64_t rounded = (wanted + step / 2) / step * step;
    if (std::abs(rounded - wanted) * 100 <= wanted) return rounded;
  }
  return wanted;
}

class Spread {
 public:
  Spread(const City& city, AgeCounts& counts) : city_(city), counts_(counts) {}

  /// So many people over these ages, both sexes, by the years lived.
  void over(std::int64_t total, int from, int to) {
    std::vector<double> weights;
    for (int age = from; age <= to; ++age)
      for (int sex = 0; sex < 2; ++sex) weights.push_back(weight(age, sex));
    const std::vector<std::int64_t> parts = apportion(std::max<std::int64_t>(total, 0), weights);
    for (int age = from; age <= to; ++age)
      for (int sex = 0; sex < 2; ++sex) counts_.alive[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)] = parts[static_cast<std::size_t>((age - from) * 2 + sex)];
  }
  void dying() {
    for (std::size_t sex = 0; sex < 2; ++sex)
      for (std::size_t age = 0; age < k_ages; ++age)
        counts_.dying[sex][age] = std::llround(static_cast<double>(counts_.alive[sex][age]) * of_age(city_.life[sex], static_cast<int>(age), &LifeRow::death_rate));
  }

 private:
  double weight(int age, int sex) const {
    const double lived = of_age(city_.life[static_cast<std::size_t>(sex)], age, &LifeRow::years_lived);
    // Boys outnumber girls at birth; among elders the life table alone says who is left.
    return sex == 0 && age < k_elder ? lived * city_.quantities.decimal("boys_per_100_girls").approximate() / 100 : lived;
  }

  const City& city_;
  AgeCounts& counts_;
};

}  // namespace

std::int64_t AgeCounts::between(int from, int to) const {
  std::int64_t sum = 0;
  for (const auto& of_sex : alive)
    for (int age = from; age <= to; ++age) sum += of_sex[static_cast<std::size_t>(age)];
  return sum;
}

std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::int64_t> parts(weights.size());
  std::vector<std::pair<double, std::size_t>> left;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = sum > 0 ? static_cast<double>(total) * weights[i] / sum : 0;
    parts[i] = static_cast<std::int64_t>(exact);
    given += parts[i];
    left.emplace_back(static_cast<double>(parts[i]) - exact, i);
  }
  std::sort(left.begin(), left.end());
  for (std::size_t i = 0; given < total && !left.empty(); ++given, i = (i + 1) % left.size()) ++parts[left[i].second];
  return parts;
}

AgeCounts age_counts(const City& city) {
  AgeCounts counts;
  Spread spread(city, counts);
  const auto& quantities = city.quantities;
  const double part = static_cast<double>(city.people) / static_cast<double>(quantities.count("population"));
  const std::int64_t births = std::llround(static_cast<double>(quantities.count("births")) * part);
  const std::int64_t newborns = size_that_holds(rates(city, {"newborn_visited_share", "metabolic_screened_share"}), births, births / 40);
  const auto managed = rates(city, {"system_managed_share", "health_managed_share", "eyes_checked_share", "vaccinated_share", "family_guided_share"});
  const std::int64_t under_three = size_that_holds(managed, newborns * 3, newborns / 30);
  const std::int64_t elders = elders_of(city);
  const std::int64_t aged = std::min(elders, quantities.share_of("over_65_share", city.people));
  const std::int64_t children = std::max(under_three, quantities.share_of("children_share", city.people));
  spread.over(newborns, 0, 0);
  spread.over(under_three - newborns, 1, 2);
  spread.over(children - under_three, 3, k_adult - 1);
  spread.over(city.people - children - elders, k_adult, k_elder - 1);
  spread.over(elders - aged, k_elder, k_aged - 1);
  spread.over(aged, k_aged, k_ages - 1);
  spread.dying();
  return counts;
}

}  // namespace laoyou::synth
