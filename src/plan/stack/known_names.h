// What checks of a folder share: which names there are in it and in the layers below, and what is said of a name that is not among them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "plan/stack/plan.h"

namespace laoyou::plan {

/// The codes for a name that is not there: when nothing known is near it, and when something is.
struct NotKnown {
  std::string_view unknown;
  std::string_view mistyped;
};

/// What is named but not there, with the nearest of what is, if any is near.
inline Refusal not_known(const NotKnown& codes, const std::string& text, const std::vector<std::string>& known) {
  const std::string near = nearest(text, known);
  if (near.empty()) return refuse(codes.unknown, {text});
  return refuse(codes.mistyped, {text, near});
}

/// The keys of one kind of row in the folder and the layers below it.
template <class T>
std::vector<std::string> known_keys(const Rows<T> Folder::*rows, const Folder& folder, const std::vector<Folder>& below) {
  std::vector<std::string> keys;
  for (const auto& row : folder.*rows) keys.push_back(std::string(row_key(row.value)));
  for (const Folder& layer : below)
    for (const auto& row : layer.*rows) keys.push_back(std::string(row_key(row.value)));
  return keys;
}

inline bool contains(const std::vector<std::string>& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

/// Whether this file could be read in the folder and in every layer below it, and the layers are known at all.
inline bool was_read(std::string_view file, const Folder& folder, const std::vector<Folder>& below) {
  const auto unread = [&](const Folder& each) { return each.layers_unknown || each.unread_files.contains(std::string(file)); };
  return !unread(folder) && std::none_of(below.begin(), below.end(), unread);
}

/// The names of units, and their other names.
inline std::vector<std::string> known_units(const Folder& folder, const std::vector<Folder>& below) {
  std::vector<std::string> names;
  const auto take = [&](const Folder& layer) {
    for (const auto& row : layer.units) {
      names.push_back(row.value.name);
      names.insert(names.end(), row.value.aliases.begin(), row.value.aliases.end());
    }
  };
  take(folder);
  for (const Folder& layer : below) take(layer);
  return names;
}

}  // namespace laoyou::plan
