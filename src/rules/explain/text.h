// Explanations as an official reads them, in Chinese or English: one clause a line, indented below what it decides.
#pragma once

#include "base/messages.h"
#include "rules/explain/explain.h"

namespace laoyou::rules {

std::string explanation_text(const RowEvaluator& evaluator, const Explanation& explanation, Language language);
std::string explanation_text(const RowEvaluator& evaluator, const TotalExplanation& explanation, Language language);

}  // namespace laoyou::rules
