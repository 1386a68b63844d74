// What people agreed to (同意书).
#pragma once

#include "registry/resident.h"

namespace laoyou::registry {

enum class ConsentPurpose { data_sharing, monitoring, photos, family_access, treatment };
LAOYOU_ENUM(ConsentPurpose, "consent_purpose", data_sharing, monitoring, photos, family_access, treatment)

/// What a person, or whoever speaks for them, agreed to (个人信息保护法 第十四、十五条).
struct Consent {
  Id<Consent> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  ConsentPurpose purpose = ConsentPurpose::data_sharing;
  std::optional<std::string> given_by;
  Date from;
  std::optional<Date> until;
  bool synthetic = false;
};
LAOYOU_RECORD(Consent, "consent", id, version, region, resident, purpose, given_by, from, until, synthetic)

}  // namespace laoyou::registry
