#include "registry/facts.h"

#include "registry/registers.h"
#include "rules/facts/described_schema.h"
#include "rules/facts/feed.h"

namespace laoyou::registry {

const rules::Schema& facts_schema() {
  static const rules::Schema schema = with_registers([]<class... Register>() { return rules::described_schema<Register...>(); });
  return schema;
}

const rules::SqlStorage& facts_storage() {
  static const rules::SqlStorage storage = with_registers([]<class... Register>() { return rules::described_storage<Register...>(); });
  return storage;
}

void follow_registers(rules::Feed& feed) {
  with_registers([&]<class... Register>() { (feed.follow<Register>(), ...); });
}

}  // namespace laoyou::registry
