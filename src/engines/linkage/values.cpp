#include "engines/linkage/values.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/check.h"

namespace laoyou::linkage {

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = seed ^ (bytes.size() * 0x9E3779B97F4A7C15ULL);
  while (bytes.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), 8);
    hash = mixed(hash, word);
    bytes.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (const char c : bytes) rest = rest << 8 | static_cast<unsigned char>(c);
  return mixed(hash, rest);
}

Values::Values(FieldKind kind) : kind_(kind), ends_{0}, slots_(64) {}

std::size_t Values::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].code != 0 && (slots_[slot].hash != hash || this->text(slots_[slot].code) != text)) slot = (slot + 1) & mask;
  return slot;
}

Code Values::find(std::string_view text) const {
  return text.empty() ? 0 : slots_[slot_of(text, static_cast<std::uint32_t>(hash_of(text)))].code;
}

Code Values::take(std::string_view text) {
  return text.empty() ? 0 : take_hashed(text, static_cast<std::uint32_t>(hash_of(text)));
}

void Values::take(std::span<const std::string> texts, Code* codes) {
  constexpr std::size_t k_together = 16;  // as many lines of memory as a processor waits for at once
  std::array<std::uint32_t, k_together> hashes{};
  for (; !texts.empty(); texts = texts.subspan(std::min(k_together, texts.size())), codes += k_together) {
    const std::size_t count = std::min(k_together, texts.size()), mask = slots_.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
      hashes[i] = static_cast<std::uint32_t>(hash_of(texts[i]));
      __builtin_prefetch(&slots_[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&ends_[slots_[hashes[i] & mask].code]);
    for (std::size_t i = 0; i < count; ++i) {
      const Slot& slot = slots_[hashes[i] & mask];
      if (slot.code != 0 && slot.hash == hashes[i]) __builtin_prefetch(texts_.data() + ends_[slot.code - 1]);
    }
    for (std::size_t i = 0; i < count; ++i) codes[i] = texts[i].empty() ? 0 : take_hashed(texts[i], hashes[i]);
  }
}

Code Values::take_hashed(std::string_view text, std::uint32_t hash) {
  std::size_t slot = slot_of(text, hash);
  if (slots_[slot].code != 0) return slots_[slot].code;
  CHECK(ends_.size() < UINT32_MAX);
  if (ends_.size() * 2 > slots_.size()) {
    grow();
    slot = slot_of(text, hash);
  }
  const auto code = static_cast<Code>(ends_.size());
  texts_ += text;
  ends_.push_back(texts_.size());
  slots_[slot] = {hash, code};
  return code;
}

void Values::grow() {
  std::vector<Slot> larger(slots_.size() * 4);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& one : slots_) {
    if (one.code == 0) continue;
    std::size_t slot = one.hash & mask;
    while (larger[slot].code != 0) slot = (slot + 1) & mask;
    larger[slot] = one;
  }
  slots_.swap(larger);
}

}  // namespace laoyou::linkage
