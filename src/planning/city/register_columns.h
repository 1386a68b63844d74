// A register's columns among the facts, asked for by name.
#pragma once

#include "base/check.h"
#include "registry/facts.h"
#include "rules/facts/facts.h"

namespace laoyou::planning {

class RegisterColumns {
 public:
  RegisterColumns(const rules::Facts& facts, std::string_view name) {
    const rules::Schema& schema = registry::facts_schema();
    const int record = schema.find_record(name);
    CHECK(record >= 0);
    kind_ = &schema.records[static_cast<std::size_t>(record)];
    table_ = &facts.tables[static_cast<std::size_t>(record)];
  }

  std::size_t rows() const { return table_->rows(); }
  const rules::Column& column(std::string_view name) const { return table_->column(field(name)); }
  /// The value that stands for a code of a field's closed list.
  std::int64_t code(std::string_view name, std::string_view code_name) const {
    const rules::Type type = kind_->fields[static_cast<std::size_t>(field(name))].type;
    const int position = registry::facts_schema().code_lists[static_cast<std::size_t>(type.detail)].find(code_name);
    CHECK(position >= 0);
    return position;
  }

 private:
  int field(std::string_view name) const {
    const int found = kind_->find(name);
    CHECK(found >= 0);
    return found;
  }
  const rules::RecordKind* kind_;
  const rules::Table* table_;
};

}  // namespace laoyou::planning
