#include "app/demo_people.h"

namespace laoyou::app {

using namespace registry;

void DemoPeople::make_village(RegionCode village, int residents) {
  for (int number = 0; number < residents; ++number) {
    Resident person = resident(village);
    person.id_number = identities_.id_number(*person.born, person.sex == Sex::male);
    person.phone = identities_.phone();
    serve(person, add_demo(store_, inserts_, person));
  }
}

Resident DemoPeople::resident(RegionCode village) {
  Resident person;
  person.region = village;
  person.name = chance_.person();
  person.sex = chance_.percent(48) ? Sex::male : Sex::female;
  person.hukou = village;
  person.volunteer = chance_.percent(8);
  person.family_doctor = chance_.percent(75);
  person.health_record = chance_.percent(88);
  person.hardship = {false, chance_.percent(5), chance_.percent(3), false, false, false, false, chance_.percent(1)};
  person.wants_institution = false;
  const std::int64_t kind = chance_.between(0, 9);
  if (kind < 6) make_old(person);
  else if (kind < 8) make_child(person);
  else person.born = chance_.day_of(static_cast<int>(chance_.year() - chance_.between(20, 58)));
  return person;
}

void DemoPeople::make_old(Resident& person) {
  person.born = chance_.day_of(static_cast<int>(chance_.year() - chance_.between(61, 96)));
  person.care_grade = chance_.percent(70) ? CareGrade::intact : static_cast<CareGrade>(chance_.between(1, 4));
  person.monthly_income = Fen::create(chance_.between(200, 6000) * 100).value();
  person.hardship.destitute = chance_.percent(6);
  person.hardship.low_income = chance_.percent(10);
  person.hardship.disabled = chance_.percent(9);
  person.hardship.lives_alone = chance_.percent(12);
  person.hardship.empty_nest = chance_.percent(15);
  person.hardship.left_behind = chance_.percent(6);
  person.hardship.lost_only_child = chance_.percent(1);
  person.hardship.merit = chance_.percent(3);
  person.wants_institution = chance_.percent(20);
  person.in_institution = *person.wants_institution && chance_.percent(70);
  if (*person.in_institution) person.institution = home_;
  person.insured_accident = chance_.percent(55);
}

void DemoPeople::make_child(Resident& person) {
  person.born = chance_.day_of(static_cast<int>(chance_.year() - chance_.between(0, 2)));
  ChildHealth& health = person.child_health;
  health.newborn_visited = chance_.percent(94);
  health.system_managed = chance_.percent(90);
  health.health_managed = chance_.percent(88);
  health.metabolic_screened = chance_.percent(97);
  health.eyes_checked = chance_.percent(86);
  health.vaccinated = chance_.percent(96);
  health.family_guided = chance_.percent(72);
}

void DemoPeople::serve(const Resident& person, Id<Resident> id) {
  const auto day = [&] { return chance_.day_of(chance_.year()); };
  if (!is_old(person)) {
    if (person.child_health.newborn_visited.value_or(false)) {
      Visit visit{.region = person.region, .resident = id, .kind = VisitKind::newborn, .day = day()};
      add_demo(store_, inserts_, std::move(visit));
    }
    return;
  }
  if (person.institution)
    add_demo(store_, inserts_, Stay{.region = person.region, .resident = id, .institution = *person.institution, .from = Date::from_calendar(chance_.year() - 1, 3, 1).value()});
  if (chance_.percent(60)) add_demo(store_, inserts_, Assessment{.region = person.region, .resident = id, .day = day(), .grade = person.care_grade});
  const Hardship& hardship = person.hardship;
  const bool hard_case = *hardship.lives_alone || *hardship.empty_nest || *hardship.left_behind || *hardship.disabled || *person.care_grade >= CareGrade::severe;
  if (hard_case && chance_.percent(85))
    add_demo(store_, inserts_, Visit{.region = person.region, .resident = id, .kind = VisitKind::hardship, .day = day(), .length = Minutes::create(chance_.between(15, 60)).value(),
                                     .danger_found = chance_.percent(5)});
  if (*person.care_grade >= CareGrade::moderate && chance_.percent(40)) {
    add_demo(store_, inserts_, Bed{.region = person.region, .resident = id, .nursing = true, .inclusive = true, .family = true, .occupied = true, .opened = chance_.day_before()});
    for (int month = 0; month < 2; ++month)
      add_demo(store_, inserts_, Visit{.region = person.region, .resident = id, .kind = VisitKind::family_bed, .day = day(), .length = Minutes::create(chance_.between(30, 90)).value()});
  }
  if (hardship.destitute.value_or(false) && chance_.percent(70))
    add_demo(store_, inserts_, HomeAdaptation{.region = person.region, .resident = id, .finished = day(), .cost = Fen::create(chance_.between(20, 60) * 10'000).value()});
  if (chance_.percent(15))
    add_demo(store_, inserts_, ServiceOrder{.region = person.region, .resident = id, .kind = static_cast<OrderKind>(chance_.between(0, 6)), .day = day(),
                                            .price = Fen::create(chance_.between(8, 60) * 100).value()});
}

}  // namespace laoyou::app
