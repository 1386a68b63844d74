// What a plan writes, before anything of it is understood: texts with their places. The plan room reads YAML into this; rules knows no files.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "base/region_code.h"

namespace laoyou::rules {

/// A piece of a plan file and where its first character stands, so that an error inside it has a place.
struct SourceText {
  std::string text;
  std::string file;  ///< "plans/karamay/rules.yaml"
  int line = 1;      ///< of the first character, from 1
  int column = 1;    ///< of the first character, from 1, in characters
  int indent = 1;    ///< column at which later lines of a block text start

  /// "file:line:column" of the byte at `offset`.
  std::string place(std::size_t offset) const;
};

/// One value of a parameter from a day on: a literal ("100元"), a table ("80..89": "50元" …; key "else" for the rest), or an end (no value from then on).
struct DatedValueSource {
  Date from;
  std::vector<std::pair<SourceText, SourceText>> rows;  ///< table: key and value; a plain value is one row with an empty key; none: the parameter ends
  std::string document;                                 ///< number of the document that sets it
  SourceText place;                                     ///< of the date
};

/// A figure that a document sets and may change (参数).
struct ParameterSource {
  std::string key, name, layer, source;  ///< source: the clause
  SourceText place;                      ///< of the key
  std::vector<DatedValueSource> values;
  bool example = false;  ///< the document gives no figure: this one only shows how it works
};

/// One named rule. With a record it gives a value for each row of it; without, it is a total: aggregates and arithmetic over them.
struct RuleSource {
  std::string key, name, layer, source, document;
  std::string record;  ///< empty for a total
  SourceText place;    ///< of the key
  SourceText expression;
  std::string unit;      ///< as shown ("%", "张/千人"); empty: by its type
  bool example = false;  ///< as above
};

/// All that the stacked layers of one plan define; a later layer's entry replaced the earlier one's by key.
struct BookSource {
  RegionCode region;                 ///< plan.region
  std::optional<Date> from, to;      ///< when the plan runs; parameters must have a value on every day of it that rules can ask for
  std::vector<ParameterSource> parameters;
  std::vector<RuleSource> rules;
};

}  // namespace laoyou::rules
