// JSON into records. Everything wrong is reported at once, each with its JSON pointer ("/address/street", "/rows/3/value").
#pragma once

#include <boost/json/value.hpp>

#include "base/nearest.h"
#include "record/leaf.h"
#include "record/record_info.h"

namespace laoyou::record {

/// Parses JSON text: at most 32 levels deep, no name twice in one object, no trailing text. Refused as "json.malformed" with the byte offset,
/// "json.repeated_field" with its JSON pointer, or "json.too_deep".
Result<boost::json::value> parse_json_text(std::string_view text);

/// The text that Leaf::from_json_text() reads, or "json.wrong_kind".
Result<std::string> leaf_text(const boost::json::value& json, JsonKind kind);

/// "json.unknown_field", or "json.mistyped_field" with the nearest known name.
Refusal unknown_field(std::string_view name, std::span<const std::string> known);

/// A name as one part of a JSON pointer (RFC 6901 section 3: ~ is ~0, / is ~1).
std::string pointer_part(std::string_view name);

/// The names of a record's members.
template <Described T>
const std::vector<std::string>& member_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for_each_member<T>([&](std::size_t, std::string_view name, auto) { all.emplace_back(name); });
    return all;
  }();
  return names;
}

template <IsLeaf T>
void read_json(const boost::json::value& json, T& value, const std::string& place, Refusals& refusals) {
  const Result<std::string> text = leaf_text(json, Leaf<T>::json_kind);
  if (!text) {
    refusals.push_back(at(place, text.error()));
    return;
  }
  Result<T> read = Leaf<T>::from_json_text(*text);
  if (read)
    value = std::move(*read);
  else
    refusals.push_back(at(place, read.error()));
}

template <Described T>
void read_json(const boost::json::value& json, T& value, const std::string& place, Refusals& refusals);

template <class T>
void read_json(const boost::json::value& json, std::vector<T>& list, const std::string& place, Refusals& refusals) {
  if (!json.is_array()) {
    refusals.push_back(at(place, refuse("json.wrong_kind", {"array"})));
    return;
  }
  for (std::size_t i = 0; i < json.get_array().size(); ++i)
    read_json(json.get_array()[i], list.emplace_back(), place + "/" + std::to_string(i), refusals);
}

/// null and an absent field are the same: missing.
template <class T>
void read_member(const boost::json::value* json, T& member, const std::string& place, std::string_view name, Refusals& refusals) {
  const bool missing = json == nullptr || json->is_null();
  if (missing) {
    if constexpr (!may_be_missing<T>) refusals.push_back(at(place + "/" + std::string(name), refuse("json.missing_field", {std::string(name)})));
    return;
  }
  const std::string below = place + "/" + std::string(name);
  if constexpr (IsOptional<T>::value)
    read_json(*json, member.emplace(), below, refusals);
  else
    read_json(*json, member, below, refusals);
}

template <Described T>
void read_json(const boost::json::value& json, T& value, const std::string& place, Refusals& refusals) {
  if (!json.is_object()) {
    refusals.push_back(at(place, refuse("json.wrong_kind", {"object"})));
    return;
  }
  const boost::json::object& object = json.get_object();
  for (const auto& field : object)
    if (std::find(member_names<T>().begin(), member_names<T>().end(), std::string_view(field.key())) == member_names<T>().end())
      refusals.push_back(at(place + "/" + pointer_part(field.key()), unknown_field(field.key(), member_names<T>())));
  for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) { read_member(object.if_contains(name), value.*pointer, place, name, refusals); });
}

/// A record from a JSON value; every refusal at once.
template <class T>
CheckedResult<T> from_json(const boost::json::value& json) {
  T value{};
  Refusals refusals;
  read_json(json, value, "", refusals);
  if (!refusals.empty()) return refusals;
  return CheckedResult<T>(boost::system::in_place_value, std::move(value));
}

/// A record from JSON text.
template <class T>
CheckedResult<T> parse_json(std::string_view text) {
  const Result<boost::json::value> json = parse_json_text(text);
  if (!json) return Refusals{json.error()};
  return from_json<T>(*json);
}

}  // namespace laoyou::record
