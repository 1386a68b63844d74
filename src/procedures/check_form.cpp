#include <set>

#include "procedures/check_procedure.h"
#include "procedures/form_schema.h"
#include "rules/schema/type_words.h"
#include "rules/value/unit.h"

namespace laoyou::procedures {
namespace {

class FormCheckRun {
 public:
  FormCheckRun(Procedure& procedure, const World& world, Refusals& refusals) : procedure_(procedure), form_(procedure.form), world_(world), refusals_(refusals) {}

  void run() {
    check_keys();
    for (const FormField& field : form_.fields) check_field(field);
    for (const FormCheck& check : form_.checks) {
      if (form_.find(check.field) == nullptr && !check.field.empty()) add(check.place, "procedures.unknown_field", {check.field, joined(keys_of(form_.fields))});
      if (check.says.empty()) add(check.place, "procedures.no_says");
    }
    for (Step& step : procedure_.steps)
      for (Decision& decision : step.decisions)
        for (RegisterChange& change : decision.changes) find_expressions(change);
    check_rules();
  }

 private:
  void add(const std::string& place, std::string_view code, std::vector<std::string> words = {}) { refusals_.push_back(at(place, refuse(code, std::move(words)))); }

  void check_keys() {
    std::set<std::string> seen;
    for (const FormField& field : form_.fields) {
      if (!seen.insert(field.key).second) add(field.place, "procedures.repeated_name", {field.key});
      if (field.key == k_region || field.key == k_submitted_on || field.key == k_decided_on || field.key == "case") add(field.place, "procedures.reserved_name", {field.key});
    }
    for (const Paper& paper : form_.papers)
      if (form_.find_group(paper.key) >= 0) add(paper.place, "procedures.repeated_name", {paper.key});
  }

  void check_field(const FormField& field) {
    if (field.kind == FieldKind::choice && field.choices.empty()) add(field.place, "procedures.no_choices", {field.key});
    if (field.kind != FieldKind::choice && (!field.choices.empty() || field.many)) add(field.place, "procedures.not_a_choice_field", {field.key});
    if (field.kind == FieldKind::reference && world_.schema.find_record(field.record) < 0 && acted(field) == nullptr) add(field.place, "procedures.unknown_register", {field.record, joined(records())});
    if (!field.unit.empty() && rules::find_unit(field.unit) < 0) add(field.place, "procedures.unknown_unit", {field.unit});
    if (field.check.given() && field.says.empty()) add(field.place, "procedures.no_says");
    if (!field.prefilled.empty() && !known_prefill(field.prefilled)) add(field.place, "procedures.unknown_prefill", {field.prefilled});
  }

  /// The record that the case decides about, where the field names it.
  const ActedRecord* acted(const FormField& field) const {
    return procedure_.decides_about && procedure_.decides_about->field == field.key ? world_.find_acted(field.record) : nullptr;
  }

  std::vector<std::string> records() const {
    std::vector<std::string> names;
    for (const Register& each : world_.registers) names.push_back(each.record);
    return names;
  }

  /// "place.floor_area_m2": a reference field of this form and a field of the register it leads to.
  bool known_prefill(std::string_view text) const {
    const std::size_t dot = text.find('.');
    const FormField* from = dot == std::string_view::npos ? nullptr : form_.find(text.substr(0, dot));
    if (from == nullptr || from->kind != FieldKind::reference) return false;
    if (const ActedRecord* about = acted(*from)) return std::find(about->fields.begin(), about->fields.end(), text.substr(dot + 1)) != about->fields.end();
    const int record = world_.schema.find_record(from->record);
    return record >= 0 && world_.schema.records[static_cast<std::size_t>(record)].find(text.substr(dot + 1)) >= 0;
  }

  /// A setting is a literal of the field's type or else an expression over the form.
  void find_expressions(RegisterChange& change) {
    const int record = world_.schema.find_record(change.record);
    if (record < 0) return;
    const rules::RecordKind& kind = world_.schema.records[static_cast<std::size_t>(record)];
    for (RegisterChange::Setting& setting : change.settings) {
      const int field = kind.find(setting.field);
      if (field < 0 || setting.rule >= 0) continue;
      const rules::Type type = kind.fields[static_cast<std::size_t>(field)].type;
      if (type.kind == rules::Kind::text ? form_.find(setting.value.text) == nullptr : bool(rules::read_literal(world_.schema, type, setting.value.text))) continue;
      form_.rules.push_back({setting.value, -1});
      setting.rule = static_cast<int>(form_.rules.size()) - 1;
    }
  }

  void check_rules() {
    rules::BookSource source;
    for (std::size_t rule = 0; rule < form_.rules.size(); ++rule) {
      rules::RuleSource text;
      text.key = rule_key(rule);
      text.record = std::string(k_form_record);
      text.layer = procedure_.layer;
      text.place = text.expression = form_.rules[rule].text;
      source.rules.push_back(std::move(text));
    }
    auto book = rules::check(source, form_schema(world_.schema, form_));
    if (!book) {
      const Refusals found = book.error();
      refusals_.insert(refusals_.end(), found.begin(), found.end());
      return;
    }
    form_.book = *book;
    for (std::size_t rule = 0; rule < form_.rules.size(); ++rule) form_.rules[rule].in_book = form_.book->find_rule(rule_key(rule));
    check_conditions();
  }

  void check_condition(Condition condition) {
    if (!condition.given()) return;
    const FormRule& rule = form_.rules[static_cast<std::size_t>(condition.rule)];
    if (form_.book->rules[static_cast<std::size_t>(rule.in_book)].tree->type.kind != rules::Kind::boolean)
      add(rule.text.place(0), "procedures.not_a_condition", {rule.text.text});
  }

  void check_conditions() {
    for (const FormField& field : form_.fields) {
      check_condition(field.when);
      check_condition(field.check);
    }
    for (const FormCheck& check : form_.checks) check_condition(check.rule);
    for (const Paper& paper : form_.papers) check_condition(paper.when);
    for (const Step& step : procedure_.steps) {
      check_condition(step.when);
      for (const Part& part : step.parts) check_condition(part.when);
    }
  }

  Procedure& procedure_;
  Form& form_;
  const World& world_;
  Refusals& refusals_;
};

}  // namespace

void check_form(Procedure& procedure, const World& world, Refusals& refusals) { FormCheckRun(procedure, world, refusals).run(); }

}  // namespace laoyou::procedures
