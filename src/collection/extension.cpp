#include "collection/extension.h"

#include <algorithm>

#include "collection/desk.h"

namespace laoyou::collection {
namespace {

/// Stands for a column that is kept and shown to nobody.
Field forgotten(const record::ShownColumn& shown) {
  Field field;
  field.name = shown.name;
  field.entry = shown.entry;
  field.masked = true;
  field.codec = &record::field_codec<std::string>();
  field.shown = shown.shown;
  return field;
}

Field field_of(const store::TableDefinition& table, std::size_t column, const std::vector<record::Extension>& extensions) {
  for (const record::Extension& each : extensions)
    if (each.record == table.name && each.entry.field == table.columns[column].name) return record::extension_field(each);
  return forgotten(table.shown[column]);
}

bool everywhere(const Field& field) { return field.within.level() == RegionLevel::country; }

}  // namespace

void extend(std::vector<Collection>& collections, const store::Catalog& catalog, const std::vector<record::Extension>& extensions) {
  for (Collection& collection : collections) {
    const store::Table* table = catalog.find(collection.record);
    if (table == nullptr) continue;
    const store::TableDefinition& definition = table->definition();
    collection.table.withheld = definition.withheld;
    while (collection.fields.size() < definition.columns.size()) collection.fields.push_back(field_of(definition, collection.fields.size(), extensions));
  }
}

bool within_reach(const Field& field, const store::Scope& scope) { return everywhere(field) || field.within.contains(scope.region()) || scope.contains(field.within); }

std::optional<Collection> within_reach(const Collection& collection, const store::Scope& scope) {
  const auto hidden = [&](const Field& field) { return !within_reach(field, scope); };
  if (std::none_of(collection.fields.begin(), collection.fields.end(), hidden)) return std::nullopt;
  Collection reached = collection;
  for (const Field& field : collection.fields)
    if (hidden(field)) reached.table.withheld.push_back(field.name);
  return reached;
}

}  // namespace laoyou::collection
