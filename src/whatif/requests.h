// What the routes of what-if are asked and what they answer.
#pragma once

#include "base/instant.h"
#include "whatif/levers.h"
#include "whatif/variant.h"

namespace laoyou::whatif {

struct LeversRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Period> period;
};
LAOYOU_RECORD(LeversRequest, "levers_request", plan, region, period)

/// Up to four variants side by side; `totals` are shown even where no variant reaches them.
struct CompareRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Period> period;
  std::optional<RegionLevel> level;  ///< of the places below the region; else the next one
  std::vector<std::string> totals;
  std::vector<Variant> variants;
};
LAOYOU_RECORD(CompareRequest, "compare_request", plan, region, period, level, totals, variants)

struct ChangeRow {
  RegionCode region;
  std::string region_name;
  std::optional<Decimal> before, after, difference;
  std::optional<std::int64_t> reach_before, reach_after, gain, lose;
};
LAOYOU_RECORD(ChangeRow, "change_row", region, region_name, before, after, difference, reach_before, reach_after, gain, lose)

struct ChangedTotal {
  std::string key;
  std::string name;
  std::string unit;
  std::string record;
  bool money = false;
  bool touched = false;  ///< the variant's changes reach it
  ChangeRow whole;
  std::vector<ChangeRow> rows;
};
LAOYOU_RECORD(ChangedTotal, "changed_total", key, name, unit, record, money, touched, whole, rows)

/// What is wrong with a variant, said of the change it stands in.
struct VariantRefusal {
  std::string place;
  std::string code;
  std::string message;
};
LAOYOU_RECORD(VariantRefusal, "variant_refusal", place, code, message)

struct VariantAnswer {
  std::string name;
  std::vector<VariantRefusal> refusals;
  std::vector<ChangedTotal> totals;
};
LAOYOU_RECORD(VariantAnswer, "variant_answer", name, refusals, totals)

struct Comparison {
  std::string plan;
  RegionCode region;
  std::string region_name;
  Period period;
  RegionLevel level = RegionLevel::county;
  std::int64_t journal_sequence = 0;  ///< the last change of the registers that is in it
  Instant as_of;
  std::vector<VariantAnswer> variants;
};
LAOYOU_RECORD(Comparison, "comparison", plan, region, region_name, period, level, journal_sequence, as_of, variants)

}  // namespace laoyou::whatif
