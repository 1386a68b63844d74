// The world failed the store: the disk is full, the database is gone, another server holds it. These are exceptions, caught once at the
// door; the code is a row of messages.csv, like a refusal's.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "base/result.h"
#include "base/world_failure.h"

namespace laoyou::store {

/// Any failure of the store; refusal() is what a screen shows of it, what() is for the log and never holds a record's values.
class StoreFailure : public WorldFailure {
 public:
  StoreFailure(Refusal refusal, const std::string& detail) : WorldFailure(refusal.code, refusal.code + ": " + detail), refusal_(std::move(refusal)) {}
  const Refusal& refusal() const { return refusal_; }

 private:
  Refusal refusal_;
};

/// For now nothing can be stored or read; it passes by itself when the cause does. The door says 503. Codes: store.full, store.gone,
/// store.busy, store.disk, store.overloaded, store.stopped, store.outcome_unknown.
class StoreUnavailable : public StoreFailure {
 public:
  using StoreFailure::StoreFailure;
};

/// Another server works on this data directory; the refusal's words name it.
class StoreLocked : public StoreFailure {
 public:
  using StoreFailure::StoreFailure;
};

/// The database, or the key that opens its sealed fields, is not what this program can work with. Codes: store.damaged, store.foreign,
/// store.newer, store.key_missing, store.key_exposed, store.key_wrong, store.crypto_differs.
class StoreDamaged : public StoreFailure {
 public:
  using StoreFailure::StoreFailure;
};

/// A value that must be unique is there already. The store turns it into the refusal "store.duplicate"; `key` is the index's name or its
/// columns, whichever the database names.
class DuplicateKey : public std::runtime_error {
 public:
  explicit DuplicateKey(std::string key) : std::runtime_error("duplicate key"), key_(std::move(key)) {}
  const std::string& key() const { return key_; }

 private:
  std::string key_;
};

/// The caller's progress callback asked to stop; nothing was changed.
class Cancelled : public std::runtime_error {
 public:
  Cancelled() : std::runtime_error("cancelled") {}
};

}  // namespace laoyou::store
