// The registers as people keep them: one declaration each (登记册).
#pragma once

#include <vector>

#include "collection/collection.h"

namespace laoyou::registry {

/// All registers of facts.h, in its order.
std::vector<collection::Collection> collections();

}  // namespace laoyou::registry
