// /api/public/…: what needs no account. Whoever opened a case this way comes back with its number and code.
#include "cases/publications.h"
#include "cases/route_kit.h"
#include "http/places.h"
#include "procedures/show_procedure.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;
using procedures::Act;

/// The place asked for, as a whole code; the country where none is.
RegionCode region_of(const Incoming& incoming) {
  const auto region = RegionCode::parse(field(incoming, "region"));
  return region ? *region : RegionCode();
}

CheckedResult<ProcedureLines> list_procedures(Desk& desk, Context&, const Incoming& incoming) {
  ProcedureLines lines;
  for (const ProcedurePtr& each : desk.services.procedures(region_of(incoming))) {
    json::object line = procedures::procedure_line(*each);
    line["anyone"] = each->anyone;
    line["summary_zh"] = each->summary.zh;
    line["summary_en"] = each->summary.en;
    lines.procedures.push_back({std::move(line)});
  }
  return lines;
}

CheckedResult<ShownProcedure> show_procedure(Desk& desk, Context&, const Incoming& incoming) {
  const ProcedurePtr found = find_procedure(desk, field(incoming, "key"), region_of(incoming));
  if (!found) return refused({refuse("procedures.not_found", {field(incoming, "key"), ""})});
  json::object whole = procedures::procedure_json(*found);
  whole["anyone"] = found->anyone;
  return ShownProcedure{std::move(whole)};
}

/// The rules of an empty or half-filled form, so that the page asks what it must: nothing is kept.
CheckedResult<FormHolds> evaluate_form(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  const auto region = RegionCode::parse(text(body, "region"));
  const ProcedurePtr found = find_procedure(desk, field(incoming, "key"), region ? *region : RegionCode());
  if (!found || !found->anyone) return refused({refuse("procedures.not_found", {field(incoming, "key"), ""})});
  OpenCase open{{}, found, {}, {}, {}};
  open.file.region = open.state.region = region ? *region : RegionCode();
  if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) open.values = values->get_object();
  return desk.services.store.read([&](store::Snapshot& snapshot) { return FormHolds{evaluate(desk, snapshot, open, context.now().beijing_day()).holds}; });
}

/// The places within one, to choose from.
CheckedResult<PlaceNames> places(Desk& desk, Context&, const Incoming& incoming) {
  PlaceNames places;
  for (const auto& [code, name] : desk.services.places_within(region_of(incoming))) places.rows.push_back({code, name});
  return places;
}

Refusals refused_opening(Desk& desk, const Context& context, const ProcedurePtr& procedure, const std::string& key, const Result<RegionCode>& region) {
  if (!region || region->level() < RegionLevel::county) return {at("/region", refuse("cases.region_too_wide"))};
  if (!procedure) return {at("/procedure", refuse("procedures.not_found", {key, ""}))};
  if (!procedure->anyone) return {refuse("cases.needs_account", {procedure->name.zh})};
  if (!desk.door.admits(http::client_of(context.peer()), context.now())) return {refuse("cases.too_many")};
  return {};
}

/// Opened and handed in at once: there is no draft without an account.
CheckedResult<CaseKey> open_without_account(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  const auto region = RegionCode::parse(text(body, "region"));
  const ProcedurePtr procedure = region ? find_procedure(desk, text(body, "procedure"), *region) : nullptr;
  if (Refusals wrong = refused_opening(desk, context, procedure, text(body, "procedure"), region); !wrong.empty()) return refused(std::move(wrong));
  OpenCase open{{}, procedure, {}, {}, {}};
  open.file.region = open.state.region = *region;
  open.file.procedure = procedure->key;
  open.file.procedure_version = procedure->version;
  open.file.code = random_digits(desk.services.random, 8);
  if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) open.values = values->get_object();
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const json::object given = open.values;
    open.values.clear();
    if (wrong = not_theirs(open, given, false); !wrong.empty()) return wrong.front();
    open.file.id = writing.new_id<CaseFile>();
    open.file.opened = writing.now();
    open.file.number = new_number(desk.services.random, *region, writing.now().beijing_day());
    open.values = given;
    keep_version(desk.services, writing, *procedure);
    store_case(desk, writing, open, true);
    ActRequest request;
    request.event.id = "submit";
    request.event.act = Act::submit;
    request.language = context.language();
    request.by_code = true;
    const auto done = perform(desk, writing, {}, open.file.id.number, request);
    if (done) return {};
    wrong = done.error();
    return wrong.front();
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return CaseKey{open.file.number, open.file.code};
}

/// The case of that number and code.
Result<OpenCase> case_by_code(Desk& desk, store::Snapshot& snapshot, const std::string& number, const std::string& code) {
  const auto file = snapshot.first<CaseFile>(store::Scope::country(), store::Filter().equals("number", number));
  if (!file || file->code != code) return refuse("cases.not_found");
  return open_case(desk, snapshot, file->id.number);
}

CheckedResult<PublicCase> public_progress(Desk& desk, Context& context, const Incoming& incoming) {
  const std::string address = http::client_of(context.peer());
  if (desk.door.is_shut_to(address, context.now())) return refused({refuse("cases.too_many")});
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<PublicCase> {
    const auto open = case_by_code(desk, snapshot, field(incoming, "number"), field(incoming, "code"));
    if (!open) {
      desk.door.admits(address, context.now());
      return refused({open.error()});
    }
    return public_page(desk, snapshot, *open, context.now());
  });
}

