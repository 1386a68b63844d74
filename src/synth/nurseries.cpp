// The nurseries of a city, with their classes, slots and carers.
#include <algorithm>

#include "synth/ages.h"
#include "synth/places.h"

namespace laoyou::synth {

using namespace registry;

void Places::make_nurseries() {
  const std::int64_t nurseries = quantities_.count("nurseries"), slots = quantities_.count("slots");
  const std::int64_t classes =
      std::max(nurseries, quantities_.has("classes") ? quantities_.count("classes") : divide_rounded(slots, std::max<std::int64_t>(quantities_.count("slots_per_class"), 1), Rounding::half_up));
  const std::array<Decimal, 1> inclusive{quantities_.decimal("inclusive_enrolment_share")}, certified{quantities_.decimal("certified_carer_share")};
  care_.children = size_that_holds(inclusive, quantities_.share_of("slot_occupancy_share", slots), slots / 100);
  occupied_slot_ = DealtShare::of(care_.children, slots);
  inclusive_taken_ = inclusive_free_ = quantities_.share("inclusive_enrolment_share");
  // Each has one class at least; the others fall to them unevenly.
  std::vector<std::int64_t> classes_each = apportion(classes - nurseries, desk_.uneven(static_cast<std::size_t>(nurseries)));
  for (std::int64_t& count : classes_each) ++count;
  const std::vector<double> sizes(classes_each.begin(), classes_each.end());
  const std::vector<std::int64_t> slots_each = apportion(slots, sizes);
  // Who works with children are the carers and each nursery's head.
  const std::int64_t carers =
      size_that_holds(certified, std::max(care_.children / std::max<std::int64_t>(quantities_.count("children_per_carer"), 1), nurseries) + nurseries, 20) - nurseries;
  const std::vector<std::int64_t> carers_each = apportion(carers, sizes);
  // The first ones are public, as many as the new public slots need.
  const std::int64_t new_public = quantities_.has("new_public_slots") ? quantities_.count("new_public_slots") : slots / 3;
  std::size_t publics = 0;
  std::int64_t public_slots = 0;
  for (; publics < slots_each.size() && public_slots < new_public; ++publics) public_slots += slots_each[publics];
  if (quantities_.has("new_public_slots")) new_public_ = DealtShare::of(std::min(new_public, public_slots), public_slots);
  if (quantities_.has("new_private_slots")) new_private_ = DealtShare::of(std::min(quantities_.count("new_private_slots"), slots - public_slots), slots - public_slots);
  const std::int64_t shown = quantities_.has("demonstration_nurseries_per_county")
                                 ? quantities_.count("demonstration_nurseries_per_county") * static_cast<std::int64_t>(desk_.city.counties.size())
                                 : 1;
  const std::vector<Site> where = sites(nurseries);
  for (std::size_t i = 0; i < slots_each.size(); ++i)
    make_nursery(where[i], i < publics, classes_each[i], slots_each[i], carers_each[i], static_cast<std::int64_t>(i) < shown);
}

void Places::make_nursery(const Site& site, bool is_public, std::int64_t classes, std::int64_t slots, std::int64_t carers, bool demonstration) {
  Institution made = institution(site.place, InstitutionKind::nursery, "托育园");
  made.operated_by = is_public ? (desk_.percent(50) ? OperatorKind::government : OperatorKind::public_private)
                               : (desk_.percent(50) ? OperatorKind::private_nonprofit : OperatorKind::private_profit);
  made.demonstration = demonstration;
  made.monthly_fee = Fen::create(desk_.between(8, 30) * 10'000).value();
  const Id<Institution> id = desk_.add(made);
  add_papers(made, id, true);
  const std::vector<std::int64_t> slots_each = apportion(slots, std::vector<double>(static_cast<std::size_t>(classes), 1));
  for (std::size_t i = 0; i < slots_each.size(); ++i)
    desk_.add(CareClass{.region = made.region, .institution = id, .kind = static_cast<ClassKind>(i % 4), .slots = static_cast<std::int32_t>(slots_each[i]), .opened = made.opened});
  OpenNursery nursery{id, made.region, 0};
  for (std::int64_t number = 0; number < slots; ++number) {
    Slot slot;
    slot.region = made.region;
    slot.institution = id;
    slot.occupied = occupied_slot_.next();
    slot.inclusive = *slot.occupied ? inclusive_taken_.next() : inclusive_free_.next();
    nursery.children += *slot.occupied ? 1 : 0;
    const bool fresh = is_public ? new_public_.next() : new_private_.next();
    slot.opened = fresh ? desk_.day_of(static_cast<int>(desk_.between(desk_.city.year - 2, desk_.city.year - 1))) : *made.opened;
    desk_.add(slot);
  }
  care_.nurseries[site.county].push_back(nursery);
  add_staff(made.region, id, StaffRole::head, true);
  for (std::int64_t carer = 0; carer < carers; ++carer) add_staff(made.region, id, StaffRole::child_carer, true);
  desk_.hand_on();
}

}  // namespace laoyou::synth
