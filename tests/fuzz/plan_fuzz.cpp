// Any bytes as one file of a plan folder: read, or refused with a place; never a crash. The first byte chooses which file: r for rules.yaml.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "plan/folder/instrument.h"
#include "plan/stack/plan.h"
#include "plan/folder/read_rules.h"
#include "plan/folder/yaml_read.h"
#include "record/sheet_rows.h"
#include "registry/facts.h"

namespace {

using namespace laoyou;

template <class T>
void read_as_yaml(std::string_view text) {
  Refusals refusals;
  T value{};
  if (const auto yaml = plan::parse_yaml(text, refusals)) plan::read_yaml(*yaml, value, refusals);
  for (const Refusal& refusal : refusals) CHECK(!refusal.place.empty());
}

template <class T>
void read_as_table(std::string_view text) {
  const auto sheet = record::read_sheet(text, record::SheetFormat::csv);
  if (!sheet) return;
  const auto rows = record::read_rows<T>(*sheet);
  if (rows) return;
  for (const Refusal& refusal : rows.error()) CHECK(!refusal.place.empty());
}

/// rules.yaml as a plan of its own, checked against the registers.
void read_as_rules(std::string_view text) {
  Refusals refusals;
  plan::Folder folder;
  folder.head.layer = "town";
  folder.head.value.plan = "town";
  const auto yaml = plan::parse_yaml(text, refusals);
  if (yaml) plan::read_rules(*yaml, plan::TextPlaces("rules.yaml", text), folder, refusals);
  for (const Refusal& refusal : refusals) CHECK(!refusal.place.empty());
  if (!yaml) return;
  const auto book = rules::check(plan::book_source(plan::stack({folder})), registry::facts_schema());
  if (book) return;
  for (const Refusal& refusal : book.error()) CHECK(refusal.place.starts_with("rules.yaml:"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 'r') {
    read_as_rules(text);
    return 0;
  }
  switch (data[0] % 8) {
    case 0: read_as_yaml<plan::Head>(text); break;
    case 1: read_as_yaml<plan::Indicator>(text); break;
    case 2: read_as_yaml<plan::Instrument>(text); break;
    case 3: read_as_table<plan::Task>(text); break;
    case 4: read_as_table<plan::Project>(text); break;
    case 5: read_as_table<plan::Figure>(text); break;
    case 6: read_as_table<plan::Standard>(text); break;
    default: (void)plan::parse_target(Period::year(2025), text); break;
  }
  return 0;
}
