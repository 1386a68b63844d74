// Where the texts of one YAML file stand, to the character: errors inside a text have a place of their own.
#pragma once

#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/text/source.h"

namespace laoyou::yaml {

/// The lines of one file.
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

}  // namespace laoyou::yaml
