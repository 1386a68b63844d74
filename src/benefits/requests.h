// What the routes of registered subjects are asked and what they answer.
#pragma once

#include "base/region_code.h"
#include "benefits/answers.h"

namespace laoyou::benefits {

struct RegisteredRequest {
  std::string plan;
  std::string record;  ///< resident or institution
  std::int64_t id = 0;
};
LAOYOU_RECORD(RegisteredRequest, "registered_benefits_request", plan, record, id)

struct EntitledListRequest {
  std::string plan;
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(EntitledListRequest, "entitled_list_request", plan, region)

/// A policy with a rule, and how many it holds for.
struct EntitledPolicy {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  std::string record;
  std::string source;
  std::optional<std::string> procedure;
  bool example = false;
  std::int64_t entitled = 0;
  std::int64_t undecided = 0;  ///< facts of theirs are missing
};
LAOYOU_RECORD(EntitledPolicy, "entitled_policy", number, title, title_en, record, source, procedure, example, entitled, undecided)

struct EntitledList {
  std::string plan;
  RegionCode region;
  std::string region_name;
  Period period;
  std::vector<EntitledPolicy> rows;
};
LAOYOU_RECORD(EntitledList, "entitled_list", plan, region, region_name, period, rows)

struct WorklistRequest {
  std::string plan;
  std::string policy;  ///< its number
  std::optional<RegionCode> region;
  std::optional<std::int32_t> page;
};
LAOYOU_RECORD(WorklistRequest, "entitled_worklist_request", plan, policy, region, page)

struct StreetCount {
  RegionCode region;
  std::string region_name;
  std::int64_t entitled = 0;
  std::int64_t without = 0;  ///< of these, for whom nobody has asked yet
};
LAOYOU_RECORD(StreetCount, "entitled_street", region, region_name, entitled, without)

/// Somebody who is entitled and for whom nobody has asked.
struct EntitledRow {
  std::string id;
  std::string name;
  RegionCode region;
  std::string region_name;
};
LAOYOU_RECORD(EntitledRow, "entitled_row", id, name, region, region_name)

struct Worklist {
  std::string plan;
  std::string policy;
  std::string title;
  std::optional<std::string> title_en;
  std::string record;
  std::string source;
  std::optional<std::string> procedure;
  std::optional<std::string> procedure_field;
  RegionCode region;
  std::string region_name;
  Period period;
  std::int64_t entitled = 0;
  std::int64_t without = 0;
  std::int64_t undecided = 0;
  std::vector<StreetCount> streets;
  std::vector<EntitledRow> rows;
  std::int32_t page = 1;
  std::int32_t page_rows = 0;
};
LAOYOU_RECORD(Worklist, "entitled_worklist", plan, policy, title, title_en, record, source, procedure, procedure_field, region, region_name, period, entitled, without, undecided,
              streets, rows, page, page_rows)

}  // namespace laoyou::benefits
