// The schema of what procedures::procedure_json() and procedure_line() write. A test holds every procedure of the plans against it.
#include "cases/answer_parts.h"
#include "powers/power.h"
#include "procedures/procedure.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;

const json::object k_text{{"type", "string"}}, k_flag{{"type", "boolean"}}, k_whole{{"type", "integer"}};
const json::object k_day{{"type", "string"}, {"format", "date"}};

json::object list_of(json::object each) { return {{"type", "array"}, {"items", std::move(each)}}; }

json::object one_of(std::initializer_list<std::string_view> words) { return {{"type", "string"}, {"enum", json::array(words.begin(), words.end())}}; }

json::object with(json::object one, const json::object& more) {
  for (const auto& [name, schema] : more) one[name] = schema;
  return one;
}

json::object object_of(const json::object& always, const json::object& sometimes = {}) {
  json::array required;
  for (const auto& [name, schema] : always) required.emplace_back(name);
  return {{"type", "object"}, {"properties", with(always, sometimes)}, {"required", std::move(required)}, {"additionalProperties", false}};
}

json::object words(const std::string& prefix = "") { return {{prefix + "zh", k_text}, {prefix + "en", k_text}}; }
/// What has a key and a name in both languages.
json::object keyed(const json::object& more = {}) { return with(with({{"key", k_text}}, words()), more); }
/// Where it is written, and how sure that is.
json::object mark() { return {{"mark", record::leaf_schema<procedures::Mark>()}}; }
json::object origin() { return with(mark(), {{"source", k_text}}); }
/// A condition of the rule language as text, and its place among the form's rules.
json::object condition(const std::string& name) { return {{name, k_text}, {name + "_rule", k_whole}}; }

json::object level() { return one_of({"country", "province", "city", "county", "street", "village"}); }
json::object length() { return object_of(with({{"count", k_whole}, {"unit", record::leaf_schema<procedures::LengthUnit>()}}, words())); }
json::object reasons() { return list_of(object_of(keyed(), {{"source", k_text}})); }

json::object office() {
  return object_of(keyed(), {{"roles", list_of(k_text)}, {"power", record::leaf_schema<powers::Power>()}, {"level", level()}});
}

json::object form() {
  const json::object group = object_of(keyed({{"by_office", k_flag}}), words("help_"));
  const json::object choice = object_of(with({{"value", k_text}}, words()));
  const json::object field = object_of(keyed({{"kind", record::leaf_schema<procedures::FieldKind>()}, {"required", k_flag}, {"many", k_flag},
                                              {"privacy", record::leaf_schema<procedures::FieldPrivacy>()}, {"group", k_text}}),
                                       with(with(with(with(with(words("help_"), words("says_")), condition("when")), condition("check")), origin()),
                                            {{"unit", k_text}, {"register", k_text}, {"from", k_text}, {"example", k_text}, {"choices", list_of(choice)}}));
  return object_of({{"groups", list_of(group)}, {"fields", list_of(field)}});
}

json::object paper() {
  return object_of(keyed(with({{"required", k_flag}, {"many", k_flag}}, mark())), with(with(words("help_"), condition("when")), {{"must_say", k_text}, {"source", k_text}}));
}

json::object part() {
  const json::object term = object_of(with({{"within", length()}, {"from_submission", k_flag}}, mark()),
                                      {{"remind", length()}, {"escalates_to", level()}, {"then", k_text}, {"extension", length()}, {"source", k_text}});
  return object_of(keyed({{"office", k_text}}), with(condition("when"), {{"reads", list_of(k_text)}, {"term", term}}));
}

json::object decision() {
  return object_of(keyed({{"needs_text", k_flag}, {"changes_registers", k_flag}, {"published", k_flag}}),
                   with(origin(), {{"next", k_text}, {"ending", k_text}, {"document", k_text}, {"offices", list_of(k_text)}, {"reasons", reasons()}}));
}

json::object step() {
  const json::object asking = object_of(with(with({{"within", length()}, {"times", k_whole}, {"ending", k_text}, {"reasons", reasons()}}, words()), mark()), {{"source", k_text}});
  const json::object notice = object_of(with({{"within", length()}, {"shows", list_of(k_text)}}, mark()), {{"source", k_text}});
  return object_of(keyed(with({{"transfer", k_flag}, {"parts", list_of(part())}, {"decisions", list_of(decision())}}, mark())),
                   with(with(words("help_"), condition("when")), {{"otherwise", k_text}, {"records", k_text}, {"joined", one_of({"all", "any", "lead"})}, {"lead", k_text},
                                                                  {"asking", asking}, {"notice", notice}, {"source", k_text}}));
}

json::object remedy() {
  return object_of(keyed(with({{"within", length()}, {"endings", list_of(k_text)}}, mark())), with(words("to_"), {{"procedure", k_text}, {"source", k_text}}));
}

json::object line_always() { return with(with({{"procedure", k_text}, {"layer", k_text}, {"version", k_text}, {"steps_count", k_whole}}, words()), mark()); }
json::object line_sometimes() {
  return {{"about", k_text}, {"source", k_text}, {"mine", with(k_flag, {{"description", "whether the caller may open one"}})}};
}

json::object whole_always() {
  return with(line_always(), {{"from", k_day},
                              {"applicants", list_of(k_text)},
                              {"anyone", with(k_flag, {{"description", "whether one may be opened without an account"}})},
                              {"offices", list_of(office())},
                              {"form", form()},
                              {"papers", list_of(paper())},
                              {"steps", list_of(step())},
                              {"endings", list_of(object_of(keyed({{"good", k_flag}})))},
                              {"documents", list_of(object_of(keyed(with({{"text", k_text}}, mark())), {{"source", k_text}}))},
                              {"remedies", list_of(remedy())}});
}

json::object whole_sometimes() {
  return with(with(line_sometimes(), words("summary_")),
              {{"until", k_day},
               {"decides_about", object_of({{"record", k_text}, {"of", k_text}})},
               {"withdraw", object_of({{"ending", k_text}, {"not_in", list_of(k_text)}})},
               {"suspend", object_of({{"reasons", reasons()}})},
               {"merge", object_of({{"ending", k_text}})},
               {"rating", object_of(with({{"low", k_whole}, {"call_back", length()}, {"office", k_text}}, mark()), {{"source", k_text}})}});
}

/// A name of its own in the document, since several routes answer it.
json::object component(record::SchemaComponents& components, const std::string& name, json::object (*made)()) {
  if (!components.contains(name)) components[name] = made();
  return {{"$ref", "#/components/schemas/" + name}};
}

}  // namespace

json::object ShownProcedure::schema(record::SchemaComponents& components) {
  return component(components, "shown_procedure", [] { return object_of(whole_always(), whole_sometimes()); });
}

json::object ProcedureLine::schema(record::SchemaComponents& components) {
  return component(components, "shown_procedure_line", [] { return object_of(with(line_always(), words("summary_")), with(line_sometimes(), {{"anyone", k_flag}})); });
}

}  // namespace laoyou::cases
