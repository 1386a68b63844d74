#include "synth/person_facts.h"

namespace laoyou::synth {

using namespace registry;

PersonFacts::PersonFacts(Desk& desk) : desk_(desk) {
  const Quantities& quantities = desk.city.quantities;
  for (const auto& [share, name] :
       {std::pair(&left_behind_, "left_behind_share"), std::pair(&disabled_, "disabled_share"), std::pair(&destitute_, "destitute_share"), std::pair(&low_income_, "low_income_share"),
        std::pair(&lost_only_child_, "lost_only_child_share"), std::pair(&merit_, "merit_share"), std::pair(&wishes_, "destitute_wish_share"), std::pair(&supported_, "destitute_supported_share"),
        std::pair(&doctor_, "family_doctor_share"), std::pair(&record_, "health_record_share"), std::pair(&accident_, "accident_insured_share"), std::pair(&volunteer_, "volunteer_share"),
        std::pair(&visited_, "newborn_visited_share"), std::pair(&screened_, "metabolic_screened_share"), std::pair(&managed_, "system_managed_share"),
        std::pair(&health_, "health_managed_share"), std::pair(&eyes_, "eyes_checked_share"), std::pair(&vaccinated_, "vaccinated_share"), std::pair(&guided_, "family_guided_share")})
    *share = quantities.share(name);
  std::int64_t lost = 0;
  constexpr const char* k_grades[] = {"mild_share", "moderate_share", "severe_share", "complete_share"};
  for (std::size_t grade = 0; grade < 4; ++grade) {
    grade_weights_[grade] = quantities.decimal(k_grades[grade]).approximate();
    lost += quantities.decimal(k_grades[grade]).millionths();
  }
  lost_ability_ = DealtShare(Decimal::from_millionths(lost));
}

Resident PersonFacts::resident(const Person& person, RegionCode region, const std::string& surname) {
  Resident made;
  made.region = region;
  made.name = surname + desk_.identities.given_name();
  made.born = desk_.day_of(desk_.city.year - person.age);
  made.id_number = desk_.identities.id_number(*made.born, person.male);
  made.sex = person.male ? Sex::male : Sex::female;
  made.hukou = region;
  made.hardship.destitute = false;
  made.wants_institution = false;
  made.family_doctor = doctor_.next();
  made.health_record = record_.next();
  return made;
}

void PersonFacts::make_old(Resident& resident, bool alone, bool empty_nest) {
  const auto yes = [](bool so) { return std::optional(so); };
  resident.care_grade = CareGrade::intact;
  if (lost_ability_.next()) {
    double at = desk_.random.unit() * (grade_weights_[0] + grade_weights_[1] + grade_weights_[2] + grade_weights_[3]);
    std::size_t grade = 0;
    while (grade < 3 && at >= grade_weights_[grade]) at -= grade_weights_[grade++];
    resident.care_grade = static_cast<CareGrade>(grade + 1);
  }
  resident.monthly_income = Fen::create(desk_.between(600, 6000) * 100).value();
  resident.phone = desk_.identities.phone();
  Hardship& hardship = resident.hardship;
  hardship.destitute = destitute_.next();
  hardship.low_income = *hardship.destitute || low_income_.next();
  hardship.disabled = disabled_.next();
  hardship.lives_alone = alone;
  hardship.empty_nest = empty_nest;
  hardship.left_behind = left_behind_.next();
  hardship.lost_only_child = lost_only_child_.next();
  hardship.merit = merit_.next();
  resident.wants_institution = yes(*hardship.destitute && wishes_.next());
  resident.in_institution = yes(*resident.wants_institution && supported_.next());
  resident.volunteer = volunteer_.next();
  resident.insured_accident = accident_.next();
}

void PersonFacts::make_child(Resident& resident, int age) {
  ChildHealth& health = resident.child_health;
  if (age == 0) {
    health.newborn_visited = visited_.next();
    health.metabolic_screened = screened_.next();
  }
  health.system_managed = managed_.next();
  health.health_managed = health_.next();
  health.eyes_checked = eyes_.next();
  health.vaccinated = vaccinated_.next();
  health.family_guided = guided_.next();
}

bool lives_hard(const Resident& resident) {
  const Hardship& hardship = resident.hardship;
  const auto so = [](const std::optional<bool>& fact) { return fact.value_or(false); };
  return resident.care_grade.value_or(CareGrade::intact) != CareGrade::intact || so(hardship.lives_alone) || so(hardship.empty_nest) || so(hardship.left_behind) || so(hardship.disabled) ||
         so(hardship.lost_only_child);
}

}  // namespace laoyou::synth
