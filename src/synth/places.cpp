#include "synth/places.h"

#include <algorithm>
#include <numeric>

#include "synth/ages.h"

namespace laoyou::synth {

using namespace registry;

Places::Places(Desk& desk, std::int64_t elders) : desk_(desk), quantities_(desk.city.quantities), elders_(elders) {
  const std::int64_t beds = quantities_.count("home_beds") + quantities_.count("point_beds");
  nursing_ = quantities_.share("nursing_bed_share");
  if (quantities_.has("new_beds")) new_bed_ = DealtShare::of(std::min(beds, quantities_.count("new_beds")), beds);
  trained_ = quantities_.share("carer_training_share");
  certified_ = quantities_.share("certified_carer_share");
  care_.beds.resize(desk.city.counties.size());
  care_.nurseries.resize(desk.city.counties.size());
  care_.visitors.resize(desk.city.counties.size());
}

Care Places::make() {
  make_homes();
  make_points();
  make_nurseries();
  make_centres();
  make_social_workers();
  desk_.hand_on(true);
  return std::move(care_);
}

/// Places spread over the counties by their people, then over the streets in turn.
std::vector<Places::Site> Places::sites(std::int64_t count) {
  std::vector<double> weights;
  for (const County& county : desk_.city.counties) weights.push_back(county.people);
  const std::vector<std::int64_t> parts = apportion(count, weights);
  std::vector<Site> all;
  for (std::size_t county = 0; county < parts.size(); ++county) {
    const auto& streets = desk_.city.counties[county].streets;
    const std::size_t first = desk_.random.below(streets.size());
    for (std::int64_t i = 0; i < parts[county]; ++i) {
      const Street& street = streets[(first + static_cast<std::size_t>(i)) % streets.size()];
      const auto round = static_cast<std::size_t>(i) / streets.size();
      all.push_back({county, street.villages.empty() ? street.place : street.villages[round % street.villages.size()]});
    }
  }
  return all;
}

Institution Places::institution(const Place& place, InstitutionKind kind, std::string_view what) {
  Institution made;
  made.region = place.code;
  made.name = place.name + std::string(what) + "（合成）";
  made.credit_code = desk_.identities.credit_code();
  made.kind = kind;
  made.phone = desk_.identities.phone();
  made.address = place.name + std::to_string(desk_.between(1, 300)) + "号";
  made.operated_by = static_cast<OperatorKind>(desk_.between(0, 3));
  made.inclusive = desk_.percent(80);
  made.demonstration = false;
  made.filed = desk_.percent(95);
  made.serves_destitute_disabled = desk_.percent(60);
  made.credit = static_cast<CreditGrade>(desk_.between(0, 2));
  made.medical = static_cast<MedicalAbility>(desk_.between(0, 2));
  made.floor_area_m2 = Decimal::from_millionths(desk_.between(120, 3000) * Decimal::k_one);
  made.fire_approved = true;
  made.opened = desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 12, desk_.city.year - 7)));
  return made;
}

std::int64_t Places::organised_points() const {
  const std::int64_t points = quantities_.count("points");
  return quantities_.has("points_run_by_organisations") ? std::min(points, quantities_.count("points_run_by_organisations")) : points / 2;
}

