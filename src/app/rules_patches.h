// What `laoyou rules whatif` changes: words of the command line into patches.
#pragma once

#include <vector>

#include "app/rules_words.h"
#include "rules/what_if/what_if.h"

namespace laoyou::app {

/// --set key=value, key@2025-07-01=value: a literal, a YAML mapping {80..89: 50元, else: 0元}, or null for the parameter's end; from `first_day` when no day is said.
/// --rule key=expression. Refused as "option.unknown_value", "date.malformed" or as yaml_read.h does.
CheckedResult<std::vector<rules::Patch>> patches_of(const RulesWords& words, Date first_day);

}  // namespace laoyou::app
