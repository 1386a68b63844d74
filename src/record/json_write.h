// Records as JSON text, written straight into a string: no tree is built on the way out.
#pragma once

#include "record/leaf.h"
#include "record/mask.h"
#include "record/record_info.h"

namespace laoyou::record {

/// What the reader of an answer may see. Secret fields are never written to a reader.
struct View {
  bool unmask = false;  ///< personal and sensitive fields in clear; only where role and purpose allow, and journalled
  bool secrets = false;  ///< secret fields too: for the database's own cells alone
};

/// Appends `text` as a JSON string with its quotes.
void write_json_string(std::string& out, std::string_view text);

template <IsLeaf T>
void write_json(std::string& out, const T& value, const View&) {
  if constexpr (Leaf<T>::json_kind == JsonKind::text)
    write_json_string(out, Leaf<T>::to_json_text(value));
  else
    out += Leaf<T>::to_json_text(value);
}

template <Described T>
void write_json(std::string& out, const T& value, const View& view);

template <class T>
void write_json(std::string& out, const std::vector<T>& list, const View& view) {
  out += '[';
  bool first = true;
  for (const T& each : list) {
    if (!first) out += ',';
    first = false;
    write_json(out, each, view);
  }
  out += ']';
}

/// A masked leaf is written as masked text whatever its type; a masked record or list is written as null.
template <class T>
void write_masked(std::string& out, const T& value, Mask mask) {
  if constexpr (IsLeaf<T>)
    write_json_string(out, masked(Leaf<T>::to_json_text(value), mask));
  else
    out += "null";
}

/// Writes the members of a record; one that is missing (an empty optional) is left out.
template <Described T>
void write_json(std::string& out, const T& value, const View& view) {
  const auto& entries = member_entries<T>();
  out += '{';
  bool first = true;
  for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    const DictionaryEntry& entry = *entries[index];
    if (entry.privacy == Privacy::secret && !view.secrets) return;
    const auto write_member = [&](const auto& member) {
      if (!first) out += ',';
      first = false;
      write_json_string(out, name);
      out += ':';
      if (entry.masked() && !view.unmask)
        write_masked(out, member, entry.mask);
      else
        write_json(out, member, view);
    };
    const auto& member = value.*pointer;
    if constexpr (IsOptional<std::remove_cvref_t<decltype(member)>>::value) {
      if (member) write_member(*member);
    } else {
      write_member(member);
    }
  });
  out += '}';
}

/// The record as JSON text.
template <class T>
std::string to_json(const T& value, const View& view = {}) {
  std::string out;
  write_json(out, value, view);
  return out;
}

}  // namespace laoyou::record
