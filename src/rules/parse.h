// The text of an expression into its parse tree.
#pragma once

#include "base/result.h"
#include "rules/parse_tree.h"
#include "rules/source.h"

namespace laoyou::rules {

/// Bounds that keep reading and everything after it cheap; beyond them "rules.too_deep", "rules.too_long".
constexpr int k_max_depth = 100;
constexpr std::size_t k_max_text_bytes = 65'536;
constexpr std::size_t k_max_nodes = 10'000;

/// Reads one expression; places of refusals are "file:line:column". Codes: rules.unexpected (found, expected), rules.unclosed,
/// rules.unknown_character, rules.too_deep, rules.too_long, text.not_utf8.
CheckedResult<ParsePtr> parse(const SourceText& source);

/// The tree as text that parses to the same tree, in the canonical way of writing (one space around signs, keywords in English).
std::string print(const ParseNode& tree);

}  // namespace laoyou::rules
