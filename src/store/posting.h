// Statements whose answers nobody waits for one by one: they travel to the database together with the next question, and their answers come back
// with its own. A round trip to a server costs more than most statements do.
#pragma once

#include <functional>

#include "store/connection.h"
#include "store/failure.h"

namespace laoyou::store {

/// What a connection to a server can do besides. Used by one thread at a time, within a transaction.
class Posting {
 public:
  /// Throws what the caller is to be told instead of a duplicate key.
  using OnDuplicate = std::function<void(const DuplicateKey&)>;
  virtual ~Posting() = default;

  /// Sends a statement that changes exactly so many rows. How it went is told by the next call that is answered: it throws in its place.
  virtual void post_change(const std::string& sql, Row parameters, std::int64_t rows, OnDuplicate on_duplicate) = 0;
  /// Sends a statement about the transaction itself.
  virtual void post(const std::string& sql) = 0;
  /// Takes in what was posted and forgets how it went: for what is to be undone anyway. Throws StoreFailure alone.
  virtual void drop_answers() = 0;
};

/// While one lives, each change that this thread makes is answered before the call ends: for callers that say which of their changes was refused.
class EachChangeAnswered {
 public:
  EachChangeAnswered() { ++count(); }
  ~EachChangeAnswered() { --count(); }
  EachChangeAnswered(const EachChangeAnswered&) = delete;
  EachChangeAnswered& operator=(const EachChangeAnswered&) = delete;
  static bool wanted() { return count() > 0; }

 private:
  static int& count() {
    thread_local int living = 0;
    return living;
  }
};

}  // namespace laoyou::store
