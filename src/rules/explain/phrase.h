// One node of an explanation in half a line: "年龄 102 ≥ 80".
#pragma once

#include "rules/explain/words.h"

namespace laoyou::rules {

class ExplainPhrase {
 public:
  explicit ExplainPhrase(const ExplainWords& words) : words_(words) {}

  /// What the node is and its value.
  std::string of(const ExplainedNode& node) const;
  /// True when of() says everything; else the node deserves lines of its own.
  bool says_all(const ExplainedNode& node) const;
  /// Yes, no, not decided; other values as they are.
  std::string outcome(const ExplainedNode& node) const;
  /// A comparison, membership or the like without its outcome.
  std::string statement(const ExplainedNode& node) const;
  /// Why a node has no value although everything it needs is there; empty when that is not so.
  std::string reason(const ExplainedNode& node) const;

 private:
  std::string table(const ExplainedNode& node) const;
  std::string path(const ExplainedNode& node, const FieldRead& what) const;
  std::string rounding(const ExplainedNode& node) const;
  std::string ranges(const InRanges& what) const;
  std::string version(const ExplainedNode& node, const Parameter& parameter) const;

  const ExplainWords& words_;
};

}  // namespace laoyou::rules
