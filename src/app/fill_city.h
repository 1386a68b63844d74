// Puts a synthetic city into the store, through commands and the journal like everything else.
#pragma once

#include <map>
#include <string>

#include "store/store.h"
#include "synth/city.h"

namespace laoyou::app {

/// How many records of each kind were stored, and how many places of the kinds that a plan counts.
struct FilledCity {
  std::map<std::string, std::int64_t, std::less<>> records, places;
};

/// Refused as "synth.filled_already" when the region has made-up people. While one command is written the next is made.
Result<FilledCity> fill_city(store::Store& store, const store::Actor& actor, const synth::City& city);

}  // namespace laoyou::app
