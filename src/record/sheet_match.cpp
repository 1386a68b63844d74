#include <algorithm>

#include "record/row_columns.h"

namespace laoyou::record {
namespace {

constexpr std::size_t k_rows_looked_at = 20;  // for a header below a title

struct Match {
  MatchedSheet matched;
  Refusals refusals;
  std::size_t found = 0;  // columns

  bool fits() const { return refusals.empty(); }
};

Match match(const Sheet& sheet, const std::vector<RowColumn>& columns) {
  Match result{{&sheet, {}}, {}, 0};
  result.matched.positions = match_header(sheet, columns, result.refusals);
  result.found = static_cast<std::size_t>(std::count_if(result.matched.positions.begin(), result.matched.positions.end(), [](int position) { return position >= 0; }));
  return result;
}

/// True when a sheet holds rows of these columns, perhaps with a slip in its header.
bool holds_such_rows(const Match& other, const std::vector<RowColumn>& columns) {
  const auto required = static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(), [](const RowColumn& column) { return column.required; }));
  return other.found > 0 && 2 * other.found >= required && !other.matched.sheet->rows.empty();
}

/// Where a header that fits stands further down.
std::optional<std::string> header_below(const Sheet& sheet, const std::vector<RowColumn>& columns) {
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), k_rows_looked_at); ++i) {
    Sheet below;
    below.format = sheet.format;
    below.header = sheet.rows[i];
    Refusals refusals;
    match_header(below, columns, refusals);
    if (refusals.empty()) return sheet.place(below.header.front().line, below.header.front().column);
  }
  return std::nullopt;
}

std::string header_place(const Sheet& sheet) { return sheet.place(sheet.header.front().line, sheet.header.front().column); }

}  // namespace

MatchedSheet match_sheet(const Sheet& book, const std::vector<RowColumn>& columns, Refusals& refusals) {
  std::vector<Match> all;
  all.push_back(match(book, columns));
  for (const Sheet& other : book.others) all.push_back(match(other, columns));
  const auto better = [](const Match& a, const Match& b) {
    if (a.fits() != b.fits()) return b.fits();
    return a.matched.sheet->hidden == b.matched.sheet->hidden ? !a.fits() && a.found < b.found : a.matched.sheet->hidden;
  };
  const Match* best = &all.front();
  for (const Match& each : all)
    if (better(*best, each)) best = &each;
  const Sheet& chosen = *best->matched.sheet;
  if (chosen.hidden && best->found > 0) refusals.push_back(at(header_place(chosen), refuse("sheet.hidden_sheet", {chosen.name})));
  for (const Match& other : all)
    if (&other != best && holds_such_rows(other, columns))
      refusals.push_back(at(header_place(*other.matched.sheet), refuse(other.matched.sheet->hidden ? "sheet.hidden_sheet" : "sheet.another_sheet", {other.matched.sheet->name})));
  if (best->fits()) {
    if (!chosen.hidden_lines.empty()) refusals.push_back(at(chosen.place(chosen.hidden_lines.front(), 1), refuse("sheet.hidden_rows", {std::to_string(chosen.hidden_lines.size())})));
  } else if (const auto below = header_below(chosen, columns)) {
    refusals.push_back(at(*below, refuse("sheet.header_below")));
  } else {
    refusals.insert(refusals.end(), best->refusals.begin(), best->refusals.end());
  }
  return best->matched;
}

}  // namespace laoyou::record
