#include "rules/columns/groups.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "rules/facts/derived_facts.h"

namespace laoyou::rules {
namespace {

struct MissingLast {
  bool operator()(const GroupKey& left, const GroupKey& right) const {
    if (left.has_value() != right.has_value()) return left.has_value();
    return left < right;
  }
};
using RowsByKey = std::map<GroupKey, std::int64_t, MissingLast>;

int grouping_field(const RecordKind& record, const Grouping& grouping) {
  return grouping.by == Grouping::By::region_level ? record.region_field : record.find(grouping.field);
}

GroupKey key_of_raw(const Column& column, std::int64_t raw, const Grouping& grouping) {
  if (column.type().kind != Kind::region) return raw;
  const std::int64_t region = column.dictionary()[static_cast<std::size_t>(raw)];
  return grouping.by == Grouping::By::region_level ? cut_region(region, grouping.level) : region;
}

GroupKey key_of_row(const Column& column, std::size_t row, const Grouping& grouping) {
  const Value value = column.at(row);
  return value && grouping.by == Grouping::By::region_level ? cut_region(*value, grouping.level) : value;
}

RowsByKey count_keys(const Column& column, const ColumnCounts& counts, const Grouping& grouping) {
  RowsByKey rows;
  if (counts.rows.empty()) {
    for (std::size_t row = 0; row < column.rows(); ++row) ++rows[key_of_row(column, row, grouping)];
    return rows;
  }
  for (std::size_t number = 0; number < counts.rows.size(); ++number)
    if (counts.rows[number] > 0) rows[key_of_raw(column, counts.least + static_cast<std::int64_t>(number), grouping)] += counts.rows[number];
  if (counts.missing > 0) rows[{}] += counts.missing;
  return rows;
}

bool bit(const std::uint64_t* words, std::size_t at) { return (words[at / 64] >> at % 64 & 1) != 0; }

template <class T, class RowOf>
void look_up(const RecordGroups& groups, std::size_t n, const RowOf& row_of, std::uint32_t* __restrict out) {
  const T* const values = groups.column->data<T>();
  const std::uint32_t* const by_number = groups.by_number.data();
  const std::int64_t least = groups.least;
  for (std::size_t lane = 0; lane < n; ++lane) out[lane] = by_number[static_cast<std::int64_t>(values[row_of(lane)]) - least];
  if (const std::uint64_t* const valid = groups.column->validity())
    for (std::size_t lane = 0; lane < n; ++lane) out[lane] = bit(valid, row_of(lane)) ? out[lane] : groups.missing;
}

template <class RowOf>
void look_up(const RecordGroups& groups, std::size_t n, const RowOf& row_of, std::uint32_t* out) {
  if (groups.column == nullptr) {
    std::fill_n(out, n, groups.single);
  } else if (groups.by_number.empty()) {
    for (std::size_t lane = 0; lane < n; ++lane) out[lane] = groups.by_row[row_of(lane)];
  } else {
    switch (groups.column->width()) {
      case Width::u8: return look_up<std::uint8_t>(groups, n, row_of, out);
      case Width::u16: return look_up<std::uint16_t>(groups, n, row_of, out);
      case Width::i32: return look_up<std::int32_t>(groups, n, row_of, out);
      case Width::i64: return look_up<std::int64_t>(groups, n, row_of, out);
    }
  }
}

}  // namespace

void RecordGroups::of_stretch(std::size_t first, std::size_t n, std::uint32_t* out) const {
  look_up(*this, n, [first](std::size_t lane) { return first + lane; }, out);
}

void RecordGroups::of_rows(const std::int32_t* rows, std::size_t n, std::uint32_t* out) const {
  look_up(*this, n, [rows](std::size_t lane) { return static_cast<std::size_t>(rows[lane]); }, out);
}

std::vector<std::int64_t> rows_missing(const Facts& facts, const RecordGroups& groups, std::size_t group_count, int field) {
  std::vector<std::int64_t> rows(group_count);
  if (groups.column != nullptr && groups.by_number.empty()) {
    const Column& column = facts.tables[static_cast<std::size_t>(groups.record)].column(field);
    for (std::size_t row = 0; row < column.rows(); ++row) rows[groups.by_row[row]] += column.at(row) ? 0 : 1;
    return rows;
  }
  const auto counted = facts.derived().missing(facts, groups.record, field, groups.field);
  if (groups.column == nullptr) {
    if (group_count > 0) rows[groups.single] = counted->rows.back();
    return rows;
  }
  for (std::size_t number = 0; number < groups.by_number.size(); ++number) rows[groups.by_number[number]] += counted->rows[number];
  if (counted->rows.back() > 0) rows[groups.missing] += counted->rows.back();
  return rows;
}

Groups groups_of(const Book& book, const Facts& facts, const Grouping& grouping, const std::vector<int>& records) {
  Groups made;
  std::vector<RowsByKey> counted;
  RowsByKey all;
  for (const int record : records) {
    const Table& table = facts.tables[static_cast<std::size_t>(record)];
    RecordGroups groups;
    groups.record = record;
    const int field = grouping.by == Grouping::By::nothing ? -1 : grouping_field(book.schema.records[static_cast<std::size_t>(record)], grouping);
    RowsByKey rows;
    if (grouping.by == Grouping::By::nothing) rows[0] = static_cast<std::int64_t>(table.rows());
    else if (field < 0 && table.rows() > 0) rows[{}] = static_cast<std::int64_t>(table.rows());
    else if (field >= 0) {
      groups.column = &table.column(field);
      groups.field = field;
      rows = count_keys(*groups.column, *facts.derived().counts(facts, record, field), grouping);
    }
    for (const auto& [key, count] : rows) all[key] += count;
    counted.push_back(std::move(rows));
    made.records.push_back(std::move(groups));
  }
  if (grouping.by == Grouping::By::nothing) all[0] += 0;
  for (const auto& [key, count] : all) made.keys.push_back(key);
  const auto position = [&](const GroupKey& key) {
    return static_cast<std::uint32_t>(std::lower_bound(made.keys.begin(), made.keys.end(), key, MissingLast()) - made.keys.begin());
  };
  for (std::size_t at = 0; at < made.records.size(); ++at) {
    RecordGroups& groups = made.records[at];
    groups.rows.resize(made.keys.size());
    for (const auto& [key, count] : counted[at]) groups.rows[position(key)] = count;
    if (groups.column == nullptr) {
      groups.single = grouping.by == Grouping::By::nothing ? 0 : position({});
      continue;
    }
    groups.missing = position({});
    const Column& column = *groups.column;
    const int field = grouping_field(book.schema.records[static_cast<std::size_t>(groups.record)], grouping);
    const auto counts = facts.derived().counts(facts, groups.record, field);
    groups.least = counts->least;
    if (counts->rows.empty())
      for (std::size_t row = 0; row < column.rows(); ++row) groups.by_row.push_back(position(key_of_row(column, row, grouping)));
    for (std::size_t number = 0; number < counts->rows.size(); ++number)
      groups.by_number.push_back(counts->rows[number] > 0 ? position(key_of_raw(column, counts->least + static_cast<std::int64_t>(number), grouping)) : 0);
  }
  return made;
}

}  // namespace laoyou::rules
