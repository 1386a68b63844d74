// What a synthetic city is made after, read from a plan: its places, and the quantities that population/synthetic.csv of each layer names.
#pragma once

#include "app/chosen_plan.h"
#include "synth/city.h"

namespace laoyou::app {

/// The city of that plan with so many people; nothing: as many as its census counted. `layers` is the folder in which the plan's layers stand.
///
/// A row of synthetic.csv names a quantity and one of: `figure` (a key of figures.csv), `indicator` (the last value that the plan states for it, else the
/// target of the city's year), `value`. Rows of higher layers replace those of lower ones. Refused, with file and line: "synth.quantity_unknown",
/// "synth.figure_unknown", "synth.indicator_unknown", "synth.quantity_missing"; "synth.no_city" for a plan of the whole country.
CheckedResult<synth::City> synthetic_city(const std::filesystem::path& layers, const ChosenPlan& chosen, std::optional<std::int64_t> people, std::uint64_t seed);

/// The folder in which the layers of the plan in `folder` stand: the one around it, or itself when it holds many plans.
std::filesystem::path layers_folder(const std::filesystem::path& folder);

}  // namespace laoyou::app
