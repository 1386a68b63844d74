// One procedure file as text into a Procedure; nothing is held against anything else yet.
#pragma once

#include "procedures/procedure.h"

namespace laoyou::procedures {

/// Reads the text of `file` ("plans/national/procedures/nursery_filing.yaml", as errors name it). Refusals carry "file:line:column"; what
/// could be read is still returned, so that every fault is told at once.
Procedure read_procedure(const std::string& file, std::string_view text, Refusals& refusals);

}  // namespace laoyou::procedures
