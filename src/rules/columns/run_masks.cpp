#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/region_code.h"
#include "rules/columns/dates.h"
#include "rules/columns/frame.h"

namespace laoyou::rules {

void Frame::decide(int at, const std::uint64_t* left, const std::uint64_t* right) {
  std::uint64_t *const yes = yes_of(at), *const no = no_of(at);
  for (std::size_t word = 0; word < words_count_; ++word) {
    const std::uint64_t known = (left ? left[word] : ~std::uint64_t{0}) & (right ? right[word] : ~std::uint64_t{0});
    no[word] = ~yes[word] & known;
    yes[word] &= known;
  }
}

void Frame::decide(int at, const std::uint64_t* valid) { decide(at, valid, nullptr); }

void Frame::run_mask_operation(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(std::max(operation.a, 0))];
  const Register& b = registers_[static_cast<std::size_t>(std::max(operation.b, 0))];
  switch (operation.op) {
    case Op::compare: return compare(at, operation);
    case Op::in_ranges: return in_ranges(at, operation);
    case Op::within: return within(at, operation);
    case Op::in_period: return in_period(at, operation);
    case Op::choose_mask: return choose_mask(at, operation);
    case Op::column_ranges: return column_ranges(at, operation);
    case Op::table_mask: return table_mask(at, operation);
    default: break;
  }
  std::uint64_t *const yes = yes_of(at), *const no = no_of(at);
  const std::size_t words = words_count_;
  const auto each = [&](const auto& word_of) {
    for (std::size_t word = 0; word < words; ++word) std::tie(yes[word], no[word]) = word_of(word);
  };
  using Both = std::pair<std::uint64_t, std::uint64_t>;
  switch (operation.op) {
    case Op::value_as_mask:
      kernels_.in_range_i64(a.values, words, 0, 0, false, yes);
      for (std::size_t word = 0; word < words; ++word) yes[word] = ~yes[word];
      return decide(at, a.valid);
    case Op::mask_equal: return each([&](std::size_t w) { return Both((a.yes[w] & b.yes[w]) | (a.no[w] & b.no[w]), (a.yes[w] & b.no[w]) | (a.no[w] & b.yes[w])); });
    case Op::mask_and: return kernels_.both(a.yes, a.no, b.yes, b.no, words, yes, no);
    case Op::mask_or: return kernels_.both(a.no, a.yes, b.no, b.yes, words, no, yes);
    case Op::mask_not:
      std::copy_n(a.no, words, yes);
      std::copy_n(a.yes, words, no);
      return;
    case Op::certain:
      std::copy_n(a.yes, words, yes);
      return kernels_.decide(nullptr, 0, 0, words, yes, no);
    case Op::value_missing: return each([&](std::size_t w) { return a.valid ? Both(~a.valid[w], a.valid[w]) : Both(0, ~std::uint64_t{0}); });
    case Op::mask_missing: return each([&](std::size_t w) { return Both(~(a.yes[w] | a.no[w]), a.yes[w] | a.no[w]); });
    case Op::fallback_mask: return each([&](std::size_t w) {
        const std::uint64_t gone = ~(a.yes[w] | a.no[w]);
        return Both(a.yes[w] | (gone & b.yes[w]), a.no[w] | (gone & b.no[w]));
      });
    case Op::reached_mask:
      each([&](std::size_t w) { return Both(a.yes[w], a.no[w]); });
      for (std::size_t lane = 0; b.rows != nullptr && lane < n_; ++lane)
        if (b.rows[lane] < 0) {
          yes[lane / 64] &= ~(std::uint64_t{1} << lane % 64);
          no[lane / 64] &= ~(std::uint64_t{1} << lane % 64);
        }
      return;
    default: CHECK(false);
  }
}

void Frame::compare(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(operation.a)];
  const Register& b = registers_[static_cast<std::size_t>(operation.b)];
  std::uint64_t* const yes = yes_of(at);
  bool turn = false;
  switch (static_cast<BinarySign>(operation.sign)) {
    case BinarySign::unequal: turn = true; [[fallthrough]];
    case BinarySign::equal: kernels_.equal(a.values, b.values, words_count_, yes); break;
    case BinarySign::greater_equal: turn = true; [[fallthrough]];
    case BinarySign::less: kernels_.less(a.values, b.values, words_count_, yes); break;
    case BinarySign::less_equal: turn = true; [[fallthrough]];
    case BinarySign::greater: kernels_.less(b.values, a.values, words_count_, yes); break;
    default: CHECK(false);
  }
  for (std::size_t word = 0; turn && word < words_count_; ++word) yes[word] = ~yes[word];
  decide(at, a.valid, b.valid);
}

void Frame::in_ranges(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(operation.a)];
  std::uint64_t* const yes = yes_of(at);
  bool more = false;
  for (const auto& [low, high] : program_.ranges[static_cast<std::size_t>(operation.table)].ranges) {
    if (low > high) continue;
    kernels_.in_range_i64(a.values, words_count_, low, high, more, yes);
    more = true;
  }
  if (!more) std::fill_n(yes, words_count_, 0);
  decide(at, a.valid);
}

void Frame::within(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(operation.a)];
  const Register& b = registers_[static_cast<std::size_t>(operation.b)];
  std::uint64_t* const yes = yes_of(at);
  std::fill_n(yes, words_count_, 0);
  std::int64_t outer = -1, end = -1;
  for (std::size_t lane = 0; lane < n_; ++lane) {
    if (b.values[lane] != outer) {
      outer = b.values[lane];
      end = RegionCode::from_number(outer).end_number();
    }
    yes[lane / 64] |= static_cast<std::uint64_t>(a.values[lane] >= outer && a.values[lane] < end) << lane % 64;
  }
  decide(at, a.valid, b.valid);
}

void Frame::in_period(int at, const Operation& operation) {
  const Register& a = registers_[static_cast<std::size_t>(operation.a)];
  const Register& b = registers_[static_cast<std::size_t>(operation.b)];
  std::uint64_t* const yes = yes_of(at);
  std::fill_n(yes, words_count_, 0);
  for (std::size_t lane = 0; lane < n_; ++lane) {
    const bool in = a.values[lane] <= b.values[lane] >> 3 && a.values[lane] >= first_day_of_period(b.values[lane]);
    yes[lane / 64] |= static_cast<std::uint64_t>(in) << lane % 64;
  }
  decide(at, a.valid, b.valid);
}

// As choose_value(), for booleans.
void Frame::choose_mask(int at, const Operation& operation) {
  const std::vector<int>& arguments = operation.arguments;
  const Register& otherwise = registers_[static_cast<std::size_t>(arguments.back())];
  std::uint64_t *const yes = yes_of(at), *const no = no_of(at);
  std::uint64_t open[k_chunk_words], unsure[k_chunk_words] = {};
  std::fill_n(open, words_count_, ~std::uint64_t{0});
  std::fill_n(yes, words_count_, 0);
  std::fill_n(no, words_count_, 0);
  for (std::size_t branch = 0; branch + 1 < arguments.size(); branch += 2) {
    const Register& condition = registers_[static_cast<std::size_t>(arguments[branch])];
    const Register& value = registers_[static_cast<std::size_t>(arguments[branch + 1])];
    kernels_.choose(condition.yes, condition.no, value.yes, value.no, operation.present, words_count_, open, unsure, yes, no);
  }
  for (std::size_t word = 0; word < words_count_; ++word) {
    if (!operation.present) open[word] &= ~unsure[word];
    yes[word] |= open[word] & otherwise.yes[word];
    no[word] |= open[word] & otherwise.no[word];
  }
}

}  // namespace laoyou::rules
