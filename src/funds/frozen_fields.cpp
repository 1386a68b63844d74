#include "funds/frozen_fields.h"

#include <set>

#include "rules/tree/typed_tree_walk.h"

namespace laoyou::funds {
namespace {

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

}  // namespace laoyou::funds
