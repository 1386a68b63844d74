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

/// The fields that a plan and the layers below it add. In the database, the API and rules a field is called "x_", its layer's key, "_" and its name: two
/// plans never mean the same column.
std::vector<record::Extension> extensions(const Plan& plan);
/// Those of several plans, each once, by the plans' keys.
std::vector<record::Extension> extensions(std::vector<const Plan*> plans);
/// Those of all plans.
std::vector<record::Extension> extensions(const Library& library);

}  // namespace laoyou::plan
