#include <algorithm>
#include <ostream>

#include "app/rules_input.h"
#include "app/rules_verbs.h"

namespace laoyou::app {

int rules_check(const RulesWords& words, std::ostream& out, std::ostream& err) {
  const auto input = read_rules_input(words);
  if (!input) {
    print_refusals(input.error(), words.language, out);
    return 1;
  }
  print_refusals(input->notes, words.language, err);
  const auto& rules = input->book->rules;
  const auto totals = std::count_if(rules.begin(), rules.end(), [](const rules::Rule& rule) { return rule.record < 0; });
  out << "参数 " << input->book->parameters.size() << "，针对记录的规则 " << std::ssize(rules) - totals << "，合计 " << totals << "\n";
  return 0;
}

}  // namespace laoyou::app
