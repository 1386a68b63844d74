// Missing facts as questions that people can answer.
#pragma once

#include "benefits/answers.h"
#include "rules/explain/open_facts.h"

namespace laoyou::benefits {

/// One for each field, whatever the row.
std::vector<FactNeeded> facts_needed(const rules::Book& book, const rules::FactPlaces& places);

}  // namespace laoyou::benefits
