// /api/cases…: a case opened, its draft kept, acted on, looked at.
#include "cases/route_kit.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;
using procedures::Act;

/// A case of that procedure for the caller, as a draft that is not stored yet.
OpenCase new_case(const ProcedurePtr& procedure, RegionCode region, const http::Caller& caller) {
  OpenCase open{{}, procedure, {}, {}, {}};
  open.file.region = open.state.region = region;
  open.file.procedure = procedure->key;
  open.file.procedure_version = procedure->version;
  open.file.opened_by = caller.account;
  if (caller.owner && caller.owner->kind == powers::OwnerKind::institution) open.file.institution = caller.owner->id;
  if (caller.owner && caller.owner->kind == powers::OwnerKind::household) open.file.household = caller.owner->id;
  return open;
}

Refusals refused_opening(const ProcedurePtr& procedure, const std::string& key, RegionCode region, const http::Caller& caller) {
  if (!caller.scope.contains(region)) return {at("/region", refuse("scope.outside"))};
  if (!procedure) return {at("/procedure", refuse("procedures.not_found", {key, ""}))};
  if (!may_open(*procedure, caller)) return {refuse("cases.not_applicant", {procedure->name.zh})};
  // A case about a record lies where the record does, be it a whole city's.
  if (region.level() < (procedure->decides_about ? RegionLevel::city : RegionLevel::county)) return {at("/region", refuse("cases.region_too_wide"))};
  return {};
}

/// What whoever begins the case knows of the form already: the record it is about.
Refusals take_known(Desk& desk, store::Writing& writing, OpenCase& open, const json::object& values) {
  if (Refusals wrong = not_theirs(open, values, false); !wrong.empty()) return wrong;
  for (const auto& [key, value] : values) open.values[key] = value;
  return evaluate(desk, writing, open, writing.now().beijing_day()).refusals;
}

CheckedResult<CasePage> open_new(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  const http::Caller& caller = context.caller();
  const auto asked = RegionCode::parse(text(body, "region"));
  const RegionCode region = asked ? *asked : caller.scope;
  const ProcedurePtr procedure = find_procedure(desk, text(body, "procedure"), region);
  if (Refusals wrong = refused_opening(procedure, text(body, "procedure"), region, caller); !wrong.empty()) return refused(std::move(wrong));
  OpenCase open = new_case(procedure, region, caller);
  open.file.code = random_digits(desk.services.random, 8);
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    open.file.id = writing.new_id<CaseFile>();
    open.file.opened = writing.now();
    open.file.number = new_number(desk.services.random, region, writing.now().beijing_day());
    if (open.file.institution)
      for (const procedures::FormField& each : procedure->form.fields)
        if (each.kind == procedures::FieldKind::reference && each.record == "institution" && !open.values.contains(each.key)) open.values[each.key] = std::to_string(*open.file.institution);
    if (const json::value* given = body.if_contains("values"); given != nullptr && given->is_object()) wrong = take_known(desk, writing, open, given->get_object());
    if (!wrong.empty()) return wrong.front();
    prefill(desk, writing, open);
    keep_version(desk.services, writing, *procedure);
    store_case(desk, writing, open, true);
    return {};
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return page_of(desk, context, open.file.id.number);
}

/// The draft's values as they are typed: what cannot be read is said, and kept all the same by the screen.
Refusals keep_values(Desk& desk, store::Writing& writing, OpenCase& open, const json::object& values) {
  if (Refusals wrong = not_theirs(open, values, false); !wrong.empty()) return wrong;
  json::object kept = values;
  // What an office has filled in stays, whether the screen sends it or not.
  for (const procedures::FormField& field : open.procedure->form.fields)
    if (open.procedure->form.groups[static_cast<std::size_t>(field.group)].by_office && open.values.contains(field.key)) kept[field.key] = open.values[field.key];
  open.values = std::move(kept);
  return evaluate(desk, writing, open, writing.now().beijing_day()).refusals;
}

