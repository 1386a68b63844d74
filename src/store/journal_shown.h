// A journal entry as people may see it: what changed, in words and figures of the screen, personal fields masked by the dictionary.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/journal_entry.h"
#include "store/table.h"

namespace laoyou::store {

/// One field that an entry changed.
struct ShownChange {
  std::string field;
  const record::DictionaryEntry* entry = nullptr;   ///< label, unit
  bool masked = false;
  std::optional<record::ShownText> before, after;   ///< nothing: not set; never set for a sealed field, of which only the change is told
  std::string before_key, after_key;                ///< as stored, of an open column: to look a name up by
};

struct ShownEntry {
  std::map<std::string, std::string, std::less<>> row;  ///< open columns as stored, after the change (before a removal): keys to look names up by
  std::vector<ShownChange> changes;
};

/// Nothing for a record that this program does not know. Withheld columns never show; sealed ones only that an update changed them.
ShownEntry shown_entry(const Catalog& catalog, const JournalEntry& entry);

}  // namespace laoyou::store
