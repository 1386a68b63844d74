// The records that rules speak of, and their fields: what names mean. Made from described records and dictionary.csv (described_schema.h),
// or from the header of a bare CSV table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/value/type.h"

namespace laoyou::rules {

/// A closed list of codes (代码表); a value of its type is a position in `codes`.
struct CodeList {
  std::string name;  ///< "care_grade"
  struct Code {
    std::string name;  ///< "moderate"
    std::string zh, en;
  };
  std::vector<Code> codes;
  bool added = false;  ///< of a plan's own field: a code that stands alone is first looked for in the others

  /// Position by name or by Chinese label, or -1.
  int find(std::string_view name_or_label) const;
};

struct Field {
  std::string name;  ///< nested members are joined by "_", as the database's columns are
  Type type;
  std::string zh, en;   ///< labels; the Chinese label is accepted in rules as the field's alias
  bool sealed = false;    ///< kept encrypted at rest: rules may read it in columns, but not in SQL
  bool required = false;  ///< no record is without it
  bool needs_restart = false;  ///< a plan has added it since the server started: no fact has it, so no rule may read it yet
};

/// One kind of record (a table of facts).
struct RecordKind {
  std::string name;  ///< "resident"
  std::string zh, en;
  std::vector<Field> fields;
  int id_field = -1;      ///< field "id", or -1 (bare tables)
  int region_field = -1;  ///< field "region", or -1

  /// Position of a field by name or Chinese label, or -1. Nothing finds a field without a name: it keeps its place for facts alone.
  int find(std::string_view name_or_label) const;
};

struct Schema {
  std::vector<RecordKind> records;
  std::vector<CodeList> code_lists;

  /// Position of a record by name or Chinese label, or -1.
  int find_record(std::string_view name_or_label) const;
  int find_code_list(std::string_view name) const;
};

/// "money", "code care_grade", "quantity m²": for messages.
std::string type_text(const Schema& schema, Type type);

}  // namespace laoyou::rules
