#include "synth/life.h"

#include <algorithm>

#include "synth/person_facts.h"

namespace laoyou::synth {

using namespace registry;

Life::Life(Desk& desk, Care& care) : desk_(desk), care_(care) {
  const Quantities& quantities = desk.city.quantities;
  visits_a_year_ = std::clamp<std::int64_t>(quantities.count("visits_a_year"), 1, 12);
  visited_ = quantities.share("visit_share");
  family_bed_ = quantities.share("family_bed_share");
  orders_ = quantities.share("orders_share");
  hospital_ = quantities.share("hospital_share");
  if (quantities.has("family_bed_visits_per_month")) family_bed_visits_left_ = quantities.count("family_bed_visits_per_month");
}

void Life::of_elder(const Resident& resident, std::size_t county) {
  stand(resident);
  const bool hard = lives_hard(resident);
  if (resident.care_grade != CareGrade::intact) {
    assess(resident);
    if (family_bed_.next() && !resident.in_institution.value_or(false)) family_bed(resident, county);
  }
  if (hard && visited_.next()) visit_monthly(resident, county);
  if (hard) watch(resident);
  if (orders_.next())
    desk_.add(ServiceOrder{.region = resident.region, .resident = resident.id, .kind = static_cast<OrderKind>(desk_.between(0, 5)), .day = desk_.day_of(desk_.city.year),
                           .price = Fen::create(desk_.between(8, 60) * 100).value()});
  if (hospital_.next()) {
    const Date from = desk_.day_of(desk_.city.year, static_cast<int>(desk_.between(1, 11)));
    desk_.add(Residence{.region = resident.region, .resident = resident.id, .kind = ResidenceKind::hospital, .from = from, .until = from.plus_days(static_cast<std::int32_t>(desk_.between(3, 20)))});
  }
}

void Life::assess(const Resident& resident) {
  const auto grade = static_cast<std::size_t>(*resident.care_grade);
  const auto& [least, greatest] = desk_.city.grade_scores[grade];
  Assessment made{.region = resident.region, .resident = resident.id, .day = desk_.day_of(desk_.city.year), .grade = resident.care_grade};
  if (greatest > 0) made.score = static_cast<std::int32_t>(desk_.between(least, greatest));
  desk_.add(made);
}

std::optional<Id<Staff>> Life::visitor(std::size_t county, RegionCode region) const {
  const auto& visitors = care_.visitors[county];
  if (visitors.empty()) return std::nullopt;
  return visitors[static_cast<std::size_t>(region.number() / 1'000) % visitors.size()];
}

/// In each of the months that the year's visits are spread over.
void Life::visit_monthly(const Resident& resident, std::size_t county) {
  for (std::int64_t visit = 0; visit < visits_a_year_; ++visit) {
    const int month = static_cast<int>(visit * 12 / visits_a_year_) + 1;
    desk_.add(Visit{.region = resident.region, .resident = resident.id, .staff = visitor(county, resident.region), .kind = VisitKind::hardship, .day = desk_.day_of(desk_.city.year, month),
                    .length = Minutes::create(desk_.between(15, 60)).value(), .danger_found = desk_.percent(2)});
  }
}

void Life::stand(const Resident& resident) {
  const auto add = [&](const std::optional<bool>& has, StandingKind kind, std::optional<std::int32_t> grade = std::nullopt) {
    if (!has.value_or(false)) return;
    desk_.add(Standing{.region = resident.region, .resident = resident.id, .kind = kind, .grade = grade, .document = "合成" + std::to_string(desk_.between(100'000, 999'999)),
                       .from = desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 5, desk_.city.year - 1)))});
  };
  const Hardship& hardship = resident.hardship;
  add(hardship.destitute, StandingKind::destitute);
  if (!hardship.destitute.value_or(false)) add(hardship.low_income, StandingKind::minimum_living);
  add(hardship.disabled, StandingKind::disability, static_cast<std::int32_t>(desk_.between(1, 4)));
  add(hardship.lost_only_child, StandingKind::special_family);
  add(hardship.merit, StandingKind::merit);
}

