// A proposal as it would stand in the plan's rules.yaml: new values beside the old ones, nothing else of the file touched.
#pragma once

#include "plan/stack/plan.h"
#include "whatif/proposal.h"

namespace laoyou::whatif {

/// The plan's own rules.yaml with the variant's figures in it from a day on, set by a document. A parameter of a lower layer is written anew in this plan's file, with all
/// its values; its source is `clause`, one of this plan's own. Refused as "whatif.rules_by_hand" for a changed rule, "rules.no_such_rule" for a parameter that the plan
/// does not have, "whatif.clause_needed" (name, source) where its source is no clause of this plan and none is given, "plan.unknown_clause" where the one given is not.
Result<std::string> carried_text(const plan::Plan& plan, const std::string& text, const Variant& variant, Date from, const std::string& document,
                                 const std::optional<std::string>& clause = {});

/// The plan's own rules.yaml.
std::string rules_file(const plan::Plan& plan);

/// The lines between the first and the last that differ, with a few around them.
Difference difference_of(const std::string& file, const std::string& before, const std::string& after);

}  // namespace laoyou::whatif
