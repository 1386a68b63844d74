// Runs a schedule over one chunk of rows at a time; registers are allocated once and used for every chunk.
#pragma once

#include <memory>

#include "rules/columns/kernels.h"
#include "rules/columns/program.h"

namespace laoyou::rules {

/// Where a register's content lies (Holds says which part).
struct Register {
  const std::int64_t* values = nullptr;
  const std::uint64_t* valid = nullptr;  ///< null: all present
  const std::uint64_t* yes = nullptr;
  const std::uint64_t* no = nullptr;
  const std::int32_t* rows = nullptr;
};

/// The raw numbers of one column for the chunk at hand, in the column's own width or, gathered, as int64.
struct RawLanes {
  Width width = Width::i64;
  const void* data = nullptr;
  const std::uint64_t* valid = nullptr;
};

/// Registers of one domain under one schedule. Not copied; one for each thread.
class Frame {
 public:
  Frame(const Program& program, int domain, const Schedule& schedule);

  /// Rows first..first+n of the table; first is a multiple of 64.
  void run_stretch(std::size_t first, std::size_t n);
  /// These rows, n at most k_chunk_rows; none is -1.
  void run_rows(const std::int32_t* rows, std::size_t n);
  /// Related rows: lane i belongs to lane owners[i] of the frame around.
  void run_related(const Frame& around, const std::int32_t* rows, const std::int32_t* owners, std::size_t n);
  /// Raw numbers first, first + 1 … of the only column that is read; `missing`: one lane without a value.
  void run_numbers(std::int64_t first, std::size_t n, bool missing);

  const Register& at(int reg) const { return registers_[static_cast<std::size_t>(reg)]; }
  std::size_t rows() const { return n_; }
  /// Bytes that all registers take.
  std::size_t bytes() const;

 private:
  enum class Manner { stretch, rows, numbers };

  void run();
  void execute(int at, const Operation& operation);
  void run_rows_operation(int at, const Operation& operation);
  void run_value_operation(int at, const Operation& operation);
  void run_mask_operation(int at, const Operation& operation);
  // Loads and tables of one column.
  void load(int at, const Operation& operation);
  void load_numbers(int at, const Operation& operation);
  void table_value(int at, const Operation& operation);
  void table_mask(int at, const Operation& operation);
  void column_ranges(int at, const Operation& operation);
  RawLanes raw_lanes(const Operation& operation);
  // Values.
  void choose_value(int at, const Operation& operation);
  void fallback_value(int at, const Operation& operation);
  void scale(int at, const Operation& operation);
  void date(int at, const Operation& operation);
  void band_value(int at, const Operation& operation);
  void related_value(int at, const Operation& operation);
  // Masks.
  void compare(int at, const Operation& operation);
  void in_ranges(int at, const Operation& operation);
  void within(int at, const Operation& operation);
  void in_period(int at, const Operation& operation);
  void choose_mask(int at, const Operation& operation);
  /// yes holds a comparison of values: leaves out missing ones, and makes `no` of the rest.
  void decide(int at, const std::uint64_t* valid);
  void decide(int at, const std::uint64_t* left, const std::uint64_t* right);

  std::int64_t* values_of(int at);
  std::uint64_t* valid_of(int at);
  std::uint64_t* yes_of(int at);
  std::uint64_t* no_of(int at);
  std::int32_t* rows_of(int at);
  void set_value(int at, const std::uint64_t* valid);
  /// Validity of both: null when neither has missing ones, else written into the register's own words.
  const std::uint64_t* both_valid(int at, const std::uint64_t* left, const std::uint64_t* right);

  const Program& program_;
  const Domain& domain_;
  const Schedule& schedule_;
  const Kernels& kernels_;
  std::vector<Register> registers_;
  Buffer values_, words_, row_numbers_;
  std::vector<std::unique_ptr<Frame>> children_;  // by register of the related operation

  /// Columns gathered for the rows at hand, the last few of them: rules often ask the same column twice.
  struct Gathered {
    int rows = -1, record = -1, field = -1;
    RawLanes raw;
    Buffer memory;
  };
  static constexpr std::size_t k_gathered = 4;
  Gathered gathered_[k_gathered];
  std::size_t next_gathered_ = 0;

  Manner manner_ = Manner::stretch;
  std::size_t n_ = 0, words_count_ = 0, first_ = 0;
  const std::int32_t* base_ = nullptr;
  const std::int32_t* owners_ = nullptr;
  const Frame* around_ = nullptr;
  bool number_missing_ = false;
  std::int64_t first_number_ = 0;
};

}  // namespace laoyou::rules
