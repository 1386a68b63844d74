#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include <sys/mman.h>

#include "base/check.h"
#include "rules/facts/facts.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_line = 64;
constexpr std::size_t k_beyond = 512;  // kernels read whole words of 64 rows, at most eight bytes each
constexpr std::size_t k_huge_page = std::size_t{2} << 20;
constexpr std::size_t k_word_bits = 64;

std::size_t width_bytes(Width width) {
  constexpr std::size_t k_bytes[] = {1, 2, 4, 8};
  return k_bytes[static_cast<int>(width)];
}

Width width_for(std::int64_t value) {
  if (value >= 0 && value <= std::numeric_limits<std::uint8_t>::max()) return Width::u8;
  if (value >= 0 && value <= std::numeric_limits<std::uint16_t>::max()) return Width::u16;
  const bool fits = value >= std::numeric_limits<std::int32_t>::min() && value <= std::numeric_limits<std::int32_t>::max();
  return fits ? Width::i32 : Width::i64;
}

std::int64_t read(const std::byte* data, Width width, std::size_t row) {
  switch (width) {
    case Width::u8: return reinterpret_cast<const std::uint8_t*>(data)[row];
    case Width::u16: return reinterpret_cast<const std::uint16_t*>(data)[row];
    case Width::i32: return reinterpret_cast<const std::int32_t*>(data)[row];
    case Width::i64: break;
  }
  return reinterpret_cast<const std::int64_t*>(data)[row];
}

void store(std::byte* data, Width width, std::size_t row, std::int64_t value) {
  switch (width) {
    case Width::u8: reinterpret_cast<std::uint8_t*>(data)[row] = static_cast<std::uint8_t>(value); return;
    case Width::u16: reinterpret_cast<std::uint16_t*>(data)[row] = static_cast<std::uint16_t>(value); return;
    case Width::i32: reinterpret_cast<std::int32_t*>(data)[row] = static_cast<std::int32_t>(value); return;
    case Width::i64: reinterpret_cast<std::int64_t*>(data)[row] = value; return;
  }
}

}  // namespace

Buffer::Buffer(Buffer&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), bytes_(std::exchange(other.bytes_, 0)), capacity_(std::exchange(other.capacity_, 0)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(bytes_, other.bytes_);
  std::swap(capacity_, other.capacity_);
  return *this;
}

Buffer::~Buffer() { std::free(data_); }

void Buffer::resize(std::size_t bytes) {
  if (bytes + k_beyond > capacity_) {
    const std::size_t wanted = std::max(bytes + k_beyond, capacity_ + capacity_ / 2);
    const std::size_t alignment = wanted >= 2 * k_huge_page ? k_huge_page : k_line;
    const std::size_t capacity = (wanted + alignment - 1) / alignment * alignment;
    auto* larger = static_cast<std::byte*>(std::aligned_alloc(alignment, capacity));
    if (larger == nullptr) throw std::bad_alloc();
    if (alignment == k_huge_page) ::madvise(larger, capacity, MADV_HUGEPAGE);
    if (bytes_ > 0) std::memcpy(larger, data_, bytes_);
    std::memset(larger + bytes_, 0, k_beyond);
    std::free(data_);
    data_ = larger;
    capacity_ = capacity;
  }
  // The k_beyond bytes behind the end are zero at all times, so that a row more costs its own bytes only.
  if (bytes > bytes_) std::memset(data_ + bytes_ + k_beyond, 0, bytes - bytes_);
  if (bytes < bytes_) std::memset(data_ + bytes, 0, bytes_ - bytes);
  bytes_ = bytes;
}

const std::uint64_t* Column::validity() const {
  return missing_ == 0 ? nullptr : reinterpret_cast<const std::uint64_t*>(validity_.data());
}

std::int64_t Column::raw(std::size_t row) const { return read(values_.data(), width_, row); }

Value Column::at(std::size_t row) const {
  CHECK(row < rows_);
  if (const std::uint64_t* words = validity(); words != nullptr && (words[row / k_word_bits] >> row % k_word_bits & 1) == 0) return {};
  return type_.kind == Kind::region ? dictionary_[static_cast<std::size_t>(raw(row))] : raw(row);
}

void Column::widen(Width width) {
  Buffer wider;
  wider.resize(values_.bytes() / width_bytes(width_) * width_bytes(width));
  for (std::size_t row = 0; row < rows_; ++row) store(wider.data(), width, row, raw(row));
  values_ = std::move(wider);
  width_ = width;
}

