#include "app/demo_registers.h"

#include <algorithm>

#include "app/demo_people.h"
#include "app/demo_projects.h"
#include "registry/locality.h"
#include "registry/service.h"

namespace laoyou::app {
namespace {

using namespace registry;

constexpr std::size_t k_records_a_command = 500;

/// Fills the registers of one plan, place by place.
class DemoRegisters {
 public:
  DemoRegisters(store::Store& store, RegionCode region, std::uint64_t seed, int year)
      : store_(store), chance_(seed, year), identities_(region, seed), people_(store, inserts_, chance_, identities_) {}

  DemoInserts make(const std::vector<DemoCounty>& counties, const plan::Plan& plan) {
    const RegionCode region = plan.content.head.value.region;
    make_locality(region, region.level() == RegionLevel::county ? LocalityKind::county : LocalityKind::city, 0);
    for (const DemoCounty& county : counties) make_county(county, county.county.code != region);
    for (Construction work : demo_works(plan, chance_)) {
      work.id = add(work);
      for (const registry::ConstructionStep& step : demo_steps(work, chance_.year())) add(step);
    }
    for (int use = 0; use < 24; ++use) make_fund_use(region);
    return std::move(inserts_);
  }

 private:
  template <record::Described T>
  Id<T> add(T record) {
    return add_demo(store_, inserts_, std::move(record));
  }

  void make_county(const DemoCounty& county, bool with_locality) {
    if (with_locality) make_locality(county.county.code, LocalityKind::county, 0);
    make_institution(county.county, InstitutionKind::county_centre, "养老服务中心", 20, 0);
    make_institution(county.county, InstitutionKind::hospital, "人民医院", 0, 0);
    make_institution(county.county, InstitutionKind::training_base, "养老托育实训基地", 0, 0);
    make_institution(county.county, InstitutionKind::senior_university, "老年大学", 0, 0);
    for (const DemoStreet& street : county.streets) make_street(street);
  }

  void make_street(const DemoStreet& street) {
    const bool urban = street.street.name.ends_with("街道");
    make_locality(street.street.code, urban ? LocalityKind::street : LocalityKind::township, 0);
    make_institution(street.street, InstitutionKind::elderly_home, "养老院", chance_.between(12, 24), 0);
    make_institution(street.street, InstitutionKind::street_centre, "区域养老服务中心", chance_.between(6, 12), 0);
    make_institution(street.street, InstitutionKind::nursery, "托育园", 0, chance_.between(12, 24));
    if (chance_.percent(50)) make_institution(street.street, InstitutionKind::kindergarten_class, "幼儿园托班", 0, chance_.between(8, 14));
    make_construction(street.street.code);
    for (const regions::Region& village : street.villages) make_village(village, urban);
  }

  void make_village(const regions::Region& village, bool urban) {
    make_locality(village.code, urban || village.name.ends_with("社区居委会") ? LocalityKind::urban_community : LocalityKind::village, chance_.between(1500, 9000));
    make_institution(village, urban ? InstitutionKind::community_station : InstitutionKind::mutual_aid_point, urban ? "养老服务站" : "互助养老点", 0, 0);
    make_institution(village, InstitutionKind::canteen, "老年食堂", 0, 0);
    make_development(village);
    people_.make_village(village.code, 30);
  }

  void make_locality(RegionCode region, LocalityKind kind, std::int64_t population) {
    Locality place;
    place.region = region;
    place.kind = kind;
    if (population > 0) place.population = population;
    if (population > 0) place.households = population / 3;
    place.elderly_facility = chance_.percent(85);
    place.home_care_covered = chance_.percent(80);
    place.day_care_covered = chance_.percent(70);
    place.regional_centre = chance_.percent(75);
    place.childcare_covered = chance_.percent(65);
    place.childcare_standard_met = chance_.percent(60);
    place.adapts_destitute_homes = chance_.percent(70);
    place.cares_disabled_destitute = chance_.percent(75);
    add(place);
  }

