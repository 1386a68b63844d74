#include "rules/derived_facts.h"

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

}  // namespace

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
