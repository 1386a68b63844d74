#include "cases/answers.h"
#include "cases/perform.h"
#include "http/access.h"
#include "procedures/show_procedure.h"
#include "record/fields.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;
using procedures::Act;

constexpr std::int64_t k_page_rows = 50;

http::Reply answered(const json::value& value) {
  http::Answer answer;
  answer.body = json::serialize(value);
  return answer;
}
http::Reply refused(Refusals refusals) { return http::Refused{0, std::move(refusals)}; }

std::string field(const Incoming& incoming, std::string_view name) {
  const std::string* text = record::find_field(incoming.fields, name);
  return text == nullptr ? "" : *text;
}
std::string text(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}
std::int64_t whole(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  if (value != nullptr && value->is_int64()) return value->get_int64();
  const auto read = record::read_integer(text(body, name));
  return read ? *read : 0;
}

Result<std::int64_t> case_id(const Incoming& incoming) {
  const auto id = record::read_integer(field(incoming, "id"));
  if (!id || *id < 1) return refuse("cases.not_found");
  return *id;
}

ProcedurePtr find_procedure(Desk& desk, std::string_view key, RegionCode region) {
  for (const ProcedurePtr& each : desk.services.procedures(region))
    if (each->key == key) return each;
  return nullptr;
}

bool may_open(const procedures::Procedure& procedure, const http::Caller& caller) {
  return std::find(procedure.applicants.begin(), procedure.applicants.end(), caller.role) != procedure.applicants.end();
}

http::Reply list_procedures(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = RegionCode::parse(field(incoming, "region"));
  const RegionCode region = asked ? *asked : context.caller().scope;
  json::array lines;
  for (const ProcedurePtr& each : desk.services.procedures(region)) {
    json::object line = procedures::procedure_line(*each);
    line["mine"] = may_open(*each, context.caller());
    line["summary_zh"] = each->summary.zh;
    line["summary_en"] = each->summary.en;
    lines.push_back(std::move(line));
  }
  return answered(json::object{{"procedures", std::move(lines)}});
}

http::Reply show_procedure(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = RegionCode::parse(field(incoming, "region"));
  const ProcedurePtr found = find_procedure(desk, field(incoming, "key"), asked ? *asked : context.caller().scope);
  if (!found) return refused({refuse("procedures.not_found", {field(incoming, "key"), ""})});
  return answered(procedures::procedure_json(*found));
}

std::string digits(Random& random, int count) {
  const std::string token = random_token(random, static_cast<std::size_t>(count));
  std::string all;
  for (int at = 0; at < count; ++at) all += static_cast<char>('0' + std::stoi(token.substr(static_cast<std::size_t>(at) * 2, 2), nullptr, 16) % 10);
  return all;
}

void keep_version(store::Writing& writing, const procedures::Procedure& procedure) {
  if (writing.first<ProcedureVersion>(store::Scope::country(), store::Filter().equals("key", procedure.key).equals("number", procedure.version))) return;
  writing.insert(ProcedureVersion{writing.new_id<ProcedureVersion>(), RegionCode(), procedure.key, procedure.version, procedure.layer, procedure.file, writing.now(), procedure.text});
}

/// The page of a case after a command.
http::Reply page_of(Desk& desk, Context& context, std::int64_t id) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    const auto open = open_case(desk, snapshot, id);
    if (!open) return refused({open.error()});
    if (!sees(context.caller(), *open)) return refused({refuse("cases.not_found")});
    return answered(case_page(desk, snapshot, *open, context.caller(), context.now()));
  });
}

