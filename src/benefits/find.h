// Which policies of a plan hold for whom: every rule asked, every answer one of four.
#pragma once

#include <functional>

#include "base/messages.h"
#include "benefits/answers.h"
#include "plan/stack/library.h"
#include "procedures/procedure.h"
#include "rules/rows/evaluate.h"

namespace laoyou::benefits {

/// Whom the rules are asked about, and what may be said of it.
struct Inquiry {
  const plan::Plan& plan;
  const rules::RowEvaluator& evaluator;
  std::vector<rules::RowAt> subjects;
  std::vector<std::string> labels;
  /// Whether rows of a record are known here: where they are not, a rule that counts them is nobody's to answer.
  std::function<bool(int record)> known;
  bool with_reasons = false;  ///< the rules' sentences with the facts in them: only where the asker gave the facts
  Language language = Language::zh;
};

/// A procedure by its key; null where none is in force.
using FindProcedure = std::function<const procedures::Procedure*(const std::string&)>;

/// The benefits of the plan's policies and subsidies for these subjects: those a rule speaks of, and those that say for whom they are and have no rule. A policy whose
/// rule speaks of another kind of record, and of nothing that belongs to the subject, is left out.
Benefits find_benefits(const Inquiry& inquiry, const FindProcedure& procedure);

/// The amount a subsidy pays where `condition` is its KEY_eligible: the rule KEY, or -1.
int amount_rule(const rules::Book& book, int condition);

}  // namespace laoyou::benefits
