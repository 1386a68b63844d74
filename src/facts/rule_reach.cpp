// What a rule rests on: the records it looks at, and all that decides what it gives.
#include <map>

#include "facts/facts_as_of.h"
#include "rules/tree/typed_tree_walk.h"
#include "store/digest.h"

namespace laoyou::facts {
namespace {

using rules::Node;

/// Goes through a rule and those it reads, each once.
class Reach {
 public:
  explicit Reach(const rules::Book& book) : book_(book) {}

  void rule(int position) {
    if (!rules_.insert(position).second) return;
    const rules::Rule& rule = book_.rules[static_cast<std::size_t>(position)];
    std::vector<int> rows;
    if (rule.record >= 0) rows.push_back(rule.record), records_.insert(rule.record);
    visit(*rule.tree, rows);
  }

  const RecordsRead& records() const { return records_; }
  const std::set<int>& rules() const { return rules_; }
  const std::set<int>& parameters() const { return parameters_; }

 private:
  void follow(const rules::Path& path, const std::vector<int>& rows) {
    if (path.steps.empty()) return;
    int record = rows[rows.size() - 1 - static_cast<std::size_t>(path.level)];
    for (const int step : path.steps) {
      record = book_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(step)].type.detail;
      records_.insert(record);
    }
  }
  void visit(const Node& node, std::vector<int>& rows) {
    int over = -1;
    if (const auto* field = std::get_if<rules::FieldRead>(&node.what)) follow(field->path, rows);
    if (const auto* read = std::get_if<rules::RuleRead>(&node.what)) follow(read->path, rows), rule(read->rule);
    if (const auto* read = std::get_if<rules::TotalRead>(&node.what)) rule(read->rule);
    if (const auto* read = std::get_if<rules::ParameterRead>(&node.what)) parameters_.insert(read->parameter);
    if (const auto* read = std::get_if<rules::ParameterLookup>(&node.what)) parameters_.insert(read->parameter);
    if (const auto* related = std::get_if<rules::Related>(&node.what)) over = related->record;
    if (const auto* total = std::get_if<rules::Total>(&node.what)) over = total->record;
    if (over >= 0) records_.insert(over), rows.push_back(over);
    rules::for_each_child(node, [&](const Node& child) { visit(child, rows); });
    if (over >= 0) rows.pop_back();
  }

  const rules::Book& book_;
  RecordsRead records_;
  std::set<int> rules_, parameters_;
};

void add_value(store::Digest& digest, const rules::Value& value) { digest.field(std::int64_t{value.has_value()}).field(value.value_or(0)); }

void add_parameter(store::Digest& digest, const rules::Parameter& parameter) {
  digest.field(parameter.key);
  for (const rules::DatedValue& dated : parameter.values) {
    digest.field(std::int64_t{dated.from.days()}).field(std::int64_t{dated.ended});
    for (const rules::DatedValue::Row& row : dated.rows) {
      add_value(digest, row.low);
      add_value(digest, row.high);
      digest.field(row.value);
    }
    add_value(digest, dated.otherwise);
  }
}

}  // namespace

RecordsRead records_read(const rules::Book& book, const std::vector<int>& rules) {
  Reach reach(book);
  for (const int rule : rules) reach.rule(rule);
  return reach.records();
}

std::string rule_version(const rules::Book& book, int rule) {
  Reach reach(book);
  reach.rule(rule);
  std::map<std::string, std::string_view> expressions;  // by key: positions depend on rules that this one does not read
  for (const int each : reach.rules()) expressions.emplace(book.rules[static_cast<std::size_t>(each)].key, book.rules[static_cast<std::size_t>(each)].expression.text);
  std::map<std::string, int> parameters;
  for (const int each : reach.parameters()) parameters.emplace(book.parameters[static_cast<std::size_t>(each)].key, each);
  store::Digest digest(store::DigestAlgorithm::sha256);
  for (const auto& [key, expression] : expressions) digest.field(key).field(expression);
  for (const auto& [key, position] : parameters) add_parameter(digest, book.parameters[static_cast<std::size_t>(position)]);
  return digest.finish();
}

}  // namespace laoyou::facts
