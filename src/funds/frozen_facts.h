// Frozen inputs (固化依据): of the facts only what a rule reads, in an order that does not depend on how they came to be, and as bytes that give the
// same facts back years later, whatever fields and codes have been added meanwhile.
#pragma once

#include <string>

#include "base/result.h"
#include "funds/fields_read.h"
#include "rules/facts/facts.h"

namespace laoyou::funds {

/// The fields of `read` of all rows, by rising id.
rules::Facts freeze(const rules::Facts& facts, const rules::Schema& schema, const FieldsRead& read);

/// Packed and compressed; equal facts give equal bytes.
std::string pack_facts(const rules::Facts& frozen, const rules::Schema& schema, const FieldsRead& read);

/// The facts again, by the schema of today: records, fields and codes are found by name. Refused as "funds.frozen_unreadable" (what) when the bytes are
/// damaged or a record, field or code of then is no more.
Result<rules::Facts> unpack_facts(std::string_view bytes, const rules::Schema& schema);

}  // namespace laoyou::funds
