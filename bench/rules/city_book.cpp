// A city's plan as it might stand: what each person is due, who is to be looked after, and the figures reported each month.
#include "book.h"

namespace laoyou::bench {

std::shared_ptr<const rules::Book> city_book() {
  const std::vector<RuleText> rows{
      {"years", "person", "years_between(born, period.end)"},
      {"high_age", "person", "bands years { 80..89: 50元; 90..99: 100元; 100..: 300元; else: 0元 }"},
      {"poor", "person", "subsistence or income < income_line"},
      {"disabled", "person", "care_grade in (moderate, severe, complete)"},
      {"nursing", "person", "case { poor and disabled: nursing_amount[care_grade]; else: 0元 }"},
      {"together", "person", "high_age + nursing"},
      {"at_home", "person", "not in_institution"},
      {"needs_visits", "person", "alone and at_home and (years >= 80 or disabled)"},
      {"visited_lately", "person", "days_between(last_visit, period.end) <= 30"},
      {"overlooked", "person", "needs_visits and not visited_lately"},
      {"care_subsidy", "person", "case { care_time < 2 h: 0元; care_time >= 2 h and care_time < 10 h: 60元; care_time >= 10 h: 200元 }"},
      {"home_subsidy", "person", "first { not at_home: 0元; poor and local: care_subsidy; disabled: round(care_subsidy * 50%, half_up); else: 0元 }"},
      {"fee_relief", "person", "case { in_institution and poor: round(fee * relief[care_grade], half_up); else: 0元 }"},
      {"own_part", "person", "fee - fee_relief"},
      {"cramped", "person", "home_area < 15 m²"},
      {"refit", "person", "case { at_home and disabled and (cramped or alone): 3000元; at_home and disabled and not (cramped or alone): 2000元; else: 0元 }"},
      {"retired", "person", "case { sex = male: years >= 63; sex = female: years >= 58 }"},
      {"priority", "person", "first { poor and disabled: 3; disabled: 2; poor or alone: 1; else: 0 }"},
  };
  std::vector<RuleText> all = rows;
  const std::vector<RuleText> totals{
      {"old", "", "count(person where years >= 60)"},
      {"very_old", "", "count(person where years >= 80)"},
      {"share_very_old", "", "share(years >= 80 of person where years >= 60)"},
      {"high_age_total", "", "sum(high_age of person)"},
      {"nursing_total", "", "sum(nursing of person)"},
      {"together_total", "", "sum(together of person)"},
      {"disabled_count", "", "count(person where disabled)"},
      {"disabled_share", "", "disabled_count / old"},
      {"needs_visits_count", "", "count(person where needs_visits)"},
      {"visited_share", "", "share(visited_lately of person where needs_visits)"},
      {"overlooked_count", "", "count(person where overlooked)"},
      {"home_subsidy_total", "", "sum(home_subsidy of person where local)"},
      {"relief_total", "", "sum(fee_relief of person)"},
      {"mean_own_part", "", "avg(own_part of person where in_institution)"},
      {"highest_own_part", "", "max(own_part of person where in_institution)"},
      {"refit_total", "", "sum(refit of person where local)"},
      {"retired_count", "", "count(person where retired)"},
      {"mean_income_of_women", "", "avg(income of person where sex = female and retired)"},
      {"first_priority", "", "count(person where priority = 3)"},
      {"second_priority", "", "count(person where priority = 2)"},
      {"mean_home_area", "", "avg(home_area of person where at_home and years >= 60)"},
      {"care_time_total", "", "sum(care_time of person where disabled)"},
      {"each_head", "", "(together_total + relief_total) / old"},
  };
  all.insert(all.end(), totals.begin(), totals.end());
  return checked(all, {parameter("income_line", {{"", "1200元"}}), parameter("nursing_amount", {{"moderate", "100元"}, {"severe", "200元"}, {"complete", "300元"}}),
                       parameter("relief", {{"able", "0%"}, {"mild", "10%"}, {"moderate", "30%"}, {"severe", "50%"}, {"complete", "70%"}})});
}

}  // namespace laoyou::bench
