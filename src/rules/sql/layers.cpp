// Rules that rules read become columns of named queries: "resident 3" is the table resident with the values of some rules beside its fields.
#include <algorithm>
#include <set>

#include "base/check.h"
#include "rules/sql/writer.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

// SQLite may put the tables of inner queries beside the outer's, of which it joins 64: beyond so many a layer is computed on its own.
constexpr int k_dissolved_tables = 8;
// It also copies expressions to every place that reads them, which multiplies from layer to layer.
constexpr int k_dissolved_layers = 3;

}  // namespace

std::string rule_column(int rule) { return "\"rule " + std::to_string(rule) + "\""; }

std::vector<int> rules_read(const Node& tree) {
  std::set<int> found;
  const std::function<void(const Node&)> visit = [&](const Node& node) {
    if (const auto* read = std::get_if<RuleRead>(&node.what)) found.insert(read->rule);
    for_each_child(node, visit);
  };
  visit(tree);
  return {found.begin(), found.end()};
}

bool reads_around(const Node& tree, int depth) {
  const Path* path = nullptr;
  if (const auto* read = std::get_if<FieldRead>(&tree.what)) path = &read->path;
  if (const auto* read = std::get_if<RuleRead>(&tree.what)) path = &read->path;
  if (path != nullptr && path->level > depth) return true;
  const int inner = depth + (std::holds_alternative<Related>(tree.what) ? 1 : 0);
  bool found = false;
  for_each_child(tree, [&](const Node& child) { found = found || reads_around(child, inner); });
  return found;
}

void SqlWriter::prepare(const std::vector<const Node*>& trees) {
  std::set<int> needed;
  const std::function<void(int)> need = [&](int rule) {
    if (!needed.insert(rule).second) return;
    for (const int read : rules_read(*book_.rules[static_cast<std::size_t>(rule)].tree)) need(read);
  };
  for (const Node* tree : trees)
    for (const int rule : rules_read(*tree)) need(rule);
  // Ascending: a book lists every rule behind those it reads.
  for (const int rule : needed) write_rule(rule);
  for (const Node* tree : trees) close_layers_of(*tree);
}

void SqlWriter::write_rule(int rule) {
  if (written_[static_cast<std::size_t>(rule)]) return;
  written_[static_cast<std::size_t>(rule)] = true;
  const Rule& asked = book_.rules[static_cast<std::size_t>(rule)];
  close_layers_of(*asked.tree);
  Layer& layer = open_[asked.record];
  if (!layer.scope) layer.scope = std::make_unique<SqlScope>(*this, asked.record, source(asked.record), nullptr);
  layer.rules.emplace_back(rule, write(*asked.tree, *layer.scope));
}

void SqlWriter::close_layers_of(const Node& tree) {
  for (const int read : rules_read(tree)) {
    const int record = book_.rules[static_cast<std::size_t>(read)].record;
    const auto found = open_.find(record);
    if (found == open_.end()) continue;
    const auto& rules = found->second.rules;
    if (std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.first == read; })) close_layer(record);
  }
}

void SqlWriter::close_layer(int record) {
  const Layer layer = std::move(open_[record]);
  open_.erase(record);
  const std::string name = sql_name(record_kind(record).name + " " + std::to_string(++layers_));
  // Where tables are partitioned PostgreSQL must be able to dissolve the query, or no foreign server counts; elsewhere the offset keeps it from
  // copying a rule's expression to every place that reads it.
  const bool fenced = !sqlite() && !target_.partition;
  const bool materialized = sqlite() && (layer.scope->tables() > k_dissolved_tables || layers_of_[record] % k_dissolved_layers == k_dissolved_layers - 1);
  ++layers_of_[record];
  std::string query = name + (materialized ? " as materialized (select " : " as not materialized (select ") + layer.scope->alias() + ".*";
  for (const auto& [rule, expression] : layer.rules) query += ", " + expression + " as " + rule_column(rule);
  named_queries_.push_back(query + " from " + layer.scope->from() + (fenced ? " offset 0)" : ")"));
  tables_[record] = materialized ? 1 : layer.scope->tables();
  sources_[record] = name;
}

}  // namespace laoyou::rules