std::int64_t Column::encode(std::int64_t value) {
  if (type_.kind != Kind::region) return value;
  const auto [at, fresh] = position_of_code_.try_emplace(value, std::ssize(dictionary_));
  if (fresh) {
    ascending_ = ascending_ && (dictionary_.empty() || dictionary_.back() < value);
    dictionary_.push_back(value);
  }
  return at->second;
}

void Column::settle() {
  rows_when_settled_ = rows_;
  if (ascending_) return;
  std::vector<std::int64_t> sorted = dictionary_;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::int64_t> moved(sorted.size());
  for (std::size_t position = 0; position < sorted.size(); ++position)
    moved[static_cast<std::size_t>(std::exchange(position_of_code_[sorted[position]], static_cast<std::int64_t>(position)))] =
        static_cast<std::int64_t>(position);
  const std::uint64_t* words = validity();
  for (std::size_t row = 0; row < rows_; ++row)
    if (words == nullptr || (words[row / k_word_bits] >> row % k_word_bits & 1) != 0) store(values_.data(), width_, row, moved[static_cast<std::size_t>(raw(row))]);
  dictionary_ = std::move(sorted);
  least_ = 0;
  greatest_ = std::max<std::int64_t>(0, std::ssize(dictionary_) - 1);
  ascending_ = true;
}

void Column::write_raw(std::size_t row, std::int64_t raw) {
  if (const Width needed = width_for(raw); needed > width_) widen(needed);
  store(values_.data(), width_, row, raw);
}

void Column::write_present(std::size_t row, bool present) {
  if (validity_.bytes() == 0) {
    if (present) return;
    validity_.resize((rows_ + k_word_bits - 1) / k_word_bits * sizeof(std::uint64_t));
    auto* words = reinterpret_cast<std::uint64_t*>(validity_.data());
    for (std::size_t each = 0; each < rows_; ++each) words[each / k_word_bits] |= std::uint64_t{1} << each % k_word_bits;
  }
  auto* words = reinterpret_cast<std::uint64_t*>(validity_.data());
  const std::uint64_t bit = std::uint64_t{1} << row % k_word_bits;
  words[row / k_word_bits] = present ? words[row / k_word_bits] | bit : words[row / k_word_bits] & ~bit;
}

void Column::write(std::size_t row, Value value) {
  const std::int64_t raw = value ? encode(*value) : 0;
  if (value) {
    least_ = seen_ ? std::min(least_, raw) : raw;
    greatest_ = seen_ ? std::max(greatest_, raw) : raw;
    seen_ = true;
  }
  write_raw(row, raw);
}

void Column::append(Value value) {
  values_.resize((rows_ + 1) * width_bytes(width_));
  if (validity_.bytes() > 0) validity_.resize((rows_ / k_word_bits + 1) * sizeof(std::uint64_t));
  write(rows_, value);
  ++rows_;
  write_present(rows_ - 1, value.has_value());
  missing_ += value ? 0 : 1;
  if (!ascending_ && rows_ >= 2 * rows_when_settled_) settle();
}

void Column::set(std::size_t row, Value value) {
  CHECK(row < rows_);
  const bool was_missing = !at(row).has_value();
  write(row, value);
  write_present(row, value.has_value());
  missing_ += (value ? 0 : 1);
  missing_ -= was_missing ? 1 : 0;
}

void Column::remove_last() {
  CHECK(rows_ > 0);
  const std::size_t row = rows_ - 1;
  missing_ -= at(row) ? 0 : 1;
  if (validity_.bytes() > 0) {
    write_present(row, false);
    validity_.resize((row + k_word_bits - 1) / k_word_bits * sizeof(std::uint64_t));
  }
  values_.resize(row * width_bytes(width_));
  rows_ = row;
}

void Column::assign(Width width, const void* values, std::size_t rows) {
  Column fresh(type_);
  fresh.width_ = type_.kind == Kind::region ? Width::u8 : width;
  const auto* source = static_cast<const std::byte*>(values);
  if (type_.kind == Kind::region) {
    for (std::size_t row = 0; row < rows; ++row) fresh.append(read(source, width, row));
    fresh.settle();
  } else {
    fresh.rows_ = rows;
    fresh.seen_ = rows > 0;
    fresh.values_.resize(rows * width_bytes(width));
    if (rows > 0) std::memcpy(fresh.values_.data(), values, rows * width_bytes(width));
    for (std::size_t row = 0; row < rows; ++row) {
      const std::int64_t value = read(source, width, row);
      fresh.least_ = row == 0 ? value : std::min(fresh.least_, value);
      fresh.greatest_ = row == 0 ? value : std::max(fresh.greatest_, value);
    }
  }
  *this = std::move(fresh);
}

}  // namespace laoyou::rules
