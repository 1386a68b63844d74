// Any bytes as an expression: refused with a place, or read; then what is printed reads as the same tree. What the checker lets through, as a
// rule over residents or as a total, gives by columns what it gives by rows.
#include <cstddef>
#include <cstdint>
#include <string>

#include "require.h"
#include "rules/columns/evaluate.h"
#include "rules/text/parse.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/example_facts.h"

namespace {

using namespace laoyou;
using namespace laoyou::rules;

constexpr std::size_t k_rows = 65;

struct World {
  Schema schema = rules::testing::example_schema();
  Facts facts;
  World() : facts(make_facts()) {}
  Facts make_facts() const {
    SeededRandom random(7);
    return rules::testing::random_facts(schema, k_rows, 200, random);
  }
};

const World& world() {
  static const World made;
  return made;
}

void require_places(const Refusals& refusals) {
  require(!refusals.empty());
  for (const Refusal& refusal : refusals) require(refusal.place.starts_with("rules.yaml:"));
}

void require_prints(const ParseNode& tree) {
  const auto again = parse({print(tree), "printed", 1, 1, 1});
  // Brackets that only the printed form needs may lie one level too deep or one byte too long.
  if (again)
    require(same_tree(tree, **again));
  else
    require(again.error()[0].code == "rules.too_deep" || again.error()[0].code == "rules.too_long");
}

void require_agreement(const SourceText& expression, const std::string& record) {
  BookSource source{RegionCode(), std::nullopt, std::nullopt, {}, {}};
  source.rules.push_back({"fuzzed", "", "", "", "", record, {"fuzzed", "rules.yaml", 1, 1, 1}, expression, "", false});
  const auto book = check(source, world().schema);
  if (!book) return require_places(book.error());
  const Period year = Period::year(2025);
  if (record.empty()) {
    const Question question{year, {0}, {Grouping::By::region_level, RegionLevel::county, ""}, 1};
    const Answer by_columns = evaluate(**book, world().facts, question), by_rows = evaluate_by_rows(**book, world().facts, question);
    require(by_columns.groups == by_rows.groups && by_columns.outcomes == by_rows.outcomes);
    return;
  }
  const RuleColumn column = evaluate_rule(**book, world().facts, year, 0);
  for (std::size_t row = 0; row < k_rows; ++row) require(column.at(row) == evaluate_row(**book, world().facts, year, 0, row));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceText source{std::string(reinterpret_cast<const char*>(data), size), "rules.yaml", 1, 1, 1};
  const auto tree = parse(source);
  if (!tree) {
    require_places(tree.error());
    return 0;
  }
  require_prints(**tree);
  require_agreement(source, "resident");
  require_agreement(source, "");
  return 0;
}
