// Any bytes as an expression: refused with a place, or read; then what is printed reads as the same tree.
#include <cstddef>
#include <cstdint>
#include <string>

#include "require.h"
#include "rules/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laoyou::rules;
  const SourceText source{std::string(reinterpret_cast<const char*>(data), size), "rules.yaml", 1, 1, 1};
  const auto tree = parse(source);
  if (!tree) {
    require(tree.error().size() == 1 && tree.error()[0].place.starts_with("rules.yaml:"));
    return 0;
  }
  const auto again = parse({print(**tree), "printed", 1, 1, 1});
  // Brackets that only the printed form needs may lie one level too deep or one byte too long.
  if (!again) {
    require(again.error()[0].code == "rules.too_deep" || again.error()[0].code == "rules.too_long");
    return 0;
  }
  require(same_tree(**tree, **again));
  return 0;
}
