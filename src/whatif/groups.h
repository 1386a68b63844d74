// Who gets more and who gets less: the rows a variant reaches, by every coded fact of theirs and by every whole number a rule gives them (age).
#pragma once

#include "facts/facts_keeper.h"
#include "whatif/compare.h"

namespace laoyou::whatif {

struct GroupsRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Period> period;
  std::string total;
  Variant variant;
};
LAOYOU_RECORD(GroupsRequest, "what_if_groups_request", plan, region, period, total, variant)

/// One group of rows that have an amount before or after.
struct GroupLine {
  std::string zh;
  std::string en;
  bool unknown = false;  ///< the fact is missing
  std::optional<Decimal> before, after;
  std::int64_t reach_before = 0, reach_after = 0, gain = 0, lose = 0;
};
LAOYOU_RECORD(GroupLine, "what_if_group", zh, en, unknown, before, after, reach_before, reach_after, gain, lose)

/// The groups of one fact.
struct GroupsOfFact {
  std::string field;
  std::string zh;
  std::string en;
  std::vector<GroupLine> rows;
};
LAOYOU_RECORD(GroupsOfFact, "what_if_groups_of_fact", field, zh, en, rows)

struct Groups {
  std::string total;
  std::string record;
  std::string unit;
  std::int64_t reached = 0;  ///< rows with an amount before or after
  std::vector<GroupsOfFact> rows;
};
LAOYOU_RECORD(Groups, "what_if_groups", total, record, unit, reached, rows)

/// Of a total that is one sum over one record; numbers in bands of ten. Facts in which all rows are alike are left out. Refused as "rules.no_such_rule", "whatif.no_sum",
/// and as what_if_of() does.
CheckedResult<Groups> groups_of(const Asked& asked, const facts::FactsKeeper& keeper, const GroupsRequest& request);

}  // namespace laoyou::whatif
