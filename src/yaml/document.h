// YAML text into its nodes, every fault with "line:column".
#pragma once

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::yaml {

/// "3:7" of a node, counted from 1.
std::string place_of(const YAML::Node& node);

/// Parses YAML text that is a mapping; nothing when it is refused as "yaml.malformed" (with place), "yaml.not_a_mapping" or "text.not_utf8".
std::optional<YAML::Node> parse_yaml(std::string_view text, Refusals& refusals);

/// Calls f(key text, key node, value node) for each pair of a mapping; a repeated key is refused.
template <class F>
void for_each_pair(const YAML::Node& mapping, Refusals& refusals, F&& f) {
  std::vector<std::string> seen;
  for (const auto& pair : mapping) {
    const std::string key = pair.first.Scalar();
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      refusals.push_back(at(place_of(pair.first), refuse("yaml.repeated_key", {key})));
      continue;
    }
    seen.push_back(key);
    f(key, pair.first, pair.second);
  }
}

}  // namespace laoyou::yaml
