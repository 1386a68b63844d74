// The store refuses a change: a unique field is taken, the record was changed meanwhile, lies outside the caller's scope, names a record that is
// not there, or is named by others.
#pragma once

#include <stdexcept>
#include <string_view>

#include "base/result.h"
#include "store/table.h"

namespace laoyou::store {

/// Carries the refusal out of a command; the store turns it into the command's outcome.
class RefusedChange : public std::runtime_error {
 public:
  explicit RefusedChange(Refusal refusal) : std::runtime_error(refusal.code), refusal_(std::move(refusal)) {}
  const Refusal& refusal() const { return refusal_; }

 private:
  Refusal refusal_;
};

/// "store.duplicate" at the first field of the index; words: record, fields. `key` is the index's name (PostgreSQL) or its columns as
/// "account.region, account.name" (SQLite).
Refusal duplicate_refusal(const Table& table, std::string_view key);

/// The name of an index in the database; the same columns always give the same name, at most 63 characters.
std::string index_name(const Table& table, const Index& index);
/// The index's columns in the database: of a sealed one its keyed hash.
std::vector<std::string> stored_columns(const Table& table, const Index& index);

}  // namespace laoyou::store
