// A request's record from what stands in its path and query (text) and, where there is one, its JSON body.
#pragma once

#include <boost/json/object.hpp>
#include <utility>

#include "record/json.h"

namespace laoyou::record {

/// Names and texts from a path or query, decoded.
using Fields = std::vector<std::pair<std::string, std::string>>;

inline const std::string* find_field(const Fields& fields, std::string_view name) {
  for (const auto& [key, text] : fields)
    if (key == name) return &text;
  return nullptr;
}

template <class T>
void read_text_field(const std::string& text, T& value, const std::string& place, Refusals& refusals) {
  if constexpr (IsOptional<T>::value) {
    if (!text.empty()) read_text_field(text, value.emplace(), place, refusals);
  } else if constexpr (IsLeaf<T>) {
    Result<T> read = Leaf<T>::from_json_text(text);
    if (read)
      value = std::move(*read);
    else
      refusals.push_back(at(place, read.error()));
  } else {
    refusals.push_back(at(place, refuse("json.wrong_kind", {"JSON"})));
  }
}

/// Fills a record: a member named in `fields` from its text, every other from `body` (null: there is none). A field or body member that the
/// record does not have, or that is given twice, is refused by name.
template <Described T>
CheckedResult<T> from_fields(const Fields& fields, const boost::json::object* body) {
  T value{};
  Refusals refusals;
  const auto& names = member_names<T>();
  const auto known = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  for (const auto& [name, text] : fields) {
    if (!known(name)) refusals.push_back(at("/" + pointer_part(name), unknown_field(name, names)));
    if (&text != find_field(fields, name)) refusals.push_back(at("/" + pointer_part(name), refuse("json.repeated_field", {name})));
  }
  if (body != nullptr)
    for (const auto& field : *body)
      if (!known(field.key()) || find_field(fields, field.key()) != nullptr)
        refusals.push_back(at("/" + pointer_part(field.key()), unknown_field(field.key(), names)));
  for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) {
    if (const std::string* text = find_field(fields, name))
      read_text_field(*text, value.*pointer, "/" + std::string(name), refusals);
    else
      read_member(body != nullptr ? body->if_contains(name) : nullptr, value.*pointer, "", name, refusals);
  });
  if (!refusals.empty()) return refusals;
  return value;
}

}  // namespace laoyou::record
