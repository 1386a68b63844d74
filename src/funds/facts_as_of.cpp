#include "funds/facts_as_of.h"

#include <map>

#include "base/check.h"
#include "facts/facts_as_of.h"

namespace laoyou::funds {
namespace {

/// The value that the rows of `table` give each record on the day: of the last one before or on it, the greater id among equal days.
std::map<std::int64_t, rules::Value> values_on(const rules::Table& table, const rules::RecordKind& kind, const store::DatedValue& dated, Date day) {
  const int reference = kind.find(dated.reference), from = kind.find(dated.day), value = kind.find(dated.value);
  CHECK(reference >= 0 && from >= 0 && value >= 0);
  struct Latest {
    std::int64_t day = 0, id = 0;
    rules::Value value;
    bool any = false;
  };
  std::map<std::int64_t, Latest> latest;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const rules::Value whose = table.column(reference).at(row), when = table.column(from).at(row), what = table.column(value).at(row);
    if (!whose || !when || !what) continue;
    Latest& best = latest[*whose];
    const std::int64_t id = table.column(kind.id_field).at(row).value_or(0);
    if (*when > day.days() || (best.any && std::pair(*when, id) < std::pair(best.day, best.id))) continue;
    best = {*when, id, what, true};
  }
  std::map<std::int64_t, rules::Value> values;
  for (const auto& [whose, best] : latest) values.emplace(whose, best.value);
  return values;
}

}  // namespace

rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout) { return facts::facts_as_of(snapshot, sequence, layout); }

rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout, const FieldsRead& needed) {
  facts::RecordsRead records;
  for (const auto& [record, fields] : needed) records.insert(record);
  return facts::facts_as_of(snapshot, sequence, layout, &records);
}

FieldsRead fields_needed(const rules::Book& book, const SubsidyRules& subsidy, const store::Catalog& catalog) {
  const rules::Schema& schema = book.schema;
  FieldsRead read = fields_read(book, subsidy.amount);
  for (const int field : {subsidy.person, subsidy.payee})
    if (field >= 0) read[subsidy.record].insert(field);
  const FieldsRead of_rule = read;
  for (const auto& [record, fields] : of_rule) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    // Not what other plans add, nor what the facts do not have yet.
    for (std::size_t field = 0; field < kind.fields.size(); ++field)
      if (kind.fields[field].type.kind == rules::Kind::date && !kind.fields[field].name.empty() && !kind.fields[field].needs_restart) read[record].insert(static_cast<int>(field));
    for (const store::DatedBy& by : catalog.dated_of(kind.name)) {
      const int dated = schema.find_record(by.table->name());
      if (dated < 0) continue;
      const rules::RecordKind& rows_of = schema.records[static_cast<std::size_t>(dated)];
      for (const std::string& field : {by.value->reference, by.value->day, by.value->value}) read[dated].insert(rows_of.find(field));
      read[dated].insert({rows_of.id_field, rows_of.region_field});
    }
  }
  return read;
}

void set_dated_fields(rules::Facts& facts, const rules::Facts& all, const rules::Schema& schema, const store::Catalog& catalog, Date day) {
  for (std::size_t record = 0; record < schema.records.size(); ++record) {
    if (facts.tables[record].rows() == 0) continue;
    for (const store::DatedBy& by : catalog.dated_of(schema.records[record].name)) {
      const int rows_of = schema.find_record(by.table->name()), field = schema.records[record].find(by.value->column);
      if (rows_of < 0 || field < 0) continue;
      rules::Table& table = facts.tables[record];
      for (const auto& [id, value] : values_on(all.tables[static_cast<std::size_t>(rows_of)], schema.records[static_cast<std::size_t>(rows_of)], *by.value, day))
        if (const std::int64_t row = table.find(id); row >= 0) table.column(field).set(static_cast<std::size_t>(row), value);
    }
  }
}

}  // namespace laoyou::funds
