// The records that a plan's rules may speak of.
#pragma once

#include "record/describe.h"
#include "rules/facts/sql_storage.h"
#include "rules/schema/schema.h"

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

/// The registers' own fields, made once: for whoever asks for these alone, by positions that hold in every FactsLayout.
const rules::Schema& facts_schema();

}  // namespace laoyou::registry