CheckedResult<CasePage> save_draft(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  const json::object body = body_of(incoming);
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    auto open = open_case(desk, writing, *id);
    if (!open) return open.error();
    if (!actor_of(context.caller(), *open).applicant) return refuse("cases.not_found");
    if (open->state.phase != procedures::Phase::draft && open->state.phase != procedures::Phase::asked) return refuse("cases.not_draft");
    if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) wrong = keep_values(desk, writing, *open, values->get_object());
    if (!wrong.empty()) return wrong.front();
    prefill(desk, writing, *open);
    store_case(desk, writing, *open, false);
    return {};
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return page_of(desk, context, *id);
}

CheckedResult<CasePage> act(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  const auto which = record::Leaf<Act>::from_json_text(field(incoming, "act"));
  if (!which) return refused({at("/act", which.error())});
  ActRequest request = act_request(body_of(incoming), std::to_string(desk.services.store.new_id()));
  request.event.act = *which;
  request.language = context.language();
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const auto done = perform(desk, writing, context.caller(), *id, request);
    if (done) return {};
    wrong = done.error();
    return wrong.front();
  });
  if (!wrong.empty()) return refused(with_allowed(desk, context, *id, std::move(wrong)));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return page_of(desk, context, *id);
}

/// The cases of a batch: ids as text, none twice.
std::vector<std::int64_t> batch_ids(const json::object& body) {
  std::vector<std::int64_t> ids;
  const auto* list = body.if_contains("cases");
  if (list == nullptr || !list->is_array()) return ids;
  for (const auto& each : list->get_array()) {
    const auto id = each.is_string() ? record::read_integer(std::string(each.get_string())) : Result<std::int64_t>(std::int64_t{0});
    ids.push_back(id ? *id : 0);
  }
  return ids;
}

/// One act on many cases: all of them or none, everything wrong told at once, at "/cases/N".
CheckedResult<BatchDone> act_on_many(Desk& desk, Context& context, const Incoming& incoming) {
  const auto which = record::Leaf<Act>::from_json_text(field(incoming, "act"));
  if (!which) return refused({at("/act", which.error())});
  const json::object body = body_of(incoming);
  const std::vector<std::int64_t> ids = batch_ids(body);
  if (ids.empty() || static_cast<std::int64_t>(ids.size()) > k_page_rows) return refused({at("/cases", refuse("cases.batch_size", {std::to_string(k_page_rows)}))});
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      ActRequest request = act_request(body, std::to_string(desk.services.store.new_id()));
      request.event.act = *which;
      request.language = context.language();
      const auto done = perform(desk, writing, context.caller(), ids[i], request);
      if (done) continue;
      for (const Refusal& each : done.error()) wrong.push_back(at("/cases/" + std::to_string(i), each));
    }
    if (!wrong.empty()) return wrong.front();
    return {};
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return BatchDone{static_cast<std::int64_t>(ids.size())};
}

CheckedResult<CasePage> show_case(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  return page_of(desk, context, *id);
}

}  // namespace

void add_case_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  const http::Access in = http::signed_in();
  const json::object any{{"type", "object"}};
  const json::object ids{{"type", "array"}, {"items", json::object{{"type", "string"}}}};
  const http::DescribedField id = asked("id", "编号", "Id", true), act_name = asked("act", "动作", "Act", true);
  std::vector<http::DescribedField> one = act_fields(), many = act_fields();
  one.insert(one.begin(), {id, act_name});
  many.insert(many.begin(), {act_name, asked("cases", "办件", "Cases", true, ids)});
  table.push_back(route(desk, Verb::post, "/api/cases", in, {"开始办件", "Open a case"}, {asked("procedure", "程序", "Procedure", true), asked("region", "地区", "Region", false), asked("values", "已知的表单值", "What is known of the form", false, any)}, open_new).creates());
  table.push_back(route(desk, Verb::post, "/api/cases/acts/{act}", in, {"批量办理", "One act on many cases"}, many, act_on_many));
  table.push_back(route(desk, Verb::get, "/api/cases/{id}", in, {"一件办件", "One case"}, {id}, show_case));
  table.push_back(route(desk, Verb::put, "/api/cases/{id}", in, {"保存草稿", "Save the draft"}, {id, asked("values", "表单值", "Values", false, any)}, save_draft));
  table.push_back(route(desk, Verb::post, "/api/cases/{id}/acts/{act}", in, {"办理", "Act"}, one, act));
}

}  // namespace laoyou::cases
