#include "app/rules_input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>

#include "base/clock.h"
#include "plan/stack/library.h"
#include "plan/folder/read_rules.h"
#include "plan/folder/yaml_read.h"
#include "rules/facts/table_regions.h"

namespace laoyou::app {
namespace {

namespace files = std::filesystem;

CheckedResult<std::string> whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code failed;
  const auto bytes = files::file_size(path, failed);
  std::string text(failed ? 0 : bytes, '\0');
  if (failed || !file.read(text.data(), static_cast<std::streamsize>(text.size()))) return Refusals{at(path + ":1:1", refuse("file.unreadable"))};
  return text;
}

/// One file written as a plan's rules.yaml, without layers and registers.
CheckedResult<RulesSource> read_rules_file(const std::string& path) {
  const auto text = whole_file(path);
  if (!text) return text.error();
  Refusals found;
  plan::Plan read;
  if (const auto yaml = plan::parse_yaml(*text, found)) plan::read_rules(*yaml, plan::TextPlaces(path, *text), read.content, found);
  Refusals refusals;
  for (const Refusal& refusal : found) refusals.push_back(refusal.place.starts_with(path) ? refusal : at(path + ":", refusal));
  if (!refusals.empty()) return refusals;
  return RulesSource{.book = plan::book_source(read)};
}

regions::RegionTree with_added_places(const plan::Plan& plan) {
  std::vector<regions::Region> added;
  for (const auto& row : plan.content.regions) added.push_back({row.value.code, row.value.name, true, row.value.note.value_or("")});
  return regions::RegionTree::national().with(added);
}

CheckedResult<RulesSource> read_source(const std::string& plan) {
  if (!files::is_directory(plan)) return read_rules_file(plan);
  const plan::LoadedPlan loaded = plan::load_plan(plan, regions::RegionTree::national());
  if (!loaded.refusals.empty()) return loaded.refusals;
  RulesSource source{plan::book_source(loaded.plan), with_added_places(loaded.plan), loaded.plan.facts_layout, {}};
  for (const auto& row : loaded.plan.content.indicators)
    if (row.value.each == plan::EachPart::month) source.monthly.push_back(row.value.key);
  return source;
}

/// Places of the national list and those that the plan adds.
bool is_known_region(const regions::RegionTree& regions, std::int64_t code) {
  return regions.find(RegionCode::from_number(code)).has_value();
}

/// The last year of the plan; its last month where a rule is asked that holds for each month, since a year's visits are none of a month's.
Period default_period(const RulesSource& source, const std::vector<std::string>& rules) {
  constexpr int k_december = 12;
  const int year = source.book.to ? source.book.to->year() : SystemClock().now().beijing_day().year();
  const auto holds_monthly = [&](const std::string& rule) { return std::find(source.monthly.begin(), source.monthly.end(), rule) != source.monthly.end(); };
  return std::any_of(rules.begin(), rules.end(), holds_monthly) ? Period::month(year, k_december) : Period::year(year);
}

}  // namespace

CheckedResult<RulesInput> read_rules_tables(const RulesWords& words) {
  const Stopwatch plan_watch;
  auto source = read_source(words.plan);
  if (!source) return source.error();
  RulesInput input;
  input.source = std::move(*source);
  if (input.source.layout) input.schema = input.source.layout->schema();
  input.period = words.period.value_or(default_period(input.source, words.rules));
  input.plan_ms = plan_watch.milliseconds();
  const Stopwatch load_watch;
  rules::TextPool texts;
  std::vector<rules::ReadTable> tables;
  for (const auto& [record, file] : words.tables) {
    const auto text = whole_file(file);
    if (!text) return text.error();
    auto table = rules::read_table_csv(*text, file, record, input.schema, texts);
    if (!table) return table.error();
    const Refusals unknown = rules::unknown_regions(*table, *text, file, [&input](std::int64_t code) { return is_known_region(input.source.regions, code); });
    input.notes.insert(input.notes.end(), unknown.begin(), unknown.end());
    input.odd_cells.insert(input.odd_cells.end(), table->odd_cells.begin(), table->odd_cells.end());
    tables.push_back(std::move(*table));
  }
  input.facts = std::make_unique<rules::Facts>(rules::facts_of(input.schema, std::move(tables), std::move(texts)));
  input.load_ms = load_watch.milliseconds();
  return input;
}

CheckedResult<RulesInput> read_rules_input(const RulesWords& words) {
  auto input = read_rules_tables(words);
  if (!input) return input;
  const Stopwatch watch;
  auto book = rules::check(input->source.book, input->schema);
  if (!book) return rules::with_odd_cells(book.error(), input->schema, input->odd_cells);
  input->book = std::move(*book);
  input->check_ms = watch.milliseconds();
  return input;
}

void print_refusals(const Refusals& refusals, Language language, std::ostream& out) {
  std::set<std::string> printed;
  for (const Refusal& refusal : refusals) {
    std::string line = (refusal.place.empty() ? "" : refusal.place + ": ") + message(refusal, language);
    if (printed.insert(line).second) out << line << "\n";
  }
}

}  // namespace laoyou::app
