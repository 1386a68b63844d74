#include "store/table.h"

#include <algorithm>

#include "base/check.h"
#include "store/connection.h"

namespace laoyou::store {
namespace {

std::vector<StoredColumn> stored_columns(const TableDefinition& definition) {
  CHECK(definition.columns.size() == definition.defaults.size());
  std::vector<StoredColumn> stored;
  for (std::size_t i = 0; i < definition.columns.size(); ++i) {
    const record::Column& column = definition.columns[i];
    using Role = StoredColumn::Role;
    const bool large = std::find(definition.large.begin(), definition.large.end(), column.name) != definition.large.end();
    stored.push_back({column.name, column.kind, column.sealed ? Role::sealed : Role::plain, column.required, definition.defaults[i], large});
    if (column.sealed) stored.push_back({match_name(column.name), record::CellKind::text, Role::match, false, {}});
    if (std::find(definition.tailed.begin(), definition.tailed.end(), column.name) == definition.tailed.end()) continue;
    CHECK(column.sealed);
    stored.push_back({tail_name(column.name), record::CellKind::text, Role::tail, false, {}});
  }
  if (!definition.searched.empty()) stored.push_back({std::string(k_search_column), record::CellKind::text, StoredColumn::Role::search, false, {}});
  return stored;
}

std::size_t position_of(const std::vector<StoredColumn>& columns, std::string_view name) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const StoredColumn& column) { return column.name == name; });
  CHECK(found != columns.end());
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace

namespace {

/// Whoever asks for a record's children, or removes the record, asks by the columns that name it.
void index_references(TableDefinition& definition) {
  for (const record::Reference& reference : definition.references) {
    const auto serves = [&](const Index& index) { return index.columns.front() == reference.column; };
    if (std::none_of(definition.indexes.begin(), definition.indexes.end(), serves)) definition.indexes.push_back({{reference.column}, false});
  }
}

TableDefinition with_reference_indexes(TableDefinition definition) {
  index_references(definition);
  for (const std::string& column : definition.tailed) definition.indexes.push_back({{tail_name(column)}, false});
  for (const DatedValue& dated : definition.dated) definition.indexes.push_back({{dated.reference, dated.day}, false});
  return definition;
}

}  // namespace

Table::Table(TableDefinition definition) : definition_(with_reference_indexes(std::move(definition))), columns_(stored_columns(definition_)) {
  id_position_ = position_of(columns_, "id");
  while (definition_.columns[plain_id_position_].name != "id") ++plain_id_position_;
  region_position_ = position_of(columns_, "region");
  CHECK(columns_[id_position_].role == StoredColumn::Role::plain && columns_[region_position_].role == StoredColumn::Role::plain);
  if (std::any_of(columns_.begin(), columns_.end(), [](const StoredColumn& column) { return column.name == "version"; })) {
    version_position_ = position_of(columns_, "version");
    plain_version_position_ = plain_position("version");
  }
  std::string names, places, assignments;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string separator = i == 0 ? "" : ", ";
    const std::string place = "$" + std::to_string(i + 1);
    names += separator + identifier(columns_[i].name);
    places += separator + place;
    assignments += separator + identifier(columns_[i].name) + " = " + place;
  }
  const std::string table = identifier(definition_.name);
  insert_sql_ = "insert into " + table + " (" + names + ") values (" + places + ")";
  update_sql_ = "update " + table + " set " + assignments + " where id = $" + std::to_string(columns_.size() + 1);
  remove_sql_ = "delete from " + table + " where id = $1";
  select_sql_ = "select " + names + " from " + table;
}

std::size_t Table::plain_position(std::string_view column) const {
  const auto& own = definition_.columns;
  const auto found = std::find_if(own.begin(), own.end(), [&](const record::Column& each) { return each.name == column; });
  CHECK(found != own.end());
  return static_cast<std::size_t>(found - own.begin());
}

const std::string* Table::owner_column(powers::OwnerKind kind) const {
  for (const OwnerColumn& owner : definition_.owners)
    if (owner.kind == kind) return &owner.column;
  return nullptr;
}

const StoredColumn& Table::column(std::string_view name) const { return columns_[position_of(columns_, name)]; }

Catalog::Catalog(std::vector<TableDefinition> definitions) {
  for (TableDefinition& definition : definitions) {
    const std::string name = definition.name;
    CHECK(tables_.try_emplace(name, Table(std::move(definition))).second);
  }
}

const Table* Catalog::find(std::string_view record) const {
  const auto found = tables_.find(record);
  return found == tables_.end() ? nullptr : &found->second;
}

const Table& Catalog::table(std::string_view record) const {
  const Table* found = find(record);
  CHECK(found != nullptr);
  return *found;
}

std::vector<DatedBy> Catalog::dated_of(std::string_view record) const {
  std::vector<DatedBy> found;
  for (const auto& [name, table] : tables_)
    for (const DatedValue& dated : table.definition().dated)
      if (dated.record == record) found.push_back({&table, &dated});
  return found;
}

std::vector<Referrer> Catalog::referrers(std::string_view record) const {
  std::vector<Referrer> found;
  for (const auto& [name, table] : tables_)
    for (const record::Reference& reference : table.definition().references)
      if (reference.record == record) found.push_back({&table, reference.column});
  return found;
}

}  // namespace laoyou::store
