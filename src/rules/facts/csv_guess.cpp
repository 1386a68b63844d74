#include "rules/facts/csv_guess.h"

#include <algorithm>

namespace laoyou::rules {
namespace {

/// In this order a guess is tried: the narrower first.
constexpr Kind k_guessed_kinds[] = {Kind::integer, Kind::ratio, Kind::date, Kind::period, Kind::boolean};

bool is_value(const SampledCell& cell, Kind kind) {
  std::int64_t value = 0;
  return read_csv_value({{kind, -1}, 100, true}, cell.text, value);
}

}  // namespace

void guess_type(CsvColumn& column) {
  for (const Kind kind : k_guessed_kinds) {
    column.cells.type = {kind, -1};
    if (std::all_of(column.sample.begin(), column.sample.end(), [&](const SampledCell& cell) { return is_value(cell, kind); })) return;
  }
  column.cells.type = {column.too_many_codes ? Kind::text : Kind::code, -1};
}

std::optional<OddCell> odd_cell(const CsvColumn& column) {
  const std::vector<SampledCell>& cells = column.sample;
  if (!column.cells.guessed || cells.empty()) return std::nullopt;
  for (const Kind kind : k_guessed_kinds) {
    if (column.cells.type.kind == kind) return std::nullopt;
    const auto fitting = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [kind](const SampledCell& cell) { return is_value(cell, kind); }));
    if (fitting * 2 < cells.size()) continue;
    return OddCell{&*std::find_if(cells.begin(), cells.end(), [kind](const SampledCell& cell) { return !is_value(cell, kind); }), kind};
  }
  return std::nullopt;
}

}  // namespace laoyou::rules
