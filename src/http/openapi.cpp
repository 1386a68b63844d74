#include "http/openapi.h"

#include <algorithm>
#include <map>

#include "http/problem.h"

namespace laoyou::http {

namespace {

namespace json = boost::json;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  return out;
}

/// "get_api_plans_plan": stable as long as the path is.
std::string operation_id(const Route& route) {
  std::string id = lower(text(route.verb()));
  for (std::string_view segment : path_segments(route.path())) {
    id += '_';
    for (char letter : segment) {
      if (letter == '{' || letter == '}') continue;
      id += letter == '-' || letter == '.' ? '_' : letter;
    }
  }
  return id;
}

/// "/api/plans/..." belongs to "plans".
std::string tag_of(const Route& route) {
  const std::vector<std::string_view> segments = path_segments(route.path());
  if (segments.size() >= 2 && segments[0] == "api") return std::string(segments[1]);
  return "server";
}

bool stands_in_path(const Route& route, const std::string& name) {
  return std::find(route.path_fields().begin(), route.path_fields().end(), name) != route.path_fields().end();
}

json::object parameter(const DescribedField& field, bool in_path) {
  return {{"name", field.name},
          {"in", in_path ? "path" : "query"},
          {"required", in_path || field.required},
          {"description", field.zh + " / " + field.en},
          {"schema", field.schema}};
}

/// A name in the path that the handler does not ask for.
json::object bare_path_parameter(const std::string& name) {
  return {{"name", name}, {"in", "path"}, {"required", true}, {"schema", json::object{{"type", "string"}}}};
}

/// So that a request whose answer was lost can be sent again.
json::object idempotency_key() {
  return {{"name", "Idempotency-Key"},
          {"in", "header"},
          {"required", false},
          {"description", "同一键的请求只办理一次，24 小时内重发得到同样的应答 / a request with the same key is done once; sent again within 24 hours it gets the same answer"},
          {"schema", json::object{{"type", "string"}, {"maxLength", 100}}}};
}

json::array parameters(const Route& route, const std::vector<DescribedField>& fields) {
  json::array all;
  for (const std::string& name : route.path_fields()) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const DescribedField& each) { return each.name == name; });
    all.push_back(field == fields.end() ? bare_path_parameter(name) : parameter(*field, true));
  }
  if (route.body_kind() != BodyKind::json) {
    for (const DescribedField& field : fields) {
      if (!stands_in_path(route, field.name)) all.push_back(parameter(field, false));
    }
  }
  constexpr int k_created = 201;
  if (route.success_status() == k_created && route.access().needs_caller()) all.push_back(idempotency_key());
  return all;
}

json::object json_body(const Route& route, const std::vector<DescribedField>& fields) {
  json::object properties;
  json::array required;
  for (const DescribedField& field : fields) {
    if (stands_in_path(route, field.name)) continue;
    json::object schema = field.schema;
    schema["title"] = field.zh;
    schema["description"] = field.en;
    properties[field.name] = std::move(schema);
    if (field.required) required.emplace_back(field.name);
  }
  json::object schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = required;
  return {{"required", !required.empty()}, {"content", json::object{{"application/json", json::object{{"schema", std::move(schema)}}}}}};
}

json::object file_body(const Route& route) {
  json::object content;
  for (const std::string& type : route.media_types()) {
    content[type] = json::object{{"schema", json::object{{"type", "string"}, {"format", "binary"}}}};
  }
  return {{"required", true}, {"content", std::move(content)}};
}

json::object problem_response(int status, const std::string& codes) {
  std::string description = message("status." + std::to_string(status), {}, Language::zh) + " / " + message("status." + std::to_string(status), {}, Language::en);
  if (!codes.empty()) description += ": " + codes;
  return {{"description", description},
          {"content", json::object{{"application/problem+json", json::object{{"schema", json::object{{"$ref", "#/components/schemas/problem"}}}}}}}};
}

