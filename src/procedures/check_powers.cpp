#include "procedures/check_procedure.h"
#include "procedures/form_schema.h"

namespace laoyou::procedures {
namespace {

using powers::OfficeKind;

bool has(const powers::Role& role, powers::Power power) { return std::find(role.powers.begin(), role.powers.end(), power) != role.powers.end(); }

/// Whether accounts of this role can work at a level.
bool fits(const powers::Role& role, const std::optional<RegionLevel>& level) {
  if (!level || !role.unit_kind) return true;
  if (*level == RegionLevel::street) return *role.unit_kind == OfficeKind::street;
  if (*level == RegionLevel::village) return *role.unit_kind == OfficeKind::village;
  return *role.unit_kind == OfficeKind::department;
}

class PowerCheck {
 public:
  PowerCheck(const Procedure& procedure, const World& world, Refusals& refusals) : procedure_(procedure), world_(world), refusals_(refusals) {}

  void run() {
    check_decided_record();
    for (const Step& step : procedure_.steps) {
      for (const Part& part : step.parts) check_actor(step, part);
      for (const Decision& decision : step.decisions) {
        for (const RegisterChange& change : decision.changes) check_change(step, decision, change);
        if (!decision.carries_out.empty()) check_record_act(step, decision);
      }
    }
  }

 private:
  void add(const std::string& place, std::string_view code, std::vector<std::string> words) { refusals_.push_back(at(place, refuse(code, std::move(words)))); }

  /// Roles whose accounts can act for the office.
  std::vector<const powers::Role*> roles_of(const Office& office) const {
    std::vector<const powers::Role*> able;
    const std::vector<std::string>& named = office.key == k_applicant ? procedure_.applicants : office.roles;
    for (const powers::Role& role : world_.roles) {
      const bool by_name = named.empty() ? office.power.has_value() : std::find(named.begin(), named.end(), role.role) != named.end();
      if (by_name && fits(role, office.level) && (!office.power || has(role, *office.power))) able.push_back(&role);
    }
    return able;
  }

  void check_decided_record() {
    if (!procedure_.decides_about) return;
    const DecidedRecord& about = *procedure_.decides_about;
    if (world_.find_acted(about.record) == nullptr) add(about.place, "procedures.unknown_register", {about.record, ""});
    const FormField* field = procedure_.form.find(about.field);
    if (field == nullptr || field->kind != FieldKind::reference || field->record != about.record) add(about.place, "procedures.change_without_row", {about.field, about.record});
  }

  void check_actor(const Step& step, const Part& part) {
    const Office* office = procedure_.find_office(part.office);
    if (office == nullptr) return;
    if (office->key == k_applicant && procedure_.anyone) return;
    if (roles_of(*office).empty()) add(part.place, "procedures.no_actor", {step.key, part.office});
  }

  /// Offices that may bring this decision about.
  std::vector<std::string> deciders(const Step& step, const Decision& decision) const {
    if (!decision.offices.empty()) return decision.offices;
    std::vector<std::string> offices;
    for (const Part& part : step.parts) {
      const bool silent = part.office == k_applicant && part.term && part.term->passing.what == Passing::What::decide && part.term->passing.decision == decision.key;
      if (!silent && (step.joining != Step::Joining::lead || part.key == step.lead)) offices.push_back(part.office);
    }
    return offices;
  }

