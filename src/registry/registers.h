// All registers, named once.
#pragma once

#include "registry/locality.h"
#include "registry/service.h"

namespace laoyou::registry {

/// Calls f.operator()<records…>() with every register, in the order of the schema.
template <class F>
auto with_registers(F&& f) {
  return f.template operator()<Resident, Assessment, Institution, Bed, Slot, Staff, Visit, ServiceOrder, HomeAdaptation, Training, Locality, Development, Construction,
                               FundUse, Household, ReachCount>();
}

}  // namespace laoyou::registry
