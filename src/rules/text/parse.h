// The text of an expression into its parse tree.
#pragma once

#include "base/result.h"
#include "rules/text/parse_tree.h"
#include "rules/text/source.h"

namespace laoyou::rules {

/// Bounds that keep reading and everything after it cheap; beyond them "rules.too_deep", "rules.too_long".
constexpr int k_max_depth = 100;
constexpr std::size_t k_max_text_bytes = 65'536;
constexpr std::size_t k_max_nodes = 10'000;

/// Reads one expression; places of refusals are "file:line:column". Codes: rules.unexpected (found, expected), rules.no_value (found),
/// rules.no_name (found), rules.left_over (found), rules.not_finished, rules.unclosed (bracket), rules.chained_comparison (sign),
/// rules.unknown_character, rules.unknown_unit, rules.too_deep, rules.too_long, period.malformed, date.unknown_day, text.not_utf8.
CheckedResult<ParsePtr> parse(const SourceText& source);

/// Reads one range as a table's key writes it: "80..89", "100..", "moderate". Codes as parse().
CheckedResult<ParsedRange> parse_range(const SourceText& source);

/// The tree as text that parses to the same tree, in the canonical way of writing (one space around signs, keywords in English).
std::string print(const ParseNode& tree);

}  // namespace laoyou::rules
