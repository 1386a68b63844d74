// rules.yaml into rows.
#pragma once

#include "plan/folder/folder.h"
#include "yaml/text_places.h"

namespace laoyou::plan {

using yaml::TextPlaces;

/// Adds the entries of one rules.yaml to the folder; refusals carry "line:column" as yaml_read.h's do.
void read_rules(const YAML::Node& document, const TextPlaces& places, Folder& folder, Refusals& refusals);

}  // namespace laoyou::plan
