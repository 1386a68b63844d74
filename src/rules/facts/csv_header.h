// The header of a bare table: names, and types written behind them or guessed from the cells.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/facts/csv_scanner.h"
#include "rules/facts/csv_value.h"

namespace laoyou::rules {

/// A column of texts with no more different ones than this is a code list.
constexpr std::size_t k_most_codes = 1000;
/// More columns or rows than any table of facts has.
constexpr std::size_t k_most_columns = 1000;
constexpr std::size_t k_most_rows = 2'000'000'000;

/// A cell kept beyond its row, and the byte of the text at which it starts.
struct SampledCell {
  std::string text;
  std::size_t offset = 0;
};

struct CsvColumn {
  std::string name;
  CsvCellType cells;             ///< its list of codes is known once the column is read, unless the header names one
  bool open_codes = false;       ///< written as `name:code`: its codes are those that stand in the file
  bool too_many_codes = false;   ///< a guess that has failed
  std::vector<SampledCell> sample;  ///< cells seen so far that decide the guess
};

/// The record that the table is to become.
struct OwnRecord {
  std::string name;
  int position = -1;
  const RecordKind* known = nullptr;  ///< null: a new one
};

/// Reads the header `name` or `name:type`. Types: boolean integer money ratio date period code region text id, a unit (money in 万元, areas in
/// m²), a code list or record of `schema` by name. Without type: as the known record's field of that name; `id` and `region` as everywhere; else
/// guessed. Refused as "sheet.repeated_column", "rules.column_name" or "rules.column_type", place "line:column".
CheckedResult<std::vector<CsvColumn>> read_csv_header(std::string_view text, const std::vector<ScannedCell>& header, const Schema& schema, const OwnRecord& own);

}  // namespace laoyou::rules
