#include "collection/collection.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::collection {

void name_places(std::vector<Field>& fields) {
  const record::DictionaryEntry& place = record::dictionary().entry("*", "region_name");
  for (Field& field : fields)
    if (field.name == "region") {
      field.sheet_zh = place.zh;
      field.sheet_en = place.en;
    }
}

const Field* Collection::find(std::string_view field) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == field; });
  return found == fields.end() ? nullptr : &*found;
}

std::size_t Collection::position(std::string_view field) const {
  const Field* found = find(field);
  CHECK(found != nullptr);
  return static_cast<std::size_t>(found - fields.data());
}

}  // namespace laoyou::collection
