#include "engines/linkage/records.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "engines/linkage/normal_text.h"
#include "engines/linkage/parallel.h"

namespace laoyou::linkage {
namespace {

constexpr std::size_t k_taken_together = 64;  // cells put into their normal form before their numbers are asked for

}  // namespace

Records::Records(const Map& map) : map_(&map), fields_(map.fields.size()) {
  for (int pool = 0; pool < map.pools; ++pool) {
    const auto owner = std::find_if(map.fields.begin(), map.fields.end(), [pool](const Field& field) { return field.pool == pool; });
    CHECK(owner != map.fields.end());
    pools_.emplace_back(owner->kind);
  }
  for (const std::string& text : map.missing) missing_.push_back(normal_text(FieldKind::text, text));
}

std::string Records::normal_cell(int field, std::string_view cell) const {
  if (cell.empty()) return {};
  if (!missing_.empty() && std::find(missing_.begin(), missing_.end(), normal_text(FieldKind::text, cell)) != missing_.end()) return {};
  return normal_text(map_->fields[static_cast<std::size_t>(field)].kind, cell);
}

Code Records::take(int field, std::string_view cell) {
  return pools_[static_cast<std::size_t>(map_->fields[static_cast<std::size_t>(field)].pool)].take(normal_cell(field, cell));
}

void Records::take_column(int field, const Column& cells, std::vector<Code>& codes) {
  Values& pool = pools_[static_cast<std::size_t>(map_->fields[static_cast<std::size_t>(field)].pool)];
  std::array<std::string, k_taken_together> texts;
  codes.resize(cells.size());
  for (std::size_t begin = 0; begin < cells.size(); begin += texts.size()) {
    const std::size_t count = std::min(texts.size(), cells.size() - begin);
    for (std::size_t i = 0; i < count; ++i) texts[i] = normal_cell(field, cells[begin + i]);
    pool.take(std::span(texts.data(), count), codes.data() + begin);
  }
}

std::optional<Row> Records::find(std::string_view id, bool is_right) const {
  const Code code = ids_.find((is_right ? "2" : "1") + std::string(id));
  return code == 0 ? std::nullopt : std::optional<Row>(code - 1);
}

std::optional<Row> Records::add(std::string_view id, std::span<const std::string_view> cells, bool is_right) {
  CHECK(cells.size() == fields_);
  const Code known = ids_.take((is_right ? "2" : "1") + std::string(id));
  if (known <= size()) return std::nullopt;
  for (std::size_t field = 0; field < fields_; ++field) cells_.push_back(take(static_cast<int>(field), cells[field]));
  right_.push_back(is_right ? 1 : 0);
  return size() - 1;
}

std::optional<std::size_t> Records::add(const Batch& batch, bool is_right) {
  CHECK(batch.fields.size() == fields_);
  const std::size_t count = batch.ids.size(), before = size();
  std::vector<std::vector<Code>> columns(fields_);
  std::optional<std::size_t> repeated;
  // Fields that share their values are one task: two threads may not both take from one pool.
  in_turn(pools_.size() + 1, threads_here(), [&](std::size_t task) {
    if (task == 0) {
      std::array<std::string, k_taken_together> ids;
      std::array<Code, k_taken_together> codes{};
      for (std::size_t begin = 0; begin < count && !repeated; begin += ids.size()) {
        const std::size_t part = std::min(ids.size(), count - begin);
        for (std::size_t i = 0; i < part; ++i) ids[i].assign(is_right ? "2" : "1") += batch.ids[begin + i];
        ids_.take(std::span(ids.data(), part), codes.data());
        for (std::size_t i = 0; i < part && !repeated; ++i)
          if (codes[i] != before + begin + i + 1) repeated = begin + i;
      }
      return;
    }
    for (std::size_t field = 0; field < fields_; ++field) {
      if (map_->fields[field].pool != static_cast<int>(task) - 1) continue;
      take_column(static_cast<int>(field), batch.fields[field], columns[field]);
    }
  });
  if (repeated) return repeated;
  cells_.resize((before + count) * fields_);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t field = 0; field < fields_; ++field) cells_[(before + i) * fields_ + field] = columns[field][i];
  right_.insert(right_.end(), count, is_right ? 1 : 0);
  return std::nullopt;
}

void Records::put(Row row, std::span<const std::string_view> cells) {
  CHECK(row < size() && cells.size() == fields_);
  for (std::size_t field = 0; field < fields_; ++field) cells_[std::size_t{row} * fields_ + field] = take(static_cast<int>(field), cells[field]);
}

}  // namespace laoyou::linkage
