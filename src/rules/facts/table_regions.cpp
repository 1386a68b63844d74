#include "rules/facts/table_regions.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "rules/facts/csv_scanner.h"

namespace laoyou::rules {
namespace {

/// Cell `column` of the row `row` (both from 0, the header not counted).
ScannedCell cell_at(CsvScanner& scanner, std::size_t row, std::size_t column) {
  std::vector<ScannedCell> cells;
  scanner.next(cells);
  for (std::size_t i = 0; i <= row; ++i) scanner.next_shown(cells);
  return cells.at(column);
}

}  // namespace

Refusals unknown_regions(const ReadTable& table, std::string_view text, const std::string& file, const std::function<bool(std::int64_t)>& is_known) {
  Refusals found;
  for (std::size_t field = 0; field < table.columns.size(); ++field) {
    const Column& column = table.columns[field];
    if (column.type().kind != Kind::region || table.csv_columns[field] < 0) continue;
    std::unordered_set<std::int64_t> unknown;
    std::copy_if(column.dictionary().begin(), column.dictionary().end(), std::inserter(unknown, unknown.end()), std::not_fn(is_known));
    if (unknown.empty()) continue;
    std::size_t first = column.rows(), rows = 0;
    for (std::size_t row = 0; row < column.rows(); ++row) {
      const Value code = column.at(row);
      if (!code || !unknown.contains(*code)) continue;
      first = std::min(first, row);
      ++rows;
    }
    CsvScanner scanner(text);
    const ScannedCell cell = cell_at(scanner, first, static_cast<std::size_t>(table.csv_columns[field]));
    found.push_back(at(file + ":" + CsvScanner::place(text, cell.offset), refuse("rules.region_unknown", {std::string(cell.text), std::to_string(rows)})));
  }
  return found;
}

}  // namespace laoyou::rules
