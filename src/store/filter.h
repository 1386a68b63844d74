// Which records are wanted, in which order: conditions on columns, built without SQL text. A column the record does not have is our own
// mistake (CHECK); values never become part of a statement's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/leaf.h"

namespace laoyou::store {

using record::Cell;

/// A value as the cell it would be stored as: any leaf type, a text, or a cell itself.
template <class T>
Cell cell_of(const T& value) {
  if constexpr (std::is_same_v<T, Cell>)
    return value;
  else if constexpr (record::IsLeaf<T>)
    return record::Leaf<T>::to_cell(value);
  else
    return std::string(std::string_view(value));
}

/// `tail`: of a sealed column, the last characters of its text.
enum class Comparison { equal, tail, different, less, at_most, greater, at_least, prefix, contains, one_of, absent, present, found, absent_or_greater };
enum class Order { rising, falling };

/// The place in an order behind which a page begins: what the last record of the page before holds in the column of the order, and its id.
struct PageStart {
  Cell value;
  std::int64_t id = 0;
};

/// One condition; it holds when any of its columns fulfils it. `found` has no columns: its values are words as record::search_words() gives them.
struct Condition {
  std::vector<std::string> columns;
  Comparison comparison = Comparison::equal;
  std::vector<Cell> values;
};

/// All conditions must hold. On a sealed column only equals, one_of, is_absent and is_present can be asked.
class Filter {
 public:
  template <class T>
  Filter& equals(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::equal, {cell_of(value)}});
  }
  /// True as well where the column is empty.
  template <class T>
  Filter& differs(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::different, {cell_of(value)}});
  }
  template <class T>
  Filter& less(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::less, {cell_of(value)}});
  }
  template <class T>
  Filter& at_most(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::at_most, {cell_of(value)}});
  }
  template <class T>
  Filter& greater(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::greater, {cell_of(value)}});
  }
  template <class T>
  Filter& at_least(std::string column, const T& value) {
    return add({{std::move(column)}, Comparison::at_least, {cell_of(value)}});
  }
  template <class T>
  Filter& one_of(std::string column, const std::vector<T>& values) {
    Condition condition{{std::move(column)}, Comparison::one_of, {}};
    for (const T& value : values) condition.values.push_back(cell_of(value));
    return add(std::move(condition));
  }
  /// The text begins with this; an index on the column serves it.
  Filter& prefix(std::string column, std::string_view text) { return add({{std::move(column)}, Comparison::prefix, {cell_of(text)}}); }
  /// The text holds this somewhere, letters compared exactly; every row in scope is looked at.
  Filter& contains(std::string column, std::string_view text) { return contains_any({std::move(column)}, text); }
  /// One of these columns holds the text.
  Filter& contains_any(std::vector<std::string> columns, std::string_view text) {
    return add({std::move(columns), Comparison::contains, {cell_of(text)}});
  }
  Filter& is_absent(std::string column) { return add({{std::move(column)}, Comparison::absent, {}}); }
  Filter& is_present(std::string column) { return add({{std::move(column)}, Comparison::present, {}}); }

  /// The record is found by each word of the text: by its characters, its pinyin or their initials. Only of searched records. A text without a
  /// word finds nothing.
  Filter& found(std::string_view text);
  /// The same for a condition made elsewhere.
  Filter& holds(Condition condition) { return add(std::move(condition)); }

  /// Sorted by this column, then by those named later, then by id; without any order_by, by region and id. Empty values come first when
  /// rising, last when falling; texts sort by their UTF-8 bytes on both databases.
  Filter& order_by(std::string column, Order order = Order::rising) {
    orders_.emplace_back(std::move(column), order);
    return *this;
  }
  /// At most `rows` records after leaving out the first `offset`.
  Filter& page(std::int64_t offset, std::int64_t rows) {
    offset_ = offset;
    rows_ = rows;
    return *this;
  }

  /// Dated fields (TableDefinition::dated) as they held on this day; without it, as they hold today.
  Filter& as_of(Date day) {
    as_of_ = day;
    return *this;
  }
  const std::optional<Date>& as_of_day() const { return as_of_; }

  /// Only what comes behind this place, in the order asked for: of one column at most.
  Filter& after(PageStart start) {
    after_ = std::move(start);
    return *this;
  }

  const std::vector<Condition>& conditions() const { return conditions_; }
  const std::vector<std::pair<std::string, Order>>& orders() const { return orders_; }
  const std::optional<PageStart>& page_start() const { return after_; }
  std::int64_t offset() const { return offset_; }
  std::int64_t rows() const { return rows_; }  ///< negative: all

 private:
  Filter& add(Condition condition) {
    conditions_.push_back(std::move(condition));
    return *this;
  }

  std::vector<Condition> conditions_;
  std::vector<std::pair<std::string, Order>> orders_;
  std::optional<PageStart> after_;
  std::optional<Date> as_of_;
  std::int64_t offset_ = 0, rows_ = -1;
};

}  // namespace laoyou::store
