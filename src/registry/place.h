// A place of care: what it is, who runs it, what it costs (养老托育机构).
#pragma once

#include <optional>
#include <string>

#include "base/credit_code.h"
#include "base/id.h"
#include "base/region_code.h"
#include "record/leaf.h"

namespace laoyou::registry {

/// What a place is. Several may stand in one building; each is a place of its own.
enum class InstitutionKind {
  elderly_home,        ///< 养老机构
  dementia_home,       ///< 失智老年人照护机构
  county_centre,       ///< 县级区域性养老中心、综合社会福利机构
  street_centre,       ///< 街道、乡镇区域养老服务中心
  community_station,   ///< 社区养老服务站点
  day_care,            ///< 社区日间照料机构
  canteen,             ///< 老年食堂
  mutual_aid_point,    ///< 农村互助养老点
  nursery,             ///< 托育机构
  kindergarten_class,  ///< 幼儿园托班
  family_childcare,    ///< 家庭托育点
  hospital,            ///< 医疗机构
  training_base,       ///< 实训基地
  wellness_base,       ///< 健康养老基地
  senior_university,   ///< 老年大学
  nursing_room         ///< 母婴室
};
LAOYOU_ENUM(InstitutionKind, "institution_kind", elderly_home, dementia_home, county_centre, street_centre, community_station, day_care, canteen, mutual_aid_point, nursery,
            kindergarten_class, family_childcare, hospital, training_base, wellness_base, senior_university, nursing_room)

enum class OperatorKind { government, public_private, private_nonprofit, private_profit };
LAOYOU_ENUM(OperatorKind, "operator_kind", government, public_private, private_nonprofit, private_profit)

/// How medical care is joined with the place (医养结合能力).
enum class MedicalAbility { none, contracted, inside };
LAOYOU_ENUM(MedicalAbility, "medical_ability", none, contracted, inside)

enum class CreditGrade { a, b, c, d };
LAOYOU_ENUM(CreditGrade, "credit_grade", a, b, c, d)

struct Institution {
  Id<Institution> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::optional<CreditCode> credit_code;
  std::optional<std::string> platform_number;  ///< in the national information system of such places
  InstitutionKind kind = InstitutionKind::elderly_home;
  std::optional<std::string> address;
  std::optional<std::string> phone;
  std::optional<double> longitude, latitude;   ///< degrees, WGS84
  std::optional<std::string> run_by;           ///< who runs it, where that is not the place itself
  std::optional<std::string> chain;            ///< the brand it belongs to
  std::optional<OperatorKind> operated_by;
  std::optional<bool> inclusive;      ///< 普惠
  std::optional<bool> demonstration;  ///< 示范
  std::optional<bool> filed;          ///< 已备案
  std::optional<bool> serves_destitute_disabled;  ///< can care for destitute people without self-care
  std::optional<std::int32_t> stars;  ///< 等级评定 1..5
  std::optional<CreditGrade> credit;
  std::optional<MedicalAbility> medical;
  std::optional<Decimal> floor_area_m2;
  std::optional<Fen> monthly_fee;
  std::optional<Fen> market_fee;  ///< of comparable places nearby (普惠价格的参照)
  std::optional<bool> leased_premises;
  std::optional<bool> fire_approved;
  std::optional<Date> opened;
  std::optional<Date> closed;
  bool synthetic = false;
};
LAOYOU_RECORD(Institution, "institution", id, version, region, name, credit_code, platform_number, kind, address, phone, longitude, latitude, run_by, chain, operated_by, inclusive,
              demonstration, filed, serves_destitute_disabled, stars, credit, medical, floor_area_m2, monthly_fee, market_fee, leased_premises, fire_approved, opened, closed, synthetic)

}  // namespace laoyou::registry
