// Any bytes as a bare table: refused with a place, or read into columns that hold what the cells say.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/csv.h"
#include "base/shown_text.h"
#include "require.h"
#include "rules/facts/table_csv.h"
#include "rules/testing/example_facts.h"

namespace {

using namespace laoyou;
using namespace laoyou::rules;

/// Cells that are empty are missing, all others are there; codes and texts are the cells themselves.
void require_cells(std::string_view text, const Schema& schema, const Facts& facts, int record) {
  // The other reader also takes other encodings and separators, which tables of facts do not have.
  if (!is_utf8(text) || text.find_first_of("\t;") != std::string_view::npos || text.find("，") != std::string_view::npos || text.starts_with("sep=")) return;
  const auto rows = read_csv(text);
  if (!rows) return;
  const Table& table = facts.tables[static_cast<std::size_t>(record)];
  require(rows->size() == table.rows() + 1);
  for (std::size_t i = 0; i < rows->front().size(); ++i) {
    const std::string& header = rows->front()[i].text;
    std::string name = header.substr(0, header.find(':'));
    while (name.starts_with(' ')) name.erase(0, 1);
    while (name.ends_with(' ')) name.pop_back();
    const int field = schema.records[static_cast<std::size_t>(record)].find(name);
    require(field >= 0);
    const Column& column = table.column(field);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string cell(trimmed((*rows)[row + 1][i].text));
      const Value value = column.at(row);
      require(value.has_value() == !cell.empty());
      if (!value || column.type().kind != Kind::text) continue;
      require(facts.texts.at(*value) == cell);
    }
  }
}

void require_reads(std::string_view text, Schema schema, const std::string& name) {
  TextPool texts;
  auto table = read_table_csv(text, "t.csv", name, schema, texts);
  if (!table) {
    require(!table.error().empty());
    for (const Refusal& refusal : table.error()) require(refusal.place.starts_with("t.csv:"));
    return;
  }
  const int record = table->record;
  std::vector<ReadTable> tables;
  tables.push_back(std::move(*table));
  const Facts facts = facts_of(schema, std::move(tables), std::move(texts));
  require_cells(text, schema, facts, record);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  require_reads(text, {}, "person");
  require_reads(text, rules::testing::example_schema(), "resident");
  return 0;
}
