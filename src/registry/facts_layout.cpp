#include "registry/facts_layout.h"

#include <algorithm>

#include "registry/registers.h"
#include "rules/facts/feed.h"

namespace laoyou::registry {
namespace {

using record::Extension;

const Extension* find_field(const std::vector<Extension>& all, std::string_view record, std::string_view field) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Extension& each) { return each.record == record && each.entry.field == field; });
  return found == all.end() ? nullptr : &*found;
}

rules::Field& field_of(rules::Schema& schema, const Extension& extension) {
  rules::RecordKind& kind = schema.records[static_cast<std::size_t>(schema.find_record(extension.record))];
  return kind.fields[static_cast<std::size_t>(kind.find(extension.entry.field))];
}

/// The name of another plan's field stays unknown, and so do its choices.
void hide(rules::Schema& schema, const Extension& extension) {
  rules::Field& field = field_of(schema, extension);
  if (field.type.kind == rules::Kind::code) schema.code_lists[static_cast<std::size_t>(field.type.detail)] = {{}, {}, true};
  field.name.clear();
  field.zh.clear();
  field.en.clear();
}

std::vector<std::string> values_of(const Extension& extension) {
  std::vector<std::string> values;
  for (const record::Choice& choice : extension.choices) values.push_back(choice.value);
  std::sort(values.begin(), values.end());
  return values;
}

std::optional<std::size_t> position_in(const store::Table* table, std::string_view column) {
  if (table == nullptr) return std::nullopt;
  const std::vector<record::Column>& columns = table->definition().columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const record::Column& each) { return each.name == column; });
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

/// Whether values of one are values of the other.
bool same_values(const Extension& left, const Extension& right) {
  return left.kind == right.kind && left.entry.unit == right.entry.unit && left.entry.sealed() == right.entry.sealed() && values_of(left) == values_of(right);
}

}  // namespace

FactsLayout::FactsLayout(const std::vector<Extension>& added)
    : schema_(with_registers([]<class... Register>() { return rules::described_schema<Register...>(); })),
      storage_(with_registers([]<class... Register>() { return rules::described_storage<Register...>(); })) {
  for (const Extension& each : added) {
    const int record = schema_.find_record(each.record);
    if (record < 0 || !rules::is_read_by_rules(each)) continue;
    added_.push_back(each);
    rules::add_field(schema_, each);
    storage_.multipliers[static_cast<std::size_t>(record)].push_back(rules::storage_multiplier(each));
  }
}

const FactsLayout& FactsLayout::of_registers() {
  static const FactsLayout layout;
  return layout;
}

std::vector<rules::AddedCell> FactsLayout::cells_of(std::string_view record, const store::Catalog* tables) const {
  const store::Table* table = tables == nullptr ? nullptr : tables->find(record);
  std::vector<rules::AddedCell> cells;
  for (const Extension& each : added_)
    if (each.record == record) cells.push_back({&each, position_in(table, each.entry.field)});
  return cells;
}

void FactsLayout::follow(rules::Feed& feed, const store::Catalog* tables) const {
  with_registers([&]<class... Register>() { (feed.follow<Register>(cells_of(record::record_name<Register>(), tables)), ...); });
}

rules::Schema schema_for(const FactsLayout& layout, const std::vector<Extension>& own) {
  rules::Schema schema = layout.schema();
  for (const Extension& each : layout.added()) {
    const Extension* mine = find_field(own, each.record, each.entry.field);
    if (mine == nullptr)
      hide(schema, each);
    else
      field_of(schema, each).needs_restart = !same_values(*mine, each);
  }
  for (const Extension& each : own) {
    if (find_added(layout, each.record, each.entry.field) != nullptr || schema.find_record(each.record) < 0 || !rules::is_read_by_rules(each)) continue;
    rules::add_field(schema, each);
    field_of(schema, each).needs_restart = true;
  }
  return schema;
}

const Extension* find_added(const FactsLayout& layout, std::string_view record, std::string_view field) { return find_field(layout.added(), record, field); }

}  // namespace laoyou::registry
