// Making a circular: what it says, and the paper it is printed as.
#pragma once

#include "plan/circulars/circular_record.h"
#include "plan/indicators/readings_view.h"
#include "plan/stack/library.h"
#include "print/paper.h"

namespace laoyou::plan {

CircularDraft circular_draft(store::Snapshot& reading, const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, const Period& period, Date today);

/// What the head of the paper says, and its last part.
struct CircularWords {
  std::string number, issuer, demands;
  Date day;
};

/// The official paper, in Chinese (GB/T 9704 is the printing room's affair).
print::Paper circular_paper(const CircularDraft& draft, const CircularWords& words);
std::string circular_title(const CircularDraft& draft);

}  // namespace laoyou::plan
