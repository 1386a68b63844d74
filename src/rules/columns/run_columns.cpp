// Operations that read one column: as it lies there, or gathered row by row.
#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "rules/columns/frame.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_word_bits = 64;

template <class T>
void gather(const T* __restrict values, const std::int32_t* __restrict rows, std::size_t n, std::int64_t* __restrict out) {
  for (std::size_t lane = 0; lane < n; ++lane) out[lane] = values[rows[lane]];
}
template <class T>
void gather_some(const T* __restrict values, const std::int32_t* __restrict rows, std::size_t n, std::int64_t* __restrict out) {
  for (std::size_t lane = 0; lane < n; ++lane) out[lane] = rows[lane] < 0 ? 0 : values[rows[lane]];
}

// Calls `use` with the column's array in its own type.
template <class Use>
void with_array(const Column& column, const Use& use) {
  switch (column.width()) {
    case Width::u8: return use(column.data<std::uint8_t>());
    case Width::u16: return use(column.data<std::uint16_t>());
    case Width::i32: return use(column.data<std::int32_t>());
    case Width::i64: return use(column.data<std::int64_t>());
  }
}

const void* at_row(const Column& column, std::size_t row) {
  const void* place = nullptr;
  with_array(column, [&](const auto* values) { place = values + row; });
  return place;
}

bool bit(const std::uint64_t* words, std::size_t at) { return (words[at / k_word_bits] >> at % k_word_bits & 1) != 0; }

// Validity of gathered lanes; null when all are present. `whole`: no row is -1.
const std::uint64_t* gather_validity(const Kernels& kernels, const Column& column, const std::int32_t* rows, std::size_t n, bool whole, std::uint64_t* out) {
  const std::uint64_t* const words = column.validity();
  const std::size_t count = (n + k_word_bits - 1) / k_word_bits;
  if (whole) {
    kernels.gather_bits(words, rows, n, out);
  } else {
    std::fill_n(out, count, ~std::uint64_t{0});
    for (std::size_t lane = 0; lane < n; ++lane)
      if (rows[lane] < 0 || (words != nullptr && !bit(words, static_cast<std::size_t>(rows[lane])))) out[lane / k_word_bits] &= ~(std::uint64_t{1} << lane % k_word_bits);
  }
  return std::all_of(out, out + count, [](std::uint64_t word) { return word == ~std::uint64_t{0}; }) ? nullptr : out;
}

void in_range(const Kernels& kernels, const RawLanes& raw, std::size_t words, std::int64_t low, std::int64_t high, bool more, std::uint64_t* out) {
  constexpr std::int64_t k_least[] = {0, 0, INT32_MIN, INT64_MIN}, k_greatest[] = {UINT8_MAX, UINT16_MAX, INT32_MAX, INT64_MAX};
  low = std::max(low, k_least[static_cast<int>(raw.width)]);
  high = std::min(high, k_greatest[static_cast<int>(raw.width)]);
  if (low > high) {
    if (!more) std::fill_n(out, words, 0);
    return;
  }
  switch (raw.width) {
    case Width::u8: return kernels.in_range_u8(static_cast<const std::uint8_t*>(raw.data), words, static_cast<std::uint8_t>(low), static_cast<std::uint8_t>(high), more, out);
    case Width::u16: return kernels.in_range_u16(static_cast<const std::uint16_t*>(raw.data), words, static_cast<std::uint16_t>(low), static_cast<std::uint16_t>(high), more, out);
    case Width::i32: return kernels.in_range_i32(static_cast<const std::int32_t*>(raw.data), words, static_cast<std::int32_t>(low), static_cast<std::int32_t>(high), more, out);
    case Width::i64: return kernels.in_range_i64(static_cast<const std::int64_t*>(raw.data), words, low, high, more, out);
  }
}

}  // namespace

