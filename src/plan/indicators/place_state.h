// How one indicator stands at one place: its own value there, and the parts that its target holds for one by one.
#pragma once

#include "plan/indicators/indicator_state.h"
#include "plan/stack/library.h"
#include "plan/indicators/readings_view.h"

namespace laoyou::plan {

/// What is needed to say how a plan stands.
struct Asking {
  const Library& library;
  const Plan& plan;
  Date today;
};

/// Values of the parts that the target holds for one by one; empty where it holds for the region itself.
ChosenReadings readings_below(const ReadingsView& readings, const Plan& plan, const Row<Indicator>& row, RegionCode region);

/// The state for one place, from its series and what readings_below() found for it or for a region around it.
IndicatorState state_at(const Asking& asking, const Row<Indicator>& row, RegionCode region, const std::vector<Actual>& series, const ChosenReadings& below);

}  // namespace laoyou::plan
