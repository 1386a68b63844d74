#include "app/options.h"

#include <algorithm>

#include "base/nearest.h"

namespace laoyou::app {

Result<Options> Options::read(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches) {
  const auto among = [](const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("--")) {
      options.words_.emplace_back(words[i]);
      continue;
    }
    const std::size_t equals = words[i].find('=');
    const std::string name(words[i].substr(2, equals == std::string_view::npos ? equals : equals - 2));
    std::string value;
    if (among(valued, name)) {
      if (equals != std::string_view::npos)
        value = words[i].substr(equals + 1);
      else if (i + 1 < words.size())
        value = words[++i];
      else
        return refuse("option.missing_value", {name});
    } else if (among(switches, name)) {
      if (equals != std::string_view::npos) return refuse("option.takes_no_value", {name});
    } else {
      std::vector<std::string> known = valued;
      known.insert(known.end(), switches.begin(), switches.end());
      const std::string near = nearest(name, known);
      if (near.empty()) return refuse("option.unknown", {name});
      return refuse("option.mistyped", {name, near});
    }
    if (!options.values_.emplace(name, value).second) return refuse("option.repeated", {name});
  }
  return options;
}

std::optional<std::string> Options::value(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

}  // namespace laoyou::app