RawLanes Frame::raw_lanes(const Operation& operation) {
  const Column& column = program_.column(operation.record, operation.field);
  const std::int32_t* const rows = registers_[static_cast<std::size_t>(operation.a)].rows;
  if (rows == nullptr) {
    const std::uint64_t* const words = column.validity();
    return {column.width(), at_row(column, first_), words == nullptr ? nullptr : words + first_ / k_word_bits};
  }
  for (const Gathered& each : gathered_)
    if (each.rows == operation.a && each.record == operation.record && each.field == operation.field) return each.raw;
  Gathered& room = gathered_[next_gathered_++ % k_gathered];
  room.memory.resize((k_chunk_rows + k_chunk_words) * sizeof(std::int64_t));
  auto* const lanes = reinterpret_cast<std::int64_t*>(room.memory.data());
  auto* const words = reinterpret_cast<std::uint64_t*>(room.memory.data()) + k_chunk_rows;
  const bool whole = domain_.operations[static_cast<std::size_t>(operation.a)].op == Op::base;
  if (column.rows() == 0)
    std::fill_n(lanes, n_, 0);
  else
    with_array(column, [&](const auto* values) { whole ? gather(values, rows, n_, lanes) : gather_some(values, rows, n_, lanes); });
  const bool sure = whole && !column.has_missing();
  room.rows = operation.a;
  room.record = operation.record;
  room.field = operation.field;
  room.raw = {Width::i64, lanes, sure ? nullptr : gather_validity(kernels_, column, rows, n_, whole, words)};
  return room.raw;
}

void Frame::load_numbers(int at, const Operation& operation) {
  std::int64_t* const out = values_of(at);
  const Column& column = program_.column(operation.record, operation.field);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    const std::int64_t raw = first_number_ + static_cast<std::int64_t>(lane);
    if (column.type().kind != Kind::region) out[lane] = raw;
    else out[lane] = raw >= 0 && raw < std::ssize(column.dictionary()) ? column.dictionary()[static_cast<std::size_t>(raw)] : 0;
  }
  if (number_missing_) std::fill_n(valid_of(at), k_chunk_words, 0);
  set_value(at, number_missing_ ? valid_of(at) : nullptr);
}

void Frame::load(int at, const Operation& operation) {
  if (manner_ == Manner::numbers) return load_numbers(at, operation);
  const Column& column = program_.column(operation.record, operation.field);
  const RawLanes raw = raw_lanes(operation);
  const bool stretch = registers_[static_cast<std::size_t>(operation.a)].rows == nullptr;
  const bool region = column.type().kind == Kind::region;
  if (stretch && raw.width == Width::i64 && !region) {
    registers_[static_cast<std::size_t>(at)].values = static_cast<const std::int64_t*>(raw.data);
    return set_value(at, raw.valid);
  }
  std::int64_t* const out = values_of(at);
  switch (raw.width) {
    case Width::u8: kernels_.widen_u8(static_cast<const std::uint8_t*>(raw.data), n_, out); break;
    case Width::u16: kernels_.widen_u16(static_cast<const std::uint16_t*>(raw.data), n_, out); break;
    case Width::i32: kernels_.widen_i32(static_cast<const std::int32_t*>(raw.data), n_, out); break;
    case Width::i64: std::memcpy(out, raw.data, n_ * sizeof(std::int64_t)); break;
  }
  if (region)
    for (std::size_t lane = 0; lane < n_; ++lane)
      out[lane] = out[lane] < std::ssize(column.dictionary()) ? column.dictionary()[static_cast<std::size_t>(out[lane])] : 0;
  if (stretch || raw.valid == nullptr) return set_value(at, raw.valid);
  std::copy_n(raw.valid, words_count_, valid_of(at));
  set_value(at, valid_of(at));
}

void Frame::column_ranges(int at, const Operation& operation) {
  const RawLanes raw = raw_lanes(operation);
  const Ranges& asked = program_.ranges[static_cast<std::size_t>(operation.table)];
  std::uint64_t *const yes = yes_of(at), *const no = no_of(at);
  bool more = false;
  for (const auto& [low, high] : asked.ranges) {
    in_range(kernels_, raw, words_count_, low, high, more, yes);
    more = true;
  }
  if (!more) std::fill_n(yes, words_count_, 0);
  const std::uint64_t missing_yes = asked.if_missing == Value(1) ? ~std::uint64_t{0} : 0, missing_no = asked.if_missing == Value(0) ? ~std::uint64_t{0} : 0;
  kernels_.decide(raw.valid, missing_yes, missing_no, words_count_, yes, no);
}

