// evaluations.yaml into rows.
#pragma once

#include "plan/folder/folder.h"
#include "yaml/document.h"

namespace laoyou::plan {

/// Which layer the file belongs to, and what stands before its places ("plans/liuzhou/evaluations.yaml:").
struct EvaluationFile {
  std::string layer;
  std::string before_place;
};

/// Adds the evaluations and their criteria to the folder, each with its own place; refusals carry "line:column".
void read_evaluations(const YAML::Node& document, const EvaluationFile& file, Folder& folder, Refusals& refusals);

}  // namespace laoyou::plan
