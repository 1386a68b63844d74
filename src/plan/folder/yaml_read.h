// YAML into described records, every fault with "line:column".
#pragma once

#include "plan/folder/evaluation_records.h"
#include "plan/folder/instrument.h"
#include "plan/folder/records.h"
#include "record/json_read.h"
#include "record/sheet_rows.h"
#include "yaml/document.h"

namespace laoyou::plan {

using yaml::for_each_pair;
using yaml::parse_yaml;
using yaml::place_of;

/// Targets and baselines are written as mappings from period to value.
void read_yaml(const YAML::Node& node, std::vector<Target>& targets, Refusals& refusals);
void read_yaml(const YAML::Node& node, std::vector<Baseline>& baselines, Refusals& refusals);
/// Options are written as a mapping from score to text.
void read_yaml(const YAML::Node& node, std::vector<InstrumentOption>& options, Refusals& refusals);

/// The key of an entry stands before its mapping, not in it; of a criterion the evaluation too.
template <class T>
constexpr bool stands_before(std::string_view member) {
  if constexpr (std::is_same_v<T, Criterion>) return member == "key" || member == "evaluation";
  return (std::is_same_v<T, Indicator> || std::is_same_v<T, Evaluation>) && member == "key";
}

template <record::IsLeaf T>
void read_yaml(const YAML::Node& node, T& value, Refusals& refusals) {
  if (!node.IsScalar()) {
    refusals.push_back(at(place_of(node), refuse("yaml.not_a_value")));
    return;
  }
  Result<T> read = record::Leaf<T>::from_sheet_text(record::trimmed(node.Scalar()));
  if (read)
    value = std::move(*read);
  else
    refusals.push_back(at(place_of(node), read.error()));
}

template <record::Described T>
void read_yaml(const YAML::Node& node, T& value, Refusals& refusals);

template <class T>
void read_yaml(const YAML::Node& node, std::vector<T>& list, Refusals& refusals) {
  if (!node.IsSequence()) {
    refusals.push_back(at(place_of(node), refuse("yaml.not_a_list")));
    return;
  }
  for (const auto& each : node) read_yaml(each, list.emplace_back(), refusals);
}

template <class T>
void read_yaml(const YAML::Node& node, std::optional<T>& value, Refusals& refusals) {
  read_yaml(node, value.emplace(), refusals);
}

template <record::Described T>
void read_yaml(const YAML::Node& node, T& value, Refusals& refusals) {
  if (!node.IsMap()) {
    refusals.push_back(at(place_of(node), refuse("yaml.not_a_mapping")));
    return;
  }
  const auto& names = record::member_names<T>();
  std::vector<std::string> given;
  for_each_pair(node, refusals, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& member) {
    if (std::find(names.begin(), names.end(), key) == names.end()) {
      refusals.push_back(at(place_of(key_node), record::unknown_field(key, names)));
      return;
    }
    if (member.IsNull()) return;
    given.push_back(key);
    record::for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) {
      if (name == key) read_yaml(member, value.*pointer, refusals);
    });
  });
  record::for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) {
    using Member = typename record::MemberOf<decltype(pointer)>::Type;
    const bool required = !record::may_be_missing<Member> && !std::is_same_v<Member, bool>;
    const bool key_of_entry = stands_before<T>(name);
    if (required && !key_of_entry && std::find(given.begin(), given.end(), name) == given.end())
      refusals.push_back(at(place_of(node), refuse("json.missing_field", {std::string(name)})));
  });
}

}  // namespace laoyou::plan
