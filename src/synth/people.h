// The people of a city, household by household, village by village (居民与户).
#pragma once

#include <deque>
#include <map>

#include "synth/ages.h"
#include "synth/life.h"
#include "synth/localities.h"
#include "synth/person_facts.h"
#include "synth/places.h"

namespace laoyou::synth {

class People {
 public:
  People(Desk& desk, Places& places, Care& care, const AgeCounts& counts);
  /// Everybody, with what happens to them in the year; how many each village has.
  std::map<RegionCode, VillageCount> make();

 private:
  /// Who lives in one village, not yet in households.
  struct Village {
    Place place;
    std::size_t county = 0;
    std::vector<Person> children, elders;
    std::array<std::vector<Person>, 60> adults;  ///< by age
    std::int64_t adults_left = 0;
  };
  void deal_ages(const AgeCounts& counts);
  void make_village(Village& village);
  void settle_elders(Village& village);
  void settle_families(Village& village);
  void settle_adults(Village& village);
  std::optional<Person> take_adult(Village& village, int age, int oldest_away);
  Id<registry::Household> open_household(const Village& village);
  struct Settled {
    Id<registry::Resident> id;
    std::string name;
  };
  Settled add_adult(const Village& village, const Person& person, Id<registry::Household> household, const std::string& surname);
  void add_child(const Village& village, const Person& person, Id<registry::Household> household, const std::string& surname, const Settled& parent);
  void add_elder(const Village& village, const Person& person, Id<registry::Household> household, const std::string& surname, registry::LivingArrangement arrangement);
  void add_departed(const AgeCounts& counts);
  void count(RegionCode village) { ++villages_[village].people; }

  Desk& desk_;
  Places& places_;
  Care& care_;
  PersonFacts facts_;
  Life life_;
  std::vector<Person> children_, adults_, elders_;  // dealt from the back
  std::deque<std::pair<Person, int>> waiting_;      // elders whose families come later
  std::map<RegionCode, VillageCount> villages_;
  DealtShare alone_, nest_, in_home_, in_nursery_;
  std::vector<RegionCode> all_villages_;
};

}  // namespace laoyou::synth
