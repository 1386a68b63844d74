#include "funds/late_facts.h"

#include <set>

#include "funds/facts_as_of.h"
#include "funds/fields_read.h"
#include "funds/frozen_facts.h"

namespace laoyou::funds {
namespace {

using rules::Value;

/// The facts of then with the days of now.
rules::Facts with_days_of_now(const OpenedRun& earlier, const rules::Facts& now, const rules::Schema& schema_now) {
  const rules::Schema& schema = earlier.book->schema;
  const FieldsRead read = fields_read(*earlier.book, earlier.subsidy.amount);
  rules::Facts mixed = freeze(*earlier.facts, schema, read);
  for (const auto& [record, fields] : read) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    rules::Table& table = mixed.tables[static_cast<std::size_t>(record)];
    const rules::Table& table_now = now.tables[static_cast<std::size_t>(record)];
    const rules::RecordKind& kind_now = schema_now.records[static_cast<std::size_t>(record)];
    for (std::size_t row = 0; kind.id_field >= 0 && row < table.rows(); ++row) {
      const std::int64_t row_now = table_now.find(table.column(kind.id_field).at(row).value_or(0));
      if (row_now < 0) continue;
      for (const int field : fields) {
        const rules::Field& date = kind.fields[static_cast<std::size_t>(field)];
        const int field_now = date.type.kind == rules::Kind::date ? kind_now.find(date.name) : -1;
        // What the plan names no more, or newly otherwise, stays what it was.
        if (field_now >= 0 && kind_now.fields[static_cast<std::size_t>(field_now)].type == date.type && !kind_now.fields[static_cast<std::size_t>(field_now)].needs_restart)
          table.column(field).set(row, table_now.column(field_now).at(static_cast<std::size_t>(row_now)));
      }
    }
  }
  return mixed;
}

/// Names of the fields of the subject's own record that are others.
std::string changed_fields(const OpenedRun& earlier, const rules::Facts& mixed, std::int64_t subject) {
  const rules::RecordKind& kind = earlier.book->schema.records[static_cast<std::size_t>(earlier.subsidy.record)];
  const rules::Table& then = earlier.facts->tables[static_cast<std::size_t>(earlier.subsidy.record)];
  const rules::Table& now = mixed.tables[static_cast<std::size_t>(earlier.subsidy.record)];
  const std::int64_t row_then = then.find(subject), row_now = now.find(subject);
  std::string names;
  for (int field = 0; row_then >= 0 && row_now >= 0 && field < then.fields(); ++field) {
    if (then.column(field).at(static_cast<std::size_t>(row_then)) == now.column(field).at(static_cast<std::size_t>(row_now))) continue;
    names += (names.empty() ? "" : ";") + kind.name + "." + kind.fields[static_cast<std::size_t>(field)].name;
  }
  return names;
}

}  // namespace

std::vector<LateDifference> late_differences(const OpenedRun& earlier, const rules::Facts& all_now, const rules::Schema& now_schema, const store::Catalog& catalog) {
  const RunMaterial& material = earlier.material;
  rules::Facts mixed = with_days_of_now(earlier, all_now, now_schema);
  set_dated_fields(mixed, all_now, earlier.book->schema, catalog, material.period.last_day());
  const Entitlements then = entitlements(*earlier.book, *earlier.facts, material.period, earlier.subsidy, material.place);
  const Entitlements now = entitlements(*earlier.book, mixed, material.period, earlier.subsidy, material.place);
  std::map<std::int64_t, LateDifference> by_subject;
  for (const Entitlement& each : then.paid) by_subject[each.subject] = {each.subject, each.person, each.payee, each.region, each.amount, Fen(), ""};
  for (const Entitlement& each : now.paid) {
    const auto [at, fresh] = by_subject.try_emplace(each.subject, LateDifference{each.subject, each.person, each.payee, each.region, Fen(), each.amount, ""});
    at->second.now = each.amount;
  }
  // Who can no longer be decided keeps what was paid.
  for (const Undecided& each : now.undecided)
    if (const auto at = by_subject.find(each.subject); at != by_subject.end()) at->second.now = at->second.then;
  std::vector<LateDifference> late;
  for (auto& [subject, difference] : by_subject) {
    if (difference.then == difference.now) continue;
    difference.facts = changed_fields(earlier, mixed, subject);
    late.push_back(difference);
  }
  return late;
}

}  // namespace laoyou::funds
