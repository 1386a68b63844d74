#include "collection/answer_schemas.h"

#include "collection/import_rows.h"
#include "record/schema.h"

namespace laoyou::collection {
namespace {

using boost::json::array;
using boost::json::object;

object text() { return {{"type", "string"}}; }
object list_of(object items) { return {{"type", "array"}, {"items", std::move(items)}}; }
object all_of(object properties) {
  array required;
  for (const auto& each : properties) required.push_back(each.key());
  return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

object reference(object& components, const std::string& name, object schema) {
  components[name] = std::move(schema);
  return {{"$ref", "#/components/schemas/" + name}};
}

object entry_schema(object& components) {
  object action = text();
  action["enum"] = array{"insert", "update", "remove"};
  return all_of({{"sequence", text()}, {"at", text()}, {"who", text()}, {"door", text()}, {"action", std::move(action)},
                 {"changes", list_of(record::schema<FieldDifference>(components))}});
}

object line_schema() {
  return all_of({{"field", text()}, {"record", text()}, {"values", list_of(all_of({{"id", text()}, {"from", text()}, {"zh", text()}, {"en", text()}}))}});
}

}  // namespace

object names_schema() {
  return {{"type", "object"}, {"additionalProperties", object{{"type", "object"}, {"additionalProperties", text()}}}};
}

object history_schema(object& components) {
  object schema = all_of({{"entries", list_of(reference(components, "register_history_entry", entry_schema(components)))},
                          {"names", names_schema()},
                          {"lines", list_of(reference(components, "register_dated_line", line_schema()))}});
  schema["properties"].as_object()["after"] = text();
  return schema;
}

object empty_schema(object&) { return {{"type", "object"}}; }

object revealed_schema(object&) { return {{"type", "object"}, {"properties", object{{"value", object()}}}, {"required", array{"value"}}}; }

}  // namespace laoyou::collection
