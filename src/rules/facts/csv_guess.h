// What the cells of a column without a written type say about its type.
#pragma once

#include <optional>

#include "rules/facts/csv_header.h"

namespace laoyou::rules {

/// Cells from which a column's type is guessed.
constexpr std::size_t k_sample_rows = 1000;

/// Takes the first of integer, ratio, date, period, boolean, code, text that all cells of the sample are. Only for guessed columns.
void guess_type(CsvColumn& column);

/// The first cell of the sample that is not what most of its cells are.
struct OddCell {
  const SampledCell* cell = nullptr;
  Kind others = Kind::integer;  ///< what at least half of the cells are
};

/// None where the cells are of one kind, or where no kind but code and text has half of them.
std::optional<OddCell> odd_cell(const CsvColumn& column);

}  // namespace laoyou::rules
