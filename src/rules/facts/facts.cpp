#include "rules/facts/facts.h"

#include <utility>

#include "base/check.h"
#include "rules/facts/derived_facts.h"

namespace laoyou::rules {

std::int64_t TextPool::intern(std::string_view text) {
  const auto [at, fresh] = positions_.try_emplace(std::string(text), std::ssize(texts_));
  if (fresh) texts_.emplace_back(text);
  return at->second;
}

std::int64_t TextPool::find(std::string_view text) const {
  const auto at = positions_.find(std::string(text));
  return at == positions_.end() ? -1 : at->second;
}

const std::string& TextPool::at(std::int64_t position) const { return texts_.at(static_cast<std::size_t>(position)); }

Table::Table(const Schema& schema, int record) : id_field_(schema.records[static_cast<std::size_t>(record)].id_field) {
  const std::vector<Field>& fields = schema.records[static_cast<std::size_t>(record)].fields;
  columns_.reserve(fields.size());
  for (const Field& field : fields) columns_.emplace_back(field.type);
}

void Table::append(std::span<const Value> values) {
  CHECK(values.size() == columns_.size());
  for (std::size_t field = 0; field < values.size(); ++field) columns_[field].append(values[field]);
  ++rows_;
  ++version_;
  if (id_field_ >= 0 && values[static_cast<std::size_t>(id_field_)]) rows_by_id_.add(column(id_field_), rows_ - 1);
}

void Table::put(std::span<const Value> values) {
  CHECK(id_field_ >= 0 && values.size() == columns_.size());
  const Value id = values[static_cast<std::size_t>(id_field_)];
  CHECK(id);
  const std::int64_t row = find(*id);
  if (row < 0) return append(values);
  for (std::size_t field = 0; field < values.size(); ++field) columns_[field].set(static_cast<std::size_t>(row), values[field]);
  ++version_;
}

bool Table::remove(std::int64_t id) {
  const std::int64_t row = find(id);
  if (row < 0) return false;
  const std::size_t last = rows_ - 1;
  const Value moved = column(id_field_).at(last);
  rows_by_id_.remove(column(id_field_), id);
  if (std::size_t(row) != last && moved) rows_by_id_.move(column(id_field_), *moved, static_cast<std::size_t>(row));
  for (Column& each : columns_) {
    if (std::size_t(row) != last) each.set(static_cast<std::size_t>(row), each.at(last));
    each.remove_last();
  }
  --rows_;
  ++version_;
  return true;
}

std::int64_t Table::find(std::int64_t id) const { return id_field_ < 0 ? -1 : rows_by_id_.find(column(id_field_), id); }

void Table::adopt_columns() {
  rows_ = columns_.empty() ? 0 : columns_.front().rows();
  for (const Column& each : columns_) CHECK(each.rows() == rows_);
  ++version_;
  if (id_field_ < 0) return;
  rows_by_id_.clear();
  for (std::size_t row = 0; row < rows_; ++row)
    if (column(id_field_).at(row)) rows_by_id_.add(column(id_field_), row);
}

void Table::settle() {
  for (Column& each : columns_) each.settle();
  ++version_;
}

Facts::Facts(const Schema& schema) : derived_(std::make_unique<DerivedFacts>()) {
  tables.reserve(schema.records.size());
  for (int record = 0; record < static_cast<int>(schema.records.size()); ++record) tables.emplace_back(schema, record);
}
Facts::Facts(Facts&&) noexcept = default;
Facts& Facts::operator=(Facts&&) noexcept = default;
Facts::~Facts() = default;

}  // namespace laoyou::rules