http::Reply open_new(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = incoming.body != nullptr ? *incoming.body : json::object();
  const http::Caller& caller = context.caller();
  const auto asked = RegionCode::parse(text(body, "region"));
  const RegionCode region = asked ? *asked : caller.scope;
  if (!caller.scope.contains(region)) return refused({at("/region", refuse("scope.outside"))});
  const ProcedurePtr procedure = find_procedure(desk, text(body, "procedure"), region);
  if (!procedure) return refused({at("/procedure", refuse("procedures.not_found", {text(body, "procedure"), ""}))});
  if (!may_open(*procedure, caller)) return refused({refuse("cases.not_applicant", {procedure->name.zh})});
  if (region.level() < RegionLevel::county) return refused({at("/region", refuse("cases.region_too_wide"))});
  OpenCase open{{}, procedure, {}, {}, {}};
  open.file.region = open.state.region = region;
  open.file.procedure = procedure->key;
  open.file.procedure_version = procedure->version;
  open.file.opened_by = caller.account;
  if (caller.owner && caller.owner->kind == powers::OwnerKind::institution) open.file.institution = caller.owner->id;
  if (caller.owner && caller.owner->kind == powers::OwnerKind::household) open.file.household = caller.owner->id;
  open.file.code = digits(desk.services.random, 8);
  const std::string serial = digits(desk.services.random, 6);
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    open.file.id = writing.new_id<CaseFile>();
    open.file.opened = writing.now();
    std::string day = writing.now().beijing_day().text();
    std::erase(day, '-');
    open.file.number = region.text().substr(0, 6) + day + serial;
    if (open.file.institution)
      for (const procedures::FormField& each : procedure->form.fields)
        if (each.kind == procedures::FieldKind::reference && each.record == "institution" && !open.values.contains(each.key)) open.values[each.key] = std::to_string(*open.file.institution);
    prefill(desk, writing, open);
    keep_version(writing, *procedure);
    store_case(desk, writing, open, true);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return page_of(desk, context, open.file.id.number);
}

/// The draft's values and papers as they are typed: what cannot be read is said, and kept all the same by the screen.
http::Reply save_draft(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  const json::object body = incoming.body != nullptr ? *incoming.body : json::object();
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    auto open = open_case(desk, writing, *id);
    if (!open) return open.error();
    const bool mine = actor_of(context.caller(), *open).applicant;
    if (!mine) return refuse("cases.not_found");
    if (open->state.phase != procedures::Phase::draft && open->state.phase != procedures::Phase::asked) return refuse("cases.not_draft");
    if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) {
      wrong = not_theirs(*open, values->get_object(), false);
      if (!wrong.empty()) return wrong.front();
      json::object kept = values->get_object();
      // What an office has filled in stays, whether the screen sends it or not.
      for (const procedures::FormField& field : open->procedure->form.fields)
        if (open->procedure->form.groups[static_cast<std::size_t>(field.group)].by_office && open->values.contains(field.key)) kept[field.key] = open->values[field.key];
      open->values = std::move(kept);
    }
    if (const auto* papers = body.if_contains("papers"); papers != nullptr && papers->is_object()) open->papers = papers->get_object();
    wrong = evaluate(desk, writing, *open, writing.now().beijing_day()).refusals;
    if (!wrong.empty()) return wrong.front();
    prefill(desk, writing, *open);
    store_case(desk, writing, *open, false);
    return {};
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return page_of(desk, context, *id);
}

ActRequest act_request(const json::object& body, const std::string& event_id) {
  ActRequest request;
  request.event.id = text(body, "event").empty() ? event_id : text(body, "event");
  request.event.part = text(body, "part");
  request.event.decision = text(body, "decision");
  request.event.text = text(body, "text");
  if (const auto* reasons = body.if_contains("reasons"); reasons != nullptr && reasons->is_array())
    for (const auto& each : reasons->get_array())
      if (each.is_string()) request.event.reasons.emplace_back(each.get_string());
  request.event.unit = whole(body, "unit");
  request.event.account = whole(body, "account");
  request.event.into = whole(body, "into");
  request.event.level = static_cast<std::int32_t>(std::clamp<std::int64_t>(whole(body, "level"), 0, 9));
  if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) request.values = values->get_object();
  if (whole(body, "version") > 0) request.version = static_cast<std::int32_t>(whole(body, "version"));
  return request;
}

/// What is not allowed is said with what is, and by whom.
Refusals with_allowed(Desk& desk, Context& context, std::int64_t id, Refusals refusals) {
  if (refusals.size() != 1 || (refusals[0].code != "cases.not_allowed" && refusals[0].code != "cases.not_yours")) return refusals;
  refusals[0].words.push_back(desk.services.store.read([&](store::Snapshot& snapshot) {
    const auto open = open_case(desk, snapshot, id);
    return open ? allowed_text(*open, context.language()) : std::string();
  }));
  return refusals;
}

