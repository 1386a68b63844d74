// A scope and a filter as the SQL both databases understand.
#pragma once

#include <string>
#include <vector>

#include "store/filter.h"
#include "store/row_codec.h"
#include "store/scope.h"
#include "store/table.h"

namespace laoyou::store {

/// SQL under construction: text and the values of its placeholders.
class Statement {
 public:
  explicit Statement(DatabaseKind kind, std::string text = {}) : kind_(kind), text_(std::move(text)) {}
  Statement& text(std::string_view more) {
    text_ += more;
    return *this;
  }
  /// Appends a placeholder and keeps its value.
  Statement& value(Cell cell) {
    parameters_.push_back(std::move(cell));
    text_ += '$' + std::to_string(parameters_.size());
    return *this;
  }
  DatabaseKind kind() const { return kind_; }
  const std::string& sql() const { return text_; }
  const std::vector<Cell>& parameters() const { return parameters_; }

 private:
  DatabaseKind kind_;
  std::string text_;
  std::vector<Cell> parameters_;
};

/// How the region of the scope is to be found.
enum class RegionUse { index, check };

/// Appends "region within scope", or what is always true for the whole country; whose record it is does not count.
void add_region(Statement& statement, const Scope& scope, RegionUse use = RegionUse::index);
/// Appends both: where the record is and, for a scope with an owner, whose it is.
void add_scope(Statement& statement, const Table& table, const RowCodec& codec, const Scope& scope, RegionUse use = RegionUse::index);
/// Appends "select … from …": all stored columns, or what is given; dated fields as they held on the filter's day.
void add_select(Statement& statement, const Catalog& catalog, const Table& table, const Filter& filter, std::string_view instead = {});
/// How the words of a search are found: by their index, or in each row that is looked at.
enum class WordUse { index, rows };

/// Appends " where …": the scope and every condition.
void add_where(Statement& statement, const Table& table, const RowCodec& codec, const Scope& scope, const Filter& filter, WordUse words = WordUse::index);
/// Appends " order by … limit … offset …".
void add_order(Statement& statement, const Table& table, const Filter& filter);

}  // namespace laoyou::store
