#include "rules/check/plan_literal.h"

#include <algorithm>

#include "base/nearest.h"
#include "rules/value/conversion.h"
#include "rules/value/period_value.h"
#include "rules/schema/type_words.h"

namespace laoyou::rules {
namespace {

const std::string* lone_name(const PlanLiteral& literal) {
  const auto* name = literal.parsed ? std::get_if<ParsedName>(&literal.parsed->what) : nullptr;
  return name && name->parts.size() == 1 && name->parts[0] != "是" && name->parts[0] != "否" ? &name->parts[0] : nullptr;
}

bool is_region(const PlanLiteral& literal) {
  const auto* number = literal.parsed ? std::get_if<ParsedNumber>(&literal.parsed->what) : nullptr;
  return number && number->unit.empty() && number->digits.size() == 12;
}

std::vector<std::string> all_codes(const Schema& schema) {
  std::vector<std::string> names;
  for (const CodeList& list : schema.code_lists)
    for (const CodeList::Code& code : list.codes) names.push_back(code.name), names.push_back(code.zh);
  std::erase(names, "");
  return names;
}

}  // namespace

std::optional<std::vector<Value>> PlanLiterals::read(const std::vector<PlanLiteral>& literals, Type& type) {
  if (!find_common_list(literals)) return std::nullopt;
  regions_ = std::all_of(literals.begin(), literals.end(), [](const PlanLiteral& each) { return !each.parsed || is_region(each); });
  std::vector<std::optional<TypedValue>> values;
  bool good = true, first = true;
  for (const PlanLiteral& literal : literals) {
    values.push_back(literal.parsed ? read_one(literal, *literal.parsed) : std::nullopt);
    good = good && (values.back() || !literal.parsed);
    if (!values.back()) continue;
    // 1 and 0.5 together are ratios; other units follow the first.
    if (first || (conversion(type, values.back()->type) && values.back()->type.kind == Kind::ratio)) type = values.back()->type;
    first = false;
  }
  if (!good) return std::nullopt;
  std::vector<Value> converted;
  for (std::size_t i = 0; i < values.size(); ++i) {
    converted.emplace_back();
    if (!values[i]) continue;
    const std::optional<Conversion> by = conversion(values[i]->type, type);
    if (by) converted.back() = convert_exactly(values[i]->value, *by);
    if (converted.back()) continue;
    refuse(literals[i], same_dimension(values[i]->type, type) ? "rules.unit_mismatch" : "rules.type_mismatch",
           {type_words(schema_, values[i]->type), type_words(schema_, type)});
    return std::nullopt;
  }
  return converted;
}

bool PlanLiterals::find_common_list(const std::vector<PlanLiteral>& literals) {
  std::vector<int> lists;
  for (int list = 0; list < static_cast<int>(schema_.code_lists.size()); ++list) lists.push_back(list);
  bool any = false;
  for (const PlanLiteral& literal : literals) {
    const std::string* name = lone_name(literal);
    if (!name) continue;
    any = true;
    std::vector<int> left;
    for (const int list : lists)
      if (schema_.code_lists[static_cast<std::size_t>(list)].find(*name) >= 0) left.push_back(list);
    if (left.empty()) {
      refuse_code(literal, *name);
      return false;
    }
    lists = left;
  }
  if (!any) return true;
  // What a plan adds does not make a word ambiguous that stood in a plan below it before.
  const auto added = [&](int list) { return schema_.code_lists[static_cast<std::size_t>(list)].added; };
  if (!std::all_of(lists.begin(), lists.end(), added)) std::erase_if(lists, added);
  list_ = lists.front();
  if (lists.size() == 1) return true;
  const auto literal = std::find_if(literals.begin(), literals.end(), [](const PlanLiteral& each) { return lone_name(each); });
  const std::string &first = schema_.code_lists[static_cast<std::size_t>(lists[0])].name, &second = schema_.code_lists[static_cast<std::size_t>(lists[1])].name;
  refuse(*literal, "rules.code_in_two_lists", {*lone_name(*literal), first, second});
  return false;
}

void PlanLiterals::refuse_code(const PlanLiteral& literal, const std::string& name) {
  const std::string near = nearest(name, all_codes(schema_));
  if (near.empty() || near == name) return refuse(literal, "rules.unknown_name", {name});
  refuse(literal, "rules.mistyped_name", {name, near});
}

std::optional<TypedValue> PlanLiterals::read_one(const PlanLiteral& literal, const ParseNode& node) {
  if (const auto* number = std::get_if<ParsedNumber>(&node.what)) {
    if (regions_) return TypedValue{{Kind::region}, region_value(number->digits).value_or(0)};
    const Result<TypedValue> value = number_value(number->digits, number->unit);
    if (value) return *value;
    refuse(literal, value.error().code, value.error().words);
    return std::nullopt;
  }
  if (const auto* unary = std::get_if<ParsedUnary>(&node.what); unary && unary->sign == "-") {
    std::optional<TypedValue> value = read_one(literal, *unary->operand);
    if (value && is_numeric(value->type.kind)) return TypedValue{value->type, -value->value};
  }
  if (const auto* boolean = std::get_if<ParsedBoolean>(&node.what)) return TypedValue{{Kind::boolean}, boolean->value};
  if (const auto* name = std::get_if<ParsedName>(&node.what)) return read_name(literal, *name);
  if (const auto* date = std::get_if<ParsedDate>(&node.what)) {
    const Result<Date> day = Date::parse(date->text);
    if (day) return TypedValue{{Kind::date}, day->days()};
    refuse(literal, day.error().code, day.error().words);
    return std::nullopt;
  }
  if (const auto* written = std::get_if<ParsedPeriod>(&node.what)) {
    const Result<Period> period = Period::parse(written->text);
    if (period) return TypedValue{{Kind::period}, pack_period(*period)};
    refuse(literal, period.error().code, period.error().words);
    return std::nullopt;
  }
  refuse(literal, "rules.not_a_literal", {literal.text->text});
  return std::nullopt;
}

std::optional<TypedValue> PlanLiterals::read_name(const PlanLiteral& literal, const ParsedName& name) {
  if (name.parts.size() == 1 && (name.parts[0] == "是" || name.parts[0] == "否")) return TypedValue{{Kind::boolean}, name.parts[0] == "是"};
  const int list = name.parts.size() == 1 ? list_ : name.parts.size() == 2 ? schema_.find_code_list(name.parts[0]) : -1;
  const int code = list < 0 ? -1 : schema_.code_lists[static_cast<std::size_t>(list)].find(name.parts.back());
  if (code >= 0) return TypedValue{{Kind::code, static_cast<std::int16_t>(list)}, code};
  refuse_code(literal, name.parts.back());
  return std::nullopt;
}

void PlanLiterals::refuse(const PlanLiteral& literal, std::string_view code, std::vector<std::string> words) {
  report_.add(*literal.text, literal.parsed->span.begin, code, std::move(words));
}

}  // namespace laoyou::rules