http::Reply act(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  const auto which = record::Leaf<Act>::from_json_text(field(incoming, "act"));
  if (!which) return refused({at("/act", which.error())});
  ActRequest request = act_request(incoming.body != nullptr ? *incoming.body : json::object(), std::to_string(desk.services.store.new_id()));
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

http::Reply show_case(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  return page_of(desk, context, *id);
}

/// What waits for the caller, the most urgent first.
http::Reply worklist(Desk& desk, Context& context, const Incoming& incoming) {
  const http::Caller& caller = context.caller();
  std::vector<std::string> holders{"role:" + caller.role};
  for (const powers::Power power : caller.powers.list()) holders.push_back("power:" + record::Leaf<powers::Power>::to_json_text(power));
  store::Filter filter = store::Filter().one_of("holder", holders).equals("region", caller.scope).one_of("unit", std::vector<std::int64_t>{0, caller.unit});
  if (!field(incoming, "procedure").empty()) filter.equals("procedure", field(incoming, "procedure"));
  filter.order_by("due").page(0, k_page_rows);
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    json::array rows;
    const std::vector<CaseTask> tasks = caller.owner ? std::vector<CaseTask>() : snapshot.select<CaseTask>(store::Scope::country(), filter);
    for (const CaseTask& task : tasks) {
      const auto open = open_case(desk, snapshot, task.of_case.number);
      if (!open) continue;
      json::object line = case_line(desk, *open, context.now());
      line["part"] = task.part;
      line["since"] = task.since.text();
      rows.push_back(std::move(line));
    }
    return answered(json::object{{"rows", std::move(rows)}});
  });
}

/// The caller's own cases, the newest first.
http::Reply own_cases(Desk& desk, Context& context, const Incoming&) {
  const http::Caller& caller = context.caller();
  store::Filter filter = caller.owner ? store::Filter().equals(caller.owner->kind == powers::OwnerKind::institution ? "institution" : "household", caller.owner->id)
                                      : store::Filter().equals("opened_by", caller.account);
  filter.order_by("opened", store::Order::falling).page(0, k_page_rows);
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    json::array rows;
    for (const CaseFile& file : snapshot.select<CaseFile>(store::Scope::country(), filter)) {
      const auto open = open_case(desk, snapshot, file.id.number);
      if (open) rows.push_back(case_line(desk, *open, context.now()));
    }
    return answered(json::object{{"rows", std::move(rows)}});
  });
}

http::Reply public_progress(Desk& desk, Context& context, const Incoming& incoming) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    const auto file = snapshot.first<CaseFile>(store::Scope::country(), store::Filter().equals("number", field(incoming, "number")));
    if (!file || file->code != field(incoming, "code")) return refused({refuse("cases.not_found")});
    const auto open = open_case(desk, snapshot, file->id.number);
    if (!open) return refused({open.error()});
    return answered(public_page(desk, *open, context.now()));
  });
}

http::Reply verify_document(Desk& desk, Context&, const Incoming& incoming) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    const auto found = snapshot.first<CaseDocument>(store::Scope::country(), store::Filter().equals("code", field(incoming, "code")));
    if (!found) return refused({refuse("cases.document_not_found")});
    return answered(json::object{{"zh", found->name}, {"en", found->name_en}, {"issued", found->issued.text()}, {"digest", found->digest}, {"region_name", desk.services.region_name(found->region)}});
  });
}

http::DescribedField asked(std::string name, std::string zh, std::string en, bool required, json::object schema = {{"type", "string"}}) {
  return {std::move(name), std::move(zh), std::move(en), required, std::move(schema)};
}

/// What nobody asked for is refused, with the nearest known name.
Refusals unknown_fields(const Incoming& incoming, const std::vector<std::string>& known) {
  Refusals refusals;
  const auto check = [&](const std::string& name) {
    if (std::find(known.begin(), known.end(), name) == known.end()) refusals.push_back(at("/" + record::pointer_part(name), record::unknown_field(name, known)));
  };
  for (const auto& [name, value] : incoming.fields) check(name);
  if (incoming.body != nullptr)
    for (const auto& each : *incoming.body) check(std::string(each.key()));
  return refusals;
}

using Handler = http::Reply (*)(Desk&, Context&, const Incoming&);

