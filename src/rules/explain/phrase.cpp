#include "rules/explain/phrase.h"

#include <algorithm>
#include <array>

namespace laoyou::rules {
namespace {

std::string_view sign_of(BinarySign sign) {
  constexpr std::array<std::string_view, 10> signs{"+", "−", "=", "≠", "<", "≤", ">", "≥", "", ""};
  return signs[static_cast<std::size_t>(sign)];
}

}  // namespace

std::string ExplainPhrase::outcome(const ExplainedNode& node) const {
  if (node.value) return words_.value(node.node->type, node.value);
  return words_.say(node.open ? "explain.undecided" : "explain.nothing");
}

std::string ExplainPhrase::path(const ExplainedNode& node, const FieldRead& what) const {
  std::string label = words_.field(what.record, what.field);
  int record = node.rows[node.rows.size() - 1 - static_cast<std::size_t>(what.path.level)].record;
  std::string before;
  for (const int step : what.path.steps) {
    before = before.empty() ? words_.field(record, step) : words_.say("explain.of", {before, words_.field(record, step)});
    record = words_.book().schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(step)].type.detail;
  }
  if (what.path.level > 0 && before.empty()) before = words_.record(record);
  return before.empty() ? label : words_.say("explain.of", {before, label});
}

std::string ExplainPhrase::table(const ExplainedNode& node) const {
  const auto& what = std::get<ParameterLookup>(node.node->what);
  const Parameter& parameter = words_.book().parameters[static_cast<std::size_t>(what.parameter)];
  const std::string name = parameter.name.empty() ? parameter.key : parameter.name;
  if (node.version == nullptr) return words_.say("explain.table_ended", {name});
  if (!node.value) return words_.say(node.children.at(0).value ? "explain.table_none" : "explain.table_waits", {name, version(node, parameter)});
  const std::string band = node.table_row != nullptr ? words_.range(*parameter.key_type, node.table_row->low, node.table_row->high) : words_.say("explain.others");
  return words_.say("explain.table", {name, version(node, parameter), band, words_.value(node.node->type, node.value)});
}

std::string ExplainPhrase::version(const ExplainedNode& node, const Parameter& parameter) const {
  const std::string words = words_.version(*node.version);
  return parameter.example ? words_.say("explain.further", {words, words_.say("explain.example")}) : words;
}

std::string ExplainPhrase::rounding(const ExplainedNode& node) const {
  const auto& what = std::get<Scale>(node.node->what);
  constexpr std::array<std::string_view, 4> codes{"explain.half_up", "explain.half_even", "explain.down", "explain.up"};
  std::size_t next = 0;
  std::string words = of(node.children.at(next++));
  if (what.factor2) words += " × " + of(node.children.at(next++));
  if (what.divisor) words += " ÷ " + of(node.children.at(next));
  return words_.say("explain.further", {words, words_.say(codes[static_cast<std::size_t>(what.rounding)])});
}

std::string ExplainPhrase::ranges(const InRanges& what) const {
  std::vector<std::string> all = what.texts;
  for (const auto& [low, high] : what.ranges) all.push_back(words_.range(what.operand->type, low, high));
  return words_.listed(all);
}

std::string ExplainPhrase::statement(const ExplainedNode& node) const {
  const auto child = [&](std::size_t i) { return of(node.children.at(i)); };
  if (const auto* what = std::get_if<Binary>(&node.node->what)) return child(0) + " " + std::string(sign_of(what->sign)) + " " + child(1);
  if (const auto* what = std::get_if<InRanges>(&node.node->what)) return words_.say("explain.among", {child(0), ranges(*what)});
  if (std::holds_alternative<Within>(node.node->what) || std::holds_alternative<InPeriod>(node.node->what)) return words_.say("explain.within", {child(0), child(1)});
  const auto* read = std::get_if<FieldRead>(&node.children.at(0).node->what);
  return read != nullptr ? words_.say("explain.not_given", {path(node.children[0], *read)}) : words_.say("explain.is_missing", {child(0)});
}

