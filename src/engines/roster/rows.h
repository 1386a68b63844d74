// What one carer's row of days costs, fast: the search's own reading of the rules.
#pragma once

#include <vector>

#include "engines/roster/problem.h"

namespace laoyou::roster {

/// A row's price, and by how much it breaks rules: days, duties, or started lengths of the shortest duty, summed. 0: it keeps all.
struct RowCost {
  std::int64_t broken = 0;
  std::int64_t price = 0;
};

class Rows {
 public:
  /// `problem` outlives it.
  explicit Rows(const Problem& problem);

  /// Whether days off, pattern, what is fixed and the carer's kinds leave this.
  bool allowed(int carer, int day, int kind) const { return (allowed_[cell(carer, day)] >> (kind + 1)) & 1U; }
  /// Kinds, k_off among them, that are left for a day.
  const std::vector<int>& choices(int carer, int day) const { return choices_[cell(carer, day)]; }
  /// The same as bits: the lowest for k_off, then the kinds.
  std::uint64_t choice_bits(int carer, int day) const { return allowed_[cell(carer, day)]; }
  /// What the carer's requests cost where she has this on that day.
  std::int64_t price(int carer, int day, int kind) const { return price_[cell(carer, day) * (problem_.kinds.size() + 1) + static_cast<std::size_t>(kind + 1)]; }
  bool follows(int kind, int next) const { return follows_[pair(kind, next)] != 0; }
  /// For a row of allowed kinds.
  RowCost cost(int carer, const std::vector<int>& row) const;

 private:
  std::size_t cell(int carer, int day) const { return static_cast<std::size_t>(carer) * static_cast<std::size_t>(problem_.days) + static_cast<std::size_t>(day); }
  std::size_t pair(int kind, int next) const { return static_cast<std::size_t>(kind + 1) * (problem_.kinds.size() + 1) + static_cast<std::size_t>(next + 1); }
  std::int64_t time_broken(Seconds time_s, const std::optional<Seconds>& most, const std::optional<Seconds>& least) const;
  void forbid(int carer, int day, int kind) { allowed_[cell(carer, day)] &= ~(std::uint64_t{1} << (kind + 1)); }
  void leave_only(int carer, int day, int kind) { allowed_[cell(carer, day)] &= std::uint64_t{1} << (kind + 1); }
  void set_allowed();

  const Problem& problem_;
  std::vector<std::uint64_t> allowed_;      ///< a bit for each kind, the lowest for k_off
  std::vector<std::vector<int>> choices_;
  std::vector<char> follows_;               ///< by pair()
  std::vector<std::int64_t> price_;         ///< by cell and kind + 1
  std::vector<Seconds> length_;             ///< by kind + 1
  std::vector<int> weekday_;
  Seconds shortest_s_ = 1;
};

constexpr std::size_t k_most_kinds = 62;

}  // namespace laoyou::roster