void Places::make_homes() {
  const std::int64_t homes = quantities_.count("homes"), beds = quantities_.count("home_beds"), point_beds = quantities_.count("point_beds");
  const std::int64_t points = quantities_.count("points");
  std::int64_t own_homes = quantities_.has("homes_handed_over") ? homes - quantities_.count("homes_handed_over") : homes / 4, own_beds = beds * own_homes / std::max<std::int64_t>(homes, 1);
  if (quantities_.has("society_bed_share")) {
    // What the government runs of the beds is the rest of the share; its points have theirs already.
    DealtShare society = quantities_.share("society_bed_share");
    std::int64_t run_by_society = 0;
    for (std::int64_t bed = 0; bed < beds + point_beds; ++bed) run_by_society += society.next() ? 1 : 0;
    const std::int64_t organised = organised_points();
    std::int64_t of_own_points = 0;
    for (std::int64_t point = organised; point < points; ++point) of_own_points += point_beds / points + (point < point_beds % points ? 1 : 0);
    own_beds = std::clamp<std::int64_t>(beds + point_beds - run_by_society - of_own_points, 0, beds);
    own_homes = own_beds == 0 ? 0 : std::clamp<std::int64_t>(own_homes, 1, homes);
  }
  const std::int64_t occupied = quantities_.share_of("bed_occupancy_share", beds);
  care_.occupied_beds = std::min(occupied, elders_ / 4);
  const std::array<Decimal, 1> training{quantities_.decimal("carer_training_share")};
  const std::int64_t carers = size_that_holds(training, std::max<std::int64_t>(occupied / std::max<std::int64_t>(quantities_.count("residents_per_carer"), 1), homes), 20);
  std::vector<std::int64_t> each = apportion(own_beds, desk_.uneven(static_cast<std::size_t>(own_homes)));
  for (const std::int64_t more : apportion(beds - own_beds, desk_.uneven(static_cast<std::size_t>(homes - own_homes)))) each.push_back(more);
  const std::vector<std::int64_t> carers_each = apportion(carers, std::vector<double>(each.begin(), each.end()));
  const std::vector<Site> where = sites(homes);
  for (std::size_t home = 0; home < each.size(); ++home) {
    const bool own = static_cast<std::int64_t>(home) < own_homes;
    make_home(where[home], own ? OperatorKind::government : home % 3 == 0 ? OperatorKind::private_nonprofit : OperatorKind::public_private, each[home], carers_each[home]);
  }
}

void Places::make_home(const Site& site, OperatorKind run_by, std::int64_t beds, std::int64_t carers) {
  Institution made = institution(site.place, InstitutionKind::elderly_home, "养老院");
  made.operated_by = run_by;
  made.stars = static_cast<std::int32_t>(desk_.between(1, 5));
  made.monthly_fee = Fen::create(desk_.between(15, 40) * 10'000).value();
  made.market_fee = Fen::create(desk_.between(25, 50) * 10'000).value();
  const Id<Institution> id = desk_.add(made);
  if (run_by == OperatorKind::public_private)
    desk_.add(OperatingContract{.region = made.region, .institution = id, .run_by = site.place.name + "养老服务公司（合成）", .credit_code = desk_.identities.credit_code(), .from = *made.opened,
                                .until = Date::from_calendar(desk_.city.year + 5, 12, 31).value(), .terms = "公建民营，保留兜底床位"});
  add_papers(made, id, false);
  for (std::int64_t bed = 0; bed < beds; ++bed) care_.beds[site.county].push_back({id, made.region, *made.opened});
  for (const StaffRole role : {StaffRole::head, StaffRole::nurse, StaffRole::cook, StaffRole::guard}) add_staff(made.region, id, role);
  for (std::int64_t carer = 0; carer < carers; ++carer) add_staff(made.region, id, StaffRole::elderly_carer);
  offices_.emplace_back(made.region, id);
  desk_.hand_on();
}

void Places::make_points() {
  const std::int64_t points = quantities_.count("points"), beds = quantities_.count("point_beds");
  const std::int64_t organised = organised_points();
  const std::vector<Site> where = sites(points);
  for (std::int64_t point = 0; point < points; ++point) {
    const Site& site = where[static_cast<std::size_t>(point)];
    Institution made = institution(site.place, point % 3 == 0 ? InstitutionKind::day_care : InstitutionKind::community_station, point % 3 == 0 ? "日间照料中心" : "养老服务站");
    made.operated_by = point < organised ? OperatorKind::private_nonprofit : OperatorKind::government;
    const Id<Institution> id = desk_.add(made);
    desk_.add(Offer{.region = made.region, .institution = id, .kind = point % 3 == 0 ? OfferKind::day_care : OfferKind::meals, .hours = "周一至周日 08:00–18:00", .from = *made.opened});
    for (std::int64_t bed = 0; bed < beds / points + (point < beds % points ? 1 : 0); ++bed) add_bed({id, made.region, *made.opened}, std::nullopt);
    care_.visitors[site.county].push_back(add_staff(made.region, id, StaffRole::other));
    offices_.emplace_back(made.region, id);
    desk_.hand_on();
  }
}

Id<Bed> Places::add_bed(const FreeBed& free, std::optional<Id<Resident>> resident) {
  Bed bed;
  bed.region = free.region;
  bed.institution = free.institution;
  bed.resident = resident;
  bed.nursing = nursing_.next();
  bed.inclusive = true;
  bed.occupied = resident.has_value();
  bed.opened = new_bed_.next() ? desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 2, desk_.city.year - 1))) : free.opened;
  return desk_.add(bed);
}