http::Route route(const DeskPtr& desk, http::Verb verb, std::string path, http::Access access, http::Summary summary, std::vector<http::DescribedField> request, Handler handler) {
  http::RouteTypes types;
  std::vector<std::string> known;
  for (const http::DescribedField& each : request) known.push_back(each.name);
  types.request = [request = std::move(request)](json::object&) { return request; };
  types.answer = [](json::object&) { return json::object{{"type", "object"}}; };
  return http::Route(verb, std::move(path), access.unscoped(), std::move(summary), std::move(types))
      .handled_by(http::Route::Handler([desk, handler, known = std::move(known)](Context& context, const Incoming& incoming) -> http::Reply {
        if (Refusals unknown = unknown_fields(incoming, known); !unknown.empty()) return http::Refused{400, std::move(unknown)};
        return handler(*desk, context, incoming);
      }))
      .never_stored()
      .refuses(409, "record.changed")
      .refuses(409, "cases.not_allowed")
      .refuses(403, "cases.not_yours")
      .refuses(403, "cases.not_applicant")
      .refuses(403, "cases.change_not_permitted")
      .refuses(409, "cases.not_draft")
      .refuses(409, "store.duplicate")
      .refuses(403, "scope.outside");
}

std::vector<http::DescribedField> act_fields() {
  const json::object any{{"type", "object"}};
  return {asked("id", "编号", "Id", true),           asked("act", "动作", "Act", true),          asked("event", "事件编号", "Event", false),
          asked("part", "部分", "Part", false),      asked("decision", "决定", "Decision", false), asked("reasons", "理由", "Reasons", false, {{"type", "array"}, {"items", json::object{{"type", "string"}}}}),
          asked("text", "说明", "Text", false),      asked("values", "表单值", "Values", false, any), asked("unit", "移交单位", "Unit", false),
          asked("account", "移交给", "Account", false), asked("into", "并入", "Into", false),      asked("level", "评价", "Level", false, {{"type", "integer"}}),
          asked("version", "版本", "Version", false, {{"type", "integer"}})};
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  using store::indexed;
  return {store::table<CaseFile>({store::unique({"number"}), indexed({"opened_by", "opened"}), indexed({"institution", "opened"}), indexed({"household", "opened"}), indexed({"due"})})
              .owned({{powers::OwnerKind::institution, "institution"}, {powers::OwnerKind::household, "household"}})
              .withholding({"code", "state"}),
          store::table<CaseEvent>({indexed({"of_case", "serial"}), store::unique({"of_case", "event_id"})}),
          store::table<CaseTask>({indexed({"holder", "region", "due"}), indexed({"of_case"})}),
          store::table<CaseDocument>({indexed({"of_case", "issued"}), store::unique({"code"})}),
          store::table<ProcedureVersion>({store::unique({"key", "number"})})};
}

http::RouteTable routes(const Services& services) {
  const auto desk = std::make_shared<Desk>(services);
  using http::Verb;
  const http::Access in = http::signed_in();
  const json::object any{{"type", "object"}};
  const http::DescribedField id = asked("id", "编号", "Id", true);
  http::RouteTable table;
  table.push_back(route(desk, Verb::get, "/api/procedures", in, {"办事程序", "Procedures"}, {asked("region", "地区", "Region", false)}, list_procedures));
  table.push_back(route(desk, Verb::get, "/api/procedures/{key}", in, {"一项办事程序", "One procedure"}, {asked("key", "键", "Key", true), asked("region", "地区", "Region", false)}, show_procedure));
  table.push_back(route(desk, Verb::post, "/api/cases", in, {"开始办件", "Open a case"}, {asked("procedure", "程序", "Procedure", true), asked("region", "地区", "Region", false)}, open_new).creates());
  table.push_back(route(desk, Verb::get, "/api/cases", in, {"我的办件", "My cases"}, {}, own_cases));
  table.push_back(route(desk, Verb::get, "/api/cases/tasks", in, {"待办办件", "Cases that wait"}, {asked("procedure", "程序", "Procedure", false)}, worklist));
  table.push_back(route(desk, Verb::get, "/api/cases/{id}", in, {"一件办件", "One case"}, {id}, show_case));
  table.push_back(route(desk, Verb::put, "/api/cases/{id}", in, {"保存草稿", "Save the draft"}, {id, asked("values", "表单值", "Values", false, any), asked("papers", "材料", "Papers", false, any)}, save_draft));
  table.push_back(route(desk, Verb::post, "/api/cases/{id}/acts/{act}", in, {"办理", "Act"}, act_fields(), act));
  table.push_back(route(desk, Verb::get, "/api/public/cases", http::open_to_all(), {"办件进度", "Progress of a case"}, {asked("number", "编号", "Number", true), asked("code", "查询码", "Code", true)}, public_progress));
  table.push_back(route(desk, Verb::get, "/api/public/documents", http::open_to_all(), {"核验文书", "Verify a document"}, {asked("code", "核验码", "Code", true)}, verify_document));
  return table;
}

}  // namespace laoyou::cases
