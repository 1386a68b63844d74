#include "synth/quantities.h"

namespace laoyou::synth {

const std::vector<Quantity>& known_quantities() {
  static const std::vector<Quantity> all = {
      // people
      {"population"}, {"children_share"}, {"over_60_share"}, {"over_65_share"}, {"births"}, {"boys_per_100_girls"}, {"lives_alone_share"}, {"empty_nest_share"},
      {"left_behind_share"}, {"disabled_share"}, {"destitute_share"}, {"low_income_share"}, {"lost_only_child_share"}, {"merit_share"}, {"mild_share"}, {"moderate_share"},
      {"severe_share"}, {"complete_share"}, {"destitute_wish_share"}, {"family_doctor_share"}, {"health_record_share"}, {"accident_insured_share"}, {"moved_away_share"},
      {"hospital_share"},
      // places
      {"homes"}, {"home_beds"}, {"homes_handed_over", false}, {"points"}, {"point_beds"}, {"points_run_by_organisations", false}, {"nurseries"}, {"classes", false}, {"slots"},
      {"slots_per_class"}, {"county_centres", false}, {"demonstration_nurseries_per_county", false}, {"new_beds", false}, {"new_public_slots", false},
      {"new_private_slots", false}, {"bed_occupancy_share"}, {"slot_occupancy_share"}, {"canteen_share"}, {"new_estates_share"},
      // staff and services
      {"residents_per_carer"}, {"children_per_carer"}, {"social_workers_per_thousand"}, {"visits_a_year"}, {"family_bed_share"}, {"family_bed_visits_per_month", false},
      {"orders_share"},
      // what the plan's indicators say
      {"nursing_bed_share"}, {"society_bed_share", false}, {"estate_share"}, {"street_centre_share"}, {"township_centre_share", false}, {"day_care_share"},
      {"elderly_facility_share"}, {"childcare_covered_share"}, {"childcare_standard_share"}, {"visit_share"}, {"destitute_supported_share"}, {"carer_training_share"},
      {"volunteer_share"}, {"lottery_elderly_share"}, {"newborn_visited_share"}, {"system_managed_share"}, {"health_managed_share"}, {"metabolic_screened_share"},
      {"eyes_checked_share"}, {"vaccinated_share"}, {"family_guided_share"}, {"inclusive_enrolment_share"}, {"certified_carer_share"}, {"elderly_m2_per_100_households"},
      {"childcare_m2_per_100_households"},
  };
  return all;
}

Decimal Quantities::decimal(std::string_view name) const {
  const auto found = values_.find(name);
  CHECK(found != values_.end());
  return found->second.value;
}

std::int64_t Quantities::count(std::string_view name) const { return divide_rounded(decimal(name).millionths(), Decimal::k_one, Rounding::half_up); }

std::int64_t Quantities::share_of(std::string_view name, std::int64_t whole) const {
  return divide_rounded(__int128{whole} * decimal(name).millionths(), 100 * Decimal::k_one, Rounding::half_up);
}

DealtShare Quantities::share(std::string_view name) const {
  const auto found = values_.find(name);
  CHECK(found != values_.end());
  return DealtShare(found->second.value, found->second.rounding);
}

}  // namespace laoyou::synth
