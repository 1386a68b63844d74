// Facts that came late (迟到的事实): what earlier months would have been by what is known now. Only facts with a day of their own speak of the past:
// dates, and fields that follow dated records. Of any other field nobody knows since when it holds, so that of the run stays.
#pragma once

#include "funds/calculation.h"
#include "store/table.h"

namespace laoyou::funds {

/// One amount of an earlier run that is another by today's facts.
struct LateDifference {
  std::int64_t subject = 0, person = 0, payee = 0;
  RegionCode region;
  Fen then, now;
  std::string facts;  ///< which fields are others: "resident.moved_out"
};

/// `all_now`: all registers of now, by `now_schema`; what plans add stands elsewhere there than in the facts of the run. By subject.
std::vector<LateDifference> late_differences(const OpenedRun& earlier, const rules::Facts& all_now, const rules::Schema& now_schema, const store::Catalog& catalog);

}  // namespace laoyou::funds
