// An expression as it is written: names not yet looked up, types not yet known.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace laoyou::rules {

/// Bytes [begin, end) of the expression's text.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
};

struct ParseNode;
using ParsePtr = std::shared_ptr<const ParseNode>;

/// 100元, 55%, 35 m², 12: the digits and the unit behind them, if any.
struct ParsedNumber {
  std::string digits, unit;
};
/// 2025-06-30
struct ParsedDate {
  std::string text;
};
/// 2025-06, 2025-Q3, 2025-H1
struct ParsedPeriod {
  std::string text;
};
struct ParsedText {
  std::string text;
};
/// true, false
struct ParsedBoolean {
  bool value = false;
};
/// age; institution.stars; plan.region; period.start
struct ParsedName {
  std::vector<std::string> parts;
};
/// not x; -x
struct ParsedUnary {
  std::string sign;
  ParsePtr operand;
};
/// + - * / = != < <= > >= and or within, and "else" (the value when the left one is missing)
struct ParsedBinary {
  std::string sign;
  ParsePtr left, right;
};
/// One end may be open: 80..89, 100.., ..79; both ends belong to it. A single value has low == high.
struct ParsedRange {
  ParsePtr low, high;
};
/// x in (a, b, 80..89); x in 80..89; x in period; x between a and b. `negated`: x not in …
struct ParsedIn {
  ParsePtr operand;
  std::vector<ParsedRange> ranges;
  bool negated = false;
};
/// case { c1: v1; c2: v2; else: v }: conditions must exclude one another; first { … }: the first that holds, in this order.
struct ParsedCase {
  bool ordered = false;
  std::vector<std::pair<ParsePtr, ParsePtr>> branches;
  ParsePtr otherwise;  ///< null: no value
};
/// bands age { 80..89: 50元; 90..: 100元; else: 0元 }
struct ParsedBands {
  ParsePtr key;
  std::vector<std::pair<ParsedRange, ParsePtr>> rows;
  ParsePtr otherwise;
};
/// high_age_allowance[age]
struct ParsedLookup {
  std::string table;
  ParsePtr key;
};
/// years_between(born, period.end); round(x * y, half_up)
struct ParsedCall {
  std::string function;
  std::vector<ParsePtr> arguments;
};
/// count(person where c), sum(v of bed where c), share(c of bed where d), latest(v of visit where c by day), exists(visit where c)
struct ParsedAggregate {
  std::string function;
  ParsePtr value;  ///< null for count and exists
  std::string record;
  Span record_span;
  ParsePtr condition;  ///< null: all rows
  ParsePtr order;      ///< latest only
};

struct ParseNode {
  Span span;
  std::variant<ParsedNumber, ParsedDate, ParsedPeriod, ParsedText, ParsedBoolean, ParsedName, ParsedUnary, ParsedBinary, ParsedIn, ParsedCase, ParsedBands, ParsedLookup,
               ParsedCall, ParsedAggregate>
      what;
  int height = 1;  ///< levels of nodes from this one down
};

/// True when both say the same, wherever they stand in their texts.
bool same_tree(const ParseNode& left, const ParseNode& right);

}  // namespace laoyou::rules
