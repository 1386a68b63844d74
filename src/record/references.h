// Which columns of a record name other records: found from the types of its members.
#pragma once

#include "record/cells.h"

namespace laoyou::record {

/// A column that holds the id of a record.
struct Reference {
  std::string column;  ///< as in columns<T>()
  std::string record;  ///< whose id stands there
};

template <class T>
struct IdOf {
  static constexpr bool is = false;
};
template <class Record>
struct IdOf<Id<Record>> {
  static constexpr bool is = true;
  using Type = Record;
};

template <class T>
void add_references(std::vector<Reference>& references, const std::string& name) {
  if constexpr (IsOptional<T>::value) {
    add_references<typename T::value_type>(references, name);
  } else if constexpr (Described<T>) {
    for_each_member<T>([&](std::size_t, std::string_view member, auto pointer) {
      add_references<typename MemberOf<decltype(pointer)>::Type>(references, (name.empty() ? "" : name + "_") + std::string(member));
    });
  } else if constexpr (IdOf<T>::is) {
    references.push_back({name, std::string(record_name<typename IdOf<T>::Type>())});
  }
}

/// The references of a record but its own id; ids within lists are no references.
template <Described T>
std::vector<Reference> references() {
  std::vector<Reference> all;
  add_references<T>(all, "");
  std::erase_if(all, [](const Reference& each) { return each.column == "id"; });
  return all;
}

}  // namespace laoyou::record
