#include "rules/check/rule_order.h"

#include <unordered_map>

#include "rules/text/parse_children.h"

namespace laoyou::rules {
namespace {

using Called = std::unordered_map<std::string, std::vector<int>>;

Called rules_by_name(const BookDraft& draft) {
  Called called;
  for (std::size_t i = 0; i < draft.rules.size(); ++i)
    for (const std::string* name : {&draft.rules[i].source->key, &draft.rules[i].source->name}) called[*name].push_back(static_cast<int>(i));
  return called;
}

std::vector<int> mentioned(const DraftRule& rule, const Called& called) {
  std::vector<int> found;
  std::vector<ParsePtr> waiting;
  if (rule.readable) waiting.push_back(rule.parsed);
  while (!waiting.empty()) {
    const ParsePtr node = waiting.back();
    waiting.pop_back();
    for_each_child(*node, [&waiting](const ParsePtr& child) { waiting.push_back(child); });
    const auto* name = std::get_if<ParsedName>(&node->what);
    if (!name) continue;
    for (const std::string& part : name->parts)
      if (const auto rules = called.find(part); rules != called.end()) found.insert(found.end(), rules->second.begin(), rules->second.end());
  }
  return found;
}

}  // namespace

std::vector<int> likely_order(const BookDraft& draft) {
  struct Visit {
    int rule;
    std::vector<int> reads;
  };
  const Called called = rules_by_name(draft);
  std::vector<int> order;
  std::vector<bool> seen(draft.rules.size());
  std::vector<Visit> way;
  const auto enter = [&](int rule) {
    if (seen[static_cast<std::size_t>(rule)]) return;
    seen[static_cast<std::size_t>(rule)] = true;
    way.push_back({rule, mentioned(draft.rules[static_cast<std::size_t>(rule)], called)});
  };
  for (int first = 0; first < static_cast<int>(draft.rules.size()); ++first) {
    enter(first);
    while (!way.empty()) {
      if (way.back().reads.empty()) {
        order.push_back(way.back().rule);
        way.pop_back();
        continue;
      }
      const int next = way.back().reads.back();
      way.back().reads.pop_back();
      enter(next);
    }
  }
  return order;
}

}  // namespace laoyou::rules