/// Whoever opened a case without an account goes on with it by number and code.
CheckedResult<PublicCase> act_by_code(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  const auto which = record::Leaf<Act>::from_json_text(field(incoming, "act"));
  if (!which) return refused({at("/act", which.error())});
  if (!desk.door.admits(http::client_of(context.peer()), context.now())) return refused({refuse("cases.too_many")});
  ActRequest request = act_request(body, std::to_string(desk.services.store.new_id()));
  request.event.act = *which;
  request.language = context.language();
  request.by_code = true;
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const auto open = case_by_code(desk, writing, text(body, "number"), text(body, "code"));
    if (!open || open->file.opened_by != 0) return refuse("cases.not_found");
    const auto done = perform(desk, writing, {}, open->file.id.number, request);
    if (done) return {};
    wrong = done.error();
    return wrong.front();
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<PublicCase> {
    const auto open = case_by_code(desk, snapshot, text(body, "number"), text(body, "code"));
    if (!open) return refused({open.error()});
    return public_page(desk, snapshot, *open, context.now());
  });
}

CheckedResult<Publications> notices(Desk& desk, Context& context, const Incoming& incoming) {
  PublicationQuestion question;
  question.region = region_of(incoming);
  question.kind = field(incoming, "kind") == "list" ? PublicationKind::list : PublicationKind::notice;
  question.name = field(incoming, "name");
  if (const auto offset = record::read_integer(field(incoming, "offset")); offset && *offset > 0) question.offset = *offset;
  question.rows = k_page_rows;
  return desk.services.store.read([&](store::Snapshot& snapshot) { return publications(desk, snapshot, question, context.now()); });
}

CheckedResult<ObjectionReceived> object(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  const auto id = record::read_integer(field(incoming, "id"));
  const std::string words = text(body, "text"), contact = text(body, "contact");
  if (words.empty()) return refused({at("/text", refuse("cases.text_missing"))});
  if (!desk.door.admits(http::client_of(context.peer()), context.now())) return refused({refuse("cases.too_many")});
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const auto notice = writing.find(store::Scope::country(), Id<CasePublication>{id ? *id : 0});
    if (!notice || !is_current(*notice, writing.now())) return refuse("cases.notice_over");
    ActRequest request;
    request.event.id = std::to_string(desk.services.store.new_id());
    request.event.act = Act::object;
    request.event.part = notice->step;
    request.event.text = words + (contact.empty() ? "" : "（" + contact + "）");
    const auto done = perform(desk, writing, {}, notice->of_case.number, request);
    if (done) return {};
    wrong = done.error();
    return wrong.front();
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return ObjectionReceived{};
}

}  // namespace

void add_public_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  const http::Access all = http::open_to_all();
  const json::object any{{"type", "object"}};
  const http::DescribedField region = asked("region", "地区", "Region", false), number = asked("number", "编号", "Number", true), code = asked("code", "查询码", "Code", true);
  std::vector<http::DescribedField> act = act_fields();
  act.insert(act.begin(), {asked("act", "动作", "Act", true), number, code});
  table.push_back(route(desk, Verb::get, "/api/public/procedures", all, {"办事指南", "What can be applied for"}, {region}, list_procedures));
  table.push_back(route(desk, Verb::get, "/api/public/procedures/{key}", all, {"一项办事指南", "How one thing is applied for"}, {asked("key", "键", "Key", true), region}, show_procedure));
  table.push_back(route(desk, Verb::post, "/api/public/procedures/{key}/holds", all, {"表单条件", "What a form asks"},
                        {asked("key", "键", "Key", true), region, asked("values", "表单值", "Values", false, any)}, evaluate_form));
  table.push_back(route(desk, Verb::get, "/api/public/places", all, {"下级地区", "Places within one"}, {region}, places));
  table.push_back(route(desk, Verb::post, "/api/public/cases", all, {"不登录办理", "Open a case without an account"},
                        {asked("procedure", "程序", "Procedure", true), asked("region", "地区", "Region", true), asked("values", "表单值", "Values", true, any)}, open_without_account)
                      .refuses(403, "cases.needs_account"));
  table.push_back(route(desk, Verb::get, "/api/public/cases", all, {"办件进度", "Progress of a case"}, {number, code}, public_progress));
  table.push_back(route(desk, Verb::post, "/api/public/cases/acts/{act}", all, {"凭编号和查询码办理", "Act by number and code"}, act, act_by_code));
  table.push_back(route(desk, Verb::get, "/api/public/notices", all, {"公示和名单", "Public notices and lists"},
                        {region, asked("kind", "种类", "Kind", false), asked("name", "名称", "Name", false), asked("offset", "略过", "Left out", false)}, notices));
  table.push_back(route(desk, Verb::post, "/api/public/notices/{id}/objections", all, {"对公示提出异议", "Object to a public notice"},
                        {asked("id", "编号", "Id", true), asked("text", "内容", "Text", true), asked("contact", "联系方式", "Contact", false)}, object)
                      .refuses(409, "cases.notice_over"));
}

}  // namespace laoyou::cases
