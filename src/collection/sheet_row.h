// Reads one row of a sheet into a record's cells, for any register.
#pragma once

#include <map>

#include "collection/desk.h"
#include "collection/sheet_mapping.h"
#include "record/sheet_rows.h"

namespace laoyou::collection {

/// What a row of the sheet says.
struct SheetRowCells {
  int line = 0;
  std::vector<std::optional<Cell>> cells;  ///< one for each field: nothing where the sheet has no such column
  std::vector<std::string> places;         ///< one for each field: where its cell stands
  Refusals refusals;
  bool filled = false;                     ///< a cell says something
};

/// Reads the rows of one matched sheet, in the words of its mapping; keeps what it has looked up.
class SheetRowReader {
 public:
  SheetRowReader(const Desk& desk, const store::Snapshot& snapshot, const record::MatchedSheet& matched, const MappedBook& book, const std::vector<record::RowColumn>& columns);

  SheetRowCells read(const record::SheetRow& row);

 private:
  void refuse_cells_without_header(const record::SheetRow& row, Refusals& refusals) const;
  Result<std::optional<Cell>> read_cell(const Field& field, const record::SheetCell& cell);
  Result<Cell> number_cell(const Field& field, const record::SheetCell& cell);
  Result<Cell> region_cell(const Field& field, std::string_view text);
  /// The id of the one record that a person means by its id, key or title.
  Result<Cell> reference_cell(const Field& field, const std::string& text);
  Result<Cell> look_up(const Collection& target, const std::string& text) const;

  const Desk& desk_;
  const store::Snapshot& snapshot_;
  const record::MatchedSheet& matched_;
  const MappedBook& book_;
  std::vector<std::size_t> fields_;  ///< of each sheet column the position of its field
  std::map<std::pair<std::string, std::string>, Result<Cell>> looked_up_;
};

}  // namespace laoyou::collection
