#include "jobs/records.h"

#include <algorithm>

#include "record/cells.h"
#include "record/json_read.h"
#include "record/json_write.h"

namespace laoyou::jobs {
namespace {

constexpr std::size_t k_refusals_kept_max = 100;

}  // namespace

std::string refusals_text(const Refusals& refusals) {
  std::vector<JobRefusal> kept;
  for (std::size_t i = 0; i < std::min(refusals.size(), k_refusals_kept_max); ++i) kept.push_back({refusals[i].code, refusals[i].place, refusals[i].words});
  return record::to_json(kept);
}

Refusals refusals_of(const Job& job) {
  Refusals refusals;
  if (job.refusals.empty()) return refusals;
  const auto kept = record::parse_json<std::vector<JobRefusal>>(job.refusals);
  if (!kept) throw record::DamagedCell("refusals");
  for (const JobRefusal& each : *kept) refusals.emplace_back(each.code, each.place, each.words);
  return refusals;
}

}  // namespace laoyou::jobs
