// A plan's assessment instrument as the scale that the scoring works on.
#pragma once

#include "engines/assessment/scale.h"
#include "plan/folder/instrument.h"

namespace laoyou::assessments {

assessment::Scale scale_of(const plan::Instrument& instrument);

}  // namespace laoyou::assessments