std::string ExplainPhrase::of(const ExplainedNode& node) const {
  const std::string value = words_.value(node.node->type, node.value);
  if (std::holds_alternative<Literal>(node.node->what)) return node.node->type.kind == Kind::text ? "“" + std::get<Literal>(node.node->what).text + "”" : value;
  if (const auto* what = std::get_if<FieldRead>(&node.node->what)) return path(node, *what) + " " + value;
  if (const auto* what = std::get_if<RuleRead>(&node.node->what)) return words_.say("explain.named", {words_.rule_name(what->rule), outcome(node)});
  if (const auto* what = std::get_if<ParameterRead>(&node.node->what)) {
    const Parameter& parameter = words_.book().parameters[static_cast<std::size_t>(what->parameter)];
    const std::string name = parameter.name.empty() ? parameter.key : parameter.name;
    if (node.version == nullptr) return words_.say("explain.parameter_ended", {name});
    return words_.say("explain.parameter", {name, version(node, parameter), value});
  }
  if (std::holds_alternative<ParameterLookup>(node.node->what)) return words_.say("explain.key_and_table", {of(node.children.at(0)), table(node)});
  if (const auto* what = std::get_if<ContextRead>(&node.node->what)) {
    constexpr std::array<std::string_view, 4> codes{"explain.period", "explain.period_start", "explain.period_end", "explain.plan_region"};
    return words_.say(codes[static_cast<std::size_t>(what->what)], {value});
  }
  if (std::holds_alternative<Widen>(node.node->what)) return of(node.children.at(0));
  if (std::holds_alternative<Scale>(node.node->what)) return words_.say("explain.equals", {rounding(node), outcome(node)});
  if (std::holds_alternative<Fallback>(node.node->what)) return node.children.size() == 1 ? of(node.children[0]) : words_.say("explain.instead", {of(node.children[0]), of(node.children[1])});
  if (const auto* what = std::get_if<DateCall>(&node.node->what); what && what->function == DateFunction::years_between)
    return words_.say("explain.years", {of(node.children.at(0)), of(node.children.at(1)), value});
  const std::string written = words_.written(node.rule, *node.node);
  return written.empty() ? outcome(node) : words_.say("explain.equals", {written, outcome(node)});
}

bool ExplainPhrase::says_all(const ExplainedNode& node) const {
  const auto& what = node.node->what;
  if (std::holds_alternative<Literal>(what) || std::holds_alternative<FieldRead>(what) || std::holds_alternative<ParameterRead>(what) || std::holds_alternative<ContextRead>(what)) return true;
  const auto* dates = std::get_if<DateCall>(&what);
  const bool whole = std::holds_alternative<Widen>(what) || std::holds_alternative<Fallback>(what) || std::holds_alternative<ParameterLookup>(what) || (dates != nullptr && dates->function == DateFunction::years_between);
  return whole && std::all_of(node.children.begin(), node.children.end(), [this](const ExplainedNode& child) { return says_all(child); });
}

std::string ExplainPhrase::reason(const ExplainedNode& node) const {
  if (node.value) return "";
  for (const ExplainedNode& child : node.children)
    if (!child.value) return "";
  const auto& what = node.node->what;
  if (const auto* read = std::get_if<FieldRead>(&what)) return read->path.steps.empty() ? "" : words_.say("explain.no_record", {path(node, *read)});
  if (std::holds_alternative<RuleRead>(what)) return words_.say("explain.no_record", {of(node)});
  if (std::holds_alternative<ParameterRead>(what)) return of(node);
  if (std::holds_alternative<ParameterLookup>(what)) return of(node);
  if (std::holds_alternative<Bands>(what)) return words_.say("explain.no_band", {of(node.children.at(0))});
  if (std::holds_alternative<Case>(what)) return words_.say("explain.no_branch", {words_.rule_name(node.rule)});
  if (std::holds_alternative<Scale>(what)) return words_.say("explain.divided_by_zero", {words_.written(node.rule, *node.node)});
  if (const auto* related = std::get_if<Related>(&what); related && node.members_in_all == 0) return words_.say("explain.no_members", {words_.record(related->record)});
  return "";
}

}  // namespace laoyou::rules
