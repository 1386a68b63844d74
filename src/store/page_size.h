// How many rows are asked for at once, so that a page of large rows takes no more memory than one of small ones.
#pragma once

#include <algorithm>
#include <cstdint>

#include "store/connection.h"

namespace laoyou::store {

/// Begins with few rows and learns from each page how large they are.
class PageSize {
 public:
  std::int64_t rows() const { return rows_; }
  void note(Row row) {
    ++seen_rows_;
    for (const Cell& cell : row)
      if (const auto* text = std::get_if<std::string>(&cell)) seen_bytes_ += static_cast<std::int64_t>(text->size());
  }
  /// The page is over; rows() is the next one's.
  void turn() {
    if (seen_rows_ == 0) return;
    rows_ = std::clamp<std::int64_t>(k_page_bytes * seen_rows_ / std::max<std::int64_t>(seen_bytes_, 1), 1, k_rows_max);
    seen_rows_ = seen_bytes_ = 0;
  }

 private:
  static constexpr std::int64_t k_page_bytes = 8 << 20, k_rows_max = 1'000, k_first_rows = 16;
  std::int64_t rows_ = k_first_rows, seen_rows_ = 0, seen_bytes_ = 0;
};

}  // namespace laoyou::store