/// Whom to call, and what calls for them.
void Life::watch(const Resident& resident) {
  constexpr Relation k_relations[] = {Relation::child, Relation::relative, Relation::neighbour, Relation::village_worker};
  desk_.add(Contact{.region = resident.region, .resident = resident.id, .name = desk_.identities.surname() + desk_.identities.given_name(),
                    .relation = k_relations[desk_.random.below(4)], .phone = desk_.identities.phone(), .first = true});
  if (!resident.hardship.lives_alone.value_or(false)) return;
  const Date from = desk_.day_of(desk_.city.year - 1);
  desk_.add(Consent{.region = resident.region, .resident = resident.id, .purpose = ConsentPurpose::monitoring, .given_by = resident.name, .from = from});
  desk_.add(Device{.region = resident.region, .resident = resident.id, .kind = static_cast<DeviceKind>(desk_.between(0, 6)), .installed = from});
}

void Life::family_bed(const Resident& resident, std::size_t county) {
  desk_.add(Bed{.region = resident.region, .resident = resident.id, .nursing = true, .inclusive = true, .family = true, .occupied = true, .opened = desk_.day_of(desk_.city.year - 1)});
  const std::int64_t each_month = std::min<std::int64_t>(family_bed_visits_left_, 8);
  family_bed_visits_left_ -= each_month;
  for (int month = 1; month <= 12; ++month)
    for (std::int64_t visit = 0; visit < each_month; ++visit)
      desk_.add(Visit{.region = resident.region, .resident = resident.id, .staff = visitor(county, resident.region), .kind = VisitKind::family_bed, .day = desk_.day_of(desk_.city.year, month),
                      .length = Minutes::create(desk_.between(30, 90)).value()});
  if (desk_.percent(20))
    desk_.add(HomeAdaptation{.region = resident.region, .resident = resident.id, .finished = desk_.day_of(desk_.city.year), .cost = Fen::create(desk_.between(20, 60) * 10'000).value()});
}

void Life::stay_in_home(const Resident& resident, Id<Bed> bed, const FreeBed& place) {
  desk_.add(Stay{.region = place.region, .resident = resident.id, .institution = place.institution, .kind = StayKind::residential, .bed = bed,
                 .from = desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 4, desk_.city.year - 1)))});
}

void Life::guardian(const Resident& child, Id<Resident> parent, const std::string& name) {
  desk_.add(Contact{.region = child.region, .resident = child.id, .person = parent, .name = name, .relation = Relation::guardian, .phone = desk_.identities.phone(), .first = true});
}

std::optional<OpenNursery> Life::take_nursery(std::size_t county) {
  for (std::size_t away = 0; away < care_.nurseries.size(); ++away) {
    auto& open = care_.nurseries[(county + away) % care_.nurseries.size()];
    while (!open.empty() && open.back().children == 0) open.pop_back();
    if (open.empty()) continue;
    --open.back().children;
    return open.back();
  }
  return std::nullopt;
}

void Life::of_child(const Resident& resident, const std::optional<OpenNursery>& nursery, int age) {
  const int year = desk_.city.year;
  if (age == 0 && resident.child_health.newborn_visited.value_or(false))
    desk_.add(Visit{.region = resident.region, .resident = resident.id, .kind = VisitKind::newborn, .day = resident.born->plus_days(static_cast<std::int32_t>(desk_.between(3, 7)))});
  if (!nursery) return;
  const OpenNursery& place = *nursery;
  desk_.add(Stay{.region = place.region, .resident = resident.id, .institution = place.institution, .kind = StayKind::nursery, .from = Date::from_calendar(year, 1, 2).value()});
  for (int month = 1; month <= 12; ++month) {
    const auto open_days = static_cast<std::int32_t>(desk_.between(18, 22));
    desk_.add(Attendance{.region = place.region, .resident = resident.id, .institution = place.institution, .month = Period::month(year, month),
                         .days_present = open_days - static_cast<std::int32_t>(desk_.between(0, 5)), .days_open = open_days});
  }
}

}  // namespace laoyou::synth
