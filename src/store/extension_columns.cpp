#include "store/extension_columns.h"

#include <algorithm>

#include "store/failure.h"
#include "store/shape.h"
#include "store/table.h"

namespace laoyou::store {
namespace {

const record::DictionaryEntry& forgotten_field() {
  static const record::DictionaryEntry entry{"*", "", "方案已不再使用的字段", "A field that no plan uses any more", "", "", record::Privacy::secret, record::Mask::all};
  return entry;
}

bool has(const TableShape& shape, const std::string& name) {
  return std::any_of(shape.columns.begin(), shape.columns.end(), [&](const ColumnShape& column) { return column.name == name; });
}

void keep(TableDefinition& table, const ColumnShape& column, bool sealed) {
  table.columns.push_back({column.name, column.kind, false, sealed});
  table.defaults.emplace_back();
  table.shown.push_back({column.name, &forgotten_field(), true, [](const record::Cell&) { return std::optional<record::ShownText>(); }});
  table.withheld.push_back(column.name);
}

void keep_columns(TableDefinition& table, const TableShape& shape) {
  for (const ColumnShape& column : shape.columns) {
    const std::string& name = column.name;
    if (!name.starts_with(record::k_extension_prefix)) continue;
    if (constexpr std::string_view k_match = "_match"; name.ends_with(k_match) && has(shape, name.substr(0, name.size() - k_match.size()))) continue;
    const bool sealed = has(shape, match_name(name));
    const auto known = std::find_if(table.columns.begin(), table.columns.end(), [&](const record::Column& each) { return each.name == name; });
    if (known == table.columns.end())
      keep(table, column, sealed);
    else if (known->kind != column.kind || known->sealed != sealed)
      throw StoreFailure(refuse("store.field_of_another_kind", {table.name, name}), table.name + "." + name);
  }
}

}  // namespace

void keep_extension_columns(Connection& connection, std::vector<TableDefinition>& tables) {
  for (const TableShape& shape : read_shape(connection))
    for (TableDefinition& table : tables)
      if (table.name == shape.name) keep_columns(table, shape);
}

}  // namespace laoyou::store
