// The made-up people of the demonstration, and what is done for them.
#pragma once

#include "app/demo_places.h"
#include "registry/service.h"
#include "registry/stay.h"
#include "synth/identities.h"

namespace laoyou::app {

class DemoPeople {
 public:
  DemoPeople(store::Store& store, DemoInserts& inserts, DemoChance& chance, synth::Identities& identities)
      : store_(store), inserts_(inserts), chance_(chance), identities_(identities) {}

  /// So many residents of a village: six in ten are old, two in ten are under three.
  void make_village(RegionCode village, int residents);

  /// From here on whoever lives in a home lives in this one.
  void open_home(Id<registry::Institution> home) { home_ = home; }

 private:
  registry::Resident resident(RegionCode village);
  void make_old(registry::Resident& person);
  void make_child(registry::Resident& person);
  void serve(const registry::Resident& person, Id<registry::Resident> id);
  bool is_old(const registry::Resident& person) const { return person.born->year() <= chance_.year() - 60; }

  store::Store& store_;
  DemoInserts& inserts_;
  DemoChance& chance_;
  synth::Identities& identities_;
  std::optional<Id<registry::Institution>> home_;
};

}  // namespace laoyou::app
