#include "cases/route_kit.h"

#include "cases/deputies.h"

#include "record/fields.h"

namespace laoyou::cases {

namespace json = boost::json;
using http::Context;
using http::Incoming;

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

json::object body_of(const Incoming& incoming) { return incoming.body != nullptr ? *incoming.body : json::object(); }

Result<std::int64_t> case_id(const Incoming& incoming) {
  const auto id = record::read_integer(field(incoming, "id"));
  if (!id || *id < 1) return refuse("cases.not_found");
  return *id;
}

ProcedurePtr find_procedure(const Desk& desk, std::string_view key, RegionCode region) {
  for (const ProcedurePtr& each : desk.services.procedures(region))
    if (each->key == key) return each;
  return nullptr;
}

CheckedResult<CasePage> page_of(Desk& desk, Context& context, std::int64_t id) {
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<CasePage> {
    const auto open = open_case(desk, snapshot, id);
    if (!open) return refused({open.error()});
    const auto who = as_whom(desk, snapshot, context.caller(), *open, context.now().beijing_day());
    if (!who) return refused({refuse("cases.not_found")});
    CasePage page = case_page(desk, snapshot, *open, *who, context.now());
    if (who->account != context.caller().account) page.body.in_place_of = desk.services.account_name(who->account);
    return page;
  });
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
  request.into_number = text(body, "into");
  request.event.level = static_cast<std::int32_t>(std::clamp<std::int64_t>(whole(body, "level"), 0, 9));
  if (const auto* values = body.if_contains("values"); values != nullptr && values->is_object()) request.values = values->get_object();
  if (whole(body, "version") > 0) request.version = static_cast<std::int32_t>(whole(body, "version"));
  return request;
}

Refusals with_allowed(Desk& desk, Context& context, std::int64_t id, Refusals refusals) {
  if (refusals.size() != 1 || (refusals[0].code != "cases.not_allowed" && refusals[0].code != "cases.not_yours")) return refusals;
  refusals[0].words.push_back(desk.services.store.read([&](store::Snapshot& snapshot) {
    const auto open = open_case(desk, snapshot, id);
    return open ? allowed_text(*open, context.language()) : std::string();
  }));
  return refusals;
}

http::DescribedField asked(std::string name, std::string zh, std::string en, bool required, json::object schema) {
  return {std::move(name), std::move(zh), std::move(en), required, std::move(schema)};
}

std::vector<http::DescribedField> act_fields() {
  const json::object any{{"type", "object"}};
  const json::object texts{{"type", "array"}, {"items", json::object{{"type", "string"}}}};
  const json::object number{{"type", "integer"}};
  return {asked("event", "事件编号", "Event", false),      asked("part", "部分", "Part", false),       asked("decision", "决定", "Decision", false),
          asked("reasons", "理由", "Reasons", false, texts), asked("text", "说明", "Text", false),       asked("values", "表单值", "Values", false, any),
          asked("unit", "移交单位", "Unit", false),         asked("account", "移交给", "Account", false), asked("into", "并入的办件编号", "Number of the case it goes into", false),
          asked("level", "评价", "Level", false, number),   asked("version", "版本", "Version", false, number)};
}

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

http::Route route_answering(const DeskPtr& desk, http::Verb verb, std::string path, http::Access access, http::Summary summary, http::RouteTypes types,
                            std::vector<http::DescribedField> request, WrittenHandler handler) {
  std::vector<std::string> known;
  for (const http::DescribedField& each : request) known.push_back(each.name);
  types.request = [request = std::move(request)](json::object&) { return request; };
  return http::Route(verb, std::move(path), access.unscoped(), std::move(summary), std::move(types))
      .handled_by(http::Route::Handler([desk, handler = std::move(handler), known = std::move(known)](Context& context, const Incoming& incoming) -> http::Reply {
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
      .refuses(429, "cases.too_many")
      .refuses(403, "scope.outside");
}

std::string random_digits(Random& random, int count) {
  const std::string token = random_token(random, static_cast<std::size_t>(count));
  std::string all;
  for (int at = 0; at < count; ++at) all += static_cast<char>('0' + std::stoi(token.substr(static_cast<std::size_t>(at) * 2, 2), nullptr, 16) % 10);
  return all;
}

std::string new_number(Random& random, RegionCode region, Date day) {
  std::string text = day.text();
  std::erase(text, '-');
  return region.text().substr(0, 6) + text + random_digits(random, 6);
}

}  // namespace laoyou::cases
