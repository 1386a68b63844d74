#include "funds/facts_as_of.h"

#include <map>

#include "base/check.h"
#include "registry/facts.h"
#include "rules/facts/feed.h"

namespace laoyou::funds {
namespace {

using Cells = std::vector<record::Cell>;

class Loader {
 public:
  explicit Loader(store::Snapshot& snapshot) : snapshot_(snapshot), facts_(registry::facts_schema()), feed_(registry::facts_schema(), facts_) { registry::follow_registers(feed_); }

  /// `needed`: by record; all of them without it.
  rules::Facts load(std::int64_t sequence, const FieldsRead* needed) {
    for (const rules::RecordKind& kind : registry::facts_schema().records) {
      if (needed != nullptr && !needed->contains(registry::facts_schema().find_record(kind.name))) continue;
      const store::Table& table = snapshot_.catalog().table(kind.name);
      const auto before = changed_since(table, sequence);
      snapshot_.each_row(table, store::Scope::country(), {}, [&](store::Row cells) {
        const std::int64_t id = std::get<std::int64_t>(cells[table.plain_id_position()]);
        if (!before.contains(id)) put(kind.name, id, Cells(cells.begin(), cells.end()));
      });
      for (const auto& [id, cells] : before)
        if (cells) put(kind.name, id, *cells);
    }
    for (rules::Table& table : facts_.tables) table.settle();
    return std::move(facts_);
  }

 private:
  std::map<std::int64_t, std::optional<Cells>> changed_since(const store::Table& table, std::int64_t sequence) const {
    std::map<std::int64_t, std::optional<Cells>> before;
    store::JournalQuery query;
    query.after_sequence = sequence;
    query.record = table.name();
    for (;;) {
      const auto entries = snapshot_.journal(store::Scope::country(), query);
      for (const store::JournalEntry& entry : entries)
        before.try_emplace(entry.record_id, entry.before ? std::optional(snapshot_.cells_of(table, *entry.before)) : std::nullopt);
      if (std::ssize(entries) < query.rows) return before;
      query.after_sequence = entries.back().sequence;
    }
  }

  /// A record with a number beyond what rules reckon with is left out, as it is from the live columns.
  void put(const std::string& record, std::int64_t id, Cells cells) {
    rules::FeedEntry entry{facts_.journal_sequence + 1, record, id, std::move(cells)};
    if (const Result<bool> taken = feed_.take(entry); taken) return;
    entry.cells.reset();
    CHECK(feed_.take(entry));
  }

  store::Snapshot& snapshot_;
  rules::Facts facts_;
  rules::Feed feed_;
};

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

rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence) { return Loader(snapshot).load(sequence, nullptr); }
rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const FieldsRead& needed) { return Loader(snapshot).load(sequence, &needed); }

FieldsRead fields_needed(const rules::Book& book, const SubsidyRules& subsidy, const store::Catalog& catalog) {
  const rules::Schema& schema = book.schema;
  FieldsRead read = fields_read(book, subsidy.amount);
  for (const int field : {subsidy.person, subsidy.payee})
    if (field >= 0) read[subsidy.record].insert(field);
  const FieldsRead of_rule = read;
  for (const auto& [record, fields] : of_rule) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    for (std::size_t field = 0; field < kind.fields.size(); ++field)
      if (kind.fields[field].type.kind == rules::Kind::date) read[record].insert(static_cast<int>(field));
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
