// The facts as columns: one table a record, one narrow array a field, validity in words beside it. Rules read only these.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/schema/schema.h"

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

/// Memory that kernels may read 512 bytes beyond the end of (63 rows of eight bytes); aligned to 64.
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
/// A region column holds positions in `dictionary`; all other kinds hold the value itself. The dictionary is ascending after settle() or
/// assign(), so that "within" is a span of positions then; codes that arrive later stand behind until enough rows have come to pay for
/// renumbering. Nothing but speed depends on the order.
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
  /// Region columns: codes by position, none twice.
  std::span<const std::int64_t> dictionary() const { return dictionary_; }

  Value at(std::size_t row) const;
  /// Widens the array where needed; |value| beyond field_bound() is the caller's mistake.
  void append(Value value);
  void set(std::size_t row, Value value);
  void remove_last();
  /// Takes a whole array at once (bench, CSV): values already in this width, all present. Region: the codes themselves, width i64.
  void assign(Width width, const void* values, std::size_t rows);
  /// Puts the dictionary in ascending order now.
  void settle();
  /// Bytes held by the arrays.
  std::size_t bytes() const { return values_.bytes() + validity_.bytes(); }

 private:
  void widen(Width width);
  std::int64_t encode(std::int64_t value);
  void write(std::size_t row, Value value);
  void write_raw(std::size_t row, std::int64_t raw);
  std::int64_t raw(std::size_t row) const;
  void write_present(std::size_t row, bool present);

  Type type_;
  Width width_ = Width::u8;
  std::size_t rows_ = 0, missing_ = 0;
  std::int64_t least_ = 0, greatest_ = 0;
  bool seen_ = false;  // any value, ever
  Buffer values_, validity_;
  std::vector<std::int64_t> dictionary_;
  std::unordered_map<std::int64_t, std::int64_t> position_of_code_;
  bool ascending_ = true;             // the dictionary
  std::size_t rows_when_settled_ = 0;
};

/// Row of each id, four bytes a slot: the ids themselves are read from their column.
class RowIndex {
 public:
  /// Row, or -1.
  std::int64_t find(const Column& ids, std::int64_t id) const;
  /// `row` of `ids` is new; its id is not in the index.
  void add(const Column& ids, std::size_t row);
  /// The id, which must be in the index, now stands in this row.
  void move(const Column& ids, std::int64_t id, std::size_t row);
  void remove(const Column& ids, std::int64_t id);
  void clear();

 private:
  std::size_t slot_of(const Column& ids, std::int64_t id) const;
  void grow(const Column& ids);

  std::vector<std::uint32_t> slots_;  // row + 1, 0 is free; a power of two many
  std::size_t used_ = 0;
};

class DerivedFacts;

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
  /// After assign() or set() on columns taken by column(): counts rows and ids anew.
  void adopt_columns();
  /// Settles the dictionaries of all region columns; worth it after many rows.
  void settle();
  /// Rises with every change; what is derived from the table asks it.
  std::uint64_t version() const { return version_; }

 private:
  int id_field_;
  std::size_t rows_ = 0;
  std::uint64_t version_ = 1;
  std::vector<Column> columns_;
  RowIndex rows_by_id_;
};

/// The tables of all records of a schema.
struct Facts {
  explicit Facts(const Schema& schema);
  Facts(Facts&&) noexcept;
  Facts& operator=(Facts&&) noexcept;
  ~Facts();

  std::vector<Table> tables;  ///< by record position
  TextPool texts;
  std::int64_t journal_sequence = 0;  ///< the last journal entry taken in

  /// What evaluations keep for the next one: group numbers, links between rows. Safe across threads that only read the facts.
  DerivedFacts& derived() const { return *derived_; }

 private:
  std::unique_ptr<DerivedFacts> derived_;
};

}  // namespace laoyou::rules
