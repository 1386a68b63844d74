#include "registry/facts.h"

#include "registry/facts_layout.h"

namespace laoyou::registry {

const rules::Schema& facts_schema() { return FactsLayout::of_registers().schema(); }

}  // namespace laoyou::registry
