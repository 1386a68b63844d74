// An assessment as it was done: every answer, and what followed from it (评估记录). The register of assessments (src/registry) has the result alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"
#include "registry/resident.h"

namespace laoyou::assessments {

/// Why it was done (评估原因).
enum class Occasion { first, regular, change, review, other };
LAOYOU_ENUM(Occasion, "assessment_occasion", first, regular, change, review, other)

struct AssessmentForm {
  Id<AssessmentForm> id;
  RegionCode region;
  Id<registry::Resident> resident;
  std::optional<Id<registry::Assessment>> assessment;  ///< its result in the register, where the instrument sets a grade there
  std::string instrument;
  std::string instrument_text;  ///< the instrument as it was then, JSON: it stays readable when the plan has another
  Date day;
  Occasion occasion = Occasion::first;
  std::string answers;          ///< JSON: {"scores":{item:score},"found":[key]}; sealed
  std::int32_t total = 0;
  std::int32_t grade = 0;
  std::vector<std::string> assessors;  ///< names, as they sign
  std::optional<std::string> signatures;  ///< JSON, see signature.h; sealed
  std::optional<std::string> note;
  std::string once;             ///< what the sender calls it: sent again it is the same
  std::int64_t sent_by = 0;     ///< account
  Instant sent_at;
};
LAOYOU_RECORD(AssessmentForm, "assessment_form", id, region, resident, assessment, instrument, instrument_text, day, occasion, answers, total, grade, assessors, signatures, note, once,
              sent_by, sent_at)

}  // namespace laoyou::assessments
