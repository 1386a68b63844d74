// Which totals are asked, and by which groups: names of the command line into positions.
#pragma once

#include "app/rules_input.h"
#include "rules/totals/tally.h"

namespace laoyou::app {

/// Position of a rule by key or name. Refused as "rules.no_such_rule", or "rules.mistyped_name" when one is near.
Result<int> find_rule(const rules::Book& book, const std::string& name);

/// The grouping that `by` names: a field of the records if there is one (a region field groups by the level of its name), else a level
/// (province, city, county, street, village); empty: none. Refused as "option.unknown_value".
Result<rules::Grouping> grouping_of(const rules::Schema& schema, const std::string& by);

/// The totals named, or all of the book. Refused as "rules.no_such_rule", or "rules.no_total" for a rule over a record.
Result<rules::Question> question_of(const RulesInput& input, const RulesWords& words, const std::vector<std::string>& totals);

/// "450203000000", "moderate", "82", "true"; empty without grouping, nothing for the group of missing values.
std::optional<std::string> group_text(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group);

}  // namespace laoyou::app
