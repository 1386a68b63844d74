#include "plan/stack/acted_records.h"

namespace laoyou::plan {

const procedures::ActedRecord& subsidy_runs() {
  using powers::Power;
  static const procedures::ActedRecord runs{"subsidy_run",
                                            {{"county_agrees", {Power::funds_write, Power::funds_approve}},
                                             {"city_agrees", {Power::funds_approve}},
                                             {"finance_agrees", {Power::funds_approve}},
                                             {"returned", {Power::funds_approve}},
                                             {"withdrawn", {Power::funds_write}}},
                                            {"name", "plan", "subsidy", "period", "entitled", "paid", "undecided", "held", "total"}};
  return runs;
}

}  // namespace laoyou::plan
