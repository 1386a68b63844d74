#include "procedures/document_text.h"

#include <algorithm>
#include <array>

#include "record/sheet_rows.h"

namespace laoyou::procedures {

std::vector<Placeholder> placeholders(std::string_view text) {
  std::vector<Placeholder> found;
  for (std::size_t begin = text.find("{{"); begin != std::string_view::npos; begin = text.find("{{", begin)) {
    const std::size_t end = text.find("}}", begin);
    if (end == std::string_view::npos) break;
    found.push_back({std::string(record::trimmed(text.substr(begin + 2, end - begin - 2))), begin, end + 2});
    begin = end + 2;
  }
  return found;
}

bool known_to_case(std::string_view name) {
  constexpr std::array<std::string_view, 9> k_names{"case.number",   "case.office", "case.applicant", "case.submitted_on", "case.decided_on",
                                                    "case.decision", "case.reason", "case.due_on",    "case.remedies"};
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

std::string filled(std::string_view text, const std::function<std::string(std::string_view)>& value) {
  std::string whole;
  std::size_t from = 0;
  for (const Placeholder& each : placeholders(text)) {
    whole += text.substr(from, each.begin - from);
    whole += value(each.name);
    from = each.end;
  }
  return whole + std::string(text.substr(from));
}

}  // namespace laoyou::procedures
