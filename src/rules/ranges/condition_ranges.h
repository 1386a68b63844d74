// Where a condition can hold: unions of boxes, each box giving some terms the set of values they may have. Terms are parts of the condition
// that are the same wherever they are written (typed_text). The boxes may cover more than the condition, never less: what they show to be
// impossible is impossible.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/tree/book.h"
#include "rules/ranges/value_set.h"

namespace laoyou::rules {

/// What one term may be, and its type, to show a value of it.
struct TermRange {
  ValueSet values;
  Type type;
  bool operator==(const TermRange&) const = default;
};

/// Terms not named may be anything, also missing. "missing(x)" is a term of its own, 1 or 0.
using Box = std::map<std::string, TermRange>;
/// Empty: never.
using Boxes = std::vector<Box>;

/// Rows that lie in both; more than that when it would take too many boxes to say.
Boxes meet(const Boxes& left, const Boxes& right);

class ConditionRanges {
 public:
  /// May a condition be decided by parameters alone? A switch that a plan has turned off today (pilot = false) is no mistake of the rule.
  enum class Switches { decide, stay_open };

  /// `rules`: those that a condition may read. `day`: on which parameters are read.
  ConditionRanges(const Schema& schema, RegionCode region, const std::vector<Rule>& rules, const std::vector<const Parameter*>& parameters, Date day, Switches switches)
      : schema_(schema), region_(region), rules_(rules), parameters_(parameters), day_(day), switches_(switches) {}

  /// Where the boolean node is TRUE, or where it is FALSE.
  Boxes where(const Node& condition, bool truth);

 private:
  Boxes connective(const Binary& binary, bool truth);
  Boxes comparison(const Binary& binary, bool truth);
  Boxes in_ranges(const InRanges& in, bool truth);
  Boxes in_period(const InPeriod& in, bool truth);
  Boxes rule(const Node& node, const RuleRead& read, bool truth);
  Boxes order(const std::string& left, const std::string& right, BinarySign sign, bool truth);
  Box ordered(const std::string& left, const std::string& right, const ValueSet& signs) const;
  /// The term lies in the set (truth) or outside of it, and is not missing.
  Boxes term(const NodePtr& operand, const ValueSet& values, bool truth);
  Boxes atom(const Node& node, bool truth);
  Boxes decided(const Node& node, bool holds) const;
  Box present(const Node& node) const;
  Box missing(const Node& node, bool truth) const;
  std::optional<Value> constant(const Node& node) const;
  std::int64_t text_number(const std::string& text);
  std::string text(const Node& node) const;

  const Schema& schema_;
  RegionCode region_;
  const std::vector<Rule>& rules_;
  const std::vector<const Parameter*>& parameters_;
  Date day_;
  Switches switches_;
  int rules_followed_ = 0;
  std::unordered_map<std::string, std::int64_t> texts_;
};

}  // namespace laoyou::rules
