// The places of care of a city: homes, community points, nurseries and what belongs to them.
#pragma once

#include "synth/desk.h"

namespace laoyou::synth {

/// A bed that somebody may be given.
struct FreeBed {
  Id<registry::Institution> institution;
  RegionCode region;
  Date opened;
};

/// A nursery whose slots are given to children.
struct OpenNursery {
  Id<registry::Institution> institution;
  RegionCode region;
  std::int64_t children = 0;  ///< still to come
};

/// What people are given of the places.
struct Care {
  std::vector<std::vector<FreeBed>> beds;          ///< by county; the last is taken first
  std::vector<std::vector<OpenNursery>> nurseries;  ///< by county
  std::int64_t occupied_beds = 0, children = 0;     ///< so many find a place, in all
  std::vector<std::vector<Id<registry::Staff>>> visitors;  ///< by county: who visits people at home
};

class Places {
 public:
  Places(Desk& desk, std::int64_t elders);
  /// Institutions, staff and slots; beds come with those who lie in them, or by add_bed() when all have theirs.
  Care make();
  /// One bed of a home, with who lies in it.
  Id<registry::Bed> add_bed(const FreeBed& bed, std::optional<Id<registry::Resident>> resident);

 private:
  struct Site {
    std::size_t county = 0;
    Place place;
  };
  std::vector<Site> sites(std::int64_t count);
  registry::Institution institution(const Place& place, registry::InstitutionKind kind, std::string_view what);
  /// Community points that social organisations run, half of them where the plan does not say.
  std::int64_t organised_points() const;
  void make_homes();
  void make_points();
  void make_home(const Site& site, registry::OperatorKind run_by, std::int64_t beds, std::int64_t carers);
  void make_nurseries();
  void make_nursery(const Site& site, bool is_public, std::int64_t classes, std::int64_t slots, std::int64_t carers, bool demonstration);
  void make_centres();
  void make_social_workers();
  void add_papers(const registry::Institution& made, Id<registry::Institution> id, bool childcare);
  Id<registry::Staff> add_staff(RegionCode region, std::optional<Id<registry::Institution>> institution, registry::StaffRole role, bool childcare = false);

  Desk& desk_;
  const Quantities& quantities_;
  std::int64_t elders_;
  Care care_;
  DealtShare nursing_, new_bed_, trained_, certified_, occupied_slot_, inclusive_taken_, inclusive_free_, new_public_, new_private_;
  std::vector<std::pair<RegionCode, Id<registry::Institution>>> offices_;  // where social workers sit
};

}  // namespace laoyou::synth
