// A procedure as JSON: for readers of the command line, for the form and for the drawing of its flow.
#pragma once

#include <boost/json.hpp>

#include "procedures/procedure.h"

namespace laoyou::procedures {

/// {"procedure","version","layer","zh","en","summary_zh",…,"form":{"groups":[…],"fields":[…]},"papers":[…],"offices":[…],"steps":[…],"endings":[…],
///  "documents":[…],"remedies":[…],…}. Conditions are their texts; a member that the file does not give is left out.
boost::json::object procedure_json(const Procedure& procedure);

/// One line of a list: {"procedure","zh","en","layer","version","about","steps","source","mark"}.
boost::json::object procedure_line(const Procedure& procedure);

/// The same for people: steps with office, term, decisions and where they lead, in Chinese.
std::string procedure_text(const Procedure& procedure);

}  // namespace laoyou::procedures
