// Places as units of planning: what each community, street and county has (区划单位), its housing estates, works under way and money spent.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/region_code.h"
#include "record/leaf.h"

namespace laoyou::registry {

enum class LocalityKind { urban_community, village, street, township, county, city };
LAOYOU_ENUM(LocalityKind, "locality_kind", urban_community, village, street, township, county, city)

struct Locality {
  Id<Locality> id;
  std::int32_t version = 0;
  RegionCode region;
  LocalityKind kind = LocalityKind::urban_community;
  std::optional<std::int64_t> population;
  std::optional<std::int64_t> households;
  std::optional<bool> elderly_facility;       ///< 有养老服务设施或站点
  std::optional<bool> home_care_covered;      ///< 居家社区养老服务已覆盖
  std::optional<bool> day_care_covered;       ///< 有日间照料机构或服务
  std::optional<bool> regional_centre;        ///< 有区域养老服务中心或为老服务中心
  std::optional<bool> childcare_covered;      ///< 有托育服务
  std::optional<bool> childcare_standard_met; ///< 完整居住社区托育设施达标
  std::optional<bool> adapts_destitute_homes; ///< 实施特困老人家庭适老化改造
  std::optional<bool> cares_disabled_destitute; ///< 有失能特困老年人服务能力
  bool synthetic = false;
};
LAOYOU_RECORD(Locality, "locality", id, version, region, kind, population, households, elderly_facility, home_care_covered, day_care_covered, regional_centre, childcare_covered,
              childcare_standard_met, adapts_destitute_homes, cares_disabled_destitute, synthetic)

/// A housing estate (住宅小区): what was built with it for care, by the four steps taken together (四同步).
struct Development {
  Id<Development> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  bool newly_built = false;
  std::int64_t households = 0;
  std::optional<Decimal> elderly_area_m2;
  std::optional<Decimal> childcare_area_m2;
  std::optional<std::int64_t> childcare_slots;
  std::optional<bool> planned_together;
  std::optional<bool> built_together;
  std::optional<bool> accepted_together;
  std::optional<bool> handed_over_together;
  std::optional<Date> accepted;
  bool synthetic = false;
};
LAOYOU_RECORD(Development, "development", id, version, region, name, newly_built, households, elderly_area_m2, childcare_area_m2, childcare_slots, planned_together, built_together,
              accepted_together, handed_over_together, accepted, synthetic)

enum class ConstructionStage { planned, started, finished, in_use };
LAOYOU_ENUM(ConstructionStage, "construction_stage", planned, started, finished, in_use)

/// A project of the plan as it goes on (项目进度).
struct Construction {
  Id<Construction> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string project;  ///< list and number in the plan
  ConstructionStage stage = ConstructionStage::planned;
  std::optional<Fen> invested;
  std::optional<std::int64_t> beds_added;
  std::optional<std::int64_t> slots_added;
  std::optional<Date> started;
  std::optional<Date> finished;
  bool synthetic = false;
};
LAOYOU_RECORD(Construction, "construction", id, version, region, project, stage, invested, beds_added, slots_added, started, finished, synthetic)

/// How many of a village's people reach places of care within a limit that a plan or standard names (可达测算): counted along the streets by planning, kept for rules. It holds
/// from its day until the next one's.
struct ReachCount {
  Id<ReachCount> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string measure;             ///< which question: a key of src/planning/measures.csv
  Date from;
  std::optional<Date> until;
  std::int64_t people = 0;
  std::int64_t reached = 0;
  std::int64_t not_reached = 0;
  std::optional<std::int64_t> instead_m;  ///< mean way of those not reached to the place nearest to them
  Date people_day;                 ///< of the residents counted: for a day before the first count those of that count
  bool synthetic = false;
};
LAOYOU_RECORD(ReachCount, "reach_count", id, version, region, measure, from, until, people, reached, not_reached, instead_m, people_day, synthetic)

enum class FundSource { welfare_lottery, budget, central_budget, other };
LAOYOU_ENUM(FundSource, "fund_source", welfare_lottery, budget, central_budget, other)

enum class FundPurpose { elderly_care, childcare, other };
LAOYOU_ENUM(FundPurpose, "fund_purpose", elderly_care, childcare, other)

/// Money spent from a source for a purpose (资金使用).
struct FundUse {
  Id<FundUse> id;
  std::int32_t version = 0;
  RegionCode region;
  FundSource source = FundSource::budget;
  FundPurpose purpose = FundPurpose::other;
  Date day;
  Fen amount;
  bool synthetic = false;
};
LAOYOU_RECORD(FundUse, "fund_use", id, version, region, source, purpose, day, amount, synthetic)

}  // namespace laoyou::registry
