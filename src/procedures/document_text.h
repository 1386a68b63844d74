// The texts of a procedure's documents: {{names}} are filled with what the form and the case hold.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace laoyou::procedures {

struct Placeholder {
  std::string name;
  std::size_t begin = 0, end = 0;  ///< bytes of the text, braces included
};

/// In the order of the text; "{{" that is never closed is none.
std::vector<Placeholder> placeholders(std::string_view text);

/// True for the names that every case fills in: case.number, case.office, case.applicant, case.submitted_on, case.decided_on, case.decision,
/// case.reason, case.due_on, case.remedies.
bool known_to_case(std::string_view name);

/// The text with every placeholder replaced by what `value` says of its name.
std::string filled(std::string_view text, const std::function<std::string(std::string_view)>& value);

}  // namespace laoyou::procedures
