// The procedures of the running plans, by place.
#pragma once

#include "plan/stack/library.h"
#include "procedures/calendar.h"

namespace laoyou::plan {

/// Of each key the procedure of the nearest plan written for a place around `region` that is in force on `day`; in the order of the keys.
std::vector<std::shared_ptr<const procedures::Procedure>> procedures_for(const std::shared_ptr<const Library>& library, RegionCode region, Date day);

/// The working days that the plans know.
std::shared_ptr<const procedures::Calendar> calendar_of(const Library& library);

}  // namespace laoyou::plan
