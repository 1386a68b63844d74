// Records as numbers of distinct values: what the engine works on.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engines/linkage/map.h"
#include "engines/linkage/values.h"

namespace laoyou::linkage {

using Row = std::uint32_t;

/// Cells of one column, as written.
class Column {
 public:
  void add(std::string_view cell) {
    text_ += cell;
    ends_.push_back(text_.size());
  }
  void clear() {
    text_.clear();
    ends_.clear();
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t place) const {
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view(text_).substr(begin, ends_[place] - begin);
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

/// Records on their way in.
struct Batch {
  Column ids;
  std::vector<Column> fields;
};

/// The rows of one or two files. Row by row a record's codes lie together, since pairs are met in no order.
class Records {
 public:
  explicit Records(const Map& map);

  /// Adds a record; `cells` are its values as written, one a field. Nothing where the file has a record of that id.
  std::optional<Row> add(std::string_view id, std::span<const std::string_view> cells, bool is_right);
  /// Adds many at once, the columns shared among threads. Gives the place in the batch of the first record whose id the file has already, and
  /// nothing when all is well; after a refusal the records are of no use.
  std::optional<std::size_t> add(const Batch& batch, bool is_right);
  /// Writes a record anew in its place.
  void put(Row row, std::span<const std::string_view> cells);

  [[nodiscard]] const Map& map() const { return *map_; }
  [[nodiscard]] Row size() const { return static_cast<Row>(right_.size()); }
  [[nodiscard]] const Code* codes(Row row) const { return cells_.data() + std::size_t{row} * fields_; }
  [[nodiscard]] bool is_right(Row row) const { return right_[row] != 0; }
  [[nodiscard]] std::string_view id(Row row) const { return ids_.text(row + 1).substr(1); }
  /// Orders records however they came in: by file, then by id.
  [[nodiscard]] std::string_view order(Row row) const { return ids_.text(row + 1); }
  /// The record of that id, if there is one.
  [[nodiscard]] std::optional<Row> find(std::string_view id, bool is_right) const;
  [[nodiscard]] const Values& values(int field) const { return pools_[static_cast<std::size_t>(map_->fields[static_cast<std::size_t>(field)].pool)]; }
  [[nodiscard]] std::string_view text(Row row, int field) const { return values(field).text(codes(row)[field]); }
  /// True when there are two files, and only pairs across them are sought.
  [[nodiscard]] bool has_two_files() const { return two_files_; }
  void expect_two_files() { two_files_ = true; }

 private:
  /// The cell in its normal form; empty where it says that nothing is known.
  [[nodiscard]] std::string normal_cell(int field, std::string_view cell) const;
  Code take(int field, std::string_view cell);
  /// Writes the column's numbers into `codes`.
  void take_column(int field, const Column& cells, std::vector<Code>& codes);

  const Map* map_;
  std::size_t fields_;
  std::vector<Values> pools_;
  std::vector<std::string> missing_;  // in lower case
  std::vector<Code> cells_;
  std::vector<std::uint8_t> right_;
  Values ids_{FieldKind::code};  // of row r the text number r + 1: the file's letter and the id
  bool two_files_ = false;
};

}  // namespace laoyou::linkage
