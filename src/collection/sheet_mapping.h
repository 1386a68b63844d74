// How somebody else's sheets are read (对应关系): which of their columns is which of our fields, what their codes mean, and how they write days. Kept as
// data for each register and unit, so that a sheet that comes every month is told once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "record/sheet.h"

namespace laoyou::collection {

/// How days stand in a column of theirs.
enum class DayForm {
  as_typed,        ///< as people type them here: 2026-05-15, 2026年5月15日
  day_month_year,  ///< 15/05/2026
  month_day_year,  ///< 05/15/2026
  eight_digits     ///< 20260515
};
LAOYOU_ENUM(DayForm, "day_form", as_typed, day_month_year, month_day_year, eight_digits)

struct MappedCode {
  std::string theirs, ours;  ///< ours: a label or code of the choice
};
LAOYOU_RECORD(MappedCode, "mapped_code", theirs, ours)

struct MappedColumn {
  std::string header;  ///< as it stands above their column
  std::string field;   ///< empty: the column is left out
  DayForm day_form = DayForm::as_typed;
  std::vector<MappedCode> codes;
};
LAOYOU_RECORD(MappedColumn, "mapped_column", header, field, day_form, codes)

struct SheetMapping {
  Id<SheetMapping> id;
  RegionCode region;       ///< of whoever made it
  std::int64_t owner = 0;  ///< of its scope
  std::int64_t unit = 0;   ///< whose it is; 0: of accounts without a unit
  std::string record;      ///< the register
  std::string name;
  std::vector<MappedColumn> columns;
};
LAOYOU_RECORD(SheetMapping, "sheet_mapping", id, region, owner, unit, record, name, columns)

/// Above the column that a returned sheet says its problems in; passed over when it comes back.
inline constexpr std::string_view k_problems_header = "错误";

/// What is done with the columns of one workbook: their headers are exchanged for ours, their cells read as the mapping says.
class MappedBook {
 public:
  /// Takes the headers of all worksheets of `book` in its own words; what they were before is kept.
  MappedBook(record::Sheet& book, const std::vector<MappedColumn>& columns, const Collection& collection);

  /// The header of that worksheet as it came.
  const std::vector<std::string>& header(const record::Sheet& sheet) const { return sheets_.at(&sheet).header; }
  /// A column that is left out on purpose.
  bool left_out(const record::Sheet& sheet, std::size_t position) const { return sheets_.at(&sheet).left_out.contains(position); }
  /// The cell in our words.
  record::SheetCell cell(const record::Sheet& sheet, std::size_t position, const record::SheetCell& cell) const;

 private:
  struct OfSheet {
    std::vector<std::string> header;
    std::set<std::size_t> left_out;
    std::map<std::size_t, const MappedColumn*> columns;  ///< those whose cells are to be exchanged
  };
  void take(record::Sheet& sheet, const std::vector<MappedColumn>& columns, const Collection& collection);

  std::map<const record::Sheet*, OfSheet> sheets_;
};

/// What is wrong with a mapping for that register: a field that is none, two columns for one field, a name left out.
Refusals check_mapping(const SheetMapping& mapping, const Collection& collection);

/// The mapping of these that knows the most headers of the sheet and misses none of its own; null when none does.
const SheetMapping* best_mapping(const std::vector<SheetMapping>& all, const record::Sheet& sheet);

/// A day written in that form, as 2026-05-15; anything else as it is.
std::string day_text(std::string_view text, DayForm form);

}  // namespace laoyou::collection
