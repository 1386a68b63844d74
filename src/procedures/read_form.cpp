#include "procedures/read_parts.h"
#include "record/sheet_rows.h"

namespace laoyou::procedures {
namespace {

FormField read_field(const std::string& key, Mapping& mapping, int group, Form& form) {
  FormField field;
  field.key = key;
  field.place = mapping.place();
  field.group = group;
  field.name = mapping.label(key);
  field.kind = mapping.choice("type", FieldKind::text);
  field.unit = mapping.text("unit");
  mapping.each("choices", [&](const std::string& code, Mapping& choice) { field.choices.push_back({code, choice.label(code)}); });
  field.many = mapping.yes("many");
  field.record = mapping.text("of");
  field.required = mapping.yes("required", true);
  field.when = read_condition(mapping, "when", form);
  field.check = read_condition(mapping, "check", form);
  field.says = mapping.words("says");
  field.prefilled = mapping.text("from");
  field.example = mapping.text("example");
  field.help = mapping.words("help");
  field.privacy = mapping.choice("privacy", FieldPrivacy::open);
  field.origin = mapping.origin();
  return field;
}

void read_group(const std::string& key, Mapping& mapping, Form& form) {
  const int group = static_cast<int>(form.groups.size());
  form.groups.push_back({key, mapping.label(key), mapping.words("help"), mapping.yes("by_office"), mapping.place()});
  mapping.each("fields", [&](const std::string& name, Mapping& field) { form.fields.push_back(read_field(name, field, group, form)); });
  mapping.each_of_list("checks", [&](Mapping& check) {
    FormCheck read;
    read.place = check.place();
    read.rule = read_condition(check, "rule", form);
    read.says = check.words("says");
    read.field = check.text("at", true);
    form.checks.push_back(std::move(read));
  });
}

Paper read_paper(const std::string& key, Mapping& mapping, Form& form) {
  Paper paper;
  paper.key = key;
  paper.place = mapping.place();
  paper.name = mapping.label(key);
  paper.help = mapping.words("help");
  paper.when = read_condition(mapping, "when", form);
  paper.required = mapping.yes("required", true);
  paper.many = mapping.yes("many");
  paper.must_say = mapping.text("must_say");
  paper.origin = mapping.origin();
  return paper;
}

}  // namespace

Condition read_condition(Mapping& mapping, std::string_view key, Form& form) {
  rules::SourceText text = mapping.rule(key);
  if (record::trimmed(text.text).empty()) return {};
  form.rules.push_back({std::move(text), -1});
  return {static_cast<int>(form.rules.size()) - 1};
}

void read_form(Mapping& file, Form& form) {
  file.each("form", [&](const std::string& key, Mapping& group) { read_group(key, group, form); });
  file.each("papers", [&](const std::string& key, Mapping& paper) { form.papers.push_back(read_paper(key, paper, form)); });
}

}  // namespace laoyou::procedures
