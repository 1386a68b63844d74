// A person the plan cares for: an older person, a child under three, and everyone counted around them (居民).
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/id_number.h"
#include "record/leaf.h"
#include "registry/household.h"
#include "registry/place.h"

namespace laoyou::registry {

enum class Sex { male, female };
LAOYOU_ENUM(Sex, "sex", male, female)

/// Ability of an older person (老年人能力等级, GB/T 42195 five grades).
enum class CareGrade { intact, mild, moderate, severe, complete };
LAOYOU_ENUM(CareGrade, "care_grade", intact, mild, moderate, severe, complete)

/// What a person shows who they are by (证件).
enum class PaperKind { id_card, birth_certificate, passport, home_return_permit, residence_permit, none };
LAOYOU_ENUM(PaperKind, "paper_kind", id_card, birth_certificate, passport, home_return_permit, residence_permit, none)

/// Whom a person lives with (居住方式).
enum class LivingArrangement { alone, couple, with_children, with_parents, with_grandparents, institution, other };
LAOYOU_ENUM(LivingArrangement, "living_arrangement", alone, couple, with_children, with_parents, with_grandparents, institution, other)

enum class LeaveReason { died, moved };
LAOYOU_ENUM(LeaveReason, "leave_reason", died, moved)

/// Why a person has a claim to more help (特殊困难情形). Unknown is not the same as no.
struct Hardship {
  std::optional<bool> destitute;             ///< 特困
  std::optional<bool> low_income;            ///< 低保或低收入
  std::optional<bool> disabled;              ///< 残疾
  std::optional<bool> lives_alone;           ///< 独居
  std::optional<bool> empty_nest;            ///< 空巢
  std::optional<bool> left_behind;           ///< 留守
  std::optional<bool> lost_only_child;       ///< 计划生育特殊家庭
  std::optional<bool> merit;                 ///< 优抚
};
LAOYOU_RECORD(Hardship, "hardship", destitute, low_income, disabled, lives_alone, empty_nest, left_behind, lost_only_child, merit)

/// What child health care has been given (儿童保健).
struct ChildHealth {
  std::optional<bool> newborn_visited;     ///< 新生儿访视
  std::optional<bool> system_managed;      ///< 3岁以下儿童系统管理
  std::optional<bool> health_managed;      ///< 婴幼儿健康管理
  std::optional<bool> metabolic_screened;  ///< 新生儿遗传代谢性疾病筛查
  std::optional<bool> eyes_checked;        ///< 眼保健及视力检查
  std::optional<bool> vaccinated;          ///< 免疫规划疫苗接种
  std::optional<bool> family_guided;       ///< 家庭照护技能指导
};
LAOYOU_RECORD(ChildHealth, "child_health", newborn_visited, system_managed, health_managed, metabolic_screened, eyes_checked, vaccinated, family_guided)

struct Resident {
  Id<Resident> id;
  std::int32_t version = 0;
  RegionCode region;  ///< where the person lives, to the village where known
  std::string name;
  std::optional<IdNumber> id_number;
  std::optional<Date> born;
  std::optional<Sex> sex;
  std::optional<PaperKind> paper;           ///< for people without an identity number, or beside it
  std::optional<std::string> paper_number;
  std::optional<std::string> phone;
  std::optional<std::string> languages;     ///< spoken at home, where it is not Mandarin alone
  std::optional<RegionCode> hukou;          ///< household registration
  std::optional<Id<Household>> household;   ///< at whose door the person is at home
  std::optional<LivingArrangement> arrangement;
  std::optional<CareGrade> care_grade;      ///< of the last assessment
  std::optional<Fen> monthly_income;
  Hardship hardship;
  std::optional<bool> wants_institution;    ///< wishes to be supported in an institution
  std::optional<bool> in_institution;
  std::optional<Id<Institution>> institution;  ///< in whose care the person is now: that of the open stay
  std::optional<bool> volunteer;            ///< registered
  std::optional<bool> family_doctor;        ///< contract signed
  std::optional<bool> health_record;        ///< electronic health record kept
  std::optional<bool> insured_accident;     ///< accident insurance
  ChildHealth child_health;
  std::optional<Date> moved_out;            ///< moved away or died: no longer counted from this day on
  std::optional<LeaveReason> left_because;
  bool synthetic = false;
};
LAOYOU_RECORD(Resident, "resident", id, version, region, name, id_number, born, sex, paper, paper_number, phone, languages, hukou, household, arrangement, care_grade, monthly_income, hardship, wants_institution, in_institution,
              institution, volunteer, family_doctor, health_record, insured_accident, child_health, moved_out, left_because, synthetic)

/// One assessment of an older person's ability (能力评估, GB/T 42195).
struct Assessment {
  Id<Assessment> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  Date day;
  std::optional<std::int32_t> score;
  std::optional<CareGrade> grade;
  bool synthetic = false;
};
LAOYOU_RECORD(Assessment, "assessment", id, version, region, resident, day, score, grade, synthetic)

}  // namespace laoyou::registry
