#include "record/packed_extensions.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

#include "record/enum_leaf.h"

namespace laoyou::record {
namespace {

namespace json = boost::json;

json::object of_field(const Extension& field) {
  json::array choices;
  for (const Choice& choice : field.choices) choices.push_back(json::array{choice.value, choice.zh, choice.en});
  return {{"record", field.record}, {"field", field.entry.field}, {"zh", field.entry.zh}, {"en", field.entry.en}, {"unit", field.entry.unit},
          {"kind", Leaf<ExtensionKind>::to_json_text(field.kind)}, {"sealed", field.entry.sealed()}, {"choices", std::move(choices)}};
}

std::string text(const json::value& from) { return std::string(from.as_string()); }

Extension to_field(const json::object& from) {
  Extension field;
  field.record = text(from.at("record"));
  field.entry.record = field.record;
  field.entry.field = text(from.at("field"));
  field.entry.zh = text(from.at("zh"));
  field.entry.en = text(from.at("en"));
  field.entry.unit = text(from.at("unit"));
  field.entry.privacy = from.at("sealed").as_bool() ? Privacy::sensitive : Privacy::internal;
  const Result<ExtensionKind> kind = Leaf<ExtensionKind>::from_json_text(text(from.at("kind")));
  if (!kind) throw std::invalid_argument("kind");
  field.kind = *kind;
  for (const json::value& each : from.at("choices").as_array()) {
    const json::array& parts = each.as_array();
    field.choices.push_back({text(parts.at(0)), text(parts.at(1)), text(parts.at(2))});
  }
  return field;
}

}  // namespace

std::string pack_extensions(const std::vector<Extension>& fields) {
  json::array all;
  for (const Extension& each : fields) all.push_back(of_field(each));
  return json::serialize(all);
}

std::optional<std::vector<Extension>> unpack_extensions(std::string_view packed) {
  try {
    std::vector<Extension> fields;
    const json::value parsed = json::parse(packed);
    for (const json::value& each : parsed.as_array()) fields.push_back(to_field(each.as_object()));
    return fields;
  } catch (const std::exception&) {  // what was kept was written above: whatever does not fit is damage
    return std::nullopt;
  }
}

std::vector<Extension> extensions_of_both(const std::vector<Extension>& first, std::vector<Extension> second) {
  for (const Extension& each : first) {
    const auto known = std::find_if(second.begin(), second.end(), [&](const Extension& other) { return other.record == each.record && other.entry.field == each.entry.field; });
    if (known == second.end()) {
      second.push_back(each);
      continue;
    }
    for (const Choice& choice : each.choices)
      if (std::none_of(known->choices.begin(), known->choices.end(), [&](const Choice& other) { return other.value == choice.value; })) known->choices.push_back(choice);
  }
  return second;
}

}  // namespace laoyou::record
