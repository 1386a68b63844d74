// Answers of `laoyou rules` as JSON and as lines.
#pragma once

#include <boost/json.hpp>

#include "app/rules_question.h"
#include "rules/explain/words.h"

namespace laoyou::app {

/// {exact, text, aggregates: [{selected, undecided, valued, sum, least, greatest}]}; `exact` is a fraction in lowest terms or null. Sums are
/// texts: they may be longer than what JavaScript keeps.
boost::json::object outcome_json(const rules::Outcome& outcome, const rules::Rule& rule, const rules::ExplainWords& words);

/// The group as JSON; null for missing.
boost::json::value group_json(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group);

/// The group as the first words of a line; "缺失" or "missing" for the group of missing values.
std::string group_line(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group, Language language);

std::string number_text(const std::optional<rules::Rational>& number, const rules::Rule& rule, const rules::ExplainWords& words);

}  // namespace laoyou::app
