// One cell of a bare table as the value of its column's type.
#pragma once

#include <string_view>

#include "base/result.h"
#include "rules/schema/schema.h"

namespace laoyou::rules {

/// What a column of a bare table holds. Codes and texts are not read here.
struct CsvCellType {
  Type type;
  std::int64_t fen_per_unit = 100;  ///< money: 100 when the cells are in 元, 1000000 in 万元
  bool guessed = false;             ///< numbers with leading zeros are then names of something and no numbers
};

/// Reads a cell that is not empty; false when it does not say such a value, or one beyond field_bound().
bool read_csv_value(const CsvCellType& type, std::string_view cell, std::int64_t& value);

/// Why read_csv_value() gave false.
Refusal csv_value_refusal(const Schema& schema, const CsvCellType& type, std::string_view cell);

}  // namespace laoyou::rules
