// From what assessors send to a form that can be kept.
#pragma once

#include "assessments/requests.h"

namespace laoyou::assessments {

/// The form without id and sender. Everything wrong at once, with its place: "assessments.day_ahead", "assessments.before_birth",
/// "assessments.no_assessor", "assessments.assessors_few" {wanted}, what check_signatures() tells, "assessments.once_wrong", "assessments.twice" {item}, and the codes of assessment::score().
CheckedResult<AssessmentForm> score_form(const SendRequest& request, const plan::Instrument& instrument, const registry::Resident& person, Date today);

/// Whether both say the same of the same person.
bool same_answers(const AssessmentForm& a, const AssessmentForm& b);

}  // namespace laoyou::assessments
