// One transaction for many commands: each under a savepoint of its own, the journal entries of all sealed together, one commit.
#pragma once

#include <span>
#include <vector>

#include "base/clock.h"
#include "store/command.h"

namespace laoyou::store {

/// What a batch needs of its store.
struct BatchContext {
  const StoreContents& contents;
  IdSource& ids;
  const Clock& clock;
  DigestAlgorithm seal;
};

/// Used once: begin, run each command, commit. Destroyed without commit, it leaves nothing behind.
class Batch {
 public:
  /// Opens the transaction and keeps every other writer out. Throws StoreUnavailable.
  Batch(Connection& connection, const BatchContext& context);
  ~Batch() { connection_.rollback(); }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  /// Runs one command. Its own refusal or exception is in the answer and touches no other command; an exception thrown from here
  /// (StoreFailure) means the whole batch is lost.
  WriteOutcome run(const PendingCommand& pending);
  /// Seals the entries and commits; durable when it returns. A batch without changes costs no commit.
  void commit();
  /// The hash the batch's seal got; known once commit() was called, even if the commit's answer was lost.
  const JournalHead& head() const { return head_; }

 private:
  void guarded_run(const PendingCommand& pending, WriteOutcome& outcome);
  void give_up_command(std::size_t entries_before);
  void seal();

  Connection& connection_;
  const BatchContext& context_;
  JournalHead head_;
  std::vector<JournalEntry> entries_;
};

}  // namespace laoyou::store
