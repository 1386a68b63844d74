#include <algorithm>

#include "rules/facts/table_csv.h"
#include "rules/schema/type_words.h"

namespace laoyou::rules {

Refusals with_odd_cells(Refusals refusals, const Schema& schema, const std::vector<OddColumn>& odd_cells) {
  const Refusals of_rules = refusals;
  for (const OddColumn& odd : odd_cells) {
    const std::string type = type_words(schema, odd.type);
    const auto speaks_of_it = [&type](const Refusal& refusal) { return std::find(refusal.words.begin(), refusal.words.end(), type) != refusal.words.end(); };
    if (std::any_of(of_rules.begin(), of_rules.end(), speaks_of_it)) refusals.push_back(odd.cell);
  }
  return refusals;
}

}  // namespace laoyou::rules
