// The plan and the tables that `laoyou rules` works on.
#pragma once

#include <chrono>
#include <memory>

#include "app/rules_words.h"
#include "regions/region_tree.h"
#include "registry/facts_layout.h"
#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/facts/table_csv.h"

namespace laoyou::app {

/// Wall time since it was made, in milliseconds.
class Stopwatch {
 public:
  double milliseconds() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What a plan writes, read but not checked against tables.
struct RulesSource {
  rules::BookSource book;
  regions::RegionTree regions = regions::RegionTree::national();  ///< with the places that the plan adds
  std::shared_ptr<const registry::FactsLayout> layout;  ///< of a plan folder, whose rules speak of the registers; else null
  std::vector<std::string> monthly;  ///< indicators whose target holds for each month
};

struct RulesInput {
  RulesSource source;
  rules::Schema schema;  ///< the registers (plan folders), with the given tables in place of the records of their names
  std::unique_ptr<rules::Facts> facts;
  std::shared_ptr<const rules::Book> book;  ///< null for read_rules_tables()
  Refusals notes;                           ///< what is odd about the tables and refused by nobody
  std::vector<rules::OddColumn> odd_cells;
  Period period;                            ///< as asked; else the plan's last year, else this year
  double plan_ms = 0, load_ms = 0, check_ms = 0;
};

/// The plan's source and the tables; every refusal has its place.
CheckedResult<RulesInput> read_rules_tables(const RulesWords& words);
/// The same, and the rules checked.
CheckedResult<RulesInput> read_rules_input(const RulesWords& words);

/// Prints one line a refusal, "place: sentence", none twice.
void print_refusals(const Refusals& refusals, Language language, std::ostream& out);

}  // namespace laoyou::app
