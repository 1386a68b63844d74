#include "registry/facts.h"

#include "registry/locality.h"
#include "registry/service.h"
#include "rules/described_schema.h"

namespace laoyou::registry {

namespace {

/// Calls f.operator()<records…>() with every register, in the order of the schema.
template <class F>
auto with_registers(F&& f) {
  return f.template operator()<Resident, Assessment, Institution, Bed, Slot, Staff, Visit, ServiceOrder, HomeAdaptation, Training, Locality, Development, Construction,
                               FundUse>();
}

}  // namespace

const rules::Schema& facts_schema() {
  static const rules::Schema schema = with_registers([]<class... Register>() { return rules::described_schema<Register...>(); });
  return schema;
}

const rules::SqlStorage& facts_storage() {
  static const rules::SqlStorage storage = with_registers([]<class... Register>() { return rules::described_storage<Register...>(); });
  return storage;
}

}  // namespace laoyou::registry
