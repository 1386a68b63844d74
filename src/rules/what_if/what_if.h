// What if a figure or a rule were another: a plan as it stands and a list of patches, both checked, evaluated together over the same facts, and
// compared group by group.
#pragma once

#include <functional>
#include <span>

#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// From this day on the parameter has this value and no other one that the plan gives it later: a literal is one row with an empty key, a
/// table has a row for each key. Texts need no places; refusals are said of the patch.
struct ParameterPatch {
  std::string key;  ///< of the parameter, or its name
  Date from;
  std::vector<std::pair<std::string, std::string>> rows;  ///< key and value; none: the parameter ends
};

/// The rule is this expression instead.
struct RulePatch {
  std::string key;  ///< of the rule, or its name
  std::string expression;
};

using Patch = std::variant<ParameterPatch, RulePatch>;

/// Two books in one, so that a single question answers for both and what no patch touches is computed once.
struct WhatIf {
  std::shared_ptr<const Book> before, after;
  Book together;                      ///< the rules of `before`, then those of `after` that differ or read what differs
  std::vector<int> rules_before;      ///< by rule of `before`: its position in `together`
  std::vector<int> rules_after;       ///< by rule of `before`: the position of what the patches make of it
};

/// Applies the patches in their order, so that a later one may overrule an earlier one. Refused with every error of the plan, and of the
/// patches with place "patch N" or "patch N:line:column", N from 1: "rules.unknown_name" for a key that the plan does not have.
CheckedResult<WhatIf> what_if(const BookSource& baseline, const Schema& schema, std::span<const Patch> patches);
/// The same where the baseline has been checked already: `before` is what check() made of it.
CheckedResult<WhatIf> what_if(std::shared_ptr<const Book> before, const BookSource& baseline, std::span<const Patch> patches);

/// One total in one group.
struct Change {
  Outcome before, after;
  std::optional<Rational> difference;  ///< after − before; nothing when one of them has no value
  std::int64_t rows_touched = 0;       ///< rows that any aggregate of the total counts differently, or with another value
};

struct WhatIfAnswer {
  std::vector<GroupKey> groups;              ///< as in Answer
  std::vector<std::vector<Change>> changes;  ///< [rule of the question][group]
};

/// Any of the evaluators: evaluate() of column_evaluate.h, evaluate_by_rows() of row_evaluate.h.
using Evaluator = std::function<Answer(const Book&, const Facts&, const Question&)>;

/// Answers a question about totals of `before`, all in one evaluation.
WhatIfAnswer evaluate_what_if(const WhatIf& what_if, const Facts& facts, const Question& question, const Evaluator& evaluator);

}  // namespace laoyou::rules
