// What the words behind `laoyou rules` ask for.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "base/messages.h"
#include "base/period.h"

namespace laoyou::app {

struct RulesWords {
  using Pair = std::pair<std::string, std::string>;

  bool help = false;
  std::string verb;
  std::string plan;               ///< folder of a plan, or one file of rules
  std::vector<Pair> tables;       ///< record and CSV file, in the order given
  std::vector<std::string> rules; ///< key or name; whatif: key=expression
  std::vector<Pair> sets;         ///< parameter (with "@date" when said so) and value
  std::vector<std::string> totals;
  std::optional<Period> period;
  std::string by, row, group, database = "postgresql";
  Language language = Language::zh;
  bool json = false;
  int repeat = 1;   ///< 1..1000
  int threads = 1;  ///< 1..64
};

/// Refused as the options of every command, as "option.unknown_value", "option.missing_value" or "period.malformed".
Result<RulesWords> read_rules_words(Words words);

}  // namespace laoyou::app
