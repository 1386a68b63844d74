// rules.yaml as rows: parameters, rules, subsidies and the examples that prove them. What they mean is the rules room's to say.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/text/source.h"

namespace laoyou::plan {

/// One row of facts that an example gives: texts by field, as a clerk would type them.
struct GivenRow {
  std::int64_t times = 1;  ///< so many equal rows
  std::vector<std::pair<std::string, rules::SourceText>> fields;
};

struct GivenTable {
  std::string record;
  std::vector<GivenRow> rows;
};

/// "Given these facts, the rule says this" (示例): run by `laoyou plan test`.
struct Example {
  std::string rule, layer;
  std::string place;
  std::optional<Period> period;  ///< else the last year of the plan
  std::vector<GivenTable> given;
  bool given_one_row = false;  ///< the first table was written as one row of the rule's own record
  std::string by;              ///< a region level or a coded field; empty: one answer
  std::vector<std::pair<std::string, rules::SourceText>> expect;  ///< group (empty: the one) and answer; "missing" when there is none
};

}  // namespace laoyou::plan
