// The facts as columns: one table a record, one narrow array a field, validity in words beside it. Rules read only these.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/schema.h"

namespace laoyou::rules {

/// Texts by position; equal texts have one position.
class TextPool {
 public:
  /// Position of the text, added if new.
  std::int64_t intern(std::string_view text);
  /// Position, or -1 when no fact has this text.
  std::int64_t find(std::string_view text) const;
  const std::string& at(std::int64_t position) const;

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::int64_t> positions_;
};

/// The narrowest array that holds all values of a column.
enum class Width : std::uint8_t { u8, u16, i32, i64 };

/// Memory that kernels may read 64 bytes beyond the end of; aligned to 64.
class Buffer {
 public:
  Buffer() = default;
  Buffer(Buffer&&) noexcept;
  Buffer& operator=(Buffer&&) noexcept;
  ~Buffer();
  std::byte* data() const { return data_; }
  std::size_t bytes() const { return bytes_; }
  /// Keeps what is there, zeroes what is new.
  void resize(std::size_t bytes);

 private:
  std::byte* data_ = nullptr;
  std::size_t bytes_ = 0, capacity_ = 0;
};

/// One field of all rows. Missing values hold 0 in the array.
/// A region column holds positions in `dictionary` (sorted codes), so that "within" is a span of positions; all other kinds hold the value itself.
class Column {
 public:
  explicit Column(Type type) : type_(type) {}

  Type type() const { return type_; }
  Width width() const { return width_; }
  std::size_t rows() const { return rows_; }
  bool has_missing() const { return missing_ > 0; }
  /// Least and greatest value seen since the column was made (never too narrow); 0 and 0 when empty. Region: of positions.
  std::int64_t least() const { return least_; }
  std::int64_t greatest() const { return greatest_; }

  template <class T>
  const T* data() const { return reinterpret_cast<const T*>(values_.data()); }
  /// Bit i of word i/64: row i has a value. Null when no row is missing.
  const std::uint64_t* validity() const;
  std::span<const std::int64_t> dictionary() const { return dictionary_; }

  Value at(std::size_t row) const;
  /// Widens the array where needed; |value| beyond field_bound() is the caller's mistake.
  void append(Value value);
  void set(std::size_t row, Value value);
  void remove_last();
  /// Takes a whole array at once (bench, CSV): values already in this width, all present.
  void assign(Width width, const void* values, std::size_t rows);

 private:
  void widen(Width width);
  std::int64_t encode(std::int64_t value);
  void write(std::size_t row, Value value);

  Type type_;
  Width width_ = Width::u8;
  std::size_t rows_ = 0, missing_ = 0;
  std::int64_t least_ = 0, greatest_ = 0;
  Buffer values_, validity_;
  std::vector<std::int64_t> dictionary_;
};

/// All rows of one record. Rows have no order: removing one moves the last into its place.
class Table {
 public:
  Table(const Schema& schema, int record);

  std::size_t rows() const { return rows_; }
  const Column& column(int field) const { return columns_[static_cast<std::size_t>(field)]; }
  Column& column(int field) { return columns_[static_cast<std::size_t>(field)]; }
  int fields() const { return static_cast<int>(columns_.size()); }

  /// One value a field, in the order of the schema.
  void append(std::span<const Value> values);
  /// Replaces the row with this id, or appends it.
  void put(std::span<const Value> values);
  /// False when there is no such row.
  bool remove(std::int64_t id);
  /// Row of an id, or -1.
  std::int64_t find(std::int64_t id) const;
  /// After assign() of every column: counts rows and ids anew.
  void adopt_columns();

 private:
  int id_field_;
  std::size_t rows_ = 0;
  std::vector<Column> columns_;
  std::unordered_map<std::int64_t, std::size_t> row_of_id_;
};

/// The tables of all records of a schema.
struct Facts {
  explicit Facts(const Schema& schema);

  std::vector<Table> tables;  ///< by record position
  TextPool texts;
  std::int64_t journal_sequence = 0;  ///< the last journal entry taken in
};

}  // namespace laoyou::rules