  void make_institution(const regions::Region& place, InstitutionKind kind, const std::string& what, std::int64_t beds, std::int64_t slots) {
    Institution made;
    made.region = place.code;
    made.name = place.name + what + "（演示）";
    made.credit_code = identities_.credit_code();
    made.kind = kind;
    made.phone = identities_.phone();
    constexpr OperatorKind k_operators[] = {OperatorKind::government, OperatorKind::public_private, OperatorKind::private_nonprofit, OperatorKind::private_profit};
    made.operated_by = chance_.one_of(k_operators);
    made.inclusive = chance_.percent(80);
    made.demonstration = chance_.percent(25);
    made.filed = chance_.percent(90);
    made.serves_destitute_disabled = chance_.percent(60);
    if (beds > 0) made.stars = static_cast<std::int32_t>(chance_.between(1, 5));
    made.credit = static_cast<CreditGrade>(chance_.between(0, 3));
    made.medical = static_cast<MedicalAbility>(chance_.between(0, 2));
    made.floor_area_m2 = Decimal::from_millionths(chance_.between(200, 3000) * Decimal::k_one);
    made.monthly_fee = Fen::create(chance_.between(12, 40) * 10'000).value();
    made.market_fee = Fen::create(chance_.between(20, 45) * 10'000).value();
    made.fire_approved = chance_.percent(92);
    made.opened = chance_.day_before();
    const Id<Institution> id = add(made);
    if (kind == InstitutionKind::elderly_home) people_.open_home(id);
    for (std::int64_t bed = 0; bed < beds; ++bed) make_bed(place.code, id, *made.opened);
    for (std::int64_t slot = 0; slot < slots; ++slot) make_slot(place.code, id, *made.opened);
    const int staff = beds > 0 || slots > 0 ? 4 : 1;
    for (int number = 0; number < staff; ++number) make_staff(place.code, id, slots > 0, number == 0);
  }

  void make_bed(RegionCode region, Id<Institution> institution, Date opened) {
    Bed bed;
    bed.region = region;
    bed.institution = institution;
    bed.nursing = chance_.percent(58);
    bed.inclusive = chance_.percent(80);
    bed.occupied = chance_.percent(62);
    bed.opened = opened;
    add(bed);
  }

  void make_slot(RegionCode region, Id<Institution> institution, Date opened) {
    Slot slot;
    slot.region = region;
    slot.institution = institution;
    slot.inclusive = chance_.percent(65);
    slot.occupied = chance_.percent(55);
    slot.opened = opened;
    add(slot);
  }

  void make_staff(RegionCode region, Id<Institution> institution, bool childcare, bool head) {
    Staff person;
    person.region = region;
    person.institution = institution;
    person.name = chance_.person();
    person.role = head ? StaffRole::head : childcare ? StaffRole::child_carer : StaffRole::elderly_carer;
    person.certified = chance_.percent(88);
    person.barred = false;
    person.trained_on = chance_.day_of(chance_.year());
    person.started = chance_.day_before();
    const Id<Staff> id = add(person);
    if (!chance_.percent(60)) return;
    Training training;
    training.region = region;
    training.staff = id;
    training.role = person.role;
    training.day = *person.trained_on;
    training.free_of_charge = chance_.percent(70);
    add(training);
  }

  void make_development(const regions::Region& village) {
    Development estate;
    estate.region = village.code;
    estate.name = village.name + "小区（演示）";
    estate.newly_built = chance_.percent(50);
    estate.households = chance_.between(200, 2500);
    estate.elderly_area_m2 = Decimal::from_millionths(estate.households * chance_.between(8, 24) / 100 * Decimal::k_one);
    estate.childcare_area_m2 = Decimal::from_millionths(estate.households * chance_.between(5, 15) / 100 * Decimal::k_one);
    estate.childcare_slots = chance_.between(0, 30);
    estate.planned_together = chance_.percent(95);
    estate.built_together = chance_.percent(92);
    estate.accepted_together = chance_.percent(90);
    estate.handed_over_together = chance_.percent(88);
    estate.accepted = chance_.day_of(chance_.year());
    add(estate);
  }

  void make_construction(RegionCode region) {
    Construction work;
    work.region = region;
    work.project = "演示项目";
    work.stage = static_cast<ConstructionStage>(chance_.between(0, 3));
    work.invested = Fen::create(chance_.between(50, 900) * 1'000'000).value();
    work.beds_added = chance_.between(0, 60);
    work.slots_added = chance_.between(0, 60);
    work.started = chance_.day_before();
    if (work.stage >= ConstructionStage::finished) work.finished = chance_.day_of(chance_.year());
    add(work);
  }

  void make_fund_use(RegionCode region) {
    FundUse use;
    use.region = region;
    use.source = static_cast<FundSource>(chance_.between(0, 3));
    use.purpose = static_cast<FundPurpose>(chance_.between(0, 2));
    use.day = chance_.day_of(chance_.year());
    use.amount = Fen::create(chance_.between(5, 300) * 1'000'000).value();
    add(use);
  }

  store::Store& store_;
  DemoInserts inserts_;
  DemoChance chance_;
  synth::Identities identities_;
  DemoPeople people_;
};

bool filled_already(store::Store& store, RegionCode region) {
  const store::Filter made_up = store::Filter().equals("synthetic", true);
  return store.read([&](store::Snapshot& snapshot) { return snapshot.count<Institution>(store::Scope(region), made_up); }) > 0;
}

}  // namespace

Result<std::int64_t> fill_registers(store::Store& store, const store::Actor& actor, const plan::Library& library, const plan::Plan& plan, std::uint64_t seed) {
  const RegionCode region = plan.content.head.value.region;
  if (region.level() == RegionLevel::country || filled_already(store, region)) return std::int64_t{0};
  constexpr int k_last_year = 2025;
  const int year = plan.runs_to ? std::min(plan.runs_to->year(), k_last_year) : k_last_year;
  const DemoInserts inserts = DemoRegisters(store, region, seed, year).make(demo_counties(library, region), plan);
  for (std::size_t first = 0; first < inserts.size(); first += k_records_a_command) {
    const std::size_t end = std::min(first + k_records_a_command, inserts.size());
    const store::WriteOutcome outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
      for (std::size_t i = first; i < end; ++i) inserts[i](writing);
      return {};
    });
    if (const Result<void> done = outcome.result(); !done) return done.error();
  }
  return std::ssize(inserts);
}

}  // namespace laoyou::app
