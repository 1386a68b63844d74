// The dictionary's rows of one record, looked up once.
#pragma once

#include <array>

#include "record/dictionary.h"
#include "record/describe.h"

namespace laoyou::record {

/// The dictionary row of each member, in the order of declaration.
template <Described T>
const std::array<const DictionaryEntry*, member_count<T>>& member_entries() {
  static const auto entries = [] {
    std::array<const DictionaryEntry*, member_count<T>> rows{};
    for_each_member<T>([&](std::size_t index, std::string_view name, auto) { rows[index] = &dictionary().entry(record_name<T>(), name); });
    return rows;
  }();
  return entries;
}

}  // namespace laoyou::record
