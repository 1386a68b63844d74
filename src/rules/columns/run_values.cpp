#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "rules/columns/frame.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_word_bits = 64;

bool present(const std::uint64_t* valid, std::size_t lane) { return valid == nullptr || (valid[lane / k_word_bits] >> lane % k_word_bits & 1) != 0; }

// Magnitude divided and rounded (Rounding), sign put back; divisor > 0.
template <class Number>
Number divide_magnitude(Number dividend, Number divisor, Rounding rounding) {
  const bool negative = dividend < 0;
  const Number above = negative ? -dividend : dividend;
  Number whole = above / divisor;
  const Number rest = above - whole * divisor;
  bool away = false;
  switch (rounding) {
    case Rounding::half_up: away = rest >= divisor - rest; break;
    case Rounding::half_even: away = rest > divisor - rest || (rest == divisor - rest && (whole & 1) != 0); break;
    case Rounding::down: break;
    case Rounding::up: away = rest > 0; break;
  }
  whole += away ? 1 : 0;
  return negative ? -whole : whole;
}

}  // namespace

void Frame::run_value_operation(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(std::max(operation.a, 0))];
  const Register& b = registers_[static_cast<std::size_t>(std::max(operation.b, 0))];
  switch (operation.op) {
    case Op::load: return load(at, operation);
    case Op::add:
      kernels_.add(a.values, b.values, n_, values_of(at));
      return set_value(at, both_valid(at, a.valid, b.valid));
    case Op::subtract:
      kernels_.subtract(a.values, b.values, n_, values_of(at));
      return set_value(at, both_valid(at, a.valid, b.valid));
    case Op::negate:
      kernels_.multiply(a.values, -1, n_, values_of(at));
      return set_value(at, both_valid(at, a.valid, nullptr));
    case Op::multiply:
      kernels_.multiply(a.values, operation.x, n_, values_of(at));
      return set_value(at, both_valid(at, a.valid, nullptr));
    case Op::scale: return scale(at, operation);
    case Op::date: return date(at, operation);
    case Op::choose_value: return choose_value(at, operation);
    case Op::fallback_value: return fallback_value(at, operation);
    case Op::mask_as_value: {
      kernels_.bits_to_lanes(a.yes, words_count_, values_of(at));
      std::uint64_t* const valid = valid_of(at);
      std::uint64_t all = ~std::uint64_t{0};
      for (std::size_t word = 0; word < words_count_; ++word) all &= valid[word] = a.yes[word] | a.no[word];
      return set_value(at, all == ~std::uint64_t{0} ? nullptr : valid);
    }
    case Op::reached_value: {
      std::memcpy(values_of(at), a.values, n_ * sizeof(std::int64_t));
      std::uint64_t* const valid = valid_of(at);
      for (std::size_t word = 0; word < words_count_; ++word) valid[word] = a.valid ? a.valid[word] : ~std::uint64_t{0};
      for (std::size_t lane = 0; b.rows != nullptr && lane < n_; ++lane)
        if (b.rows[lane] < 0) valid[lane / k_word_bits] &= ~(std::uint64_t{1} << lane % k_word_bits);
      return set_value(at, valid);
    }
    case Op::band_value: return band_value(at, operation);
    case Op::table_value: return table_value(at, operation);
    case Op::related_value: return related_value(at, operation);
    default: CHECK(false);
  }
}

// Rows still open are those that no branch before took. `ordered`: a missing condition closes them without a value; exclusive branches close
// nothing, and whoever took none has no value where any condition was missing.
void Frame::choose_value(int at, const Operation& operation) {
  const std::vector<int>& arguments = operation.arguments;
  const Register& otherwise = registers_[static_cast<std::size_t>(arguments.back())];
  std::int64_t* const out = values_of(at);
  std::uint64_t* const valid = valid_of(at);
  std::memcpy(out, otherwise.values, n_ * sizeof(std::int64_t));
  std::uint64_t open[k_chunk_words], take[k_chunk_words];
  std::fill_n(open, words_count_, ~std::uint64_t{0});
  std::fill_n(valid, words_count_, 0);
  std::uint64_t unsure[k_chunk_words] = {};
  for (std::size_t branch = 0; branch + 1 < arguments.size(); branch += 2) {
    const Register& condition = registers_[static_cast<std::size_t>(arguments[branch])];
    const Register& value = registers_[static_cast<std::size_t>(arguments[branch + 1])];
    std::uint64_t any = 0;
    for (std::size_t word = 0; word < words_count_; ++word) {
      take[word] = open[word] & condition.yes[word];
      any |= take[word];
      valid[word] |= take[word] & (value.valid ? value.valid[word] : ~std::uint64_t{0});
      unsure[word] |= ~(condition.yes[word] | condition.no[word]);
      open[word] &= operation.present ? condition.no[word] : ~condition.yes[word];
    }
    if (any != 0) kernels_.blend(value.values, take, words_count_, out);
  }
  std::uint64_t all = ~std::uint64_t{0};
  for (std::size_t word = 0; word < words_count_; ++word) {
    if (!operation.present) open[word] &= ~unsure[word];
    valid[word] |= open[word] & (otherwise.valid ? otherwise.valid[word] : ~std::uint64_t{0});
    all &= word + 1 == words_count_ && n_ % k_word_bits != 0 ? valid[word] | ~std::uint64_t{0} << n_ % k_word_bits : valid[word];
  }
  set_value(at, all == ~std::uint64_t{0} ? nullptr : valid);
}

