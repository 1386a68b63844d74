#include "collection/place_checks.h"

namespace laoyou::collection {

Result<RegionCode> find_place(const Desk& desk, const Field& field, std::string_view text) {
  const RegionCode own = desk.acting.scope.region();
  Result<RegionCode> found = desk.services.find_region(text, own);
  if (found || field.name == "region" || own.level() == RegionLevel::country) return found;
  return desk.services.find_region(text, RegionCode());
}

Refusals unknown_places(const Desk& desk, const Cells& now, const Cells* before) {
  Refusals refusals;
  for (std::size_t i = 0; i < desk.collection.fields.size(); ++i) {
    const Field& field = desk.collection.fields[i];
    const auto* code = std::get_if<std::string>(&now[i]);
    if (field.codec->kind != "region" || code == nullptr || (before != nullptr && before->at(i) == now[i])) continue;
    if (const Result<RegionCode> found = find_place(desk, field, *code); !found)
      refusals.push_back(Refusal(found.error().code, "/" + field.name, found.error().words));
  }
  return refusals;
}

}  // namespace laoyou::collection