  void check_change(const Step& step, const Decision& decision, const RegisterChange& change) {
    const auto found = std::find_if(world_.registers.begin(), world_.registers.end(), [&](const Register& each) { return each.record == change.record; });
    // What a change sets is told by rules, so that a register they do not know cannot be changed either.
    const auto in_rules = [&](const std::string& record) { return world_.schema.find_record(record) >= 0; };
    if (found == world_.registers.end() || !in_rules(change.record)) {
      std::vector<std::string> known;
      for (const Register& each : world_.registers)
        if (in_rules(each.record)) known.push_back(each.record);
      return add(change.place, "procedures.unknown_register", {change.record, joined(known)});
    }
    for (const std::string& name : deciders(step, decision)) {
      const Office* office = procedure_.find_office(name);
      if (office == nullptr) continue;
      for (const powers::Role* role : roles_of(*office))
        if (!has(*role, found->write)) add(change.place, "procedures.change_beyond_power", {role->role, change.record, record::Leaf<powers::Power>::to_json_text(found->write)});
    }
    for (const RegisterChange::Setting& setting : change.settings)
      if (std::find(found->follows.begin(), found->follows.end(), setting.field) != found->follows.end()) add(setting.value.place(0), "procedures.field_follows", {change.record, setting.field});
    check_settings(change);
  }

  /// Somebody who may do so carries the act out: time never does.
  void check_record_act(const Step& step, const Decision& decision) {
    const ActedRecord* about = procedure_.decides_about ? world_.find_acted(procedure_.decides_about->record) : nullptr;
    std::vector<std::string> known;
    const ActedRecord::Act* act = nullptr;
    for (const ActedRecord::Act& each : about == nullptr ? std::vector<ActedRecord::Act>() : about->acts) known.push_back(each.name);
    if (about != nullptr)
      for (const ActedRecord::Act& each : about->acts)
        if (each.name == decision.carries_out) act = &each;
    if (act == nullptr) return add(decision.place, "procedures.unknown_record_act", {decision.carries_out, joined(known)});
    const bool by_time = std::any_of(step.parts.begin(), step.parts.end(), [&](const Part& part) { return part.term && part.term->passing.decision == decision.key; });
    if (step.notice || by_time) add(decision.place, "procedures.record_act_unattended", {decision.key});
    for (const std::string& name : deciders(step, decision)) {
      const Office* office = procedure_.find_office(name);
      if (office == nullptr) continue;
      for (const powers::Role* role : roles_of(*office))
        if (std::none_of(act->powers.begin(), act->powers.end(), [&](powers::Power power) { return has(*role, power); }))
          add(decision.place, "procedures.change_beyond_power", {role->role, about->record, record::Leaf<powers::Power>::to_json_text(act->powers.front())});
    }
  }

  void check_settings(const RegisterChange& change) {
    const FormField* row = procedure_.form.find(change.field);
    if (!change.field.empty() && (row == nullptr || row->kind != FieldKind::reference || row->record != change.record)) add(change.place, "procedures.change_without_row", {change.field, change.record});
    const rules::RecordKind& kind = world_.schema.records[static_cast<std::size_t>(world_.schema.find_record(change.record))];
    for (const RegisterChange::Setting& setting : change.settings) {
      const int field = kind.find(setting.field);
      if (field < 0) {
        add(setting.value.place(0), "procedures.unknown_register_field", {change.record, setting.field});
        continue;
      }
      if (setting.rule < 0 || !procedure_.form.book) continue;
      const int rule = procedure_.form.rules[static_cast<std::size_t>(setting.rule)].in_book;
      const rules::Type given = procedure_.form.book->rules[static_cast<std::size_t>(rule)].tree->type;
      const rules::Type wanted = kind.fields[static_cast<std::size_t>(field)].type;
      // A choice of the form and a code of the register are two lists; they are matched by their codes when the change is made.
      const bool codes = given.kind == rules::Kind::code && wanted.kind == rules::Kind::code;
      if (given != wanted && !codes)
        add(setting.value.place(0), "procedures.change_type", {setting.value.text, rules::type_text(world_.schema, wanted)});
    }
  }

  const Procedure& procedure_;
  const World& world_;
  Refusals& refusals_;
};

}  // namespace

const ActedRecord* World::find_acted(std::string_view record) const {
  for (const ActedRecord& each : acted)
    if (each.record == record) return &each;
  return nullptr;
}

void check_powers(const Procedure& procedure, const World& world, Refusals& refusals) { PowerCheck(procedure, world, refusals).run(); }

}  // namespace laoyou::procedures
