#include "procedures/form_schema.h"

#include <algorithm>

#include "rules/value/unit.h"

namespace laoyou::procedures {
namespace {

using rules::Kind;
using rules::Type;

Type choice_type(rules::Schema& schema, const FormField& field) {
  rules::CodeList list{"form_" + field.key, {}};
  for (const Choice& choice : field.choices) list.codes.push_back({choice.code, choice.name.zh, choice.name.en});
  schema.code_lists.push_back(std::move(list));
  return {Kind::code, static_cast<std::int16_t>(schema.code_lists.size() - 1)};
}

Type measure_type(const FormField& field) {
  const int unit = rules::find_unit(field.unit);
  if (unit < 0 || rules::units()[static_cast<std::size_t>(unit)].kind != Kind::quantity) return {Kind::ratio};
  return {Kind::quantity, static_cast<std::int16_t>(rules::canonical_unit(unit))};
}

Type type_of(rules::Schema& schema, const FormField& field) {
  switch (field.kind) {
    case FieldKind::whole: return {Kind::integer};
    case FieldKind::measure: return measure_type(field);
    case FieldKind::money: return {Kind::money};
    case FieldKind::share: return {Kind::ratio};
    case FieldKind::yes_no: return {Kind::boolean};
    case FieldKind::day: return {Kind::date};
    case FieldKind::period: return {Kind::period};
    case FieldKind::choice: return choice_type(schema, field);
    case FieldKind::region: return {Kind::region};
    case FieldKind::reference: return {Kind::id, static_cast<std::int16_t>(schema.find_record(field.record))};
    default: return {Kind::text};
  }
}

}  // namespace

namespace {

/// Registers that the form does not refer to keep their place, since types count by it, but no fields: a form is evaluated at every act, and columns that
/// nothing can be read from would be made each time.
void clear_others(rules::Schema& schema, const Form& form) {
  for (rules::RecordKind& record : schema.records) {
    if (std::any_of(form.fields.begin(), form.fields.end(), [&](const FormField& field) { return field.record == record.name; })) continue;
    record.fields.clear();
    record.id_field = record.region_field = -1;
  }
}

}  // namespace

rules::Schema form_schema(const rules::Schema& registers, const Form& form) {
  rules::Schema schema = registers;
  clear_others(schema, form);
  rules::RecordKind record{std::string(k_form_record), "表单", "Form", {}};
  record.fields.push_back({std::string(k_region), {Kind::region}, "所在地", "Region", false, true});
  record.region_field = 0;
  record.fields.push_back({std::string(k_submitted_on), {Kind::date}, "提交日", "Submitted on", false, true});
  record.fields.push_back({std::string(k_decided_on), {Kind::date}, "办理日", "Decided on", false, false});
  for (const FormField& field : form.fields)
    if (!field.many && (field.kind != FieldKind::reference || schema.find_record(field.record) >= 0))
      record.fields.push_back({field.key, type_of(schema, field), field.name.zh, field.name.en, false, false});
  schema.records.push_back(std::move(record));
  return schema;
}

std::string rule_key(std::size_t rule) { return "rule_" + std::to_string(rule); }

}  // namespace laoyou::procedures
