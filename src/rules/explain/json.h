// Explanations as JSON, for screens and for the file: stable node numbers, places in the plan, values as exact numbers beside their texts.
#pragma once

#include <boost/json.hpp>

#include "base/messages.h"
#include "rules/explain/explain.h"

namespace laoyou::rules {

/// {rule, name, record, id, period, value, text, verdict: "decided"|"open"|"no_value", needs: [{record, id, field, label}], tree: NODE}
/// NODE = {rule, node, at: "file:line:column", written, kind, type, value, text, children: [NODE], and by kind: field, parameter {key, name, from,
/// until, document, row}, branch, members: [{id, counts, children}], members_in_all}
boost::json::object explanation_json(const RowEvaluator& evaluator, const Explanation& explanation, Language language);

/// {rule, name, period, group, value: "numerator/denominator", text, numerator, denominator, aggregates: [{rule, node, at, written, function, record,
/// rows, selected, excluded, undecided, valued, sum, value, undecided_for: [{record, field, label, rows}], valueless_for, examples {selected,
/// undecided, valueless: [id]}}]}
boost::json::object explanation_json(const RowEvaluator& evaluator, const TotalExplanation& explanation, Language language);

}  // namespace laoyou::rules
