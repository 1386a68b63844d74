#include "registry/facts.h"

#include "registry/locality.h"
#include "registry/service.h"
#include "rules/described_schema.h"

namespace laoyou::registry {

const rules::Schema& facts_schema() {
  static const rules::Schema schema = rules::described_schema<Resident, Assessment, Institution, Bed, Slot, Staff, Visit, ServiceOrder, HomeAdaptation, Training, Locality,
                                                              Development, Construction, FundUse>();
  return schema;
}

}  // namespace laoyou::registry
