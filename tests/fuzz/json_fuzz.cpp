// JSON from strangers: never a crash, every refusal has its sentence and its place, and what was taken comes back from its own text.
#include <cstdint>

#include "base/csv.h"
#include "record/cells.h"
#include "record/examples_test.h"
#include "require.h"

namespace {

using namespace laoyou;
using namespace laoyou::record;

void check_refusals(const Refusals& refusals) {
  require(!refusals.empty());
  for (const Refusal& refusal : refusals) {
    require(has_message(refusal.code));
    require(refusal.place.empty() || refusal.place.starts_with('/') || refusal.place.starts_with("byte "));
    (void)message(refusal, Language::zh);
  }
}

template <class T>
void take(std::string_view text) {
  const CheckedResult<T> value = parse_json<T>(text);
  if (!value) return check_refusals(value.error());
  const std::string written = to_json(*value, View{.unmask = true, .secrets = true});
  require(is_utf8(written));
  require(parse_json<T>(written).value() == *value);
  std::vector<Cell> cells;
  to_cells(*value, cells);
  require(from_cells<T>(cells) == *value);
  require(is_utf8(to_json(*value)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  take<example::Institution>(text);
  take<example::Elder>(text);
  take<example::Tree>(text);
  return 0;
}
