#include "funds/fields_read.h"

#include <algorithm>

#include "base/check.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::funds {
namespace {

using rules::Node;

class Reader {
 public:
  explicit Reader(const rules::Book& book) : book_(book) {}

  void read_rule(int rule) {
    if (!seen_.insert(rule).second) return;
    const rules::Rule& read = book_.rules[static_cast<std::size_t>(rule)];
    CHECK(read.record >= 0);
    touch(read.record);
    std::vector<int> rows{read.record};
    visit(*read.tree, rows);
  }

  FieldsRead take() { return std::move(fields_); }

 private:
  void touch(int record) {
    const rules::RecordKind& kind = book_.schema.records[static_cast<std::size_t>(record)];
    std::set<int>& fields = fields_[record];
    if (kind.id_field >= 0) fields.insert(kind.id_field);
    if (kind.region_field >= 0) fields.insert(kind.region_field);
  }

  /// The record at the end of the path, each step noted.
  int follow(const rules::Path& path, const std::vector<int>& rows) {
    int record = rows[rows.size() - 1 - static_cast<std::size_t>(path.level)];
    for (const int step : path.steps) {
      fields_[record].insert(step);
      record = book_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(step)].type.detail;
      touch(record);
    }
    return record;
  }

  void visit(const Node& node, std::vector<int>& rows) {
    if (const auto* field = std::get_if<rules::FieldRead>(&node.what)) fields_[follow(field->path, rows)].insert(field->field);
    if (const auto* rule = std::get_if<rules::RuleRead>(&node.what)) {
      follow(rule->path, rows);
      read_rule(rule->rule);
    }
    const auto* related = std::get_if<rules::Related>(&node.what);
    if (related != nullptr) {
      touch(related->record);
      fields_[related->record].insert(related->reference);
      rows.push_back(related->record);
    }
    rules::for_each_child(node, [&](const Node& child) { visit(child, rows); });
    if (related != nullptr) rows.pop_back();
  }

  const rules::Book& book_;
  std::set<int> seen_;
  FieldsRead fields_;
};

void gather(const rules::Book& book, const Node& node, std::vector<int>& rules);

void add_rule(const rules::Book& book, int rule, std::vector<int>& rules) {
  if (std::find(rules.begin(), rules.end(), rule) != rules.end()) return;
  gather(book, *book.rules[static_cast<std::size_t>(rule)].tree, rules);
  rules.push_back(rule);
}

void gather(const rules::Book& book, const Node& node, std::vector<int>& rules) {
  if (const auto* read = std::get_if<rules::RuleRead>(&node.what); read != nullptr && read->path.level == 0 && read->path.steps.empty()) add_rule(book, read->rule, rules);
  if (std::holds_alternative<rules::Related>(node.what)) return;
  rules::for_each_child(node, [&](const Node& child) { gather(book, child, rules); });
}

}  // namespace

FieldsRead fields_read(const rules::Book& book, int rule) {
  Reader reader(book);
  reader.read_rule(rule);
  return reader.take();
}

std::vector<int> rules_read(const rules::Book& book, int rule) {
  std::vector<int> rules;
  add_rule(book, rule, rules);
  return rules;
}

}  // namespace laoyou::funds
