#include "base/check.h"
#include "rules/facts/facts.h"

namespace laoyou::rules {
namespace {

// Multiplying by an odd number near 2^64 divided by the golden ratio spreads ids that rise in steps (Knuth, vol. 3, 6.4).
std::size_t home(std::int64_t id, std::size_t slots) {
  const std::uint64_t mixed = static_cast<std::uint64_t>(id) * 0x9e3779b97f4a7c15ull;
  return static_cast<std::size_t>(mixed ^ mixed >> 32) & (slots - 1);
}

std::int64_t id_in(const Column& ids, std::uint32_t slot) { return *ids.at(slot - 1); }

}  // namespace

std::size_t RowIndex::slot_of(const Column& ids, std::int64_t id) const {
  std::size_t slot = home(id, slots_.size());
  while (slots_[slot] != 0 && id_in(ids, slots_[slot]) != id) slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

std::int64_t RowIndex::find(const Column& ids, std::int64_t id) const {
  if (slots_.empty()) return -1;
  return static_cast<std::int64_t>(slots_[slot_of(ids, id)]) - 1;
}

void RowIndex::grow(const Column& ids) {
  std::vector<std::uint32_t> before(slots_.empty() ? 16 : slots_.size() * 2);
  before.swap(slots_);
  for (const std::uint32_t row : before)
    if (row != 0) slots_[slot_of(ids, id_in(ids, row))] = row;
}

void RowIndex::add(const Column& ids, std::size_t row) {
  if (2 * (used_ + 1) > slots_.size()) grow(ids);
  std::uint32_t& slot = slots_[slot_of(ids, *ids.at(row))];
  CHECK(slot == 0);
  slot = static_cast<std::uint32_t>(row + 1);
  ++used_;
}

void RowIndex::move(const Column& ids, std::int64_t id, std::size_t row) { slots_[slot_of(ids, id)] = static_cast<std::uint32_t>(row + 1); }

void RowIndex::remove(const Column& ids, std::int64_t id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t hole = slot_of(ids, id);
  CHECK(slots_[hole] != 0);
  for (std::size_t next = (hole + 1) & mask; slots_[next] != 0; next = (next + 1) & mask) {
    // What stands here may fill the hole unless its home lies behind the hole.
    const std::size_t wanted = home(id_in(ids, slots_[next]), slots_.size());
    if (((next - wanted) & mask) < ((next - hole) & mask)) continue;
    slots_[hole] = slots_[next];
    hole = next;
  }
  slots_[hole] = 0;
  --used_;
}

void RowIndex::clear() {
  slots_.clear();
  used_ = 0;
}

}  // namespace laoyou::rules
