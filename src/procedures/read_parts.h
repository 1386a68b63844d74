// The parts of a procedure file, each read by one function.
#pragma once

#include "procedures/mapping.h"

namespace laoyou::procedures {

/// `form:` and `papers:`; rules are put into `form.rules` in the order of the file.
void read_form(Mapping& file, Form& form);
/// Takes a rule of member `key` into the form; none where it is not there.
Condition read_condition(Mapping& mapping, std::string_view key, Form& form);
/// `steps:`
void read_steps(Mapping& file, Procedure& procedure);
std::vector<Reason> read_reasons(Mapping& mapping);
/// `endings:`, `documents:`, `withdraw:`, `suspend:`, `merge:`, `remedies:`, `rating:`, `examples:`
void read_aftermath(Mapping& file, Procedure& procedure);

}  // namespace laoyou::procedures
