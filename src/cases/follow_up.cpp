// Cases that come out of another: a remedy against its ending, and the one that a duplicate goes into.
#include "cases/perform.h"
#include "cases/route_kit.h"

namespace laoyou::cases {

Result<void> open_follow_up(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& procedure) {
  const ProcedurePtr found = find_procedure(desk, procedure, open.file.region);
  if (!found) return refuse("procedures.not_found", {procedure, ""});
  OpenCase next{{}, found, {}, {}, {}};
  next.file.region = next.state.region = open.file.region;
  next.file.procedure = found->key;
  next.file.procedure_version = found->version;
  next.file.opened_by = open.file.opened_by;
  next.file.institution = open.file.institution;
  next.file.household = open.file.household;
  next.file.follows = open.file.id;
  next.file.code = random_digits(desk.services.random, 8);
  next.file.id = writing.new_id<CaseFile>();
  next.file.opened = writing.now();
  next.file.number = new_number(desk.services.random, next.file.region, writing.now().beijing_day());
  // What both forms ask under one name, of one kind, is the same thing.
  for (const procedures::FormField& field : found->form.fields) {
    const procedures::FormField* before = open.procedure->form.find(field.key);
    const boost::json::value* value = open.values.if_contains(field.key);
    if (before != nullptr && value != nullptr && before->kind == field.kind && before->record == field.record && before->choices.empty() && field.choices.empty()) next.values[field.key] = *value;
  }
  prefill(desk, writing, next);
  keep_version(desk.services, writing, *found);
  store_case(desk, writing, next, true);
  return {};
}

Result<std::int64_t> merge_target(const store::Snapshot& snapshot, const OpenCase& open, const std::string& number) {
  const auto target = snapshot.first<CaseFile>(store::Scope::country(), store::Filter().equals("number", number));
  const bool runs = target && target->phase != procedures::Phase::draft && target->phase != procedures::Phase::ended;
  if (!runs || target->id == open.file.id || target->procedure != open.file.procedure || target->region != open.file.region) return refuse("cases.no_such_target", {number});
  return target->id.number;
}

}  // namespace laoyou::cases
