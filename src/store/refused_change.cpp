#include "store/refused_change.h"

#include "store/digest.h"

namespace laoyou::store {
namespace {

std::string joined(const std::vector<std::string>& names, std::string_view before_each, std::string_view separator) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += separator;
    text += before_each;
    text += name;
  }
  return text;
}

}  // namespace

std::vector<std::string> stored_columns(const Table& table, const Index& index) {
  std::vector<std::string> names;
  for (const std::string& name : index.columns)
    names.push_back(table.column(name).role == StoredColumn::Role::sealed ? match_name(name) : name);
  return names;
}

std::string index_name(const Table& table, const Index& index) {
  constexpr std::size_t k_name_length_max = 63;
  const std::string name = table.name() + (index.unique ? "_unique_" : "_by_") + joined(index.columns, "", "_");
  if (name.size() <= k_name_length_max) return name;
  return name.substr(0, 46) + "_" + Digest(DigestAlgorithm::sha256).bytes(name).finish().substr(0, 16);
}

Refusal duplicate_refusal(const Table& table, std::string_view key) {
  for (const Index& index : table.definition().indexes) {
    if (!index.unique) continue;
    if (key != index_name(table, index) && key != joined(stored_columns(table, index), table.name() + ".", ", ")) continue;
    return at("/" + index.columns.front(), refuse("store.duplicate", {table.name(), joined(index.columns, "", ", ")}));
  }
  return at("/id", refuse("store.duplicate", {table.name(), "id"}));
}

}  // namespace laoyou::store
