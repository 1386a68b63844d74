// Row by row evaluation of single kinds of nodes; row_evaluate.h is the way in.
#pragma once

#include "rules/rows/evaluate.h"

namespace laoyou::rules {

Value row_literal(const RowEvaluator& evaluator, const Node& node, const Literal& what);
/// Position of a text, or a number of its own below zero when no fact has it: two texts that no fact has are still two.
std::int64_t text_number(const TextPool& texts, const std::string& text);
Value row_context(const RowEvaluator& evaluator, const ContextRead& what);
Value row_lookup(const Parameter& parameter, Date day, Value key);
Value row_binary(BinarySign sign, Value left, Value right);
Value row_scale(const Scale& what, Value factor, Value factor2, Value divisor);
Value row_date_call(DateFunction function, const std::vector<Value>& arguments);
Value row_related(const RowEvaluator& evaluator, const Related& what, const RowStack& rows);

}  // namespace laoyou::rules
