// rules.yaml into rows.
#pragma once

#include <yaml-cpp/yaml.h>

#include "plan/folder.h"

namespace laoyou::plan {

/// Where the texts of one YAML file stand, to the character: a rule's own errors lie within its text.
class TextPlaces {
 public:
  /// `file` as it is named in errors; `text` its content.
  TextPlaces(std::string file, std::string_view text);
  /// A scalar, plain, quoted or block ("|").
  rules::SourceText of(const YAML::Node& scalar) const;
  /// The part of `whole` from byte `begin` on, `count` bytes; both on its first line or wholly behind it.
  static rules::SourceText part(const rules::SourceText& whole, std::size_t begin, std::size_t count);

 private:
  std::string file_;
  std::vector<std::string> lines_;
};

/// Adds the entries of one rules.yaml to the folder; refusals carry "line:column" as yaml_read.h's do.
void read_rules(const YAML::Node& document, const TextPlaces& places, Folder& folder, Refusals& refusals);

}  // namespace laoyou::plan
