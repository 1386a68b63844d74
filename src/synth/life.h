// What happens to people in a year: assessments, visits, stays, attendance, orders, papers (一年的服务).
#pragma once

#include "synth/places.h"

namespace laoyou::synth {

class Life {
 public:
  Life(Desk& desk, Care& care);
  /// Of somebody old who is in the register already; `county` says who visits them.
  void of_elder(const registry::Resident& resident, std::size_t county);
  /// A nursery of the county with a place for one more child; the place is taken.
  std::optional<OpenNursery> take_nursery(std::size_t county);
  /// Of a child under three; `nursery`: where the child is looked after by day.
  void of_child(const registry::Resident& resident, const std::optional<OpenNursery>& nursery, int age);
  void guardian(const registry::Resident& child, Id<registry::Resident> parent, const std::string& name);
  void stay_in_home(const registry::Resident& resident, Id<registry::Bed> bed, const FreeBed& place);

 private:
  void assess(const registry::Resident& resident);
  void visit_monthly(const registry::Resident& resident, std::size_t county);
  void stand(const registry::Resident& resident);
  void watch(const registry::Resident& resident);
  void family_bed(const registry::Resident& resident, std::size_t county);
  std::optional<Id<registry::Staff>> visitor(std::size_t county, RegionCode region) const;

  Desk& desk_;
  Care& care_;
  std::int64_t visits_a_year_ = 0, family_bed_visits_left_ = 0;
  DealtShare visited_, family_bed_, orders_, hospital_;
};

}  // namespace laoyou::synth
