#include "cases/desk.h"

#include <set>

#include "procedures/check_procedure.h"
#include "record/json_read.h"
#include "record/packed_extensions.h"
#include "store/actor_of.h"

namespace laoyou::cases {

Result<ProcedurePtr> Versions::of(const store::Snapshot& snapshot, const CaseFile& file) {
  // A version is the digest of its text: whatever has it is the same procedure.
  const std::string name = file.procedure + " " + file.procedure_version;
  const std::lock_guard lock(mutex_);
  if (const auto found = kept_.find(name); found != kept_.end()) return found->second;
  for (const ProcedurePtr& running : services_.procedures(file.region))
    if (running->key == file.procedure && running->version == file.procedure_version) return kept_[name] = std::make_shared<const procedures::Procedure>(*running);
  const auto kept = snapshot.first<ProcedureVersion>(store::Scope::country(), store::Filter().equals("key", file.procedure).equals("number", file.procedure_version));
  if (!kept) return refuse("cases.version_unreadable", {file.procedure});
  const auto fields = record::unpack_extensions(kept->fields.value_or("[]"));
  if (!fields) return refuse("cases.version_unreadable", {file.procedure});
  // What a plan has dropped since has no value any more, but the version may still speak of it.
  auto read = procedures::read_again(kept->file, kept->text, services_.schema_with(record::extensions_of_both(*fields, services_.added_fields)));
  if (!read) return refuse("cases.version_unreadable", {file.procedure});
  read->layer = kept->layer;
  return kept_[name] = std::make_shared<const procedures::Procedure>(std::move(*read));
}

namespace {

/// What plans have added to the registers that the procedure speaks of.
std::vector<record::Extension> fields_of(const Services& services, const procedures::Procedure& procedure) {
  std::set<std::string> registers;
  for (const procedures::FormField& field : procedure.form.fields) registers.insert(field.record);
  for (const procedures::Step& step : procedure.steps)
    for (const procedures::Decision& decision : step.decisions)
      for (const procedures::RegisterChange& change : decision.changes) registers.insert(change.record);
  std::vector<record::Extension> fields;
  for (const record::Extension& each : services.added_fields)
    if (registers.contains(each.record)) fields.push_back(each);
  return fields;
}

}  // namespace

void keep_version(const Services& services, store::Writing& writing, const procedures::Procedure& procedure) {
  auto kept = writing.first<ProcedureVersion>(store::Scope::country(), store::Filter().equals("key", procedure.key).equals("number", procedure.version));
  if (kept && kept->fields) return;
  const std::string fields = record::pack_extensions(fields_of(services, procedure));
  if (!kept) {
    writing.beyond_scope().insert(
        ProcedureVersion{writing.new_id<ProcedureVersion>(), RegionCode(), procedure.key, procedure.version, procedure.layer, procedure.file, writing.now(), procedure.text, fields});
    return;
  }
  // Kept by a release that did not keep fields yet.
  kept->fields = fields;
  writing.beyond_scope().update(*kept);
}

void read_form(const std::string& text, OpenCase& into) {
  if (text.empty()) return;
  const boost::json::object whole = boost::json::parse(text).as_object();
  if (const auto* values = whole.if_contains("values")) into.values = values->as_object();
  if (const auto* papers = whole.if_contains("papers")) into.papers = papers->as_object();
}

std::string form_text(const OpenCase& open) { return boost::json::serialize(boost::json::object{{"values", open.values}, {"papers", open.papers}}); }

Result<OpenCase> open_case(Desk& desk, store::Snapshot& snapshot, std::int64_t id) {
  const auto file = snapshot.find(store::Scope::country(), Id<CaseFile>{id});
  if (!file) return refuse("cases.not_found");
  return opened(desk, snapshot, *file);
}

Result<OpenCase> opened(Desk& desk, const store::Snapshot& snapshot, const CaseFile& file) {
  const auto procedure = desk.versions.of(snapshot, file);
  if (!procedure) return procedure.error();
  auto state = record::from_json<procedures::State>(boost::json::parse(file.state));
  CHECK(state.has_value());
  OpenCase open{file, *procedure, std::move(*state), {}, {}};
  read_form(file.form, open);
  return open;
}

store::Actor journal_actor(const http::Context& context) { return store::actor_of(context); }

bool may_open(const procedures::Procedure& procedure, const http::Caller& caller) {
  return std::find(procedure.applicants.begin(), procedure.applicants.end(), caller.role) != procedure.applicants.end();
}

std::vector<std::int64_t> named_institutions(const OpenCase& open) {
  std::vector<std::int64_t> all;
  for (const procedures::FormField& field : open.procedure->form.fields) {
    const boost::json::value* value = field.record == "institution" ? open.values.if_contains(field.key) : nullptr;
    const auto id = value != nullptr && value->is_string() ? record::read_integer(std::string(value->get_string())) : Result<std::int64_t>(std::int64_t{0});
    if (id && *id > 0) all.push_back(*id);
  }
  return all;
}

namespace {

/// Whether an account that sees its owner's records alone has a part in this case of others.
bool has_part(const http::Caller& caller, const OpenCase& open) {
  if (caller.unit != 0 && std::any_of(open.state.parts.begin(), open.state.parts.end(), [&](const procedures::PartState& part) { return part.unit == caller.unit; })) return true;
  if (!caller.owner || caller.owner->kind != powers::OwnerKind::institution) return false;
  const std::vector<std::int64_t> named = named_institutions(open);
  return std::find(named.begin(), named.end(), caller.owner->id) != named.end();
}

}  // namespace

procedures::Actor actor_of(const http::Caller& caller, const OpenCase& open) {
  procedures::Actor actor;
  actor.account = caller.account;
  actor.unit = caller.unit;
  const auto owns = [&](powers::OwnerKind kind, const std::optional<std::int64_t>& id) { return id && caller.owner && caller.owner->kind == kind && caller.owner->id == *id; };
  actor.applicant = (caller.account != 0 && caller.account == open.file.opened_by) || owns(powers::OwnerKind::institution, open.file.institution) || owns(powers::OwnerKind::household, open.file.household);
  // Of a case of others an institution's or a family's account is nobody, unless it has a part in it; then it acts where the case is.
  if (caller.owner && !has_part(caller, open)) return actor;
  actor.role = caller.role;
  actor.powers = caller.powers;
  actor.region = caller.owner ? open.file.region : caller.scope;
  return actor;
}

bool sees(const http::Caller& caller, const OpenCase& open) {
  const procedures::Actor actor = actor_of(caller, open);
  if (actor.applicant) return true;
  if (open.state.phase == procedures::Phase::draft || actor.role.empty()) return false;
  for (const procedures::Office& office : open.procedure->offices)
    if (procedures::may(*open.procedure, open.state, {procedures::Act::decide, "", "", office.key}, actor)) return true;
  // A level above an office sees what its offices do.
  return std::any_of(open.procedure->offices.begin(), open.procedure->offices.end(), [&](const procedures::Office& office) {
    const bool role = std::find(office.roles.begin(), office.roles.end(), actor.role) != office.roles.end();
    return role && actor.region.contains(open.file.region);
  });
}

const collection::Collection* find_register(const Services& services, std::string_view record) {
  for (const collection::Collection& each : services.registers)
    if (each.record == record) return &each;
  return nullptr;
}

}  // namespace laoyou::cases
