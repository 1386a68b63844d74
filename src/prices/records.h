// What places say of their prices (价格调查), month by month.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"
#include "registry/place.h"

namespace laoyou::prices {

/// One place's answer for one month: what a person pays for the usual service in all.
struct PriceSurvey {
  Id<PriceSurvey> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<registry::Institution> institution;
  Period month;
  Fen monthly_fee;                    ///< bed or slot, care and meals together
  std::optional<std::string> includes;  ///< what is in it, where that is not everything
  bool synthetic = false;
};
LAOYOU_RECORD(PriceSurvey, "price_survey", id, version, region, institution, month, monthly_fee, includes, synthetic)

}  // namespace laoyou::prices
