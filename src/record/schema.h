// The OpenAPI 3.1 schema of a record.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "record/leaf.h"
#include "record/record_info.h"

namespace laoyou::record {

/// Schemas by record name, filled as records are met; becomes components/schemas of the document.
using SchemaComponents = boost::json::object;

template <class T>
boost::json::object schema(SchemaComponents& components);

template <IsLeaf T>
boost::json::object leaf_schema() {
  boost::json::object out{{"type", std::string(Leaf<T>::schema.type)}};
  if (!Leaf<T>::schema.format.empty()) out["format"] = std::string(Leaf<T>::schema.format);
  if (!Leaf<T>::schema.pattern.empty()) out["pattern"] = std::string(Leaf<T>::schema.pattern);
  if constexpr (DescribedEnum<T>) {
    boost::json::array values;
    for (const std::string& value : enum_values<T>()) values.emplace_back(value);
    out["enum"] = std::move(values);
  }
  return out;
}

/// The unit in which a field travels: money is whole fen (分) in JSON, in whatever unit its screen shows it.
template <class T>
std::string_view unit_in_json(const DictionaryEntry& entry) {
  if constexpr (IsOptional<T>::value || IsVector<T>::value) {
    return unit_in_json<typename T::value_type>(entry);
  } else {
    return std::same_as<T, Fen> ? "分" : std::string_view(entry.unit);
  }
}

template <Described T>
boost::json::object record_schema(SchemaComponents& components) {
  boost::json::object properties;
  boost::json::array required;
  const auto& entries = member_entries<T>();
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename MemberOf<decltype(pointer)>::Type;
    const DictionaryEntry& entry = *entries[index];
    if (entry.privacy == Privacy::secret) return;
    boost::json::object property = schema<Member>(components);
    property["title"] = entry.zh;
    const std::string unit(unit_in_json<Member>(entry));
    property["description"] = entry.en + (unit.empty() ? "" : " (" + unit + ")");
    if (entry.masked()) property["x-privacy"] = "masked";
    properties[name] = std::move(property);
    if (!IsOptional<Member>::value) required.emplace_back(std::string(name));
  });
  boost::json::object out{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

/// The schema of a leaf, list or optional in place; of a record as a reference into the components.
template <class T>
boost::json::object schema(SchemaComponents& components) {
  if constexpr (IsOptional<T>::value) {
    return schema<typename T::value_type>(components);
  } else if constexpr (IsVector<T>::value) {
    return {{"type", "array"}, {"items", schema<typename T::value_type>(components)}};
  } else if constexpr (IsLeaf<T>) {
    return leaf_schema<T>();
  } else {
    const std::string name(record_name<T>());
    if (!components.contains(name)) {
      components[name] = nullptr;  // met, so that a record within itself ends here
      components[name] = record_schema<T>(components);
    }
    return {{"$ref", "#/components/schemas/" + name}};
  }
}

}  // namespace laoyou::record