/// The refusals of a route by status, with the codes it declares.
std::map<int, std::string> problems(const Route& route) {
  std::map<int, std::string> by_status{{400, ""}, {422, ""}, {500, ""}, {503, ""}};
  if (route.access().needs_caller()) {
    by_status[401] = "access.signed_out";
    by_status[403] = "access.power_missing scope.outside accounts.password_change_needed accounts.code_setup_needed";
  }
  if (!route.path_fields().empty()) by_status[404];
  if (route.body_kind() != BodyKind::none) by_status[413], by_status[415];
  for (const DeclaredRefusal& refusal : route.refusals()) {
    std::string& codes = by_status[refusal.status];
    codes += (codes.empty() ? "" : " ") + refusal.code;
  }
  return by_status;
}

json::object responses(const Route& route, json::object& components) {
  json::object good{{"description", route.summary().zh + " / " + route.summary().en}};
  json::object media;
  if (route.types().answer) media["schema"] = route.types().answer(components);
  good["content"] = json::object{{route.types().answer_content_type, std::move(media)}};
  json::object all{{std::to_string(route.success_status()), std::move(good)}};
  for (const auto& [status, codes] : problems(route)) all[std::to_string(status)] = problem_response(status, codes);
  return all;
}

json::array security(const Route& route) {
  if (!route.access().needs_caller()) return {};
  json::object session{{"session", json::array{}}};
  if (route.verb() != Verb::get) session["csrf_token"] = json::array{};
  json::array either{std::move(session)};
  if (!route.access().is_in_person()) either.push_back(json::object{{"token", json::array{}}});
  return either;
}

json::object operation(const Route& route, json::object& components) {
  std::vector<DescribedField> fields;
  if (route.types().request) fields = route.types().request(components);
  json::object out{{"operationId", operation_id(route)},
                   {"tags", json::array{json::value(tag_of(route))}},
                   {"summary", route.summary().zh},
                   {"description", route.summary().en},
                   {"x-access", route.access().text()},
                   {"security", security(route)},
                   {"responses", responses(route, components)}};
  json::array listed = parameters(route, fields);
  if (!listed.empty()) out["parameters"] = std::move(listed);
  if (route.body_kind() == BodyKind::json) out["requestBody"] = json_body(route, fields);
  if (route.body_kind() == BodyKind::file) out["requestBody"] = file_body(route);
  return out;
}

json::object text_schema() { return {{"type", "string"}}; }

json::object problem_schema() {
  const json::object error{{"type", "object"},
                           {"properties", json::object{{"place", text_schema()}, {"code", text_schema()}, {"message", text_schema()}}},
                           {"required", json::array{"place", "code", "message"}}};
  return {{"type", "object"},
          {"properties", json::object{{"type", text_schema()},
                                      {"title", text_schema()},
                                      {"status", json::object{{"type", "integer"}}},
                                      {"detail", text_schema()},
                                      {"code", text_schema()},
                                      {"request_id", text_schema()},
                                      {"errors", json::object{{"type", "array"}, {"items", error}}}}},
          {"required", json::array{"type", "title", "status", "detail", "code", "request_id", "errors"}}};
}

json::object security_schemes() {
  return {{"session", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", std::string(k_session_cookie)}}},
          {"token", json::object{{"type", "http"}, {"scheme", "bearer"}}},
          {"csrf_token", json::object{{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}};
}

}  // namespace

json::object openapi_document(const RouteTable& routes) {
  json::object schemas{{"problem", problem_schema()}};
  json::object paths;
  for (const Route& route : routes) {
    json::value& path = paths[route.path()];
    if (!path.is_object()) path.emplace_object();
    path.get_object()[lower(text(route.verb()))] = operation(route, schemas);
  }
  return {{"openapi", "3.1.0"},
          {"info", json::object{{"title", "老幼 laoyou"}, {"version", "1"}, {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
          {"paths", std::move(paths)},
          {"components", json::object{{"schemas", std::move(schemas)}, {"securitySchemes", security_schemes()}}}};
}

}  // namespace laoyou::http
