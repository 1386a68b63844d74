#include "rules/facts/derived_facts.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace laoyou::rules {
namespace {

const Table& table(const Facts& facts, int record) { return facts.tables[static_cast<std::size_t>(record)]; }

std::vector<std::int32_t> follow(const Facts& facts, int record, int field, int target) {
  const Table& from = table(facts, record);
  std::vector<std::int32_t> rows(from.rows(), -1);
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (const Value id = from.column(field).at(row)) rows[row] = static_cast<std::int32_t>(table(facts, target).find(*id));
  return rows;
}

constexpr std::int64_t k_most_numbers = std::int64_t{1} << 20;

// Several counters for each number in turn, so that equal neighbours need not wait for each other.
template <class T>
void count(const Column& column, ColumnCounts& made) {
  const std::size_t numbers = made.rows.size(), rows = column.rows(), copied = numbers <= 4096 ? 4 : 1;
  std::vector<std::int64_t> copies(numbers * copied);
  const T* const values = column.data<T>();
  for (std::size_t row = 0; row < rows; ++row)
    ++copies[static_cast<std::size_t>(static_cast<std::int64_t>(values[row]) - made.least) * copied + row % copied];
  for (std::size_t at = 0; at < copies.size(); ++at) made.rows[at / copied] += copies[at];
}

ColumnCounts count_numbers(const Column& column) {
  ColumnCounts made;
  // Missing values hold 0.
  made.least = column.has_missing() ? std::min<std::int64_t>(0, column.least()) : column.least();
  const std::int64_t greatest = column.has_missing() ? std::max<std::int64_t>(0, column.greatest()) : column.greatest();
  if (column.rows() == 0 || greatest - made.least >= k_most_numbers) return made;
  made.rows.resize(static_cast<std::size_t>(greatest - made.least) + 1);
  switch (column.width()) {
    case Width::u8: count<std::uint8_t>(column, made); break;
    case Width::u16: count<std::uint16_t>(column, made); break;
    case Width::i32: count<std::int32_t>(column, made); break;
    case Width::i64: count<std::int64_t>(column, made); break;
  }
  if (const std::uint64_t* const valid = column.validity()) {
    made.missing = static_cast<std::int64_t>(column.rows());
    for (std::size_t word = 0; word < (column.rows() + 63) / 64; ++word) made.missing -= std::popcount(valid[word]);
    made.rows[static_cast<std::size_t>(-made.least)] -= made.missing;
  }
  return made;
}

std::int64_t raw_number(const Column& column, std::size_t row) {
  switch (column.width()) {
    case Width::u8: return column.data<std::uint8_t>()[row];
    case Width::u16: return column.data<std::uint16_t>()[row];
    case Width::i32: return column.data<std::int32_t>()[row];
    case Width::i64: break;
  }
  return column.data<std::int64_t>()[row];
}

bool bit(const std::uint64_t* words, std::size_t at) { return words == nullptr || (words[at / 64] >> at % 64 & 1) != 0; }

std::vector<std::int64_t> count_missing(const Column& column, const Column* by, const ColumnCounts* numbers) {
  std::vector<std::int64_t> rows(by == nullptr ? 1 : numbers->rows.size() + 1);
  const std::uint64_t* const valid = column.validity();
  if (valid == nullptr) return rows;
  for (std::size_t word = 0; word < (column.rows() + 63) / 64; ++word)
    for (std::uint64_t gone = ~valid[word]; gone != 0; gone &= gone - 1) {
      const std::size_t row = word * 64 + static_cast<std::size_t>(std::countr_zero(gone));
      if (row >= column.rows()) break;
      ++(by == nullptr || !bit(by->validity(), row) ? rows.back() : rows[static_cast<std::size_t>(raw_number(*by, row) - numbers->least)]);
    }
  return rows;
}

}  // namespace

std::shared_ptr<const MissingCounts> DerivedFacts::missing(const Facts& facts, int record, int field, int by) {
  const auto numbers = by < 0 ? nullptr : counts(facts, record, by);
  const std::lock_guard lock(mutex_);
  auto& kept = missing_[{record, field, by}];
  const std::uint64_t version = table(facts, record).version();
  if (kept == nullptr || kept->version != version)
    kept = std::make_shared<const MissingCounts>(MissingCounts{version, count_missing(table(facts, record).column(field), by < 0 ? nullptr : &table(facts, record).column(by), numbers.get())});
  return kept;
}

std::shared_ptr<const ColumnCounts> DerivedFacts::counts(const Facts& facts, int record, int field) {
  const std::lock_guard lock(mutex_);
  auto& kept = counts_[{record, field}];
  const std::uint64_t version = table(facts, record).version();
  if (kept != nullptr && kept->version == version) return kept;
  ColumnCounts made = count_numbers(table(facts, record).column(field));
  made.version = version;
  kept = std::make_shared<const ColumnCounts>(std::move(made));
  return kept;
}

std::shared_ptr<const RowLinks> DerivedFacts::links(const Facts& facts, int record, int field, int target) {
  const std::lock_guard lock(mutex_);
  auto& kept = links_[{record, field}];
  const std::uint64_t from = table(facts, record).version(), to = table(facts, target).version();
  if (kept == nullptr || kept->from_version != from || kept->to_version != to)
    kept = std::make_shared<const RowLinks>(RowLinks{from, to, follow(facts, record, field, target)});
  return kept;
}

std::shared_ptr<const RelatedRows> DerivedFacts::related(const Facts& facts, int record, int field, int target) {
  const std::lock_guard lock(mutex_);
  auto& kept = related_[{record, field}];
  const std::uint64_t from = table(facts, record).version(), to = table(facts, target).version();
  if (kept != nullptr && kept->from_version == from && kept->to_version == to) return kept;
  const std::vector<std::int32_t> row_of = follow(facts, record, field, target);
  RelatedRows made{from, to, std::vector<std::uint32_t>(table(facts, target).rows() + 2), {}};
  for (const std::int32_t row : row_of)
    if (row >= 0) ++made.first[static_cast<std::size_t>(row) + 2];
  for (std::size_t row = 2; row < made.first.size(); ++row) made.first[row] += made.first[row - 1];
  made.rows.resize(made.first.back());
  for (std::size_t row = 0; row < row_of.size(); ++row)
    if (row_of[row] >= 0) made.rows[made.first[static_cast<std::size_t>(row_of[row]) + 1]++] = static_cast<std::uint32_t>(row);
  made.first.pop_back();
  kept = std::make_shared<const RelatedRows>(std::move(made));
  return kept;
}

}  // namespace laoyou::rules