void Places::make_centres() {
  std::int64_t centres = quantities_.has("county_centres") ? quantities_.count("county_centres") : 1;
  const auto& counties = desk_.city.counties;
  for (std::size_t county = 0; county < counties.size(); ++county) {
    const std::int64_t here = centres / static_cast<std::int64_t>(counties.size()) + (static_cast<std::int64_t>(county) < centres % static_cast<std::int64_t>(counties.size()) ? 1 : 0);
    for (std::int64_t centre = 0; centre < here; ++centre) desk_.add(institution(counties[county].place, InstitutionKind::county_centre, "区域性养老服务中心"));
    for (const auto& [kind, what] : {std::pair(InstitutionKind::hospital, "人民医院"), std::pair(InstitutionKind::training_base, "养老托育实训基地"),
                                     std::pair(InstitutionKind::senior_university, "老年大学"), std::pair(InstitutionKind::nursing_room, "母婴室")})
      desk_.add(institution(counties[county].place, kind, what));
    if (care_.visitors[county].empty()) care_.visitors[county].push_back(add_staff(counties[county].place.code, std::nullopt, StaffRole::other));
  }
}

void Places::make_social_workers() {
  const __int128 wanted = __int128{elders_} * quantities_.decimal("social_workers_per_thousand").millionths();
  const std::int64_t count = divide_rounded(wanted, 1000 * Decimal::k_one, Rounding::up);
  for (std::int64_t worker = 0; worker < count && !offices_.empty(); ++worker) {
    const auto& [region, id] = offices_[static_cast<std::size_t>(worker) % offices_.size()];
    add_staff(region, id, StaffRole::social_worker);
  }
}

Id<Staff> Places::add_staff(RegionCode region, std::optional<Id<Institution>> institution, StaffRole role, bool childcare) {
  const int year = desk_.city.year;
  Staff person;
  person.region = region;
  person.institution = institution;
  person.name = desk_.identities.surname() + desk_.identities.given_name();
  person.phone = desk_.identities.phone();
  person.role = role;
  person.certified = childcare ? certified_.next() : desk_.percent(85);
  person.barred = false;
  person.started = desk_.day_of(static_cast<int>(desk_.between(year - 7, year - 1)));
  const bool trained = role == StaffRole::elderly_carer ? trained_.next() : desk_.percent(50);
  if (trained) person.trained_on = desk_.day_of(year);
  const Id<Staff> id = desk_.add(person);
  if (trained) desk_.add(Training{.region = region, .staff = id, .role = role, .day = *person.trained_on, .free_of_charge = true});
  if (*person.certified && (role == StaffRole::elderly_carer || role == StaffRole::child_carer))
    desk_.add(Certificate{.region = region, .staff = id, .institution = institution, .kind = role == StaffRole::child_carer ? CertificateKind::child_carer : CertificateKind::elderly_carer,
                          .grade = static_cast<std::int32_t>(desk_.between(3, 5)), .issued = *person.started});
  return id;
}

void Places::add_papers(const Institution& made, Id<Institution> id, bool childcare) {
  const int year = desk_.city.year;
  for (const PermitKind kind : {childcare ? PermitKind::filing : PermitKind::licence, PermitKind::fire_safety, PermitKind::food_service, PermitKind::insurance})
    desk_.add(Permit{.region = made.region, .institution = id, .kind = kind, .number = "合成" + std::to_string(desk_.between(100'000, 999'999)), .issued = desk_.day_of(year - 2),
                     .expires = desk_.day_of(static_cast<int>(desk_.between(year, year + 2)))});
  desk_.add(Price{.region = made.region, .institution = id, .item = childcare ? "全日托" : "床位与照护", .amount = made.monthly_fee.value_or(Fen()), .per = PricePer::month,
                  .from = Date::from_calendar(year, 1, 1).value()});
  desk_.add(Offer{.region = made.region, .institution = id, .kind = childcare ? OfferKind::full_day : OfferKind::residential, .hours = childcare ? "周一至周五 07:30–18:30" : "全天",
                  .from = *made.opened});
}

}  // namespace laoyou::synth
