#include "registry/record_checks.h"

namespace laoyou::registry {

void refuse_order(Refusals& refusals, std::string_view field, const std::optional<Date>& first, const std::optional<Date>& then) {
  if (first && then && *then < *first) refusals.push_back(at(field, refuse("records.day_before", {then->text(), first->text()})));
}

void refuse_outside(Refusals& refusals, std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value < least || value > most) refusals.push_back(at(field, refuse("records.out_of_range", {std::to_string(least), std::to_string(most)})));
}

}  // namespace laoyou::registry
