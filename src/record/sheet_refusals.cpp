#include "record/sheet_refusals.h"

namespace laoyou::record {

void ShownRefusals::take(Refusals& refusals) {
  for (Refusal& refusal : refusals) {
    if (shown_.size() < k_refusals_shown_max) {
      shown_.push_back(std::move(refusal));
    } else if (more_++ == 0) {
      more_place_ = std::move(refusal.place);
    }
  }
  refusals.clear();
}

Refusals ShownRefusals::all() && {
  if (more_ > 0) shown_.push_back(at(more_place_, refuse("sheet.more_refusals", {std::to_string(more_)})));
  return std::move(shown_);
}

Refusals shown_refusals(Refusals refusals) {
  ShownRefusals shown;
  shown.take(refusals);
  return std::move(shown).all();
}

}  // namespace laoyou::record
