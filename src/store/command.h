// A change on its way: what is to be done, by whom, and who waits for the answer.
#pragma once

#include <exception>
#include <functional>
#include <optional>

#include "store/writing.h"

namespace laoyou::store {

/// Runs exactly once, on the store's writer thread, and must not wait for anything. A refusal or an exception undoes what it did.
using Command = std::function<Result<void>(Writing&)>;

/// What became of a command.
struct WriteOutcome {
  std::optional<Refusal> refusal;      ///< the command refused, or the store did: see refused_change.h
  std::exception_ptr failure;          ///< the world failed (StoreUnavailable), or the command threw
  std::int64_t journal_sequence = 0;   ///< when done: the journal's last entry once the command's changes were in it

  /// True when everything the command did is durable.
  bool done() const { return !refusal && !failure; }
  /// Throws the failure; otherwise the command's result.
  Result<void> result() const {
    if (failure) std::rethrow_exception(failure);
    if (refusal) return *refusal;
    return {};
  }
};

/// Called once on the writer thread, after the commit; must be quick and must not throw.
using Done = std::function<void(WriteOutcome)>;

struct PendingCommand {
  Actor actor;
  Command command;
  Done done;
  Scope scope = Scope::country();  ///< outside it the command changes nothing
};

}  // namespace laoyou::store
