// One connection to a database, in the words both databases share. sqlite_connection.cpp and postgres_connection.cpp, with the
// *_failure.cpp beside them, are the only files that know a database's own interface; sqlite_copy.cpp adds SQLite's online copy.
//
// SQL given here is written once for both: placeholders $1, $2 … in rising order, each used once; identifiers quoted.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "record/leaf.h"
#include "store/address.h"

namespace laoyou::store {

using record::Cell;

/// The cells of one row; valid only during the call that hands it over.
using Row = std::span<const Cell>;
using RowVisitor = std::function<void(Row)>;

/// Used by one thread at a time. Every function throws StoreUnavailable or StoreDamaged when the world fails, DuplicateKey when a unique
/// index refuses, BrokenInvariant when the SQL itself is wrong.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual DatabaseKind kind() const = 0;

  /// Runs statements without parameters.
  virtual void execute(const std::string& statements) = 0;
  /// Runs one statement, prepared once and kept; returns the number of rows changed. Text must not hold the character U+0000, which
  /// PostgreSQL cannot store.
  virtual std::int64_t run(const std::string& sql, Row parameters = {}) = 0;
  /// Hands over each row of the answer in turn. The visitor must not use this connection with the same statement.
  virtual void query(const std::string& sql, Row parameters, const RowVisitor& visit) = 0;

  /// Ends a transaction; returning means durable.
  virtual void commit() = 0;
  /// Undoes the open transaction, if there is one. Never throws: a connection that cannot even do that is not usable() any more.
  virtual void rollback() noexcept = 0;
  /// True when a transaction is open and can still be committed.
  virtual bool transaction_sound() const = 0;
  /// Throws StoreUnavailable "store.gone" when the database's file is no longer where it was opened, so that what is stored would be lost.
  virtual void check_present() {}
  /// False when the connection is lost, or may be, and a new one is needed.
  virtual bool usable() const = 0;
};

/// What a connection is for: a reader cannot change anything; an inspector of a file at rest (a backup) leaves it as it is to the last byte.
enum class ConnectionUse { reading, writing, inspecting };

std::unique_ptr<Connection> connect_sqlite(const DatabaseAddress& address, ConnectionUse use);
std::unique_ptr<Connection> connect_postgres(const DatabaseAddress& address, ConnectionUse use);
/// Connects to whichever database the address names.
std::unique_ptr<Connection> connect(const DatabaseAddress& address, ConnectionUse use);

/// `name` as an SQL identifier. Names come from our own descriptions, never from input; at most 63 characters (PostgreSQL's limit).
std::string identifier(std::string_view name);

/// The single integer a query answers with; `otherwise` when there is no row or it is null.
std::int64_t query_integer(Connection& connection, const std::string& sql, Row parameters = {}, std::int64_t otherwise = 0);

}  // namespace laoyou::store
