// The records that a plan's rules may speak of.
#pragma once

#include "record/describe.h"
#include "rules/schema/schema.h"
#include "rules/facts/sql_storage.h"

namespace laoyou::rules {
class Feed;
}

namespace laoyou::registry {

/// The registers (登记簿), by the names of their records.
enum class RegisterKind {
  resident,
  assessment,
  institution,
  bed,
  slot,
  staff,
  visit,
  service_order,
  home_adaptation,
  training,
  locality,
  development,
  construction,
  fund_use,
  household,
  reach_count
};
LAOYOU_ENUM(RegisterKind, "register_kind", resident, assessment, institution, bed, slot, staff, visit, service_order, home_adaptation, training, locality, development,
            construction, fund_use, household, reach_count)

/// Schema of all registers, made once.
const rules::Schema& facts_schema();

/// Lets the feed read entries about all registers; its schema is facts_schema().
void follow_registers(rules::Feed& feed);

/// How the store keeps these records, for rules written as SQL.
const rules::SqlStorage& facts_storage();

}  // namespace laoyou::registry
