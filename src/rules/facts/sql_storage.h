// What SQL must know of tables beyond the schema: where the database's integer is not the value itself.
#pragma once

#include <vector>

#include "rules/facts/described_schema.h"

namespace laoyou::rules {

/// One number a field: the value is the column's integer times this. Empty: one everywhere, as in bare tables.
struct SqlStorage {
  std::vector<std::vector<std::int64_t>> multipliers;  ///< [record][field]

  std::int64_t multiplier(int record, int field) const {
    return multipliers.empty() ? 1 : multipliers[static_cast<std::size_t>(record)][static_cast<std::size_t>(field)];
  }
};

/// The tables that the store makes from described records, in the order given to described_schema<T...>(): minutes are kept whole.
template <record::Described... T>
SqlStorage described_storage() {
  SqlStorage storage;
  const auto add = [&]<class Record>(const Record*) {
    std::vector<std::int64_t>& fields = storage.multipliers.emplace_back();
    for_each_fact<Record>("", false, [&]<class Leaf>(const Leaf*, const std::string&, const record::DictionaryEntry&, bool) {
      fields.push_back(std::is_same_v<Leaf, Minutes> ? k_millionths : 1);
    });
  };
  (add(static_cast<const T*>(nullptr)), ...);
  return storage;
}

}  // namespace laoyou::rules
