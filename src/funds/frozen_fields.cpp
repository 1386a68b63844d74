#include "funds/frozen_fields.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <stdexcept>

#include "record/enum_leaf.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::funds {
namespace {

namespace json = boost::json;
using record::Extension;

/// Fields and code lists that a book speaks of.
class Needed {
 public:
  explicit Needed(const rules::Book& book) {
    for (const rules::Rule& rule : book.rules) visit(*rule.tree);
    for (const rules::Parameter& parameter : book.parameters) {
      note(parameter.type);
      if (parameter.key_type) note(*parameter.key_type);
    }
  }

  bool has(int record, int field, rules::Type type) const { return fields_.contains({record, field}) || (type.kind == rules::Kind::code && lists_.contains(type.detail)); }

 private:
  void note(rules::Type type) {
    if (type.kind == rules::Kind::code) lists_.insert(type.detail);
  }

  void visit(const rules::Node& node) {
    note(node.type);
    if (const auto* read = std::get_if<rules::FieldRead>(&node.what)) fields_.emplace(read->record, read->field);
    rules::for_each_child(node, [this](const rules::Node& child) { visit(child); });
  }

  std::set<std::pair<int, int>> fields_;
  std::set<int> lists_;
};

json::object of_field(const Extension& field) {
  json::array choices;
  for (const record::Choice& choice : field.choices) choices.push_back(json::array{choice.value, choice.zh, choice.en});
  return {{"record", field.record}, {"field", field.entry.field}, {"zh", field.entry.zh}, {"en", field.entry.en}, {"unit", field.entry.unit},
          {"kind", record::Leaf<record::ExtensionKind>::to_json_text(field.kind)}, {"sealed", field.entry.sealed()}, {"choices", std::move(choices)}};
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
  field.entry.privacy = from.at("sealed").as_bool() ? record::Privacy::sensitive : record::Privacy::internal;
  const Result<record::ExtensionKind> kind = record::Leaf<record::ExtensionKind>::from_json_text(text(from.at("kind")));
  if (!kind) throw std::invalid_argument("kind");
  field.kind = *kind;
  for (const json::value& each : from.at("choices").as_array()) {
    const json::array& parts = each.as_array();
    field.choices.push_back({text(parts.at(0)), text(parts.at(1)), text(parts.at(2))});
  }
  return field;
}

}  // namespace

std::vector<Extension> fields_of_plans(const rules::Book& book, const registry::FactsLayout& layout) {
  const Needed needed(book);
  std::vector<Extension> fields;
  for (const Extension& each : layout.added()) {
    const int record = book.schema.find_record(each.record);
    const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(record)];
    const int field = kind.find(each.entry.field);
    if (field >= 0 && needed.has(record, field, kind.fields[static_cast<std::size_t>(field)].type)) fields.push_back(each);
  }
  return fields;
}

std::string pack_fields(const std::vector<Extension>& fields) {
  json::array all;
  for (const Extension& each : fields) all.push_back(of_field(each));
  return json::serialize(all);
}

Result<std::vector<Extension>> unpack_fields(const std::string& packed) {
  try {
    std::vector<Extension> fields;
    const json::value parsed = json::parse(packed);
    for (const json::value& each : parsed.as_array()) fields.push_back(to_field(each.as_object()));
    return fields;
  } catch (const std::exception& damaged) {  // what was kept was written above: whatever does not fit is damage
    return refuse("funds.frozen_unreadable", {damaged.what()});
  }
}

std::vector<Extension> fields_of_both(const std::vector<Extension>& first, std::vector<Extension> second) {
  for (const Extension& each : first) {
    const auto known = std::find_if(second.begin(), second.end(), [&](const Extension& other) { return other.record == each.record && other.entry.field == each.entry.field; });
    if (known == second.end()) {
      second.push_back(each);
      continue;
    }
    for (const record::Choice& choice : each.choices)
      if (std::none_of(known->choices.begin(), known->choices.end(), [&](const record::Choice& other) { return other.value == choice.value; })) known->choices.push_back(choice);
  }
  return second;
}

}  // namespace laoyou::funds
