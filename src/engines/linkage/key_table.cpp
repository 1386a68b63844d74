#include "engines/linkage/key_table.h"

#include "base/check.h"

namespace laoyou::linkage {

std::size_t KeyTable::slot_of(Key key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (key ^ key >> 29) & mask;
  while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t KeyTable::add(Key key, Row row) {
  if (key == 0) return 0;
  if (taken_ * 2 > slots_.size()) grow();
  if (links_.size() <= row) links_.resize(row + std::size_t{1});
  Slot& slot = slots_[slot_of(key)];
  if (slot.key == 0) ++taken_;
  slot.key = key;
  links_[row] = {slot.head, k_none};
  if (slot.head != k_none) links_[slot.head].previous = row;
  slot.head = row;
  return ++slot.count;
}

std::uint32_t KeyTable::remove(Key key, Row row) {
  if (key == 0) return 0;
  Slot& slot = slots_[slot_of(key)];
  CHECK(slot.count > 0);
  const Link link = links_[row];
  if (link.next != k_none) links_[link.next].previous = link.previous;
  if (link.previous != k_none) links_[link.previous].next = link.next;
  else slot.head = link.next;
  return --slot.count;
}

void KeyTable::grow() {
  std::vector<Slot> before(slots_.size() * 2);
  before.swap(slots_);
  for (const Slot& slot : before)
    if (slot.key != 0) slots_[slot_of(slot.key)] = slot;
}

}  // namespace laoyou::linkage
