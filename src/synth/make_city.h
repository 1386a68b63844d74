// A synthetic city: everything that its registers hold after a year of life (合成城市). Nobody in it exists.
#pragma once

#include <map>
#include <string>

#include "synth/city.h"
#include "synth/records.h"

namespace laoyou::synth {

/// Hands all records to `sink`, some thousands at a time, what is named before what names it; how many of each kind. The same city and seed give the same
/// records, ids included. A city has a street at least, and all quantities that are needed.
std::map<std::string, std::int64_t, std::less<>> make_city(const City& city, const Sink& sink);

}  // namespace laoyou::synth
