#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "base/random.h"
#include "engines/forecast/base_reader.h"
#include "engines/forecast/needs.h"

namespace laoyou::forecast {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_TRUE(file) << path;
  return text.str();
}

/// The rates of China that come with the national plan.
const VitalRates& china() {
  static const VitalRates rates =
      VitalRates::read(text_of("plans/national/population/china_mx_wpp2024.csv"), text_of("plans/national/population/china_asfr_wpp2024.csv")).value();
  return rates;
}

TEST(LifeTable, gives_the_published_expectation_of_life_of_china_2020_to_2025) {
  constexpr std::size_t k_2020_2025 = 1;
  ASSERT_EQ(china().period_middles()[k_2020_2025], 2022.5);
  const auto men = life_table(china().abridged(k_2020_2025, Sex::male)), women = life_table(china().abridged(k_2020_2025, Sex::female));
  EXPECT_NEAR(men[0].expectation, 75.28, 0.005);
  EXPECT_NEAR(women[0].expectation, 80.90, 0.005);
  EXPECT_NEAR(men[14].expectation, 15.78, 0.005);    // at 65
  EXPECT_NEAR(women[17].expectation, 8.44, 0.005);   // at 80
  EXPECT_NEAR(men[5].alive, 98'688, 1);              // at 20
}

TEST(VitalRates, join_periods_smoothly_and_stay_beyond_them) {
  EXPECT_DOUBLE_EQ(china().death_rate(2022, Sex::male, 0), 0.00617945);
  const double between = china().death_rate(2024, Sex::male, 0);
  EXPECT_LT(between, 0.00617945);
  EXPECT_GT(between, 0.00564691);
  EXPECT_DOUBLE_EQ(china().death_rate(2090, Sex::female, 100), 0.44774008);
  EXPECT_DOUBLE_EQ(china().birth_rate(2024, 27), 0.069932);
  EXPECT_NEAR(china().total_fertility(2024), 1.012982, 1e-4);
  EXPECT_EQ(china().birth_rate(2024, 60), 0);
}

TEST(VitalRates, a_broken_table_is_named_by_its_place) {
  const auto expect = [](std::string_view mortality, std::string_view fertility, const std::string& code, const std::string& place) {
    const auto rates = VitalRates::read(mortality, fertility);
    ASSERT_FALSE(rates);
    EXPECT_EQ(rates.error().code, code);
    EXPECT_EQ(rates.error().place, place);
  };
  const char* const sound = "sex,age,2020-2025\nM,0,0.1\nF,0,0.1\n";
  expect("", "", "forecast.column_missing", "mortality:1:1");
  expect("sex,age,2020-2025\nM,0,x\n", "", "forecast.number_expected", "mortality:2:5");
  expect("sex,age,2020-2025\nM,5,0.1\n", "", "forecast.age_unknown", "mortality:2:3");
  expect("sex,age,2020-2025\nM,0,0.1\n", "", "forecast.row_missing", "mortality:1:1");
  expect(sound, "age,2020\nold,0.1\n", "forecast.age_unknown", "fertility:2:1");
  expect(sound, "age,2020\n15-19,-1\n", "forecast.number_expected", "fertility:2:7");
}

People random_people(SeededRandom& random) {
  People people;
  for (const Sex sex : k_sexes) {
    for (std::size_t age = 0; age < k_ages; ++age) people.at(sex, age) = static_cast<std::int64_t>(random.below(random.below(3) == 0 ? 3 : 5'000));
  }
  return people;
}

TEST(Projection, people_are_conserved_to_the_person) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SeededRandom random(seed);
    Scenario scenario;
    scenario.children_more = random.unit() - 0.5;
    scenario.mortality_factor = 0.5 + random.unit();
    for (const Sex sex : k_sexes) {
      for (std::size_t age = 0; age < k_ages; ++age) scenario.net_migration_share.at(sex, age) = (random.unit() - 0.6) * 0.5;
    }
    const auto years = project(random_people(random), 2020, 40, china(), {0.5 + random.unit(), 0.5 + random.unit()}, scenario);
    ASSERT_EQ(years.size(), 41U);
    for (std::size_t year = 0; year + 1 < years.size(); ++year) {
      const YearOfPeople& now = years[year];
      ASSERT_EQ(count_all(years[year + 1].people), count_all(now.people) + now.births - now.deaths + now.net_migration) << seed << " " << now.year;
      for (const Sex sex : k_sexes) {
        for (std::size_t age = 0; age < k_ages; ++age) ASSERT_GE(years[year + 1].people.at(sex, age), 0) << seed;
      }
    }
  }
}

TEST(Projection, without_migration_a_cohort_only_shrinks_and_everybody_grows_a_year_older) {
  SeededRandom random(7);
  const auto years = project(random_people(random), 2025, 20, china(), {}, {});
  for (std::size_t year = 0; year + 1 < years.size(); ++year) {
    for (const Sex sex : k_sexes) {
      for (std::size_t age = 0; age + 2 < k_ages; ++age) ASSERT_LE(years[year + 1].people.at(sex, age + 1), years[year].people.at(sex, age));
    }
  }
}

TEST(Projection, nobody_comes_from_nobody) {
  const auto years = project(People{}, 2025, 30, china(), {}, {});
  EXPECT_EQ(count_all(years.back().people), 0);
}

TEST(Projection, a_stationary_population_lives_as_long_as_its_life_table_says) {
  // A hundred thousand girls born each year at unchanging rates: all of them together live births × expectation of life.
  const VitalRates fixed = VitalRates::read("sex,age,2020-2025\n" + [] {
    std::string rows;
    for (const Sex sex : k_sexes) {
      for (const AgeRate& rate : china().abridged(1, sex)) {
        rows += std::string(sex == Sex::male ? "M," : "F,") + std::to_string(rate.from_age) + "," + std::to_string(rate.rate) + "\n";
      }
    }
    return rows;
  }(), "age,2020\n15-49,0\n").value();
  People people;
  Scenario scenario;
  double standing = 0;
  for (int year = 0; year < 130; ++year) {
    const auto next = project(people, 2020, 1, fixed, {}, scenario);
    people = next.back().people;
    people.at(Sex::female, 0) = 99'516;  // person-years lived in the first year of life by 100,000
  }
  for (std::size_t age = 0; age < k_ages; ++age) standing += static_cast<double>(people.at(Sex::female, age));
  EXPECT_NEAR(standing / 100'000, 80.90, 0.02);
}

TEST(Projection, rates_are_fitted_to_the_births_and_deaths_registered) {
  SeededRandom random(3);
  const People people = random_people(random);
  const LocalLevel level{3'000, 9'000};
  const LocalFactors local = fit_local(people, 2024, china(), level, {});
  const auto years = project(people, 2024, 1, china(), local, {});
  EXPECT_NEAR(static_cast<double>(years[0].births), level.births, 1);
  EXPECT_NEAR(static_cast<double>(years[0].deaths), level.deaths, 2);
}

TEST(Needs, beds_and_slots_follow_the_plans_ratios_rounded_up) {
  YearOfPeople year;
  year.year = 2030;
  year.people.at(Sex::male, 1) = 1;
  year.people.at(Sex::female, 70) = 999;
  const auto figures = wanted({year}, {{"托位", {"全部", 0, 100}, 4'500'000, 1'000}, {"床位", {"65岁及以上", 65, 100}, 35'000'000, 1'000}});
  EXPECT_EQ(figures[0].count, 5);    // 4.5 for 1,000 people
  EXPECT_EQ(figures[1].count, 35);   // 34.965
  EXPECT_EQ(sizes({year}, {{"3岁以下", 0, 2}})[0].count, 1);
}

TEST(Needs, assessed_need_follows_age_and_sex) {
  YearOfPeople year;
  year.people.at(Sex::male, 85) = 1'000;
  year.people.at(Sex::female, 85) = 2'000;
  const auto figures = with_need({year}, {{"重度", 80, 100, 50, 60}});
  EXPECT_EQ(figures[0].count, 170);
}

TEST(Needs, scenarios_make_a_band_and_a_back_test_states_the_error) {
  const auto bands = band_of({{{"a", 2030, 10}}, {{"a", 2030, 14}}, {{"a", 2030, 9}}});
  ASSERT_EQ(bands.size(), 1U);
  EXPECT_EQ(bands[0].least, 9);
  EXPECT_EQ(bands[0].most, 14);
  const auto errors = back_test({{"a", 2030, 110}, {"b", 2030, 5}}, {{"a", 2030, 100}});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NEAR(errors[0].share().value(), 0.1, 1e-12);
  EXPECT_EQ(back_test({{"a", 2030, 110}}, {{"a", 2030, 0}})[0].share(), std::nullopt);
}

TEST(BaseReader, shares_groups_out_to_single_years_to_the_person) {
  const auto base = read_base("region,sex,age,count\n650202,M,0-4,1003\n650202,女,85+,777\n", 2020, china());
  ASSERT_TRUE(base);
  ASSERT_EQ(base->regions.size(), 1U);
  const People& people = base->regions.front().people;
  EXPECT_EQ(count_between(people, 0, 4), 1003);
  EXPECT_EQ(count_between(people, 85, 100), 777);
  EXPECT_GT(people.at(Sex::female, 85), people.at(Sex::female, 95));
}

TEST(BaseReader, tells_the_ages_and_the_sex_no_row_speaks_of) {
  const auto base = read_base("区划代码,性别,年龄,人数\na,男,5-84,10\nb,male,5-84,10\nb,F,0-99,1\nb,f,100+,1\n", 2020, china());
  ASSERT_TRUE(base);
  ASSERT_EQ(base->gaps.size(), 2U);
  EXPECT_EQ(base->gaps[0].ages, "0-4, 85+");
  EXPECT_EQ(base->gaps[0].regions, 2);
  EXPECT_EQ(base->gaps[1].sex, Sex::female);
  EXPECT_EQ(base->gaps[1].ages, "0+");
  EXPECT_EQ(base->gaps[1].first_region, "a");
}

TEST(BaseReader, a_broken_base_is_named_by_line_and_column) {
  const auto expect = [](std::string_view csv, const std::string& code, const std::string& place) {
    const auto base = read_base(csv, 2020, china());
    ASSERT_FALSE(base) << csv;
    EXPECT_EQ(base.error().code, code);
    EXPECT_EQ(base.error().place, place);
  };
  expect("region,sex,age\n", "table.column_missing", "1:1");
  expect("region,sex,age,count,count\nr,M,1,9,7\n", "table.column_repeated", "1:22");
  expect("region,sex,age,count,year\nr,M,1,9,7\n", "table.column_unknown", "1:22");
  expect("region,sex,age,count\nr,X,1,1\n", "forecast.sex_unknown", "2:3");
  expect("region,sex,age,count\nr,M,old,1\n", "forecast.age_unknown", "2:5");
  expect("region,sex,age,count\nr,M,1,-1\n", "table.out_of_range", "2:7");
  expect("region,sex,age,count\nr,M,0-4,1\nr,M,3,1\n", "forecast.age_repeated", "3:5");
}

}  // namespace
}  // namespace laoyou::forecast
