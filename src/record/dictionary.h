// dictionary.csv: what every field of every record is called, in which unit it is counted, where it comes from and who may see it.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"

namespace laoyou::record {

/// Who may see a field, and how it is kept.
enum class Privacy {
  open,       ///< anyone
  internal,   ///< anyone signed in, within scope
  personal,   ///< masked on the wire unless role and purpose allow (PIPL: personal information)
  sensitive,  ///< masked likewise, and sealed at rest (PIPL art. 28: sensitive personal information)
  secret      ///< never leaves the server, and sealed at rest
};

/// How a masked text keeps its shape.
enum class Mask { all, name, phone, id_number, address };

/// One row: a field of a record, or a value of an enum.
struct DictionaryEntry {
  std::string record, field, zh, en, unit, source;
  Privacy privacy = Privacy::open;
  Mask mask = Mask::all;

  const std::string& label(Language language) const { return language == Language::zh ? zh : en; }
  bool masked() const { return privacy >= Privacy::personal; }
  bool sealed() const { return privacy >= Privacy::sensitive; }
};

/// The dictionary by record and field. A row of record "*" gives label and unit to every record that has such a field and no row of its own.
/// A row of field "*" names a record and gives the least privacy class of those of its fields that have no row of their own: a row of record "*" can
/// make a field of it stricter, never more open. Every stored record has one (tests/house).
class Dictionary {
 public:
  /// Adds the rows of a CSV text with the columns record, field, zh, en, unit, source, privacy, mask; a wrong row is our own mistake.
  void add(std::string_view csv);

  /// The row of a field; a field without a row is our own mistake (CHECK).
  const DictionaryEntry& entry(std::string_view record, std::string_view field) const;
  /// The same, or nothing.
  const DictionaryEntry* find(std::string_view record, std::string_view field) const;
  std::vector<const DictionaryEntry*> entries() const;

 private:
  using Rows = std::map<std::pair<std::string, std::string>, DictionaryEntry>;
  Rows rows_;
  mutable std::mutex inheriting_;
  mutable Rows inherited_;  // rows of record "*" with the class of the record that asked
};

/// The dictionary inside the program.
const Dictionary& dictionary();

/// Adds rows for records that tests describe; to be called before such a record is first used.
void extend_dictionary(std::string_view csv);

}  // namespace laoyou::record
