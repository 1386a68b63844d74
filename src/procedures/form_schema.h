// A procedure's form as a record of the rule language, beside the registers it refers to.
#pragma once

#include "procedures/form.h"

namespace laoyou::procedures {

/// Name of the record in the schema; it is the last one.
inline constexpr std::string_view k_form_record = "form";
/// Fields that every form has for its rules: the region of the case, the day of submission and the day of the decision.
inline constexpr std::string_view k_region = "region";
inline constexpr std::string_view k_submitted_on = "submitted_on";
inline constexpr std::string_view k_decided_on = "decided_on";

/// The registers' schema with the form behind it; registers that no field of the form refers to are empty. Fields of which rules see nothing (several choices) are left out.
rules::Schema form_schema(const rules::Schema& registers, const Form& form);

/// The key of a form's rule in its book.
std::string rule_key(std::size_t rule);

}  // namespace laoyou::procedures