void Frame::table_value(int at, const Operation& operation) {
  const RawLanes raw = raw_lanes(operation);
  const DirectTable& table = program_.tables[static_cast<std::size_t>(operation.table)];
  std::int64_t* const out = values_of(at);
  switch (raw.width) {
    case Width::u8: kernels_.lookup_u8(static_cast<const std::uint8_t*>(raw.data), table.values.data(), table.least, n_, out); break;
    case Width::u16: kernels_.lookup_u16(static_cast<const std::uint16_t*>(raw.data), table.values.data(), table.least, n_, out); break;
    case Width::i32: kernels_.lookup_i32(static_cast<const std::int32_t*>(raw.data), table.values.data(), table.least, n_, out); break;
    case Width::i64:
      for (std::size_t lane = 0; lane < n_; ++lane) out[lane] = table.values[static_cast<std::size_t>(static_cast<const std::int64_t*>(raw.data)[lane] - table.least)];
      break;
  }
  if (raw.valid == nullptr && table.all_present) return set_value(at, nullptr);
  std::uint64_t* const valid = valid_of(at);
  const auto present = [&](std::size_t lane) -> bool {
    switch (raw.width) {
      case Width::u8: return table.present[static_cast<std::size_t>(static_cast<const std::uint8_t*>(raw.data)[lane] - table.least)] != 0;
      case Width::u16: return table.present[static_cast<std::size_t>(static_cast<const std::uint16_t*>(raw.data)[lane] - table.least)] != 0;
      case Width::i32: return table.present[static_cast<std::size_t>(static_cast<const std::int32_t*>(raw.data)[lane] - table.least)] != 0;
      case Width::i64: break;
    }
    return table.present[static_cast<std::size_t>(static_cast<const std::int64_t*>(raw.data)[lane] - table.least)] != 0;
  };
  for (std::size_t word = 0; word < words_count_; ++word) {
    std::uint64_t bits = raw.valid ? raw.valid[word] : ~std::uint64_t{0};
    if (!table.all_present) {
      std::uint64_t has = 0;
      const std::size_t end = std::min(n_, (word + 1) * k_word_bits);
      for (std::size_t lane = word * k_word_bits; lane < end; ++lane) has |= static_cast<std::uint64_t>(present(lane)) << lane % k_word_bits;
      bits &= has;
    }
    valid[word] = bits;
  }
  if (table.if_missing && raw.valid != nullptr) {
    for (std::size_t word = 0; word < words_count_; ++word) {
      const std::size_t end = std::min(n_ - word * k_word_bits, k_word_bits);
      for (std::uint64_t gone = ~raw.valid[word] & (end == k_word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << end) - 1); gone != 0; gone &= gone - 1)
        out[word * k_word_bits + static_cast<std::size_t>(__builtin_ctzll(gone))] = *table.if_missing;
      valid[word] |= ~raw.valid[word];
    }
  }
  set_value(at, valid);
}

void Frame::table_mask(int at, const Operation& operation) {
  const RawLanes raw = raw_lanes(operation);
  const DirectTable& table = program_.tables[static_cast<std::size_t>(operation.table)];
  std::uint64_t *const yes = yes_of(at), *const no = no_of(at);
  const auto number = [&](std::size_t lane) -> std::int64_t {
    switch (raw.width) {
      case Width::u8: return static_cast<const std::uint8_t*>(raw.data)[lane];
      case Width::u16: return static_cast<const std::uint16_t*>(raw.data)[lane];
      case Width::i32: return static_cast<const std::int32_t*>(raw.data)[lane];
      case Width::i64: break;
    }
    return static_cast<const std::int64_t*>(raw.data)[lane];
  };
  const std::uint64_t missing_yes = table.if_missing == Value(1) ? ~std::uint64_t{0} : 0, missing_no = table.if_missing == Value(0) ? ~std::uint64_t{0} : 0;
  for (std::size_t word = 0; word < words_count_; ++word) {
    std::uint64_t holds = 0, known = 0;
    const std::size_t end = std::min(n_, (word + 1) * k_word_bits);
    for (std::size_t lane = word * k_word_bits; lane < end; ++lane) {
      const auto entry = static_cast<std::size_t>(number(lane) - table.least);
      holds |= static_cast<std::uint64_t>(table.values[entry] != 0) << lane % k_word_bits;
      known |= static_cast<std::uint64_t>(table.present[entry] != 0) << lane % k_word_bits;
    }
    const std::uint64_t valid = raw.valid ? raw.valid[word] : ~std::uint64_t{0};
    yes[word] = (holds & known & valid) | (missing_yes & ~valid);
    no[word] = (~holds & known & valid) | (missing_no & ~valid);
  }
}

}  // namespace laoyou::rules
