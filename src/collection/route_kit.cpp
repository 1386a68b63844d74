#include "collection/route_kit.h"

#include "collection/answer_schemas.h"
#include "http/access.h"

namespace laoyou::collection {
namespace {

/// The record's schema under its own name among the components; masked fields are texts.
boost::json::object record_reference(const Collection& collection, boost::json::object& components) {
  const std::string name = "register_" + collection.record;
  if (!components.contains(name)) {
    boost::json::object properties;
    for (const Field& field : collection.fields) {
      if (withheld(collection, field)) continue;
      boost::json::object schema = field.masked ? boost::json::object{{"type", "string"}} : field.codec->schema();
      schema["title"] = field.entry->zh;
      schema["description"] = field.entry->en + (field.entry->unit.empty() ? "" : " (" + field.entry->unit + ")");
      properties[field.name] = std::move(schema);
    }
    components[name] = boost::json::object{{"type", "object"}, {"properties", std::move(properties)}, {"required", boost::json::array{"id", "version", "region"}}};
  }
  return {{"$ref", "#/components/schemas/" + name}};
}

std::function<std::vector<http::DescribedField>(boost::json::object&)> asked(std::vector<http::DescribedField> request) {
  return [request = std::move(request)](boost::json::object&) { return request; };
}

}  // namespace

http::Route RouteKit::route(http::Verb verb, std::string_view ending, powers::Power power, http::Summary summary, http::RouteTypes types, Handler handler) const {
  return route_with(verb, ending, http::needs({power}), std::move(summary), std::move(types), std::move(handler));
}

http::Route RouteKit::route_with(http::Verb verb, std::string_view ending, http::Access access, http::Summary summary, http::RouteTypes types, Handler handler) const {
  http::Route made(verb, collection.path + std::string(ending), access.unscoped(), std::move(summary), std::move(types));
  return std::move(made)
      .handled_by(http::Route::Handler([kit = *this, handler = std::move(handler)](http::Context& context, const http::Incoming& incoming) {
        const store::Acting acting = acting_of(context);
        const std::optional<Collection> reached = within_reach(kit.collection, acting.scope);
        return handler(Desk{kit.services, kit.registers, reached ? *reached : kit.collection, acting}, context, incoming);
      }))
      .never_stored()
      .refuses(409, "record.changed")
      .refuses(409, "store.duplicate")
      .refuses(422, "reference.not_found")
      .refuses(403, "scope.outside")
      .refuses(403, "scope.not_own");
}

http::DescribedField RouteKit::text_field(std::string name, std::string zh, std::string en, bool required) const {
  return {std::move(name), std::move(zh), std::move(en), required, boost::json::object{{"type", "string"}}};
}

http::DescribedField RouteKit::id_field() const { return text_field("id", "编号", "Id", true); }

std::vector<http::DescribedField> RouteKit::filter_fields() const {
  std::vector<http::DescribedField> fields;
  for (const Field& field : collection.fields) {
    if (withheld(collection, field) || field.codec->read_text == nullptr || field.name == "id") continue;
    fields.push_back(text_field(field.name, field.entry->zh, field.entry->en, false));
  }
  for (const std::string& name : collection.table.tailed) {
    const Field& field = *collection.find(name);
    fields.push_back(text_field(store::tail_name(name), field.entry->zh + "末四位", field.entry->en + ", its last four characters", false));
  }
  fields.push_back(text_field("search", "查找", "Search", false));
  fields.push_back(text_field("sort", "排序", "Sort by", false));
  fields.push_back(text_field("after", "接在其后", "After", false));
  fields.push_back(text_field("rows", "行数", "Rows", false));
  fields.push_back(text_field("as_of", "截至", "As of", false));
  fields.push_back(text_field("with_ended", "含已终止", "Ended ones too", false));
  fields.push_back(text_field("count", "计总数", "Count", false));
  return fields;
}

std::vector<http::DescribedField> RouteKit::body_fields(bool with_version) const {
  std::vector<http::DescribedField> fields;
  for (const Field& field : collection.fields) {
    if (withheld(collection, field) || field.name == "id" || (field.name == "version" && !with_version) || !field.codec->writable) continue;
    fields.push_back({field.name, field.entry->zh, field.entry->en, field.required && field.name != "version", field.codec->schema()});
  }
  return fields;
}

http::RouteTypes RouteKit::types(std::vector<http::DescribedField> request, AnswerSchema answer) const {
  http::RouteTypes types;
  types.request = asked(std::move(request));
  types.answer = std::move(answer);
  return types;
}

http::RouteTypes RouteKit::list_types() const {
  return types(filter_fields(), [&collection = collection](boost::json::object& components) {
    return boost::json::object{{"type", "object"},
                               {"properties", boost::json::object{{"rows", boost::json::object{{"type", "array"}, {"items", record_reference(collection, components)}}},
                                                                  {"names", names_schema()},
                                                                  {"after", boost::json::object{{"type", "string"}}},
                                                                  {"total", boost::json::object{{"type", "integer"}}}}},
                               {"required", boost::json::array{"rows", "names"}}};
  });
}

http::RouteTypes RouteKit::row_types(std::vector<http::DescribedField> request) const {
  return types(std::move(request), [&collection = collection](boost::json::object& components) {
    return boost::json::object{{"type", "object"},
                               {"properties", boost::json::object{{"row", record_reference(collection, components)}, {"names", names_schema()}}},
                               {"required", boost::json::array{"row", "names"}}};
  });
}

http::RouteTypes RouteKit::file_types(std::vector<http::DescribedField> request) const {
  http::RouteTypes types;
  types.request = asked(std::move(request));
  types.answer_content_type = "application/octet-stream";
  return types;
}

Result<std::int64_t> path_id(const http::Incoming& incoming) {
  const std::string* text = record::find_field(incoming.fields, "id");
  const Result<std::int64_t> id = text != nullptr ? record::read_integer(*text) : refuse("records.not_found");
  if (!id || *id < 1) return refuse("records.not_found");
  return id;
}

http::Reply refused(Refusals refusals) { return http::Refused{0, std::move(refusals)}; }
http::Reply not_found() { return refused({refuse("records.not_found")}); }

http::Answer json_answer(std::string body) {
  http::Answer answer;
  answer.body = std::move(body);
  return answer;
}

std::optional<std::string> body_text(const http::Incoming& incoming, std::string_view name) {
  const boost::json::value* value = incoming.body != nullptr ? incoming.body->if_contains(name) : nullptr;
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->get_string());
}

}  // namespace laoyou::collection
