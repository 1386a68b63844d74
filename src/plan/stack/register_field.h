// fields.csv: fields that a plan adds to registers, without code (扩展字段).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/folder/folder.h"
#include "plan/stack/library.h"
#include "record/extension.h"

namespace laoyou::plan {

/// What is wrong with the fields that a folder adds, with "path:line:column": of registers that there are none of, malformed or repeated names, labels
/// that the register has already, choices without values.
void check_register_fields(const Folder& folder, Refusals& refusals);

/// The fields that all plans add, each once. In the database and the API a field is called "x_", its plan's key, "_" and its name: two plans never mean
/// the same column.
std::vector<record::Extension> extensions(const Library& library);

}  // namespace laoyou::plan
