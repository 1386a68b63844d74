// Names: what they stand for, and what the writer may have meant when they stand for nothing.
#include <algorithm>

#include "base/nearest.h"
#include "rules/check/expression_checker.h"
#include "rules/check/meaning.h"

namespace laoyou::rules {

using What = Meaning::What;

NodePtr ExpressionChecker::check_name(const ParseNode& at, const ParsedName& name, const Scope& scope, const Hint& hint) {
  if (name.parts.size() == 1)
    if (NodePtr code = code_by_hint(at, name.parts[0], hint)) return code;
  const Meaning meaning = find_meaning(draft_, name.parts, scope);
  NodePtr read;
  switch (meaning.what) {
    case What::nothing: return unknown_name(at, name, scope, hint, meaning);
    case What::code: return literal(at, {Kind::code, static_cast<std::int16_t>(meaning.list)}, meaning.position);
    case What::context: return read_context(at, meaning.context);
    case What::total: refuse(at, "rules.total_in_row", {written(at)}); return nullptr;
    case What::field: read = read_field(at, meaning.record, meaning.position, meaning.path); break;
    case What::rule: read = read_rule(at, meaning.position, meaning.path); break;
    case What::parameter: read = read_parameter(at, meaning.position); break;
  }
  if (!read || !meaning.end_of_period) return read;
  if (read->type.kind != Kind::period) {
    refuse_types(at, read->type, {Kind::period});
    return nullptr;
  }
  const DateFunction end = *meaning.end_of_period ? DateFunction::period_end : DateFunction::period_start;
  return make(at, {Kind::date}, field_bound(Kind::date), DateCall{end, {read}});
}

NodePtr ExpressionChecker::code_by_hint(const ParseNode& at, const std::string& word, const Hint& hint) {
  if (hint.wants(Kind::boolean) && (word == "是" || word == "否")) return literal(at, {Kind::boolean}, word == "是");
  if (!hint.wants(Kind::code)) return nullptr;
  const int code = draft_.schema.code_lists[static_cast<std::size_t>(hint.type->detail)].find(word);
  return code < 0 ? nullptr : literal(at, *hint.type, code);
}

std::vector<std::string> ExpressionChecker::code_names(int list) const {
  std::vector<std::string> names;
  for (const CodeList::Code& code : draft_.schema.code_lists[static_cast<std::size_t>(list)].codes) {
    names.push_back(code.name);
    if (!code.zh.empty()) names.push_back(code.zh);
  }
  return names;
}

NodePtr ExpressionChecker::read_field(const ParseNode& at, int record, int field, const Path& path) {
  const Field& read = draft_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)];
  if (read.needs_restart) {
    refuse(at, "rules.field_needs_restart", {read.name});
    return nullptr;
  }
  const Type type = read.type;
  std::int64_t bound = field_bound(type.kind);
  if (type.kind == Kind::code) bound = std::max<std::int64_t>(0, std::ssize(draft_.schema.code_lists[static_cast<std::size_t>(type.detail)].codes) - 1);
  return make(at, type, bound, FieldRead{path, record, field});
}

NodePtr ExpressionChecker::read_rule(const ParseNode& at, int rule, const Path& path) {
  const DraftRule& read = draft_.checked_rule(rule, text_, at.span.begin);
  return read.tree ? make(at, read.tree->type, read.tree->bound, RuleRead{path, read.position}) : nullptr;
}

NodePtr ExpressionChecker::read_parameter(const ParseNode& at, int parameter) {
  const DraftParameter& read = draft_.parameters[static_cast<std::size_t>(parameter)];
  draft_.parameters_read.insert(parameter);
  if (!read.known) return nullptr;
  if (!read.parameter.key_type) return make(at, read.parameter.type, read.bound, ParameterRead{parameter});
  refuse(at, "rules.table_without_key", {written(at)});
  return nullptr;
}

NodePtr ExpressionChecker::read_context(const ParseNode& at, ContextRead::What what) {
  using Context = ContextRead::What;
  const Type type{what == Context::period ? Kind::period : what == Context::plan_region ? Kind::region : Kind::date};
  return make(at, type, field_bound(type.kind), ContextRead{what});
}

NodePtr ExpressionChecker::unknown_name(const ParseNode& at, const ParsedName& name, const Scope& scope, const Hint& hint, const Meaning& meaning) {
  if (hint.silent) return nullptr;
  const std::string& failed = name.parts[meaning.failed];
  if (meaning.failed > 0) {
    if (meaning.failed_record >= 0)
      refuse_name(at, failed, known_members(draft_, meaning.failed_record));
    else
      refuse(at, "rules.not_a_reference", {name.parts[meaning.failed - 1], failed});
    return nullptr;
  }
  for (std::size_t level = 1; level < scope.rows.size(); ++level) {
    const std::string& record = draft_.schema.records[static_cast<std::size_t>(scope.rows[level])].name;
    const Meaning outer = find_meaning(draft_, name.parts, Scope{{scope.rows[level]}});
    if (outer.what != What::field && outer.what != What::rule) continue;
    refuse(at, "rules.mistyped_name", {written(at), record + "." + written(at)});
    return nullptr;
  }
  for (const CodeList& list : draft_.schema.code_lists) {
    if (hint.type || name.parts.size() != 1 || list.find(failed) < 0) continue;
    refuse(at, "rules.mistyped_name", {failed, list.name + "." + failed});
    return nullptr;
  }
  std::vector<std::string> known = known_names(draft_, scope);
  if (hint.wants(Kind::code)) {
    const std::vector<std::string> codes = code_names(hint.type->detail);
    known.insert(known.begin(), codes.begin(), codes.end());
  }
  refuse_name(at, failed, known);
  return nullptr;
}

void ExpressionChecker::refuse_name(const ParseNode& at, const std::string& name, const std::vector<std::string>& known) {
  const std::string near = nearest(name, known);
  if (near.empty()) return refuse(at, "rules.unknown_name", {name});
  refuse(at, "rules.mistyped_name", {name, near});
}

bool ExpressionChecker::waits_for_type(const ParseNode& node, const Scope& scope) const {
  if (const auto* name = std::get_if<ParsedName>(&node.what)) return find_meaning(draft_, name->parts, scope).what == What::nothing;
  if (const auto* number = std::get_if<ParsedNumber>(&node.what)) return number->unit.empty();
  if (std::holds_alternative<ParsedText>(node.what)) return true;
  if (const auto* binary = std::get_if<ParsedBinary>(&node.what))
    return binary->sign == "else" && waits_for_type(*binary->left, scope) && waits_for_type(*binary->right, scope);
  const auto* choice = std::get_if<ParsedCase>(&node.what);
  if (!choice) return false;
  return std::all_of(choice->branches.begin(), choice->branches.end(), [&](const auto& branch) { return waits_for_type(*branch.second, scope); });
}

}  // namespace laoyou::rules
