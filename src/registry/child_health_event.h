// What child health care was given to a child, and when (儿童保健事件).
#pragma once

#include <optional>
#include <string>

#include "registry/resident.h"

namespace laoyou::registry {

/// One kind for each share that plans set for children under three.
enum class ChildHealthKind {
  newborn_visit,        ///< 新生儿访视
  system_management,    ///< 3岁以下儿童系统管理，一年的各项做全
  health_management,    ///< 婴幼儿健康管理
  metabolic_screening,  ///< 新生儿遗传代谢性疾病筛查
  eye_check,            ///< 眼保健及视力检查
  vaccination,          ///< 免疫规划疫苗接种，当期应种的种全
  family_guidance       ///< 家庭照护技能指导
};
LAOYOU_ENUM(ChildHealthKind, "child_health_kind", newborn_visit, system_management, health_management, metabolic_screening, eye_check, vaccination, family_guidance)

struct ChildHealthEvent {
  Id<ChildHealthEvent> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  ChildHealthKind kind = ChildHealthKind::newborn_visit;
  Date day;
  std::optional<Id<Institution>> institution;  ///< that gave it
  std::optional<std::string> item;             ///< the vaccine and dose, or what was screened
  std::optional<std::string> finding;
  bool synthetic = false;
};
LAOYOU_RECORD(ChildHealthEvent, "child_health_event", id, version, region, resident, kind, day, institution, item, finding, synthetic)

}  // namespace laoyou::registry
