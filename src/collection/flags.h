// Parameters that are yes or no: "True" or "1" taken for no would store what was only to be looked at.
#pragma once

#include <initializer_list>

#include "base/result.h"
#include "record/fields.h"

namespace laoyou::collection {

/// "bool.malformed" for each of these parameters that is there and is neither "true" nor "false".
inline Refusals malformed_flags(const record::Fields& fields, std::initializer_list<std::string_view> names) {
  Refusals refusals;
  for (const std::string_view name : names)
    if (const std::string* text = record::find_field(fields, name); text != nullptr && *text != "true" && *text != "false")
      refusals.push_back(at("/" + std::string(name), refuse("bool.malformed", {*text})));
  return refusals;
}

}  // namespace laoyou::collection
