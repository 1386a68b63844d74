#include "rules/sql/scope.h"

#include "base/check.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

std::string path_key(const std::vector<int>& steps) {
  std::string key = "path";
  for (const int step : steps) key += ' ' + std::to_string(step);
  return key;
}

}  // namespace

SqlScope::SqlScope(SqlWriter& writer, int record, std::string source, SqlScope* outer)
    : writer_(writer), record_(record), source_(std::move(source)), alias_(writer.fresh_alias()), outer_(outer) {}

std::string SqlScope::alias_of(const Path& path) {
  SqlScope* scope = this;
  for (int level = 0; level < path.level; ++level) {
    CHECK(scope->outer_ != nullptr);
    scope = scope->outer_;
  }
  return scope->joined(path.steps);
}

const SqlScope::Join* SqlScope::find(const std::string& key) const {
  for (const Join& join : joins_)
    if (join.key == key) return &join;
  return nullptr;
}

std::string SqlScope::joined(const std::vector<int>& steps) {
  if (steps.empty()) return alias_;
  const std::string key = path_key(steps);
  if (const Join* known = find(key)) return known->alias;
  const std::vector<int> before(steps.begin(), steps.end() - 1);
  const std::string from_alias = joined(before);
  const int from_record = before.empty() ? record_ : find(path_key(before))->record;
  const Field& step = writer_.field(from_record, steps.back());
  const int to_record = step.type.detail;
  const std::string alias = writer_.fresh_alias();
  joins_.push_back({key, alias, {}, alias + "." + writer_.id_column(to_record) + " = " + from_alias + "." + sql_name(step.name), to_record});
  return alias;
}

std::string SqlScope::join_by_id(const std::string& query) {
  const std::string alias = writer_.fresh_alias();
  joins_.push_back({{}, alias, "(" + query + ")", alias + ".k = " + alias_ + "." + writer_.id_column(record_), -1});
  return alias;
}

int SqlScope::tables() const {
  int tables = writer_.tables_of(record_);
  for (const Join& join : joins_) tables += join.query.empty() ? writer_.tables_of(join.record) : 1;
  return tables;
}

std::string SqlScope::from() const {
  writer_.note_tables(tables());
  std::string text = source_ + " as " + alias_;
  for (const Join& join : joins_)
    text += " left join " + (join.query.empty() ? writer_.source(join.record) : join.query) + " as " + join.alias + " on " + join.on;
  return text;
}

}  // namespace laoyou::rules
