#include "cases/case_answers.h"
#include "record/json_write.h"

namespace laoyou::cases {

namespace json = boost::json;

json::object ShownValues::schema(record::SchemaComponents&) {
  return {{"type", "object"}, {"additionalProperties", true}, {"description", "by the keys of the procedure's form"}};
}

json::object PaperNames::schema(record::SchemaComponents&) {
  return {{"type", "object"}, {"additionalProperties", json::object{{"type", "array"}, {"items", json::object{{"type", "string"}}}}}, {"description", "by the keys of the procedure's papers"}};
}

json::object Measured::schema(record::SchemaComponents&) { return {{"type", json::array{"number", "null"}}}; }

std::string CasePage::json_text() const { return "{\"case\":" + record::to_json(head) + "," + record::to_json(body).substr(1); }

json::object CasePage::schema(record::SchemaComponents& components) {
  const std::string name(record::record_name<CasePageBody>());
  if (!components.contains(name)) {
    json::object whole = record::record_schema<CasePageBody>(components);
    json::object head = record::schema<CaseLine>(components);
    const record::DictionaryEntry& entry = record::dictionary().entry("case_event", "of_case");
    head["title"] = entry.zh;
    head["description"] = entry.en;
    whole["properties"].as_object()["case"] = std::move(head);
    whole["required"].as_array().emplace_back("case");
    components[name] = std::move(whole);
  }
  return {{"$ref", "#/components/schemas/" + name}};
}

}  // namespace laoyou::cases
