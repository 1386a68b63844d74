#include "synth/localities.h"

#include <algorithm>

namespace laoyou::synth {
namespace {

using namespace registry;

class Localities {
 public:
  Localities(Desk& desk, const std::map<RegionCode, VillageCount>& villages) : desk_(desk), quantities_(desk.city.quantities), villages_(villages) {
    for (const auto& [share, name] : {std::pair(&day_care_, "day_care_share"), std::pair(&elderly_facility_, "elderly_facility_share"), std::pair(&childcare_covered_, "childcare_covered_share"),
                                      std::pair(&childcare_standard_, "childcare_standard_share"), std::pair(&street_centre_, "street_centre_share"), std::pair(&estate_, "estate_share"),
                                      std::pair(&new_estate_, "new_estates_share"), std::pair(&canteen_, "canteen_share")})
      *share = quantities_.share(name);
    own_townships_ = quantities_.has("township_centre_share");
    if (own_townships_) township_centre_ = quantities_.share("township_centre_share");
  }

  void make() {
    const City& city = desk_.city;
    const bool is_county = city.counties.size() == 1 && city.counties.front().place.code == city.place.code;
    if (!is_county) plain(city.place, LocalityKind::city);
    for (const County& county : city.counties) {
      plain(county.place, LocalityKind::county);
      for (const Street& street : county.streets) make_street(street);
      desk_.hand_on();
    }
    make_funds();
    desk_.hand_on(true);
  }

 private:
  void plain(const Place& place, LocalityKind kind) { desk_.add(Locality{.region = place.code, .kind = kind, .adapts_destitute_homes = true, .cares_disabled_destitute = true}); }

  void make_street(const Street& street) {
    const bool urban = street.place.name.ends_with("街道");
    Locality made;
    made.region = street.place.code;
    made.kind = urban ? LocalityKind::street : LocalityKind::township;
    made.regional_centre = !urban && own_townships_ ? township_centre_.next() : street_centre_.next();
    desk_.add(made);
    if (*made.regional_centre) {
      Institution centre;
      centre.region = street.place.code;
      centre.name = street.place.name + "区域养老服务中心（合成）";
      centre.kind = InstitutionKind::street_centre;
      centre.operated_by = OperatorKind::public_private;
      centre.filed = true;
      centre.fire_approved = true;
      centre.opened = desk_.day_of(desk_.city.year - 3);
      desk_.add(centre);
    }
    if (street.villages.empty()) return make_village(street.place, urban);
    for (const Place& village : street.villages) make_village(village, urban);
  }

  void make_village(const Place& village, bool urban) {
    const auto found = villages_.find(village.code);
    const VillageCount count = found == villages_.end() ? VillageCount{} : found->second;
    urban = urban || village.name.ends_with("社区") || village.name.ends_with("社区居委会") || village.name.ends_with("社区居民委员会");
    Locality made;
    made.region = village.code;
    made.kind = urban ? LocalityKind::urban_community : LocalityKind::village;
    made.population = count.people;
    made.households = count.households;
    made.home_care_covered = true;
    if (urban) {
      made.elderly_facility = elderly_facility_.next();
      made.day_care_covered = day_care_.next();
      made.childcare_covered = childcare_covered_.next();
      made.childcare_standard_met = childcare_standard_.next();
    }
    desk_.add(made);
    if (canteen_.next()) make_canteen(village);
    if (urban && count.households > 0) make_estate(village, count.households);
  }

  void make_canteen(const Place& village) {
    Institution canteen;
    canteen.region = village.code;
    canteen.name = village.name + "老年食堂（合成）";
    canteen.kind = InstitutionKind::canteen;
    canteen.operated_by = OperatorKind::private_nonprofit;
    canteen.filed = true;
    canteen.opened = desk_.day_of(desk_.city.year - 2);
    const Id<Institution> id = desk_.add(canteen);
    desk_.add(Offer{.region = village.code, .institution = id, .kind = OfferKind::meals, .hours = "11:00–13:00", .from = *canteen.opened});
  }

  void make_estate(const Place& village, std::int64_t households) {
    Development estate;
    estate.region = village.code;
    estate.name = village.name + "小区（合成）";
    estate.newly_built = new_estate_.next();
    estate.households = households;
    const auto area = [&](std::string_view per_100) { return Decimal::from_millionths(quantities_.decimal(per_100).millionths() * households / 100); };
    estate.elderly_area_m2 = area("elderly_m2_per_100_households");
    estate.childcare_area_m2 = area("childcare_m2_per_100_households");
    const bool steps = !estate.newly_built || estate_.next();
    estate.planned_together = true;
    estate.built_together = steps;
    estate.accepted_together = steps;
    estate.handed_over_together = steps;
    estate.accepted = desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 3, desk_.city.year)));
    desk_.add(estate);
  }

  void make_funds() {
    constexpr std::int64_t k_fen_a_month = 200'000'000;
    const Decimal share = quantities_.decimal("lottery_elderly_share");
    for (int month = 1; month <= 12; ++month) {
      const std::int64_t elderly = divide_rounded(__int128{k_fen_a_month} * share.millionths(), 100 * Decimal::k_one, Rounding::half_up);
      for (const auto& [purpose, fen] : {std::pair(FundPurpose::elderly_care, elderly), std::pair(FundPurpose::other, k_fen_a_month - elderly)})
        desk_.add(FundUse{.region = desk_.city.place.code, .source = FundSource::welfare_lottery, .purpose = purpose, .day = desk_.day_of(desk_.city.year, month), .amount = Fen::create(fen).value()});
      desk_.add(FundUse{.region = desk_.city.place.code, .source = FundSource::budget, .purpose = FundPurpose::childcare, .day = desk_.day_of(desk_.city.year, month),
                        .amount = Fen::create(desk_.between(5, 50) * 10'000'000).value()});
    }
  }

  Desk& desk_;
  const Quantities& quantities_;
  const std::map<RegionCode, VillageCount>& villages_;
  DealtShare day_care_, elderly_facility_, childcare_covered_, childcare_standard_, street_centre_, township_centre_, estate_, new_estate_, canteen_;
  bool own_townships_ = false;
};

}  // namespace

void make_localities(Desk& desk, const std::map<RegionCode, VillageCount>& villages) { Localities(desk, villages).make(); }

}  // namespace laoyou::synth
