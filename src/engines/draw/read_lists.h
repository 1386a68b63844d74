// The lists of a draw out of their texts, with everything that is wrong with them at once.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "engines/draw/draw.h"
#include "engines/draw/table.h"

namespace laoyou::draw {

/// One of the lists, as the bytes of a file and its name for refusals.
struct ListText {
  std::string file, text;
};

/// In the order of k_list_names.
using ListTexts = std::array<ListText, 6>;
inline constexpr std::array<std::string_view, 6> k_list_names = {"strata", "grades", "offices", "targets", "inspectors", "conflicts"};

enum class ListForm { csv, published };

/// What is fixed beside the lists.
struct Fixed {
  int draws_left = 1;
  HashName hash = HashName::sha256;
};

/// Reads and checks the six lists. CSV columns, * needed: strata kind*, take*, inspectors (2), powers; grades grade*, lots*, yearly_minimum;
/// offices office*, commitment*; targets id*, kind*, grade*, name, visits, excluded, operator; inspectors id*, powers, most;
/// conflicts inspector*, and target or operator, reason. The operator and the reason are not published: a conflict with an operator becomes
/// one with each of its places. Beside the refusals of Table: "draw.row_repeated", "draw.unknown_name", "draw.mistyped_name",
/// "draw.conflict_with_nothing", "draw.offices_too_few", "draw.powers_exceed_inspectors", "draw.take_below_due",
/// "draw.nobody_may" for a place to which no lawful pair can go.
CheckedResult<Lists> read_lists(const ListTexts& texts, Fixed fixed, ListForm form);

/// The published text of each list, in the order of k_list_names.
std::array<std::string, 6> published(const Lists& lists);

/// Inspectors who are absent: CSV columns inspector*, reason (not published); sorted. Refused also as "draw.unknown_name", "draw.mistyped_name", "draw.row_repeated".
CheckedResult<std::vector<std::string>> read_absent(const ListText& text, const Lists& lists, ListForm form);

/// The secret of each office, in the order of the offices: CSV columns office*, secret*. Refused also as "draw.unknown_name",
/// "draw.mistyped_name", "draw.row_repeated", "draw.secret_missing" {office}, "draw.secret_differs" {office} where it is not what the office committed to.
CheckedResult<std::vector<std::string>> read_secrets(const ListText& text, const Lists& lists, ListForm form);

}  // namespace laoyou::draw
