// The verbs of `laoyou rules`. Each writes its answer to `out` and its refusals to `err` (check: to `out`) and gives the exit code.
#pragma once

#include <iosfwd>

#include "app/rules_words.h"

namespace laoyou::app {

/// Every fault of the plan's rules, or how many there are of each sort.
int rules_check(const RulesWords& words, std::ostream& out, std::ostream& err);
/// Why a rule gives what it gives for one row (--rule, --row), or what a total rests on (--rule, --group).
int rules_explain(const RulesWords& words, std::ostream& out, std::ostream& err);
/// Totals by groups, and rules over records counted, with the times that loading, checking, compiling and evaluating took.
int rules_eval(const RulesWords& words, std::ostream& out, std::ostream& err);
/// What changes when parameters (--set) and rules (--rule key=expression) are others.
int rules_whatif(const RulesWords& words, std::ostream& out, std::ostream& err);
/// The same questions as queries for --database postgresql or sqlite.
int rules_sql(const RulesWords& words, std::ostream& out, std::ostream& err);

/// Prints one refusal of the words or names and gives 1.
int refuse_rules(const Refusal& refusal, const RulesWords& words, std::ostream& err);

}  // namespace laoyou::app