void Frame::fallback_value(int at, const Operation& operation) {
  const Register& left = registers_[static_cast<std::size_t>(operation.a)];
  const Register& right = registers_[static_cast<std::size_t>(operation.b)];
  std::int64_t* const out = values_of(at);
  std::memcpy(out, left.values, n_ * sizeof(std::int64_t));
  if (left.valid == nullptr) return set_value(at, nullptr);
  std::uint64_t gone[k_chunk_words];
  for (std::size_t word = 0; word < words_count_; ++word) gone[word] = ~left.valid[word];
  kernels_.blend(right.values, gone, words_count_, out);
  if (right.valid == nullptr) return set_value(at, nullptr);
  std::uint64_t* const valid = valid_of(at);
  for (std::size_t word = 0; word < words_count_; ++word) valid[word] = left.valid[word] | right.valid[word];
  set_value(at, valid);
}

void Frame::scale(int at, const Operation& operation) {
  const Register& factor = registers_[static_cast<std::size_t>(operation.a)];
  const Register& factor2 = registers_[static_cast<std::size_t>(operation.b)];
  const Register& divisor = registers_[static_cast<std::size_t>(operation.c)];
  std::int64_t* const out = values_of(at);
  std::uint64_t* const valid = valid_of(at);
  const std::uint64_t* const factors = both_valid(at, factor.valid, factor2.valid);
  std::uint64_t zero = 0;
  for (std::size_t word = 0; word < words_count_; ++word) valid[word] = (factors ? factors[word] : ~std::uint64_t{0}) & (divisor.valid ? divisor.valid[word] : ~std::uint64_t{0});
  const auto rounding = static_cast<Rounding>(operation.sign);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    out[lane] = 0;
    if (!present(valid, lane)) continue;
    if (divisor.values[lane] == 0) {
      valid[lane / k_word_bits] &= ~(std::uint64_t{1} << lane % k_word_bits);
      zero = 1;
      continue;
    }
    __int128 above = static_cast<__int128>(factor.values[lane]) * factor2.values[lane] * operation.x;
    __int128 below = static_cast<__int128>(divisor.values[lane]) * operation.y;
    if (below < 0) {
      above = -above;
      below = -below;
    }
    const bool small = above >= -INT64_MAX && above <= INT64_MAX && below <= INT64_MAX;
    out[lane] = small ? divide_magnitude(static_cast<std::int64_t>(above), static_cast<std::int64_t>(below), rounding)
                      : static_cast<std::int64_t>(divide_magnitude(above, below, rounding));
  }
  set_value(at, factors == nullptr && divisor.valid == nullptr && zero == 0 ? nullptr : valid);
}

void Frame::band_value(int at, const Operation& operation) {
  const Register& key = registers_[static_cast<std::size_t>(operation.a)];
  const BandTable& table = program_.bands[static_cast<std::size_t>(operation.table)];
  std::int64_t* const out = values_of(at);
  std::uint64_t* const valid = valid_of(at);
  std::fill_n(valid, words_count_, 0);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    Value found = table.otherwise;
    const std::int64_t asked = key.values[lane];
    const auto after = std::upper_bound(table.bands.begin(), table.bands.end(), asked, [](std::int64_t number, const BandTable::Band& band) { return number < band.low; });
    if (after != table.bands.begin() && asked <= std::prev(after)->high) found = std::prev(after)->value;
    out[lane] = found.value_or(0);
    if (found && present(key.valid, lane)) valid[lane / k_word_bits] |= std::uint64_t{1} << lane % k_word_bits;
  }
  set_value(at, valid);
}

}  // namespace laoyou::rules
