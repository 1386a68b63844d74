#include "rules/columns/frame.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_value_bytes = k_chunk_rows * sizeof(std::int64_t);
constexpr std::size_t k_mask_bytes = k_chunk_words * sizeof(std::uint64_t);
constexpr std::size_t k_row_bytes = (k_chunk_rows + 64) * sizeof(std::int32_t);

}  // namespace

Frame::Frame(const Program& program, int domain, const Schedule& schedule)
    : program_(program), domain_(program.domains[static_cast<std::size_t>(domain)]), schedule_(schedule), kernels_(kernels()), registers_(domain_.operations.size()) {
  values_.resize(static_cast<std::size_t>(schedule.value_slots) * k_value_bytes);
  // Masks need two stretches of words, values one for validity.
  words_.resize((static_cast<std::size_t>(schedule.mask_slots) * 2 + static_cast<std::size_t>(schedule.value_slots)) * k_mask_bytes);
  row_numbers_.resize(static_cast<std::size_t>(schedule.rows_slots) * k_row_bytes);
  for (const int at : schedule.constants) {
    const Operation& operation = domain_.operations[static_cast<std::size_t>(at)];
    if (operation.op == Op::constant_value) {
      std::fill_n(values_of(at), k_chunk_rows, operation.x);
      set_value(at, operation.present ? nullptr : valid_of(at));  // validity words are zero from the start
    } else {
      std::memset(yes_of(at), operation.present && operation.x != 0 ? 0xff : 0, k_mask_bytes);
      std::memset(no_of(at), operation.present && operation.x == 0 ? 0xff : 0, k_mask_bytes);
    }
  }
  children_.resize(domain_.operations.size());
  for (const int at : schedule.order)
    if (const int child = domain_.operations[static_cast<std::size_t>(at)].child; child >= 0)
      children_[static_cast<std::size_t>(at)] = std::make_unique<Frame>(program, child, program.related_schedules[static_cast<std::size_t>(child)]);
}

std::size_t Frame::bytes() const {
  std::size_t all = values_.bytes() + words_.bytes() + row_numbers_.bytes();
  for (const Gathered& each : gathered_) all += each.memory.bytes();
  for (const auto& child : children_) all += child ? child->bytes() : 0;
  return all;
}

std::int64_t* Frame::values_of(int at) {
  auto* const values = reinterpret_cast<std::int64_t*>(values_.data()) + static_cast<std::size_t>(schedule_.slot[static_cast<std::size_t>(at)]) * k_chunk_rows;
  registers_[static_cast<std::size_t>(at)].values = values;
  return values;
}
std::uint64_t* Frame::valid_of(int at) {
  const auto slot = static_cast<std::size_t>(schedule_.mask_slots * 2 + schedule_.slot[static_cast<std::size_t>(at)]);
  return reinterpret_cast<std::uint64_t*>(words_.data()) + slot * k_chunk_words;
}
std::uint64_t* Frame::yes_of(int at) {
  auto* const words = reinterpret_cast<std::uint64_t*>(words_.data()) + static_cast<std::size_t>(schedule_.slot[static_cast<std::size_t>(at)]) * 2 * k_chunk_words;
  registers_[static_cast<std::size_t>(at)].yes = words;
  return words;
}
std::uint64_t* Frame::no_of(int at) {
  std::uint64_t* const words = yes_of(at) + k_chunk_words;
  registers_[static_cast<std::size_t>(at)].no = words;
  return words;
}
std::int32_t* Frame::rows_of(int at) {
  return reinterpret_cast<std::int32_t*>(row_numbers_.data() + static_cast<std::size_t>(schedule_.slot[static_cast<std::size_t>(at)]) * k_row_bytes);
}

void Frame::set_value(int at, const std::uint64_t* valid) { registers_[static_cast<std::size_t>(at)].valid = valid; }

const std::uint64_t* Frame::both_valid(int at, const std::uint64_t* left, const std::uint64_t* right) {
  if (left == nullptr && right == nullptr) return nullptr;
  std::uint64_t* const out = valid_of(at);
  for (std::size_t word = 0; word < words_count_; ++word) out[word] = (left ? left[word] : ~std::uint64_t{0}) & (right ? right[word] : ~std::uint64_t{0});
  return out;
}

void Frame::run_stretch(std::size_t first, std::size_t n) {
  manner_ = Manner::stretch;
  first_ = first;
  base_ = nullptr;
  n_ = n;
  run();
}

void Frame::run_rows(const std::int32_t* rows, std::size_t n) {
  manner_ = Manner::rows;
  base_ = rows;
  n_ = n;
  run();
}

void Frame::run_related(const Frame& around, const std::int32_t* rows, const std::int32_t* owners, std::size_t n) {
  around_ = &around;
  owners_ = owners;
  run_rows(rows, n);
}

void Frame::run_numbers(std::int64_t first, std::size_t n, bool missing) {
  manner_ = Manner::numbers;
  first_number_ = first;
  number_missing_ = missing;
  n_ = n;
  run();
}

void Frame::run() {
  CHECK(n_ <= k_chunk_rows);
  words_count_ = (n_ + 63) / 64;
  for (Gathered& each : gathered_) each.rows = -1;
  for (const int at : schedule_.order) execute(at, domain_.operations[static_cast<std::size_t>(at)]);
}

void Frame::execute(int at, const Operation& operation) {
  switch (operation.holds) {
    case Holds::rows: return run_rows_operation(at, operation);
    case Holds::value: return run_value_operation(at, operation);
    case Holds::mask: return run_mask_operation(at, operation);
  }
}

void Frame::run_rows_operation(int at, const Operation& operation) {
  Register& made = registers_[static_cast<std::size_t>(at)];
  if (operation.op == Op::base) {
    made.rows = base_;
    return;
  }
  std::int32_t* const out = rows_of(at);
  if (operation.op == Op::outer) {
    const std::int32_t* const rows = around_->at(operation.a).rows;
    for (std::size_t lane = 0; lane < n_; ++lane)
      out[lane] = rows != nullptr ? rows[owners_[lane]] : static_cast<std::int32_t>(around_->first_) + owners_[lane];
    made.rows = out;
    return;
  }
  const std::vector<std::int32_t>& links = program_.links_of(operation.record, operation.field).row_of;
  const std::int32_t* const rows =
      registers_[static_cast<std::size_t>(operation.a)].rows;
  if (rows == nullptr) {
    made.rows = links.data() + first_;
    return;
  }
  for (std::size_t lane = 0; lane < n_; ++lane) out[lane] = rows[lane] < 0 ? -1 : links[static_cast<std::size_t>(rows[lane])];
  made.rows = out;
}

}  // namespace laoyou::rules
