// A CSV file as a table of facts: bare columns without a register behind them, for measuring and for trying rules out.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rules/facts/facts.h"

namespace laoyou::rules {

/// The cell that gave a guessed column another type than most of its cells have: "rules.odd_cell", with its place.
struct OddColumn {
  Type type;  ///< of the column
  Refusal cell;
};

/// A table read, before it has its place among the facts.
struct ReadTable {
  int record = -1;              ///< position in the schema
  std::vector<Column> columns;  ///< one a field
  std::size_t rows = 0;
  std::vector<int> csv_columns;      ///< by field: which column of the file, from 0; -1 where the file has none
  std::vector<OddColumn> odd_cells;  ///< at most one a column
};

/// Reads the text of a CSV file whose first row is its header (csv_header.h) as record `name`. A record of that name in `schema` gets the
/// file's columns: fields that the file lacks stay and are missing in every row. Without one, the schema gains a record. Texts with at most
/// k_most_codes different ones become a code list, in the order of appearance. An empty cell is a missing value.
/// Refused with places "file:line:column": "rules.cell_malformed" and those of dates and periods, "rules.unknown_code", "rules.row_width",
/// "sheet.empty", "sheet.too_large", "text.not_utf8" and those of csv_scanner.h and csv_header.h. The first bad cell ends the reading.
CheckedResult<ReadTable> read_table_csv(std::string_view text, const std::string& file, const std::string& name, Schema& schema, TextPool& texts);

/// What was refused of rules, and behind it the odd cells of the columns whose types are spoken of: the fault stands in the table, not in the rule.
Refusals with_odd_cells(Refusals refusals, const Schema& schema, const std::vector<OddColumn>& odd_cells);

/// The tables among the facts of the schema; records without one have no rows.
Facts facts_of(const Schema& schema, std::vector<ReadTable> tables, TextPool texts);

}  // namespace laoyou::rules
